import type { HistoryPoint } from "@/lib/core/history";
import type { Text } from "@/lib/core/text";
import { clip, type DayAxis, type DaySpan, type LineData, lineData, type Stretch } from "./day-axis";

export interface OccupancySettings {
  readonly capacity: number | null;
  /** How long the vendor may still restate a minute. */
  readonly paleMs: number;
  readonly t: Text;
}

export interface OccupancySpan extends DaySpan {
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

export interface OccupancyChartData extends LineData<OccupancySpan> {
  readonly rows: readonly OccupancyRow[];
  readonly corrections: readonly OccupancyCorrection[];
  /** The corrections that get a mark: of those too close to tell apart, the largest. */
  readonly marks: readonly OccupancyCorrection[];
  /** The dashed line: the capacity, or without one the most people seen. */
  readonly level: { readonly value: number; readonly label: string } | null;
  readonly yMax: number;
}

const HEAD_ROOM = 1.2;
/** The width of a mark, as a share of the window. */
const MARK_SHARE = 0.025;

/** Decides everything the occupancy chart shows, so that drawing decides nothing. */
export function prepareOccupancy(
  points: readonly HistoryPoint[],
  axis: DayAxis,
  settings: OccupancySettings,
): OccupancyChartData {
  const data = lineData(points, axis, { spanOf: occupancySpan, isSame });
  const { spans } = data;
  const corrections = spans.flatMap((span) => span.correction ?? []);
  const most = Math.max(0, ...spans.map((span) => span.value ?? 0));
  const highest = Math.max(settings.capacity ?? 0, most, ...corrections.map((correction) => correction.from), 1);
  return {
    ...data,
    rows: rowsOf(spans, axis.now - settings.paleMs),
    corrections,
    marks: marksOf(corrections, (axis.to - axis.from) * MARK_SHARE),
    level: levelOf(settings.capacity, most, settings.t),
    yMax: Math.ceil(highest * HEAD_ROOM),
  };
}

function occupancySpan({ from, to }: Stretch, point: HistoryPoint | null): OccupancySpan {
  const value = point === null || point.value === null ? null : Math.round(point.value);
  const first = point?.firstValue === undefined ? value : Math.round(point.firstValue);
  const correctedAt = point?.correctedAt === undefined ? null : Date.parse(point.correctedAt);
  const isCorrected = value !== null && first !== null && correctedAt !== null && first !== value;
  return { from, to, value, correction: isCorrected ? { at: from, from: first, to: value, correctedAt } : null };
}

const isSame = (a: OccupancySpan, b: OccupancySpan) => a.value === b.value && !a.correction && !b.correction;

function levelOf(capacity: number | null, most: number, t: Text): { value: number; label: string } | null {
  if (capacity !== null && capacity > 0) return { value: capacity, label: t("capacity {count}", { count: capacity }) };
  return most > 0 ? { value: most, label: t("most {count}", { count: most }) } : null;
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
    ...clip(span, { from: Number.NEGATIVE_INFINITY, to: paleFrom }).map((piece) => ({ ...piece, isRecent: false })),
    ...clip(span, { from: paleFrom, to: Number.POSITIVE_INFINITY }).map((piece) => ({ ...piece, isRecent: true })),
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
