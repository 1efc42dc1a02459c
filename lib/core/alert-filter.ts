import type { Alert, AlertKind, AlertSeverity, AlertStatus } from "./alert";

/** What of the alerts is looked at, as `GET /api/alerts` understands it; empty lists and null are "any". */
export interface AlertFilter {
  readonly status: readonly AlertStatus[];
  readonly severity: readonly AlertSeverity[];
  readonly kind: readonly AlertKind[];
  readonly site: readonly string[];
  readonly floor: readonly string[];
  readonly space: string | null;
  readonly vendor: readonly string[];
  /** Ids of people; `me` and `nobody` are understood. */
  readonly assignee: readonly string[];
  readonly suppressed: "only" | "without";
  /** Of what is over: resolved since, ISO 8601. */
  readonly since: string | null;
  /** Opened since, ISO 8601. */
  readonly openedSince: string | null;
  readonly q: string;
  readonly sort: AlertSort;
}
export type AlertSort = "impact" | "newest";

export const ANY_ALERT: AlertFilter = {
  status: [],
  severity: [],
  kind: [],
  site: [],
  floor: [],
  space: null,
  vendor: [],
  assignee: [],
  suppressed: "without",
  since: null,
  openedSince: null,
  q: "",
  sort: "impact",
};

/** The query of a filter. */
export function alertSearch(filter: AlertFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    const text = typeof value === "string" ? value : value?.join();
    if (text) search.set(name, text);
  }
  return search;
}

/** Only the server knows what these find. */
export const isAskedOfServer = ({ q, space }: AlertFilter): boolean => q !== "" || space !== null;

/** Does a top-level alert belong to what is looked at, as far as a browser can tell? `me` is the id of who looks. */
export function matchesFilter(alert: Alert, filter: AlertFilter, me: string): boolean {
  const { status, severity, kind, site, floor, vendor, assignee, suppressed, since, openedSince } = filter;
  const isAny = <T>(list: readonly T[], value: T | null) =>
    list.length === 0 || (value !== null && list.includes(value));
  const people = assignee.map((who) => (who === "me" ? me : who));
  return (
    alert.parentId === null &&
    (status.length === 0 ? alert.status !== "resolved" : status.includes(alert.status)) &&
    isAny(severity, alert.severity) &&
    isAny(kind, alert.kind) &&
    isAny(site, alert.site?.id ?? null) &&
    isAny(floor, alert.floor?.id ?? null) &&
    isAny(vendor, alert.vendor) &&
    isAny(people, alert.assignee?.id ?? "nobody") &&
    (suppressed === "only"
      ? alert.suppressedBy !== null
      : alert.suppressedBy === null || alert.status === "resolved") &&
    (since === null || alert.resolvedAt === null || Date.parse(alert.resolvedAt) >= Date.parse(since)) &&
    (openedSince === null || Date.parse(alert.openedAt) >= Date.parse(openedSince))
  );
}

/** The order of the inbox: what matters to most people first, or the newest. Total, and the server's own. */
export function compareAlerts(sort: AlertSort): (a: Alert, b: Alert) => number {
  const newest = (a: Alert, b: Alert) => Number(b.id) - Number(a.id);
  return sort === "newest" ? newest : (a, b) => b.impact.rank - a.impact.rank || newest(a, b);
}
