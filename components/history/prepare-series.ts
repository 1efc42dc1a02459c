import { DateTime } from "luxon";
import { dated } from "@/lib/core/dated";
import { isThin } from "@/lib/core/figure-words";
import type { HistorySeries, SeriesLine, SeriesPoint } from "@/lib/core/space-metrics";
import type { Text } from "@/lib/core/text";

/** One bucket of the chart. A value that was seen too little stands in `thin`, so that it can be hatched. */
export interface SeriesRow {
  /** Position on the axis. */
  readonly index: number;
  readonly at: string;
  readonly label: string;
  /** Short, for the axis: of an hour only its day. */
  readonly tick: string;
  readonly value: number | null;
  readonly thin: number | null;
  readonly other: number | null;
  readonly coverage: number;
  readonly otherCoverage: number | null;
}

export interface SeriesChart {
  readonly bucket: HistorySeries["bucket"];
  readonly unit: string;
  readonly rows: readonly SeriesRow[];
  /** Positions between which nothing is known, ends included. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  /** Positions that get a label, so that labels do not meet. */
  readonly ticks: readonly number[];
  readonly yMax: number;
  readonly yTicks: readonly number[];
  readonly hasOther: boolean;
  /** The two lines, where they are two spaces. */
  readonly names: { readonly first: string | null; readonly other: string | null };
}

const MOST_TICKS = 10;

/** Decides what the chart over time shows; the second line is laid over the first, bucket by bucket. */
export function prepareSeries(series: HistorySeries, t: Text): SeriesChart {
  const asked = series.lines.filter(({ period }) => period === "asked");
  const first = asked[0];
  const other = series.lines.find(({ period }) => period === "before") ?? asked[1];
  const rows = (first?.points ?? []).map((point, index) => row(point, other?.points[index], index, series, t));
  const values = rows.flatMap(({ value, thin, other: second }) => [value, thin, second]).filter((one) => one !== null);
  return {
    bucket: series.bucket,
    unit: series.unit,
    rows,
    gaps: gapsOf(rows),
    ticks: ticksOf(rows, series),
    ...heightOf(values, series.unit),
    hasOther: other !== undefined,
    names: { first: nameOf(first), other: nameOf(other) },
  };
}

/** Round steps, at most five of them; of percentages a quarter at least, so that a quiet month does not look busy. */
function heightOf(values: readonly number[], unit: string): { yMax: number; yTicks: readonly number[] } {
  const most = Math.max(unit === "percent" ? 25 : 2, ...values);
  const size = 10 ** Math.floor(Math.log10(most / 5));
  const step = [1, 2, 5, 10].map((factor) => factor * size).find((one) => most / one <= 5) ?? most;
  const wanted = unit === "percent" ? Math.max(5, step) : Math.max(1, step);
  const steps = Math.ceil(most / wanted);
  return { yMax: steps * wanted, yTicks: Array.from({ length: steps + 1 }, (_, i) => i * wanted) };
}

const nameOf = (line: SeriesLine | undefined) => line?.space?.name ?? null;

function row(
  point: SeriesPoint,
  other: SeriesPoint | undefined,
  index: number,
  { bucket, timeZone, from, to }: HistorySeries,
  t: Text,
): SeriesRow {
  const thin = isThin(point.coverage);
  const isOneDay = bucket === "hour" && lastsOneDay({ from, to });
  return {
    index,
    at: point.at,
    label: bucketWords(point.at, bucket, timeZone, t),
    tick: isOneDay
      ? hourWords(point.at, timeZone)
      : bucketWords(point.at, bucket === "hour" ? "day" : bucket, timeZone, t),
    value: thin ? null : point.value,
    thin: thin ? point.value : null,
    other: other?.value ?? null,
    coverage: point.coverage,
    otherCoverage: other?.coverage ?? null,
  };
}

/** "Tue 18 Nov", "Tue 18 Nov 10:00", "week of 17 Nov" without its "week of". */
function bucketWords(at: string, bucket: HistorySeries["bucket"], timeZone: string, t: Text): string {
  const time = DateTime.fromISO(at, { zone: timeZone });
  if (bucket === "hour") return dated(time, "ccc d LLL HH:mm", t);
  return dated(time, bucket === "day" ? "ccc d LLL" : "d LLL", t);
}

const DAY_MS = 25 * 3_600_000;
const lastsOneDay = ({ from, to }: { from: string; to: string }) => Date.parse(to) - Date.parse(from) <= DAY_MS;
const hourWords = (at: string, zone: string) => DateTime.fromISO(at, { zone }).toFormat("HH:mm");

function gapsOf(rows: readonly SeriesRow[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  for (const { index, value, thin } of rows) {
    if (value !== null || thin !== null) continue;
    const last = gaps.at(-1);
    if (last?.to === index) gaps.splice(-1, 1, { ...last, to: index + 1 });
    else gaps.push({ from: index, to: index + 1 });
  }
  return gaps;
}

/** Of hours, the first of each day where that is not too many; else evenly spread. */
function ticksOf(rows: readonly SeriesRow[], { bucket, timeZone }: HistorySeries): number[] {
  const dayOf = (one: SeriesRow | undefined) =>
    one && DateTime.fromISO(one.at, { zone: timeZone }).toFormat("yyyy-MM-dd");
  const candidates =
    bucket === "hour"
      ? rows.filter((one, i) => dayOf(one) !== dayOf(rows[i - 1])).map(({ index }) => index)
      : rows.map(({ index }) => index);
  const wanted = candidates.length > 1 ? candidates : rows.map(({ index }) => index);
  const step = Math.ceil(wanted.length / MOST_TICKS);
  return wanted.filter((_, i) => i % step === 0);
}
