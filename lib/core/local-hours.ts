import { DateTime } from "luxon";
import type { Span } from "./moment-or-day";

/** An hour on the clock of a zone. A clock change makes one of them happen twice, or not at all. */
export interface LocalHour extends Span {
  /** Its day, as in 2026-11-21. */
  readonly date: string;
  /** 0–23 */
  readonly hour: number;
}

export interface LocalDay extends Span {
  readonly date: string;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Start of the hour of a zone's clock in which a moment lies, ms. */
export function startOfLocalHour(at: number, timeZone: string): number {
  const offset = offsetMs(at, timeZone);
  const start = Math.floor((at + offset) / HOUR_MS) * HOUR_MS - offset;
  // A clock that is set by half an hour within this hour: what began before stays one hour, and is longer or shorter.
  return offsetMs(start, timeZone) === offset
    ? start
    : startOfLocalHour(changeBefore(at, start, timeZone) - 1, timeZone);
}

/** The hours of a zone's clock that touch a span, whole and in order; an hour that happens twice comes twice. */
export function localHours(span: Span, timeZone: string): LocalHour[] {
  const hours: LocalHour[] = [];
  for (let from = startOfLocalHour(span.from, timeZone); from < span.to; ) {
    const to = endOfLocalHour(from, timeZone);
    const wall = new Date(from + offsetMs(from, timeZone));
    hours.push({ from, to, date: wall.toISOString().slice(0, 10), hour: wall.getUTCHours() });
    from = to;
  }
  return hours;
}

function endOfLocalHour(from: number, timeZone: string): number {
  for (let to = from + HOUR_MS / 2; ; to += HOUR_MS / 2) {
    if ((to + offsetMs(to, timeZone)) % HOUR_MS === 0) return to;
  }
}

/** The days of a zone's calendar that touch a span, whole and in order. */
export function localDays(span: Span, timeZone: string): LocalDay[] {
  const days: LocalDay[] = [];
  let day = DateTime.fromMillis(span.from, { zone: timeZone }).startOf("day");
  while (day.toMillis() < span.to) {
    const next = day.plus({ days: 1 }).startOf("day");
    days.push({ from: day.toMillis(), to: next.toMillis(), date: day.toISODate() ?? "", weekday: day.weekday });
    day = next;
  }
  return days;
}

/** Pieces of a span in which the zone's clock runs evenly, with its offset from UTC, ms. */
export function evenPieces(span: Span, timeZone: string): (Span & { readonly offset: number })[] {
  const pieces: (Span & { offset: number })[] = [];
  for (let from = span.from; from < span.to; ) {
    const offset = offsetMs(from, timeZone);
    let to = Math.min(span.to, from + DAY_MS);
    if (offsetMs(to - 1, timeZone) !== offset) to = changeBefore(to - 1, from, timeZone);
    const last = pieces.at(-1);
    if (last?.offset === offset) pieces[pieces.length - 1] = { ...last, to };
    else pieces.push({ from, to, offset });
    from = to;
  }
  return pieces;
}

/** The first moment with the offset of `at`, after `before`, which has another one. */
function changeBefore(at: number, before: number, timeZone: string): number {
  const offset = offsetMs(at, timeZone);
  let [low, high] = [before, at];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle, timeZone) === offset) high = middle;
    else low = middle;
  }
  return high;
}

const cache = new Map<string, Map<number, number>>();
const QUARTER_MS = 15 * 60_000;

/** How far the zone's clock is ahead of UTC, ms. Clocks are only ever set at a quarter of an hour. */
function offsetMs(at: number, timeZone: string): number {
  const known = cache.get(timeZone) ?? new Map<number, number>();
  cache.set(timeZone, known);
  const quarter = Math.floor(at / QUARTER_MS);
  const found = known.get(quarter);
  if (found !== undefined) return found;
  if (known.size > 100_000) known.clear();
  const offset = DateTime.fromMillis(at, { zone: timeZone }).offset * 60_000;
  known.set(quarter, offset);
  return offset;
}

/** A moment (ms) as ISO 8601 with the zone's offset. */
export function localIso(at: number, timeZone: string): string {
  const offset = offsetMs(at, timeZone) / 60_000;
  const wall = new Date(at + offset * 60_000).toISOString().replace(/(\.000)?Z$/, "");
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${wall}${offset < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`;
}
