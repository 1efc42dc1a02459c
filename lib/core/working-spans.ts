import { evenPieces, localDays } from "./local-hours";
import type { Span } from "./moment-or-day";
import { type Holidays, WEEKDAYS, type Weekday, type WorkingHours } from "./working-hours";

const MINUTE_MS = 60_000;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * The stretches of a span in which `isWorkingTime` says yes, in order and joined: what a clock change skips is not
 * there, what it repeats counts both times.
 */
export function workingSpans(
  hours: WorkingHours | null,
  holidays: Holidays | null,
  timeZone: string,
  span: Span,
): Span[] {
  const off = new Set(holidays?.map(({ date }) => date));
  const spans: { from: number; to: number }[] = [];
  const add = (from: number, to: number) => {
    const [a, b] = [Math.max(from, span.from), Math.min(to, span.to)];
    const last = spans.at(-1);
    if (a >= b) return;
    if (last?.to === a) last.to = b;
    else spans.push({ from: a, to: b });
  };
  for (const day of localDays(span, timeZone)) {
    if (off.has(day.date)) continue;
    if (hours === null) {
      add(day.from, day.to);
      continue;
    }
    const shifts = hours[WEEKDAYS[day.weekday - 1] as Weekday] ?? [];
    for (const piece of shifts.length > 0 ? evenPieces(day, timeZone) : []) {
      const midnight = Date.parse(day.date) - piece.offset;
      for (const [from, to] of shifts) {
        const [starts, ends] = [midnight + minutesOf(from) * MINUTE_MS, midnight + minutesOf(to) * MINUTE_MS];
        add(Math.max(piece.from, starts), Math.min(piece.to, ends));
      }
    }
  }
  return spans;
}

/** The parts of stretches that lie in one. */
export const spansWithin = (spans: readonly Span[], { from, to }: Span): Span[] =>
  spans
    .filter((span) => span.from < to && span.to > from)
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }));

/** What two lists of stretches, each in order, have in common. */
export function commonSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i] as Span, b[j] as Span];
    const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
    if (from < to) common.push({ from, to });
    if (one.to < other.to) i++;
    else j++;
  }
  return common;
}

/** Length of all of them together, ms. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);
