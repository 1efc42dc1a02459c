import { DateTime } from "luxon";
import type { HistoryPoint, SpaceHistory } from "@/lib/core/history";

export interface DaySettings {
  /** ms. */
  readonly now: number;
  /** The site's. */
  readonly timeZone: string;
  readonly window: "hours" | "day";
}

/** A stretch of time, ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of the day with one answer. `value: null` says nothing is known. */
export interface DaySpan extends Stretch {
  readonly value: number | null;
}

/** The time axis every chart of a day shares. */
export interface DayAxis extends Stretch {
  readonly now: number;
  readonly timeZone: string;
  /** Drawn behind the whole day; null when the window is the working hours anyway. */
  readonly working: Stretch | null;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** A day as every chart tells it, whatever it measures. */
export interface DayData<S extends DaySpan = DaySpan> extends DayAxis {
  readonly spans: readonly S[];
  readonly gaps: readonly Stretch[];
  /** What holds now; null when nobody knows, or now lies outside the window. */
  readonly current: number | null;
  readonly hasReadings: boolean;
}

interface SpanRules<S extends DaySpan> {
  readonly spanOf: (stretch: Stretch, point: HistoryPoint | null) => S;
  readonly isSame: (a: S, b: S) => boolean;
  /** Whether the window has to show it. */
  readonly isBusy: (span: S) => boolean;
}

const FIRST_HOUR = 7;
const LAST_HOUR = 19;
const TICK_HOURS = 2;

/** A history as the day it is of, on the site's clock. */
export function dayData<S extends DaySpan>(
  history: SpaceHistory,
  settings: DaySettings,
  rules: SpanRules<S>,
): DayData<S> {
  const day = DateTime.fromISO(history.from, { zone: settings.timeZone }).startOf("day");
  const all = daySpans(history, { day, now: settings.now }, rules);
  const axis = dayAxis(day, all.filter(rules.isBusy), settings);
  const spans = all.flatMap((span) => clip(span, axis));
  return {
    ...axis,
    spans,
    gaps: gapsOf(spans),
    current: currentOf(spans, settings.now),
    hasReadings: all.some((span) => span.value !== null),
  };
}

/** For what only has a value. */
export const plainSpans = (read: (value: number) => number): Pick<SpanRules<DaySpan>, "spanOf" | "isSame"> => ({
  spanOf: (stretch, point) => ({
    ...stretch,
    value: point === null || point.value === null ? null : read(point.value),
  }),
  isSame: (a, b) => a.value === b.value,
});

/** The hours to show: the working hours, widened by whole ticks to the busy stretches and to now, or the whole day. */
function dayAxis(day: DateTime, busy: readonly Stretch[], { now, timeZone, window }: DaySettings): DayAxis {
  const hours = window === "day" ? { first: 0, last: 24 } : hoursOf(busy, day, now);
  return {
    from: atHour(day, hours.first),
    to: atHour(day, hours.last),
    now,
    timeZone,
    working: window === "day" ? { from: atHour(day, FIRST_HOUR), to: atHour(day, LAST_HOUR) } : null,
    ticks: ticksOf(day, hours.first, hours.last),
  };
}

/**
 * The day up to now without holes: every moment has an answer, if only "nothing is known". Neighbours that say the
 * same are one span.
 */
function daySpans<S extends DaySpan>(
  history: SpaceHistory,
  { day, now }: { readonly day: DateTime; readonly now: number },
  { spanOf, isSame }: SpanRules<S>,
): S[] {
  const from = day.toMillis();
  const to = Math.min(now, day.plus({ days: 1 }).toMillis());
  const spans: S[] = [];
  const add = (span: S) => {
    const last = spans.at(-1);
    if (span.to <= span.from) return;
    if (last && isSame(last, span)) spans.splice(-1, 1, { ...last, to: span.to });
    else spans.push(span);
  };
  const first = history.points[0];
  add(spanOf({ from, to: first ? Math.min(Date.parse(first.at), to) : to }, null));
  for (const [i, point] of history.points.entries()) {
    const next = history.points[i + 1];
    add(
      spanOf({ from: Math.max(Date.parse(point.at), from), to: next ? Math.min(Date.parse(next.at), to) : to }, point),
    );
  }
  return spans;
}

/** The part of a span that lies inside; nothing when none does. */
export function clip<S extends Stretch>(span: S, { from, to }: Stretch): S[] {
  if (span.to <= from || span.from >= to) return [];
  return [{ ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }];
}

const gapsOf = (spans: readonly DaySpan[]): Stretch[] =>
  spans.filter((span) => span.value === null).map(({ from, to }) => ({ from, to }));

function currentOf(spans: readonly DaySpan[], now: number): number | null {
  const last = spans.at(-1);
  return last && last.to === now ? last.value : null;
}

function hoursOf(busy: readonly Stretch[], day: DateTime, now: number): { first: number; last: number } {
  const earliest = Math.min(now, ...busy.map((span) => span.from));
  const latest = Math.max(Math.min(now, atHour(day, 24)), ...busy.map((span) => span.to));
  let first = FIRST_HOUR;
  let last = LAST_HOUR;
  while (first > 0 && earliest < atHour(day, first)) first = Math.max(0, first - TICK_HOURS);
  while (last < 24 && latest > atHour(day, last)) last = Math.min(24, last + TICK_HOURS);
  return { first, last };
}

/** By the clock on the wall, so that the two days a year with 23 and 25 hours come out right. */
function atHour(day: DateTime, hour: number): number {
  return (hour === 24 ? day.plus({ days: 1 }) : day.set({ hour })).toMillis();
}

function ticksOf(day: DateTime, first: number, last: number): { at: number; label: string }[] {
  const hours = Array.from({ length: Math.floor((last - first) / TICK_HOURS) + 1 }, (_, i) => first + i * TICK_HOURS);
  return hours
    .filter((hour) => hour === 24 || day.set({ hour }).hour === hour)
    .map((hour) => ({ at: atHour(day, hour), label: String(hour).padStart(2, "0") }));
}
