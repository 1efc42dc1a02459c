import { DateTime } from "luxon";
import { dated } from "@/lib/core/dated";
import type { Text } from "@/lib/core/text";

/** Periods that move with the day; `custom` has its own ends. */
export const PERIODS = [
  "today",
  "yesterday",
  "7d",
  "28d",
  "90d",
  "week",
  "month",
  "last-month",
  "year",
  "custom",
] as const;
export type PeriodName = (typeof PERIODS)[number];

/** Days of a calendar (yyyy-mm-dd), both ends belong to it. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export function periodWords(period: PeriodName, t: Text): string {
  switch (period) {
    case "today":
      return t("Today");
    case "yesterday":
      return t("Yesterday");
    case "7d":
      return t("Last 7 days");
    case "28d":
      return t("Last 28 days");
    case "90d":
      return t("Last 90 days");
    case "week":
      return t("This week");
    case "month":
      return t("This month");
    case "last-month":
      return t("Last month");
    case "year":
      return t("Last 365 days");
    case "custom":
      return t("Chosen days");
  }
}

const day = (at: DateTime) => at.toFormat("yyyy-MM-dd");

/** The days of a period on the day `today` (yyyy-mm-dd); custom ones as they were chosen, in order. */
export function daysOf(
  period: PeriodName,
  today: string,
  custom: { readonly from?: string | null; readonly to?: string | null },
): Days {
  const now = DateTime.fromISO(today, { zone: "utc" });
  const back = (days: number): Days => ({ from: day(now.minus({ days })), to: today });
  switch (period) {
    case "today":
      return back(0);
    case "yesterday":
      return { from: day(now.minus({ days: 1 })), to: day(now.minus({ days: 1 })) };
    case "7d":
      return back(6);
    case "28d":
      return back(27);
    case "90d":
      return back(89);
    case "year":
      return back(364);
    case "week":
      return { from: day(now.startOf("week")), to: today };
    case "month":
      return { from: day(now.startOf("month")), to: today };
    case "last-month": {
      const last = now.minus({ months: 1 });
      return { from: day(last.startOf("month")), to: day(last.endOf("month")) };
    }
    case "custom": {
      const [from, to] = [custom.from ?? today, custom.to ?? custom.from ?? today].sort();
      return { from: from ?? today, to: to ?? today };
    }
  }
}

/** "20 Oct – 16 Nov", with the year where it is not this one's. */
export function daysWords({ from, to }: Days, today: string, t: Text): string {
  const words = (date: string) => {
    const at = DateTime.fromISO(date, { zone: "utc" });
    return dated(at, date.slice(0, 4) === today.slice(0, 4) ? "d LLL" : "d LLL yyyy", t);
  };
  return from === to ? words(from) : `${words(from)} – ${words(to)}`;
}
