import { datedAt } from "@/lib/core/dated";
import type { Text } from "@/lib/core/text";
import { dateAfter, momentAt, wallDate, wallTime } from "@/lib/core/wall-clock";

/** "Tue 18 Nov 10:42", on the site's clock. */
export const momentWords = (at: number, timeZone: string, t: Text): string =>
  datedAt(at, timeZone, "ccc d LLL HH:mm", t);

/** "10:42", on the site's clock. */
export const clockWords = (at: number, timeZone: string): string => wallTime(at, timeZone);

/** The day around a moment on the site's calendar, ms: 23 or 25 hours twice a year. */
export function dayAround(at: number, timeZone: string): { readonly from: number; readonly to: number } {
  const date = wallDate(at, timeZone);
  return { from: momentAt(date, timeZone), to: momentAt(dateAfter(date, 1), timeZone) };
}

/** Days as an input of dates says them: 2026-11-18. */
export const dateOf = (at: number, timeZone: string): string => wallDate(at, timeZone);

/** The same time of day on another date; null for what is no date. A time that a clock change skips is that much later. */
export function onDate(at: number, date: string, timeZone: string): number | null {
  const moment = /^\d{4}-\d\d-\d\d$/.test(date) ? momentAt(date, timeZone, wallTime(at, timeZone)) : Number.NaN;
  return Number.isNaN(moment) ? null : moment;
}

const EVERY_THIRD = [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => `${String(hour).padStart(2, "0")}:00`);

/** Whole hours of a day, every third, ms. */
export function hoursOf({ from, to }: { from: number; to: number }, timeZone: string): number[] {
  const date = wallDate(from, timeZone);
  return EVERY_THIRD.map((time) => momentAt(date, timeZone, time)).filter((at) => at < to);
}
