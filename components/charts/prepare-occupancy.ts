import { DateTime } from "luxon";
import type { SpaceHistory } from "@/lib/core/history";

export interface OccupancySettings {
  readonly capacity: number | null;
  /** ms. */
  readonly now: number;
  /** The site's. */
  readonly timeZone: string;
  readonly window: "hours" | "day";
  /** How long the vendor may still restate a minute. */
  readonly paleMs: number;
}

/** A stretch of the day with one answer. Times are ms; `value: null` says nothing is known. */
export interface OccupancySpan {
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  readonly correction: OccupancyCorrection | null;
}

/** A value that was reported as `from` first and is `to` now. */
interface OccupancyCorrection {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly correctedAt: number;
}

/** One x of the drawing. Two rows share an x where a line jumps or ends. */
interface OccupancyRow {
  readonly at: number;
  readonly final: number | null;
  readonly recent: number | null;
  readonly firstSeen: number | null;
}

export interface OccupancyChartData {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly timeZone: string;
  readonly rows: readonly OccupancyRow[];
  readonly spans: readonly OccupancySpan[];
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  readonly corrections: readonly OccupancyCorrection[];
  /** The corrections that get a mark: of those too close to tell apart, the largest. */
  readonly marks: readonly OccupancyCorrection[];
  /** People now; null when nobody knows, or now lies outside the window. */
  readonly current: number | null;
  /** The dashed line: the capacity, or without one the most people seen. */
  readonly level: { readonly value: number; readonly label: string } | null;
  readonly working: { readonly from: number; readonly to: number } | null;
  readonly yMax: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly hasReadings: boolean;
}

const FIRST_HOUR = 7;
const LAST_HOUR = 19;
const TICK_HOURS = 2;
const HEAD_ROOM = 1.2;
/** The width of a mark, as a share of the window. */
const MARK_SHARE = 0.025;

/** Decides everything the occupancy chart shows, so that drawing decides nothing. */
export function prepareOccupancy(history: SpaceHistory, settings: OccupancySettings): OccupancyChartData {
  const day = DateTime.fromISO(history.from, { zone: settings.timeZone }).startOf("day");
  const all = spansOf(history, day.toMillis(), Math.min(settings.now, day.plus({ days: 1 }).toMillis()));
  const hours = settings.window === "day" ? { first: 0, last: 24 } : hoursOf(all, day, settings.now);
  const from = atHour(day, hours.first);
  const to = atHour(day, hours.last);
  const spans = all.flatMap((span) => clip(span, from, to));
  const corrections = spans.flatMap((span) => span.correction ?? []);
  const most = Math.max(0, ...spans.map((span) => span.value ?? 0));
  const highest = Math.max(settings.capacity ?? 0, most, ...corrections.map((correction) => correction.from), 1);
  const last = spans.at(-1);
  return {
    from,
    to,
    now: settings.now,
    timeZone: settings.timeZone,
    rows: rowsOf(spans, settings.now - settings.paleMs),
    spans,
    gaps: spans.filter((span) => span.value === null).map((span) => ({ from: span.from, to: span.to })),
    corrections,
    marks: marksOf(corrections, (to - from) * MARK_SHARE),
    current: last && last.to === settings.now ? last.value : null,
    level: levelOf(settings.capacity, most),
    working: settings.window === "day" ? { from: atHour(day, FIRST_HOUR), to: atHour(day, LAST_HOUR) } : null,
    yMax: Math.ceil(highest * HEAD_ROOM),
    ticks: ticksOf(day, hours.first, hours.last),
    hasReadings: all.some((span) => span.value !== null),
  };
}

/** The day up to now without holes: every moment has an answer, if only "nothing is known". */
function spansOf(history: SpaceHistory, from: number, to: number): OccupancySpan[] {
  const spans: OccupancySpan[] = [];
  const add = (span: OccupancySpan) => {
    const last = spans.at(-1);
    if (span.to <= span.from) return;
    if (last && last.value === span.value && !last.correction && !span.correction)
      spans.splice(-1, 1, { ...last, to: span.to });
    else spans.push(span);
  };
  const first = history.points[0];
  add({ from, to: first ? Math.min(Date.parse(first.at), to) : to, value: null, correction: null });
  for (const [i, point] of history.points.entries()) {
    const at = Date.parse(point.at);
    const next = history.points[i + 1];
    const value = point.value === null ? null : Math.round(point.value);
    const first = point.firstValue === undefined ? value : Math.round(point.firstValue);
    const correctedAt = point.correctedAt === undefined ? null : Date.parse(point.correctedAt);
    const isCorrected = value !== null && first !== null && correctedAt !== null && first !== value;
    add({
      from: Math.max(at, from),
      to: next ? Math.min(Date.parse(next.at), to) : to,
      value,
      correction: isCorrected ? { at: Math.max(at, from), from: first, to: value, correctedAt } : null,
    });
  }
  return spans;
}

function clip(span: OccupancySpan, from: number, to: number): OccupancySpan[] {
  if (span.to <= from || span.from >= to) return [];
  return [{ ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }];
}

/** Working hours, widened by whole ticks to where people were seen and to now. */
function hoursOf(spans: readonly OccupancySpan[], day: DateTime, now: number): { first: number; last: number } {
  const busy = spans.filter((span) => (span.value ?? 0) > 0 || span.correction);
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

function levelOf(capacity: number | null, most: number): { value: number; label: string } | null {
  if (capacity !== null && capacity > 0) return { value: capacity, label: `capacity ${capacity}` };
  return most > 0 ? { value: most, label: `most ${most}` } : null;
}

function marksOf(corrections: readonly OccupancyCorrection[], apart: number): OccupancyCorrection[] {
  const size = (correction: OccupancyCorrection) => Math.abs(correction.from - correction.to);
  const marks: OccupancyCorrection[] = [];
  for (const correction of corrections) {
    const last = marks.at(-1);
    if (!last || correction.at - last.at >= apart) marks.push(correction);
    else if (size(correction) > size(last)) marks.splice(-1, 1, correction);
  }
  return marks;
}

/** Every piece as its two ends, so a step, a start and an end come out as two rows with one x. */
function rowsOf(spans: readonly OccupancySpan[], paleFrom: number): OccupancyRow[] {
  const pieces = spans.flatMap((span) => [
    ...clip(span, Number.NEGATIVE_INFINITY, paleFrom).map((piece) => ({ ...piece, isRecent: false })),
    ...clip(span, paleFrom, Number.POSITIVE_INFINITY).map((piece) => ({ ...piece, isRecent: true })),
  ]);
  return pieces.flatMap((piece, i) => {
    const { value, isRecent } = piece;
    const before = pieces[i - 1];
    const after = pieces[i + 1];
    const first = piece.correction?.from ?? null;
    const line = { final: isRecent ? null : value, recent: isRecent ? value : null };
    // A neighbour's line reaches over to this one, so that no hole shows where the line changes its look.
    const start = { ...line, at: piece.from, firstSeen: first ?? (before?.correction ? value : null) };
    const end = { ...line, at: piece.to, firstSeen: first ?? (after?.correction ? value : null) };
    if (after?.isRecent && after.value !== null) end.recent = value;
    return [start, end];
  });
}
