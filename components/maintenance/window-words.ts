import { DateTime, Info } from "luxon";
import { clockWords, type Says } from "@/components/alerts/alert-words";
import { intlLocale } from "@/lib/core/locale";
import type { MaintenanceWindow, WeeklyTimes } from "@/lib/core/maintenance";
import type { Text } from "@/lib/core/text";
import { WEEKDAYS, type Weekday } from "@/lib/core/working-hours";

/** "Mon, Wed, Fri"; "Mon to Fri" for days in a row. */
export function daysWords(days: readonly Weekday[], { t }: Pick<Says, "t">): string {
  const names = Info.weekdays("short", { locale: intlLocale(t.locale) });
  const at = WEEKDAYS.flatMap((day, i) => (days.includes(day) ? [i] : []));
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  if (at.length === 7) return t("Every day");
  if (at.length > 2 && last - first === at.length - 1)
    return t("{from} to {to}", { from: names[first] ?? "", to: names[last] ?? "" });
  return at.map((i) => names[i]).join(", ");
}

/** "Mon to Fri, 22:00 to 06:00" */
const weeklyWords = ({ weekdays, from, until }: WeeklyTimes, says: Says): string =>
  says.t("{days}, {from} to {until}", { days: daysWords(weekdays, says), from, until });

/** When a window is on, on the clock of its place. */
export function whenWords(window: MaintenanceWindow, says: Says): string {
  const { t, now } = says;
  const clock = (at: string) => clockWords(at, window.timeZone, says);
  const isOver = window.endsAt !== null && Date.parse(window.endsAt) <= now;
  const start = isOver || Date.parse(window.startsAt) > now ? t("from {time}", { time: clock(window.startsAt) }) : "";
  const end = window.endsAt === null ? "" : t("until {time}", { time: clock(window.endsAt) });
  if (window.endedAt !== null) return t("ended {time}", { time: clock(window.endedAt) });
  const span = [start, end].filter(Boolean).join(" ");
  if (window.weekly) return [weeklyWords(window.weekly, says), span].filter(Boolean).join(", ");
  return span || t("until somebody ends it");
}

/** What comes next of itself: "ends in 2 h", "starts in 20 min"; "" when nothing does. */
export function nextWords(
  { isOn, changesAt }: MaintenanceWindow,
  { now }: Says,
  long: (ms: number) => string,
  t: Text,
) {
  if (changesAt === null) return "";
  const ms = Date.parse(changesAt) - now;
  if (ms < 60_000) return "";
  return isOn ? t("ends in {long}", { long: long(ms) }) : t("starts in {long}", { long: long(ms) });
}

export type WindowGroup = "on" | "coming" | "over";

/** Is it on, to come, or over? */
export function groupOfWindow(window: MaintenanceWindow, now: number): WindowGroup {
  if (window.endedAt !== null || (window.endsAt !== null && Date.parse(window.endsAt) <= now)) return "over";
  return window.isOn ? "on" : "coming";
}

/** A local time of a field such as 2026-11-21T18:00 as ISO 8601, by the clock of who types; null for none that is a time. */
export function momentOf(local: string): string | null {
  const at = DateTime.fromISO(local);
  return at.isValid ? at.toUTC().toISO() : null;
}
