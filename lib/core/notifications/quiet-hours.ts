import { DateTime } from "luxon";
import type { AlertSeverity } from "../alert";
import type { QuietHours } from "./preference";

/**
 * Until when (ms) somebody is to be left alone at a moment (ms), by the clock of the zone; null when they are not. A time
 * that a clock change leaves out is the first moment after it; one that happens twice is its first.
 */
export function quietUntil(
  quiet: QuietHours | null,
  severity: AlertSeverity,
  timeZone: string,
  at: number,
): number | null {
  if (quiet === null || (quiet.butCritical && severity === "critical")) return null;
  const today = DateTime.fromMillis(at, { zone: timeZone }).startOf("day");
  for (const day of [today.minus({ days: 1 }), today]) {
    const from = onDay(day, quiet.from);
    const to = onDay(quiet.to > quiet.from ? day : day.plus({ days: 1 }), quiet.to);
    if (from <= at && at < to) return to;
  }
  return null;
}

function onDay(day: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return day.set({ hour, minute }).toMillis();
}
