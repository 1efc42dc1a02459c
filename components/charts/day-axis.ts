import { DateTime } from "luxon";
import type { HistoryPoint } from "@/lib/core/history";
import type { SpaceDay } from "@/lib/core/space-day";

export type DayWindow = "hours" | "day";

/** A stretch of time, ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of the day with one answer. `value: null` says nothing is known. */
export interface DaySpan extends Stretch {
  readonly value: number | null;
}

/** The time axis that everything told of a day shares. */
export interface DayAxis extends Stretch {
  readonly now: number;
  /** Up to where anything can be known: now, or the end of a day that is over. */
  readonly end: number;
  readonly timeZone: string;
  /** When people are meant to be in. */
  readonly working: readonly Stretch[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

interface SpanRules<S extends DaySpan> {
  readonly spanOf: (stretch: Stretch, point: HistoryPoint | null) => S;
  readonly isSame: (a: S, b: S) => boolean;
}

/** A line as the chart of a day draws it. */
export interface LineData<S extends DaySpan = DaySpan> {
  readonly spans: readonly S[];
  readonly gaps: readonly Stretch[];
  /** What holds now; null when nobody knows, or now lies outside the window. */
  readonly current: number | null;
}

/** Shown where nobody said when people are meant to be in. */
const OFFICE = { first: 7, last: 19 };
/** Shown before and after the working hours, h. */
const AROUND = 1;
const TICK_HOURS = 2;

const msOf = ({ from, to }: { from: string; to: string }): Stretch => ({ from: Date.parse(from), to: Date.parse(to) });

/** The hours to show: the working hours and one around, widened to what is busy and to now; or the whole day. */
export function dayAxis(day: SpaceDay, busy: readonly Stretch[], now: number, window: DayWindow): DayAxis {
  const start = DateTime.fromISO(day.from, { zone: day.timeZone });
  const whole = msOf(day);
  const working = (day.working ?? []).map(msOf);
  const isToday = now >= whole.from && now < whole.to;
  const inside = [...busy.flatMap((span) => clip(span, whole)), ...(isToday ? [{ from: now, to: now }] : [])];
  const hours = window === "day" ? { first: 0, last: 24 } : widened(hoursAround(working, start), inside, start);
  return {
    from: atHour(start, hours.first),
    to: atHour(start, hours.last),
    now,
    end: Math.min(now, whole.to),
    timeZone: day.timeZone,
    working,
    ticks: ticksOf(start, hours.first, hours.last),
  };
}

function hoursAround(working: readonly Stretch[], start: DateTime): { first: number; last: number } {
  const [first, last] = [working[0], working.at(-1)];
  if (!first || !last) return OFFICE;
  const hourOf = (at: number) => {
    const local = DateTime.fromMillis(at, { zone: start.zone });
    return local.startOf("day").equals(start) ? local.hour + local.minute / 60 : 24;
  };
  return {
    first: Math.max(0, Math.floor(hourOf(first.from)) - AROUND),
    last: Math.min(24, Math.ceil(hourOf(last.to)) + AROUND),
  };
}

function widened(hours: { first: number; last: number }, busy: readonly Stretch[], start: DateTime) {
  const earliest = Math.min(...busy.map((span) => span.from));
  const latest = Math.max(...busy.map((span) => span.to));
  let { first, last } = hours;
  while (first > 0 && earliest < atHour(start, first)) first = Math.max(0, first - TICK_HOURS);
  while (last < 24 && latest > atHour(start, last)) last = Math.min(24, last + TICK_HOURS);
  return { first, last };
}

/** Points as spans without holes: every moment of the window up to its end has an answer, if only "nothing is known". */
export function lineData<S extends DaySpan>(
  points: readonly HistoryPoint[],
  axis: DayAxis,
  { spanOf, isSame }: SpanRules<S>,
): LineData<S> {
  const window = { from: axis.from, to: Math.min(axis.to, axis.end) };
  const spans: S[] = [];
  const add = (stretch: Stretch, point: HistoryPoint | null) => {
    for (const span of clip(stretch, window).map((one) => spanOf(one, point))) {
      const last = spans.at(-1);
      if (last && isSame(last, span)) spans.splice(-1, 1, { ...last, to: span.to });
      else spans.push(span);
    }
  };
  add({ from: window.from, to: points[0] ? Date.parse(points[0].at) : window.to }, null);
  for (const [i, point] of points.entries()) {
    const next = points[i + 1];
    add({ from: Date.parse(point.at), to: next ? Date.parse(next.at) : window.to }, point);
  }
  return {
    spans,
    gaps: spans.filter((span) => span.value === null).map(({ from, to }) => ({ from, to })),
    current: currentOf(spans, axis.now),
  };
}

/** For what only has a value. */
export const plainSpans = (read: (value: number) => number): SpanRules<DaySpan> => ({
  spanOf: (stretch, point) => ({
    ...stretch,
    value: point === null || point.value === null ? null : read(point.value),
  }),
  isSame: (a, b) => a.value === b.value,
});

/** The part of a span that lies inside; nothing when none does. */
export function clip<S extends Stretch>(span: S, { from, to }: Stretch): S[] {
  if (span.to <= from || span.from >= to) return [];
  return [{ ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }];
}

function currentOf(spans: readonly DaySpan[], now: number): number | null {
  const last = spans.at(-1);
  return last && last.to === now ? last.value : null;
}

/** By the clock on the wall, so that the two days a year with 23 and 25 hours come out right. */
function atHour(start: DateTime, hour: number): number {
  return (hour === 24 ? start.plus({ days: 1 }) : start.set({ hour })).toMillis();
}

function ticksOf(start: DateTime, first: number, last: number): { at: number; label: string }[] {
  const hours = Array.from({ length: Math.floor((last - first) / TICK_HOURS) + 1 }, (_, i) => first + i * TICK_HOURS);
  return hours
    .filter((hour) => hour === 24 || start.set({ hour }).hour === hour)
    .map((hour) => ({ at: atHour(start, hour), label: String(hour).padStart(2, "0") }));
}
