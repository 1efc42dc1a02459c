import { z } from "zod";

/** A time of day, 24 h; "24:00" ends a day. */
const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be a time such as 08:30");

/** A stretch of a day, on the site's clock. */
const Shift = z
  .tuple([TimeOfDay, TimeOfDay])
  .refine(([from, to]) => from < to, { message: "must end after it starts" });

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When people are meant to be in, per weekday; a day left out is a day off. */
export const WorkingHours = z.partialRecord(z.enum(WEEKDAYS), z.array(Shift).max(4));
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
