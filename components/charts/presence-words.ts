import {
  type ChartHint,
  type ChartTableData,
  gapWords,
  NO_READING,
  sentence,
  spanAt,
  spanWords,
  stretchRows,
} from "./chart-words";
import type { PresenceChartData } from "./prepare-presence";

const word = (value: number) => (value > 0 ? "in use" : "free");

/** What the band says about a moment; null where it says nothing, as in the future. */
export function presenceHint(chart: PresenceChartData, at: number): ChartHint | null {
  const span = spanAt(chart.spans, at);
  return span ? { at, lines: [spanWords(span, chart, word)] } : null;
}

/** The band as one sentence, for whoever cannot see it. */
export function presenceSummary(chart: PresenceChartData): string {
  if (!chart.hasReadings) return NO_READING;
  const used = chart.spans.filter((span) => span.value === 1);
  const ms = used.reduce((sum, { from, to }) => sum + to - from, 0);
  return sentence("In use", chart, [
    chart.current === null ? "not known now" : `${word(chart.current)} now`,
    used.length === 0 ? "never used" : `used for ${lengthWords(ms)}`,
    ...gapWords(chart.gaps, chart.timeZone),
  ]);
}

/** The same stretches as the band, newest first. */
export function presenceTable(chart: PresenceChartData): ChartTableData {
  return {
    label: "In use today",
    heads: ["Time", "State", "For"],
    rows: stretchRows(chart.spans, chart, { value: word, more: ({ from, to }) => lengthWords(to - from) }),
  };
}

const MINUTE_MS = 60_000;

function lengthWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(" ");
}
