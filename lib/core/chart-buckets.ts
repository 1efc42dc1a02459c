import { type LocalHour, localHours } from "./local-hours";
import type { Span } from "./moment-or-day";
import { weekdayOf } from "./wall-clock";

/** How hours are put together. */
export type BucketKind = "hour" | "day" | "week" | "cell";

const DAY_MS = 86_400_000;
/** A Monday. */
const FIRST_DAY_MS = Date.UTC(2000, 0, 3);

const dayNumber = (date: string): number => (Date.parse(date) - FIRST_DAY_MS) / DAY_MS;
export const dateOf = (day: number): string => new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10);

/** The bucket or cell an hour belongs to; the database makes the same numbers (lib/db/chart-repository.ts). */
export function bucketKey(kind: BucketKind, hour: LocalHour): number {
  switch (kind) {
    case "hour":
      return hour.from;
    case "day":
      return dayNumber(hour.date);
    case "week":
      return Math.floor(dayNumber(hour.date) / 7);
    case "cell":
      return weekdayOf(hour.date) * 24 + hour.hour;
  }
}

/** The hours of a period, walked once for all that is asked of them. */
export interface ChartHours {
  readonly hours: readonly LocalHour[];
  /** Starts of hours that are the second of their kind on their day. */
  readonly repeated: readonly number[];
  /** Start of each bucket that the period has. */
  readonly starts: ReadonlyMap<number, number>;
}

export function chartHours(kind: BucketKind, period: Span, timeZone: string): ChartHours {
  const hours = localHours(period, timeZone).map((hour) => ({
    ...hour,
    from: Math.max(hour.from, period.from),
    to: Math.min(hour.to, period.to),
  }));
  const starts = new Map<number, number>();
  for (const hour of hours) {
    const key = bucketKey(kind, hour);
    if (!starts.has(key)) starts.set(key, hour.from);
  }
  const repeated = hours.filter((hour, i) => hours[i - 1]?.hour === hour.hour && hours[i - 1]?.date === hour.date);
  return { hours, repeated: repeated.map(({ from }) => from), starts };
}

/** How much of a scope, such as working hours, lies in each bucket, ms. Both are in order. */
export function bucketLengths(
  kind: BucketKind,
  hours: readonly LocalHour[],
  scope: readonly Span[],
): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  let next = 0;
  for (const hour of hours) {
    while ((scope[next]?.to ?? Number.POSITIVE_INFINITY) <= hour.from) next++;
    let length = 0;
    for (let i = next; ; i++) {
      const span = scope[i];
      if (!span || span.from >= hour.to) break;
      length += Math.min(span.to, hour.to) - Math.max(span.from, hour.from);
    }
    const key = bucketKey(kind, hour);
    if (length > 0) lengths.set(key, (lengths.get(key) ?? 0) + length);
  }
  return lengths;
}
