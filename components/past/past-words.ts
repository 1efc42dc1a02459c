import { DateTime } from "luxon";
import { dated } from "@/lib/core/dated";
import type { PastEvent } from "@/lib/core/floor-past";
import type { Text } from "@/lib/core/text";

/** "Tue 18 Nov 10:42", on the site's clock. */
export const momentWords = (at: number, timeZone: string, t: Text): string =>
  dated(DateTime.fromMillis(at, { zone: timeZone }), "ccc d LLL HH:mm", t);

/** "10:42", on the site's clock. */
export const clockWords = (at: number, timeZone: string): string =>
  DateTime.fromMillis(at, { zone: timeZone }).toFormat("HH:mm");

/** The day around a moment on the site's calendar, ms: 23 or 25 hours twice a year. */
export function dayAround(at: number, timeZone: string): { readonly from: number; readonly to: number } {
  const day = DateTime.fromMillis(at, { zone: timeZone }).startOf("day");
  return { from: day.toMillis(), to: day.plus({ days: 1 }).toMillis() };
}

/** Days as an input of dates says them: 2026-11-18. */
export const dateOf = (at: number, timeZone: string): string =>
  DateTime.fromMillis(at, { zone: timeZone }).toFormat("yyyy-MM-dd");

/** The same time of day on another date; null for what is no date. A time that a clock change skips is that much later. */
export function onDate(at: number, date: string, timeZone: string): number | null {
  const time = DateTime.fromMillis(at, { zone: timeZone });
  const day = DateTime.fromISO(date, { zone: timeZone });
  return day.isValid ? day.set({ hour: time.hour, minute: time.minute }).toMillis() : null;
}

/** Whole hours of a day, every third, ms. */
export function hoursOf({ from, to }: { from: number; to: number }, timeZone: string): number[] {
  const day = DateTime.fromMillis(from, { zone: timeZone });
  return [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => day.set({ hour }).toMillis()).filter((at) => at < to);
}

/** What happened, for a mark on the line: "10:31 Oak: CO₂ too high". */
export function eventWords({ at, kind, space, text }: PastEvent, timeZone: string, t: Text): string {
  const time = clockWords(Date.parse(at), timeZone);
  switch (kind) {
    case "trouble":
      return t("{time} {space}: {text}", { time, space, text: text ?? "" });
    case "booking":
      return t("{time} {space}: a booking starts", { time, space });
    case "correction":
      return t("{time} {space}: a count was corrected", { time, space });
  }
}
