import type { Metric } from "@/lib/core/metric";
import { text } from "@/lib/core/text";

/** What is measured, as it stands in a sentence; in English: said by `t(METRIC_WORDS[metric])`. */
export const METRIC_WORDS: Record<Metric, string> = {
  occupancy: text("people count"),
  occupancySmoothed: text("people count, smoothed"),
  motion: text("motion"),
  deskOccupied: text("desk"),
  temperature: text("temperature"),
  humidity: text("relative humidity"),
  co2: text("CO₂"),
  pressure: text("air pressure"),
  voc: text("volatile organic compounds"),
  aqi: text("air quality index"),
  pm25: text("fine dust PM2.5"),
  pm10: text("dust PM10"),
  trafficIn: text("people who came in"),
  trafficOut: text("people who went out"),
  objectPresent: text("object present"),
  contactOpen: text("open"),
  waterPresent: text("water"),
  objectCountTotal: text("objects counted"),
  touchCountTotal: text("touches counted"),
  touch: text("touch"),
  online: text("connection"),
  battery: text("battery"),
  signal: text("signal"),
};
