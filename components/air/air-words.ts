import type { AirBand, AirMetric } from "@/lib/core/environment";
import { text } from "@/lib/core/text";

/** What a tile of the air is called, in English: said by `t(AIR_NAMES[metric])`. */
export const AIR_NAMES: Record<AirMetric, string> = {
  co2: text("CO₂"),
  temperature: text("Temperature"),
  humidity: text("Humidity"),
  pressure: text("Air pressure"),
  voc: text("VOC"),
  aqi: text("Air quality"),
  pm25: text("PM2.5"),
  pm10: text("PM10"),
};

const CO2_WORDS: Record<AirBand, string> = {
  low: text("Low"),
  "in-range": text("Good"),
  elevated: text("Elevated"),
  high: text("Act"),
};
const IN_RANGE = { "in-range": text("In range"), elevated: text("Elevated") };
const TEMPERATURE_WORDS: Record<AirBand, string> = { ...IN_RANGE, low: text("Cool"), high: text("Warm") };
const HUMIDITY_WORDS: Record<AirBand, string> = { ...IN_RANGE, low: text("Dry"), high: text("Humid") };

/** The word for a band of a metric, in English: said by `t(bandWord(…))`. */
export function bandWord(metric: AirMetric, band: AirBand): string {
  if (metric === "co2") return CO2_WORDS[band];
  return (metric === "humidity" ? HUMIDITY_WORDS : TEMPERATURE_WORDS)[band];
}
