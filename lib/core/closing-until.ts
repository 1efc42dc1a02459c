import { DateTime } from "luxon";

/** How long somebody may close a space for, with one choice. */
export const CLOSING_CHOICES = ["hour", "four-hours", "today", "week", "open", "other"] as const;
export type ClosingChoice = (typeof CLOSING_CHOICES)[number];

/**
 * When a closing of this choice ends, ms, on the site's clock: today at its midnight, the week on Friday at 18:00 or
 * a week later when that is over; null: until somebody ends it. `other` is a local time such as 2026-11-20T14:00;
 * one that is no time, or is over, answers undefined.
 */
export function closingUntil(
  choice: ClosingChoice,
  now: number,
  timeZone: string,
  other: string,
): number | null | undefined {
  const local = DateTime.fromMillis(now, { zone: timeZone });
  switch (choice) {
    case "hour":
      return now + 60 * 60_000;
    case "four-hours":
      return now + 4 * 60 * 60_000;
    case "today":
      return local.plus({ days: 1 }).startOf("day").toMillis();
    case "week": {
      const friday = local.set({ weekday: 5 }).startOf("day").set({ hour: 18 });
      return (friday > local ? friday : friday.plus({ weeks: 1 })).toMillis();
    }
    case "open":
      return null;
    case "other": {
      const at = DateTime.fromISO(other, { zone: timeZone });
      return at.isValid && at > local ? at.toMillis() : undefined;
    }
  }
}
