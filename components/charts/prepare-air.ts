import type { ComfortMetric } from "@/lib/core/air-limits";
import { airLimits, airUnit, rounded } from "@/lib/core/environment";
import type { SpaceHistory } from "@/lib/core/history";
import { type DayData, type DaySettings, dayData, plainSpans } from "./day-axis";

export interface AirSettings extends DaySettings {
  readonly metric: ComfortMetric;
}

/** A horizontal line with its words, in the unit that is shown. */
interface Level {
  readonly value: number;
  /** Empty where it would stand on another's. */
  readonly label: string;
}

export interface AirChartData extends DayData {
  readonly metric: ComfortMetric;
  /** Two rows share an x where the line steps or ends. Values as shown. */
  readonly rows: readonly { readonly at: number; readonly value: number | null }[];
  /** Where the band of the value changes. */
  readonly limits: readonly Level[];
  readonly yTicks: readonly Level[];
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
const LABEL_SHARE = 0.13;
const MOST_TICKS = 3;

/** Decides everything the line of an air metric shows. It steps, because between two readings nothing is known. */
export function prepareAir(history: SpaceHistory, settings: AirSettings): AirChartData {
  const { metric } = settings;
  const air = plainSpans((value) => rounded(metric, value));
  const data = dayData(history, settings, { ...air, isBusy: () => false });
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
      airLimits(metric).map((value) => ({ value, label: withUnit(value, metric) })),
      (yMax - yMin) * LABEL_SHARE,
    ),
    yTicks: ticksOf(yMin, yMax, airLimits(metric)).map((value, i, ticks) => ({
      value,
      label: i === ticks.length - 1 ? withUnit(value, metric) : String(value),
    })),
    yMin,
    yMax,
  };
}

const withUnit = (value: number, metric: ComfortMetric) => `${value}\u2009${airUnit(metric)}`;

function rangeOf(metric: ComfortMetric, values: readonly number[]): [number, number] {
  const low = Math.min(...values, ...LEAST_RANGE[metric]);
  const high = Math.max(...values, ...LEAST_RANGE[metric]);
  const padding = (high - low) * PADDING;
  return [low - padding, high + padding];
}

/** At most three round values inside the range; a limit says its value itself. */
function ticksOf(low: number, high: number, limits: readonly number[]): number[] {
  const size = 10 ** Math.floor(Math.log10((high - low) / MOST_TICKS));
  const step =
    [1, 2, 5, 10].map((factor) => factor * size).find((one) => (high - low) / one <= MOST_TICKS) ?? high - low;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  const ticks = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
  return ticks.filter((tick) => !limits.includes(tick));
}

/** Of two levels that are too close, the higher keeps its label. */
function labelled(levels: readonly Level[], apart: number): Level[] {
  return levels.map((level, i) => {
    const above = levels[i + 1];
    return above && above.value - level.value < apart ? { ...level, label: "" } : level;
  });
}
