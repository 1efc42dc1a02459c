import { airText, isAirMetric } from "@/lib/core/environment";
import { METRICS, type Metric } from "@/lib/core/metric";
import { english, type Text, text } from "@/lib/core/text";

/** 1 and 0 of what is either so or not. */
const EITHER: Partial<Record<Metric, readonly [on: string, off: string]>> = {
  motion: [text("motion"), text("no motion")],
  deskOccupied: [text("in use"), text("not in use")],
  objectPresent: [text("object present"), text("no object")],
  contactOpen: [text("open"), text("closed")],
  waterPresent: [text("water"), text("dry")],
  online: [text("online"), text("offline")],
};

/** What an air value is of, where its unit alone does not say it. */
const NAMED: Partial<Record<Metric, string>> = {
  co2: "CO₂",
  voc: "VOC",
  aqi: "AQI",
  pm25: "PM2.5",
  pm10: "PM10",
};

/** A value as its own sentence would say it: "4", "no motion", "22.4 °C", "CO₂ 1040 ppm". */
export function valueWords(metric: Metric, value: number, t: Text = english): string {
  const either = EITHER[metric];
  if (either) return t(either[value > 0 ? 0 : 1]);
  if (isAirMetric(metric)) return [NAMED[metric], airText(metric, value, t)].filter(Boolean).join(" ");
  const { unit } = METRICS[metric];
  return unit === "%" ? `${Math.round(value)}\u2009%` : String(Math.round(value));
}

/** The same where nothing around it says what was measured: "4 people". */
export function toldWords(metric: Metric, value: number, t: Text = english): string {
  const words = valueWords(metric, value, t);
  if (METRICS[metric].says !== "count") return words;
  const people = t("{count, plural, one {# person} other {# people}}", { count: Math.round(value) });
  return metric === "occupancySmoothed" ? t("{people}, smoothed", { people }) : people;
}
