import { DateTime } from "luxon";
import { dated } from "./dated";
import type { Text } from "./text";

/** A day of a zone's calendar, ms: midnight to midnight. */
export interface CalendarDay {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

/** The day of a date (yyyy-mm-dd) in a zone: 23 or 25 hours twice a year. */
export function calendarDay(date: string, timeZone: string): CalendarDay {
  const start = DateTime.fromISO(date, { zone: timeZone }).startOf("day");
  return { date, from: start.toMillis(), to: start.plus({ days: 1 }).startOf("day").toMillis() };
}

/** The date of a moment (ms) in a zone. */
export const dateIn = (moment: number, timeZone: string): string =>
  DateTime.fromMillis(moment, { zone: timeZone }).toFormat("yyyy-MM-dd");

/** The date so many days later. */
export const daysAfter = (date: string, days: number): string =>
  DateTime.fromISO(date, { zone: "utc" }).plus({ days }).toFormat("yyyy-MM-dd");

/** "Tue 17 Nov" in the reader's language. */
export const dateWords = (date: string, t: Text): string =>
  dated(DateTime.fromISO(date, { zone: "utc" }), "ccc d LLL", t);
