import type { Metric } from "@/lib/core/metric";
import type { Reading, SourceRef } from "@/lib/core/observation";
import { FROM_THE_FUTURE, MOST_PEOPLE } from "../schema-parts";
import { type EventContext, type Handler, on, sourceOf, stepOf } from "./event";
import { momentMs } from "./moment";
import { SensorData } from "./schema";

const COUNT = /^\d{1,6}(\.0+)?$/;
const DECIMAL = /^[+-]?\d{1,9}(\.\d{1,12})?$/;
const MOST_NOTES = 20;

interface Quantity {
  readonly metric: Metric;
  readonly pattern: RegExp;
  /** Theirs → ours; null when nothing measured can have this value. */
  readonly read: (value: number, unit: "C" | "F") => number | null;
}

const within = (least: number, most: number) => (value: number) => (value >= least && value <= most ? value : null);
const decimal = (metric: Metric, read: Quantity["read"]): Quantity => ({ metric, pattern: DECIMAL, read });

const plausibleC = within(-273.15, 1_000);
const celsius = (value: number, unit: "C" | "F") =>
  plausibleC(unit === "F" ? Math.round(((value - 32) * 500) / 9) / 100 : value);

/** The unit shows in the size: 300–1,200 is hPa, 30,000–120,000 Pa. */
const pascal = (value: number) =>
  within(30_000, 120_000)(value >= 300 && value <= 1_200 ? Math.round(value * 100) : value);

const QUANTITIES: ReadonlyMap<unknown, Quantity> = new Map([
  ["REAL_TIME_PEOPLE_COUNT", { metric: "occupancy", pattern: COUNT, read: within(0, MOST_PEOPLE) }],
  ["CO2", decimal("co2", within(0, 1_000_000))],
  ["TEMPERATURE", decimal("temperature", celsius)],
  ["HUMIDITY", decimal("humidity", within(0, 100))],
  ["VOC", decimal("voc", within(0, 1_000_000))],
  ["AQI", decimal("aqi", within(0, 1_000_000))],
  ["PM25", decimal("pm25", within(0, 1_000_000))],
  ["PM10", decimal("pm10", within(0, 1_000_000))],
  ["AIR_PRESSURE", decimal("pressure", pascal)],
]);

/** A room may have several devices, and each counts for itself: the source is the device in its room. */
const sensorData = on(SensorData, (object, context) => {
  const room = stepOf(sourceOf("room", object.id), object.room_name);
  const source = sourceOf("sensor", `${object.id}/${object.device_id}`);
  const sensor = stepOf(source, object.room_name, { device: object.device_id });
  const readings: Reading[] = [];
  const notes: string[] = [];
  for (const [i, item] of object.sensor_data.entries()) {
    const reading = readingOf(item, source, context);
    if (typeof reading !== "string") readings.push(reading);
    else if (notes.length < MOST_NOTES) notes.push(`payload.object.sensor_data.${i}${reading}`);
  }
  return { claims: [[room, sensor]], observations: readings, notes };
});

/** The reading, or where and why it is none: a bad one is skipped and its neighbours are kept. */
function readingOf(item: unknown, source: SourceRef, context: EventContext): Reading | string {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return ": is no reading";
  const { date_time, sensor_type, sensor_value } = item as Record<string, unknown>;
  const ms = momentMs(date_time);
  if (ms === null) return ".date_time: is no moment";
  if (ms * 1000 > context.latestUs) return `.date_time: ${FROM_THE_FUTURE}`;
  const quantity = QUANTITIES.get(sensor_type);
  if (!quantity) return ".sensor_type: is not known";
  const number = numberOf(sensor_value, quantity.pattern);
  if (number === null) return ".sensor_value: is no number";
  const value = quantity.read(number, context.temperatureUnit);
  if (value === null) return ".sensor_value: is not possible";
  return { kind: "reading", source, metric: quantity.metric, value, observedAtUs: ms * 1000, version: null };
}

/** Documented as a string; a JSON number passes the same pattern. `Number("")` would be 0 and `Number("0x1F")` 31. */
function numberOf(value: unknown, pattern: RegExp): number | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = String(value).trim();
  return pattern.test(text) ? Number(text) + 0 : null; // + 0: minus zero is zero
}

export const SENSOR_EVENTS: ReadonlyMap<string, Handler> = new Map([["zoomroom.sensor_data", sensorData]]);
