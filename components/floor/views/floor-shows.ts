import type { Text } from "@/lib/core/text";

/** What a floor can show of its spaces: on the plan, the cards and the table alike. */
export const FLOOR_SHOWS = [
  "occupancy",
  "utilization",
  "co2",
  "temperature",
  "humidity",
  "bookings",
  "devices",
] as const;
export type FloorShow = (typeof FLOOR_SHOWS)[number];

export interface ShowWords {
  readonly word: string;
  /** Where there is little room. */
  readonly short: string;
}

export function showWords(show: FloorShow, t: Text): ShowWords {
  const words: Record<FloorShow, ShowWords> = {
    occupancy: { word: t("Occupancy"), short: t("Occupancy") },
    utilization: { word: t("Utilization today"), short: t("Utilization") },
    co2: { word: t("CO₂"), short: t("CO₂") },
    temperature: { word: t("Temperature"), short: t("Temp.") },
    humidity: { word: t("Humidity"), short: t("Humidity") },
    bookings: { word: t("Bookings"), short: t("Bookings") },
    devices: { word: t("Devices"), short: t("Devices") },
  };
  return words[show];
}
