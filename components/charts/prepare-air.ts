import type { AirLimits, ComfortMetric } from "@/lib/core/air-limits";
import { airLimits, airUnit, rounded, shownValue } from "@/lib/core/environment";
import type { HistoryPoint } from "@/lib/core/history";
import type { Text } from "@/lib/core/text";
import { type DayAxis, type LineData, lineData, plainSpans } from "./day-axis";

export interface AirSettings {
  readonly metric: ComfortMetric;
  readonly limits: AirLimits;
  readonly t: Text;
}

/** A horizontal line, as it is kept, with its words in the reader's unit. */
interface Level {
  readonly value: number;
  /** Empty where it would stand on another's. */
  readonly label: string;
}

export interface AirChartData extends LineData {
  readonly metric: ComfortMetric;
  /** Two rows share an x where the line steps or ends. Values as shown. */
  readonly rows: readonly { readonly at: number; readonly value: number | null }[];
  /** Where the band of the value changes. */
  readonly limits: readonly Level[];
  readonly yMin: number;
  readonly yMax: number;
}

/** What is always on the axis, so that a quiet day looks quiet. Not from zero: nobody's office is at 0 °C. */
const LEAST_RANGE: Record<ComfortMetric, readonly [number, number]> = {
  co2: [400, 1250],
  temperature: [19, 27],
  humidity: [25, 65],
};
/** Room above and below the line, as a share of its range. */
const PADDING = 0.08;
/** Labels closer than this, as a share of the height, would stand on each other. */
const LABEL_SHARE = 0.34;

/** Decides everything the line of an air metric shows. It steps, because between two readings nothing is known. */
export function prepareAir(points: readonly HistoryPoint[], axis: DayAxis, settings: AirSettings): AirChartData {
  const { metric } = settings;
  const limits = airLimits(metric, settings.limits);
  const data = lineData(
    points,
    axis,
    plainSpans((value) => rounded(metric, value)),
  );
  const values = data.spans.flatMap((span) => span.value ?? []);
  const [yMin, yMax] = rangeOf(metric, values);
  return {
    ...data,
    metric,
    rows: data.spans.flatMap(({ from, to, value }) => [
      { at: from, value },
      { at: to, value },
    ]),
    limits: labelled(
      limits.map((value) => ({ value, label: levelWords(metric, value, settings.t) })),
      (yMax - yMin) * LABEL_SHARE,
    ),
    yMin,
    yMax,
  };
}

const levelWords = (metric: ComfortMetric, value: number, t: Text) =>
  `${Math.round(shownValue(metric, value, t))}\u2009${airUnit(metric, t)}`;

function rangeOf(metric: ComfortMetric, values: readonly number[]): [number, number] {
  const low = Math.min(...values, ...LEAST_RANGE[metric]);
  const high = Math.max(...values, ...LEAST_RANGE[metric]);
  const padding = (high - low) * PADDING;
  return [low - padding, high + padding];
}

/** Of two levels that are too close, the higher keeps its label. */
function labelled(levels: readonly Level[], apart: number): Level[] {
  return levels.map((level, i) => {
    const above = levels[i + 1];
    return above && above.value - level.value < apart ? { ...level, label: "" } : level;
  });
}
