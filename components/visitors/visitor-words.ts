import { DateTime } from "luxon";
import type { Text } from "@/lib/core/text";
import type { DayVisit, VisitorDay } from "@/lib/core/visitor-day";

/** "10:30" at the site, a dash where nobody said. */
export const clockAt = (at: string | null, timeZone: string): string =>
  at === null ? "–" : DateTime.fromISO(at, { zone: timeZone }).toFormat("HH:mm");

export type VisitTone = "warn" | "in" | "quiet";

/** How a visit stands, in words, and how much it wants to be seen. */
export function statusWords(
  visit: DayVisit,
  now: number,
  t: Text,
): { readonly words: string; readonly tone: VisitTone } {
  if (visit.isOverdue) return { words: t("Check-out overdue"), tone: "warn" };
  switch (visit.status) {
    case "in":
      return { words: t("In the building"), tone: "in" };
    case "out":
      return { words: t("Checked out"), tone: "quiet" };
    case "missed":
      return { words: t("Did not come"), tone: "quiet" };
    case "expected":
      return visit.startsAt !== null && Date.parse(visit.startsAt) < now
        ? { words: t("Expected, late"), tone: "warn" }
        : { words: t("Expected"), tone: "quiet" };
  }
}

/** Who wants something done stands above: overdue, in, expected, gone. */
export function inOrder(visits: readonly DayVisit[]): DayVisit[] {
  const rank = ({ isOverdue, status }: DayVisit) =>
    isOverdue ? -1 : ["in", "expected", "missed", "out"].indexOf(status);
  return [...visits].sort((a, b) => rank(a) - rank(b));
}

/** The list as it is shown, in its order; moments with the offset of the site. */
export function visitsCsv(day: VisitorDay, hasNames: boolean, t: Text): string[][] {
  const at = (moment: string | null) =>
    moment === null
      ? ""
      : (DateTime.fromISO(moment, { zone: day.timeZone }).toISO({ suppressMilliseconds: true }) ?? "");
  return [
    [
      ...(hasNames ? [t("Visitor"), t("Host")] : []),
      ...[t("Status"), t("Expected"), t("Until"), t("Checked in"), t("Checked out")],
    ],
    ...inOrder(day.visits).map((visit) => [
      ...(hasNames ? [visit.visitor ?? "", visit.host ?? ""] : []),
      statusWords(visit, Date.parse(day.now), t).words,
      ...[visit.startsAt, visit.endsAt, visit.checkedInAt, visit.checkedOutAt].map(at),
    ]),
  ];
}
