import { DateTime } from "luxon";
import type { HistorySearch } from "@/lib/client/use-history";
import type { HistoryHead } from "@/lib/core/space-metrics";
import type { Days } from "./history-period";
import type { HistoryView } from "./use-history-view";

/** What the server is asked for a view: which spaces, which days, which hours. */
export function searchOf(view: HistoryView, days: Days, within: string): HistorySearch {
  const { spaces, kind, type, tag, hours } = view;
  const which = spaces === null ? { within, kind, type, tag } : { spaces };
  return { ...which, ...days, hours };
}

/** The same question about the time it is compared with; null when it is not compared with another time. */
export function searchBefore(search: HistorySearch, view: HistoryView, head: HistoryHead): HistorySearch | null {
  const zone = { zone: head.timeZone };
  const [from, to] = [DateTime.fromISO(head.from, zone), DateTime.fromISO(head.to, zone)];
  const iso = (at: DateTime) => at.toISO({ suppressMilliseconds: true }) ?? "";
  if (view.compare === "four-weeks")
    return { ...search, from: iso(from.minus({ days: 28 })), to: iso(to.minus({ days: 28 })) };
  if (view.compare !== "previous") return null;
  // Whole days on the calendar, so that a clock change does not shift the hours.
  const days = Math.max(1, Math.ceil(to.diff(from, "days").days));
  return { ...search, from: iso(from.minus({ days })), to: iso(to.minus({ days })) };
}

/** Weekday (1 Monday) and hour of an opened cell, "2-11"; null for none, or for what is no cell. */
export function cellOf(text: string | null): { readonly weekday: number; readonly hour: number } | null {
  const found = /^([1-7])-(\d|1\d|2[0-3])$/.exec(text ?? "");
  return found ? { weekday: Number(found[1]), hour: Number(found[2]) } : null;
}
