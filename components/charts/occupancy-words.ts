import {
  type ChartHint,
  type ChartTableData,
  clock,
  gapWords,
  NO_READING,
  sentence,
  spanAt,
  spanWords,
  stretchRows,
} from "./chart-words";
import type { OccupancyChartData, OccupancySpan } from "./prepare-occupancy";

/** How far, as a share of the window, a finger or pointer may be off a correction. */
const SNAP_SHARE = 0.012;

/** What the chart says about a moment; null where it says nothing, as in the future. */
export function occupancyHint(chart: OccupancyChartData, at: number): ChartHint | null {
  const near = nearestCorrected(chart, at);
  const span = near ?? spanAt(chart.spans, at);
  if (!span) return null;
  return {
    at: near ? near.from : at,
    lines: [spanWords(span, chart, people), ...correctionWords(span, chart.timeZone)],
  };
}

function nearestCorrected(chart: OccupancyChartData, at: number): OccupancySpan | null {
  const reach = (chart.to - chart.from) * SNAP_SHARE;
  const distance = (span: OccupancySpan) => Math.max(span.from - at, at - span.to, 0);
  const near = chart.spans.filter((span) => span.correction && distance(span) <= reach);
  return near.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function correctionWords({ correction }: OccupancySpan, timeZone: string): string[] {
  if (!correction) return [];
  return [`${correction.from} → ${correction.to}, corrected ${clock(correction.correctedAt, timeZone)}`];
}

/** The chart as one sentence, for whoever cannot see it. */
export function occupancySummary(chart: OccupancyChartData): string {
  if (!chart.hasReadings) return NO_READING;
  const { timeZone, gaps, corrections } = chart;
  const most = chart.spans.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const restated = corrections.length === 1 ? "1 value restated" : `${corrections.length} values restated`;
  return sentence("People", chart, [
    chart.current === null ? "no count now" : `${people(chart.current)} now`,
    most?.value ? `most ${most.value} at ${clock(most.from, timeZone)}` : "nobody seen",
    ...gapWords(gaps, timeZone),
    ...(corrections.length > 0 ? [restated] : []),
  ]);
}

/** The same stretches as the chart, newest first. */
export function occupancyTable(chart: OccupancyChartData): ChartTableData {
  return {
    label: "People today",
    heads: ["Time", "People", "Restated"],
    rows: stretchRows(chart.spans, chart, {
      value: String,
      more: (span) => correctionWords(span, chart.timeZone).join(""),
    }),
  };
}

function people(count: number): string {
  if (count === 0) return "nobody";
  return count === 1 ? "1 person" : `${count} people`;
}
