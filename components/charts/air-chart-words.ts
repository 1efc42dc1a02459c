import { AIR_NAMES, bandWord } from "@/components/air/air-words";
import { airBand, airText } from "@/lib/core/environment";
import {
  type ChartHint,
  type ChartTableData,
  clock,
  gapWords,
  NO_READING,
  sentence,
  spanAt,
  spanWords,
  stretchWords,
} from "./chart-words";
import { clip, type DaySpan } from "./day-axis";
import type { AirChartData } from "./prepare-air";

/** What the line says about a moment; null where it says nothing, as in the future. */
export function airHint(chart: AirChartData, at: number): ChartHint | null {
  const span = spanAt(chart.spans, at);
  return span ? { at, lines: [spanWords(span, chart, (value) => valueWords(chart, value))] } : null;
}

/** The line as one sentence, for whoever cannot see it. */
export function airSummary(chart: AirChartData): string {
  const extremes = extremesOf(chart.spans);
  if (!chart.hasReadings) return NO_READING;
  const { metric, current, timeZone } = chart;
  const at = ({ from, value }: KnownSpan) => `${airText(metric, value)} at ${clock(from, timeZone)}`;
  return sentence(AIR_NAMES[metric], chart, [
    current === null ? "no reading now" : `${valueWords(chart, current)} now`,
    ...(extremes ? [`lowest ${at(extremes.lowest)}`, `highest ${at(extremes.highest)}`] : []),
    ...gapWords(chart.gaps, timeZone),
  ]);
}

const HOUR_MS = 3_600_000;

/** Hour by hour, newest first: minute by minute it would be too long to read. */
export function airTable(chart: AirChartData): ChartTableData {
  const end = Math.min(chart.now, chart.to);
  const hours = Array.from({ length: Math.ceil((end - chart.from) / HOUR_MS) }, (_, i) => {
    const from = chart.from + i * HOUR_MS;
    return { from, to: Math.min(from + HOUR_MS, end) };
  });
  const text = (span: KnownSpan | undefined) => (span ? airText(chart.metric, span.value) : "No data");
  return {
    label: `${AIR_NAMES[chart.metric]} today`,
    heads: ["Time", "Lowest", "Highest"],
    rows: hours.toReversed().map((hour) => {
      const extremes = extremesOf(chart.spans.flatMap((span) => clip(span, hour)));
      return { at: hour.from, cells: [stretchWords(hour, chart), text(extremes?.lowest), text(extremes?.highest)] };
    }),
  };
}

type KnownSpan = DaySpan & { readonly value: number };

function extremesOf(spans: readonly DaySpan[]): { lowest: KnownSpan; highest: KnownSpan } | null {
  const known = spans.filter((span): span is KnownSpan => span.value !== null).sort((a, b) => a.value - b.value);
  const [lowest, highest] = [known[0], known.at(-1)];
  return lowest && highest ? { lowest, highest } : null;
}

function valueWords({ metric }: AirChartData, value: number): string {
  const band = airBand(metric, value);
  return [airText(metric, value), band && bandWord(metric, band).toLowerCase()].filter(Boolean).join(" ");
}
