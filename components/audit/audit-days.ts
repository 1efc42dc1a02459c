import { DateTime } from "luxon";
import type { AuditItem } from "@/lib/core/audit";
import { dated } from "@/lib/core/dated";
import type { Text } from "@/lib/core/text";

export interface AuditDay {
  /** ISO date in the zone. */
  readonly date: string;
  /** "Today", "Yesterday", or the date in words. */
  readonly label: string;
  readonly items: readonly AuditItem[];
}

/** Entries by the day they were made on, on the clock of a zone; `now` in ms. */
export function auditDays(items: readonly AuditItem[], zone: string, now: number, t: Text): AuditDay[] {
  const today = DateTime.fromMillis(now, { zone });
  const byDate = Map.groupBy(items, ({ at }) => DateTime.fromISO(at, { zone }).toISODate() ?? "");
  return [...byDate].map(([date, ofDay]) => ({ date, label: labelOf(date, zone, today, t), items: ofDay }));
}

function labelOf(date: string, zone: string, today: DateTime, t: Text): string {
  if (date === today.toISODate()) return t("Today");
  if (date === today.minus({ days: 1 }).toISODate()) return t("Yesterday");
  const day = DateTime.fromISO(date, { zone });
  return dated(day, day.year === today.year ? "cccc d LLLL" : "cccc d LLLL yyyy", t);
}

/** "14:05:09" on the clock of a zone. */
export const auditTime = (at: string, zone: string): string => DateTime.fromISO(at, { zone }).toFormat("HH:mm:ss");
