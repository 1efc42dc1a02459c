import type { AirBand, AirMetric } from "@/lib/core/environment";

/** What a tile of the air is called. */
export const AIR_NAMES: Record<AirMetric, string> = {
  co2: "CO₂",
  temperature: "Temperature",
  humidity: "Humidity",
  pressure: "Air pressure",
  voc: "VOC",
  aqi: "Air quality",
  pm25: "PM2.5",
  pm10: "PM10",
};

const CO2_WORDS: Record<AirBand, string> = { low: "Low", "in-range": "Good", elevated: "Elevated", high: "Act" };
const IN_RANGE = { "in-range": "In range", elevated: "Elevated" };
const TEMPERATURE_WORDS: Record<AirBand, string> = { ...IN_RANGE, low: "Cool", high: "Warm" };
const HUMIDITY_WORDS: Record<AirBand, string> = { ...IN_RANGE, low: "Dry", high: "Humid" };

/** The word for a band of a metric. */
export function bandWord(metric: AirMetric, band: AirBand): string {
  if (metric === "co2") return CO2_WORDS[band];
  return (metric === "humidity" ? HUMIDITY_WORDS : TEMPERATURE_WORDS)[band];
}
