import { z } from "zod";
import { momentAt, wallClock, wallDate, wallTime, weekdayOf } from "./wall-clock";

/** A time of day, 24 h; "24:00" ends a day. */
const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be a time such as 08:30");

/** A stretch of a day, on the site's clock. */
const Shift = z
  .tuple([TimeOfDay, TimeOfDay])
  .refine(([from, to]) => from < to, { message: "must end after it starts" });

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const Shifts = z
  .array(Shift)
  .max(4)
  .refine((shifts) => shifts.every(([from], i) => i === 0 || from >= (shifts[i - 1]?.[1] ?? "")), {
    message: "must follow one another",
  });

/** When people are meant to be in, per weekday; a day left out is a day off. */
export const WorkingHours = z.partialRecord(z.enum(WEEKDAYS), Shifts);
export type WorkingHours = z.infer<typeof WorkingHours>;

/** Days off of a site, on its calendar. */
export const Holidays = z
  .array(z.strictObject({ date: z.iso.date(), name: z.string().trim().min(1).max(100) }))
  .max(500);
export type Holidays = z.infer<typeof Holidays>;

/** Does this runtime know the zone by this name? */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name); // "+05:30" is an offset, not a zone: it knows no summer time
  } catch {
    return false;
  }
}

/**
 * Are people meant to be in at this moment (ms)? By the clock of the zone: an hour that a clock change repeats counts
 * both times. Without hours, nobody said when, and every moment but those of holidays counts.
 */
export function isWorkingTime(
  hours: WorkingHours | null,
  holidays: Holidays | null,
  timeZone: string,
  moment: number,
): boolean {
  const today = wallDate(moment, timeZone);
  if (holidays?.some(({ date }) => date === today)) return false;
  if (hours === null) return true;
  const time = wallTime(moment, timeZone);
  const weekday = WEEKDAYS[wallClock(moment, timeZone).weekday - 1] as Weekday;
  return (hours[weekday] ?? []).some(([from, to]) => from <= time && time < to);
}

/** Something that may have hours of its own. */
interface WithHours {
  readonly workingHours: WorkingHours | null;
}

/** The hours that count for the first of a way up the tree, and whose they are; null when nobody on the way said. */
export function effectiveHours<T extends WithHours>(wayUp: readonly T[]): { hours: WorkingHours; from: T } | null {
  const from = wayUp.find(({ workingHours }) => workingHours !== null);
  return from?.workingHours ? { hours: from.workingHours, from } : null;
}

/** A stretch of time, ms. */
export interface WorkingStretch {
  readonly from: number;
  readonly to: number;
}

/** When people are meant to be in on a day of the zone's calendar; null when nobody said, none on a day off. */
export function workingStretches(
  hours: WorkingHours | null,
  holidays: Holidays | null,
  day: { readonly date: string; readonly timeZone: string },
): WorkingStretch[] | null {
  if (holidays?.some(({ date }) => date === day.date)) return [];
  if (hours === null) return null;
  const weekday = WEEKDAYS[weekdayOf(day.date) - 1] as Weekday;
  const at = (time: string) => momentAt(day.date, day.timeZone, time);
  return (hours[weekday] ?? []).map(([from, to]) => ({ from: at(from), to: at(to) }));
}
