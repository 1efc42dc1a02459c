import type { SpaceHistory } from "@/lib/core/history";
import { type DayData, type DaySettings, dayData, plainSpans } from "./day-axis";

/** 1 in use, 0 free, null not known. */
export type PresenceChartData = DayData;

/** Decides everything the band of a motion or desk sensor shows. */
export function preparePresence(history: SpaceHistory, settings: DaySettings): PresenceChartData {
  const spans = plainSpans((value) => Number(value > 0));
  return dayData(history, settings, { ...spans, isBusy: ({ value }) => value === 1 });
}
