/**
 * What is measured, with its unit. The codes are stored (`reading.metric`) and never change meaning.
 *
 * What a value says decides what may be done with it:
 * - `count`: people, now. `occupancySmoothed` is Butlr's one-minute smoothed count, kept apart from the count it smooths.
 * - `presence`: 1 somebody, 0 nobody.
 * - `environment`: the air; holds until the next reading.
 * - `switch`: 1 or 0 of a thing (open, wet, online), not of people.
 * - `health`: of the device itself.
 * - `flow`: people who passed since the reading before: a sum, never a "now".
 * - `total`: a device's lifetime counter; only differences mean something, and a lower total is another device.
 * - `event`: something happened; the value is always 1.
 */
export const METRICS = {
  occupancy: { code: 1, unit: "people", says: "count" },
  occupancySmoothed: { code: 2, unit: "people", says: "count" },
  motion: { code: 3, unit: "", says: "presence" },
  deskOccupied: { code: 4, unit: "", says: "presence" },
  temperature: { code: 5, unit: "°C", says: "environment" },
  humidity: { code: 6, unit: "%RH", says: "environment" },
  co2: { code: 7, unit: "ppm", says: "environment" },
  pressure: { code: 8, unit: "Pa", says: "environment" },
  /** As the appliance reports it: Zoom documents no unit. */
  voc: { code: 9, unit: "", says: "environment" },
  /** As the appliance reports it. */
  aqi: { code: 10, unit: "", says: "environment" },
  pm25: { code: 11, unit: "µg/m³", says: "environment" },
  pm10: { code: 12, unit: "µg/m³", says: "environment" },
  trafficIn: { code: 13, unit: "people", says: "flow" },
  trafficOut: { code: 14, unit: "people", says: "flow" },
  objectPresent: { code: 15, unit: "", says: "switch" },
  contactOpen: { code: 16, unit: "", says: "switch" },
  waterPresent: { code: 17, unit: "", says: "switch" },
  objectCountTotal: { code: 18, unit: "", says: "total" },
  touchCountTotal: { code: 19, unit: "", says: "total" },
  touch: { code: 20, unit: "", says: "event" },
  /** The vendor's own word on whether the device is connected. */
  online: { code: 21, unit: "", says: "switch" },
  battery: { code: 22, unit: "%", says: "health" },
  signal: { code: 23, unit: "%", says: "health" },
} as const;

export type Metric = keyof typeof METRICS;
export type MetricKind = (typeof METRICS)[Metric]["says"];

const NAMES = new Map(Object.entries(METRICS).map(([name, { code }]) => [code as number, name as Metric]));

/** The metric stored under a code; throws on one this version does not know. */
export function metricOf(code: number): Metric {
  const name = NAMES.get(code);
  if (!name) throw new Error(`No metric has the code ${code}`);
  return name;
}

/** Codes of the metrics that say this kind of thing, for SQL. */
export function codesSaying(...kinds: MetricKind[]): number[] {
  return Object.values(METRICS)
    .filter((metric) => kinds.includes(metric.says))
    .map((metric) => metric.code);
}
