import { type AirLimits, BUILT_IN_LIMITS, bandNumber, COMFORT_METRICS, type ComfortMetric } from "./air-limits";
import type { MetricValue, SpaceSnapshot } from "./floor";
import { decimalSign } from "./locale";
import type { Metric } from "./metric";
import { AIR_FRESH_MS } from "./space";
import { english, type Text } from "./text";

/** What is said of the air, in the order it is shown. */
const AIR_METRICS = ["co2", "temperature", "humidity", "pressure", "voc", "aqi", "pm25", "pm10"] as const;
export type AirMetric = (typeof AIR_METRICS)[number];

export const isComfort = (metric: Metric): metric is ComfortMetric =>
  (COMFORT_METRICS as readonly Metric[]).includes(metric);

/** Where a value stands: `high` of CO₂ asks somebody to act, of the others it is merely outside what is comfortable. */
export type AirBand = "low" | "in-range" | "elevated" | "high";

/** The two limits between which a value is as it should be: below the first CO₂ is good. */
export const airLimits = (metric: ComfortMetric, limits = BUILT_IN_LIMITS): readonly [number, number] => [
  limits[metric][1],
  limits[metric][2],
];

/** The band of a value as it is shown, so that no "900 ppm" is good and another elevated; null where none is known. */
export function airBand(metric: AirMetric, value: number, limits = BUILT_IN_LIMITS): AirBand | null {
  if (!isComfort(metric)) return null;
  const band = bandNumber(metric, rounded(metric, value), limits[metric]);
  if (band > 3) return "high";
  if (metric === "co2") return band === 3 ? "elevated" : "in-range";
  return band === 3 ? "in-range" : "low";
}

interface AirFormat {
  readonly unit: string;
  readonly decimals: number;
  /** Our unit → the one people know. */
  readonly scale?: number;
}

const FORMATS: Record<AirMetric, AirFormat> = {
  co2: { unit: "ppm", decimals: 0 },
  temperature: { unit: "°C", decimals: 1 },
  humidity: { unit: "%RH", decimals: 0 },
  pressure: { unit: "hPa", decimals: 0, scale: 0.01 },
  voc: { unit: "", decimals: 1 },
  aqi: { unit: "", decimals: 0 },
  pm25: { unit: "µg/m³", decimals: 1 },
  pm10: { unit: "µg/m³", decimals: 1 },
};

const FAHRENHEIT: AirFormat = { unit: "°F", decimals: 1 };
const isFahrenheit = (metric: AirMetric, { temperature }: Text) =>
  metric === "temperature" && temperature === "fahrenheit";
const formatOf = (metric: AirMetric, t: Text) => (isFahrenheit(metric, t) ? FAHRENHEIT : FORMATS[metric]);

/** The unit a metric is shown in to a reader. */
export const airUnit = (metric: AirMetric, t: Text = english): string => formatOf(metric, t).unit;

/** A value as it is kept → rounded, in the reader's unit. */
export function shownValue(metric: AirMetric, value: number, t: Text): number {
  if (!isFahrenheit(metric, t)) return rounded(metric, value);
  return Number((value * 1.8 + 32).toFixed(FAHRENHEIT.decimals));
}

/** What somebody typed in their own unit → as it is kept, to a hundredth. */
export const keptValue = (metric: AirMetric, shown: number, t: Text): number =>
  isFahrenheit(metric, t) ? Math.round(((shown - 32) / 1.8) * 100) / 100 : shown;

/** How far two values lie apart, as it is kept → in the reader's unit: 5 °C are 9 °F. */
export const shownDifference = (metric: AirMetric, difference: number, t: Text): number =>
  isFahrenheit(metric, t) ? Math.round(difference * 18) / 10 : difference;

/** The same the other way round. */
export const keptDifference = (metric: AirMetric, shown: number, t: Text): number =>
  isFahrenheit(metric, t) ? Math.round((shown / 1.8) * 100) / 100 : shown;

/** A value as it is shown, without its unit: as exact as its sensors are. */
export function airFigure(metric: AirMetric, value: number, t: Text = english): string {
  const shown = shownValue(metric, value, t);
  const text = shown.toFixed(formatOf(metric, t).decimals).replace(/^-(0(?:\.0*)?)$/, "$1");
  // A thin space between thousands, but a year-long number like 1384 is read faster without.
  const grouped = Math.abs(shown) < 10_000 ? text : text.replace(/\B(?=(\d{3})+(?!\d))/g, "\u2009");
  return grouped.replace(".", decimalSign(t.locale));
}

/** "22.4 °C"; the unit after a thin space. */
export function airText(metric: AirMetric, value: number, t: Text = english): string {
  const { unit } = formatOf(metric, t);
  return unit === "" ? airFigure(metric, value, t) : `${airFigure(metric, value, t)}\u2009${unit}`;
}

/** A value in the unit it is shown in, rounded as it is shown. */
export function rounded(metric: AirMetric, value: number): number {
  const { decimals, scale = 1 } = FORMATS[metric];
  return Number((value * scale).toFixed(decimals));
}

export const isAirMetric = (metric: Metric): metric is AirMetric => (AIR_METRICS as readonly Metric[]).includes(metric);

/** The newest value of one metric of a space's air. */
export interface AirReading extends MetricValue {
  readonly metric: AirMetric;
  /** How old it is, ms. */
  readonly ageMs: number;
  /** May it be shown as now? */
  readonly isFresh: boolean;
  /** Null where nothing says what is good, and when it is not fresh. */
  readonly band: AirBand | null;
}

/** What the air of a space is at a moment (ms), one reading per metric that was ever measured in it. */
export function airOf(space: Pick<SpaceSnapshot, "metrics">, now: number, limits = BUILT_IN_LIMITS): AirReading[] {
  return AIR_METRICS.flatMap((metric) => {
    const reading = space.metrics[metric];
    return reading ? [airReading(metric, reading, now, limits)] : [];
  });
}

function airReading(metric: AirMetric, reading: MetricValue, now: number, limits: AirLimits): AirReading {
  // A clock that runs ahead does not make a value last longer.
  const ageMs = now - Math.min(Date.parse(reading.observedAt), Date.parse(reading.receivedAt));
  const isFresh = ageMs < AIR_FRESH_MS;
  return { ...reading, metric, ageMs, isFresh, band: isFresh ? airBand(metric, reading.value, limits) : null };
}
