import { DateTime } from "luxon";
import type { OccupancyChartData, OccupancySpan } from "./prepare-occupancy";

/** How far, as a share of the window, a finger or pointer may be off a correction. */
const SNAP_SHARE = 0.012;

export interface OccupancyHint {
  readonly at: number;
  readonly lines: readonly string[];
}

/** What the chart says about a moment; null where it says nothing, as in the future. */
export function hintAt(chart: OccupancyChartData, at: number): OccupancyHint | null {
  const near = nearestCorrected(chart, at);
  const span = near ?? chart.spans.find((candidate) => candidate.from <= at && at < candidate.to);
  if (!span) return null;
  return { at: near ? near.from : at, lines: [spanWords(span, chart), ...correctionWords(span, chart.timeZone)] };
}

function nearestCorrected(chart: OccupancyChartData, at: number): OccupancySpan | null {
  const reach = (chart.to - chart.from) * SNAP_SHARE;
  const distance = (span: OccupancySpan) => Math.max(span.from - at, at - span.to, 0);
  const near = chart.spans.filter((span) => span.correction && distance(span) <= reach);
  return near.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function spanWords(span: OccupancySpan, { now, timeZone }: OccupancyChartData): string {
  const time = `${clock(span.from, timeZone)}–${span.to === now ? "now" : clock(span.to, timeZone)}`;
  return span.value === null ? `No data ${time}` : `${time} · ${people(span.value)}`;
}

function correctionWords({ correction }: OccupancySpan, timeZone: string): string[] {
  if (!correction) return [];
  return [`${correction.from} → ${correction.to}, corrected ${clock(correction.correctedAt, timeZone)}`];
}

/** The chart as one sentence, for whoever cannot see it. */
export function summaryWords(chart: OccupancyChartData): string {
  if (!chart.hasReadings) return "No reading today.";
  const { timeZone, gaps, corrections } = chart;
  const most = chart.spans.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const minutes = corrections.length === 1 ? "1 value restated" : `${corrections.length} values restated`;
  const parts = [
    chart.current === null ? "no count now" : `${people(chart.current)} now`,
    most?.value ? `most ${most.value} at ${clock(most.from, timeZone)}` : "nobody seen",
    ...(gaps.length > 3
      ? [`no data in ${gaps.length} stretches`]
      : gaps.map((gap) => `no data ${clock(gap.from, timeZone)} to ${clock(gap.to, timeZone)}`)),
    ...(corrections.length > 0 ? [minutes] : []),
  ];
  return `People from ${clock(chart.from, timeZone)} to ${clock(Math.min(chart.now, chart.to), timeZone)}: ${parts.join(", ")}.`;
}

export interface OccupancyTableRow {
  readonly at: number;
  readonly time: string;
  readonly people: string;
  readonly note: string;
}

/** The same stretches as the chart, newest first. */
export function tableRows(chart: OccupancyChartData): OccupancyTableRow[] {
  return chart.spans.toReversed().map((span) => ({
    at: span.from,
    time: `${clock(span.from, chart.timeZone)}–${span.to === chart.now ? "now" : clock(span.to, chart.timeZone)}`,
    people: span.value === null ? "No data" : String(span.value),
    note: correctionWords(span, chart.timeZone).join(""),
  }));
}

function people(count: number): string {
  if (count === 0) return "nobody";
  return count === 1 ? "1 person" : `${count} people`;
}

function clock(at: number, timeZone: string): string {
  return DateTime.fromMillis(at, { zone: timeZone }).toFormat("HH:mm");
}
