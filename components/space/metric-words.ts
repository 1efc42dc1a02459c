import type { Metric } from "@/lib/core/metric";

/** What is measured, as it stands in a sentence. */
export const METRIC_WORDS: Record<Metric, string> = {
  occupancy: "people count",
  occupancySmoothed: "people count, smoothed",
  motion: "motion",
  deskOccupied: "desk",
  temperature: "temperature",
  humidity: "relative humidity",
  co2: "CO₂",
  pressure: "air pressure",
  voc: "volatile organic compounds",
  aqi: "air quality index",
  pm25: "fine dust PM2.5",
  pm10: "dust PM10",
  trafficIn: "people who came in",
  trafficOut: "people who went out",
  objectPresent: "object present",
  contactOpen: "open",
  waterPresent: "water",
  objectCountTotal: "objects counted",
  touchCountTotal: "touches counted",
  touch: "touch",
  online: "connection",
  battery: "battery",
  signal: "signal",
};
