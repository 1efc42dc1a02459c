import "server-only";
import type { Alert, AlertKind, AlertSeverity, AlertStatus, ResolvedReason } from "@/lib/core/alert";
import { alertDetail, alertTitle, type Titled } from "@/lib/core/alerts/alert-title";
import { withoutOthers } from "@/lib/core/alerts/vendor-wide";
import type { VendorId } from "@/lib/core/observation";
import type { SpaceKind } from "@/lib/core/space";
import { shown } from "@/lib/core/space-row";
import type { Reach } from "./alert-filter";

/** An alert with the names of what it is about; `a` is the alert in ALERT_SELECT. */
export interface AlertRow {
  id: string;
  kind: AlertKind;
  code: string;
  severity: AlertSeverity;
  status: AlertStatus;
  is_confirmed: boolean;
  vendor: VendorId | null;
  space_id: number | null;
  floor_id: number | null;
  site_id: number;
  source_id: number | null;
  rule_id: number | null;
  parent_id: string | null;
  opened_at: Date;
  since: Date;
  last_at: Date;
  count: number;
  value: number | null;
  threshold: number | null;
  text: string | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  acknowledged_name: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  snoozed_until: Date | null;
  suppressed_by: number | null;
  suppressed_name: string | null;
  suppressed_until: Date | null;
  resolved_at: Date | null;
  resolved_reason: ResolvedReason | null;
  people: number | null;
  booking_starts_at: Date | null;
  booking_ends_at: Date | null;
  spaces: number;
  rank: number;
  version: number;
  offset: number;
  space_name: string | null;
  space_kind: SpaceKind | null;
  floor_name: string | null;
  site_name: string | null;
  time_zone: string | null;
  source_name: string | null;
  source_vendor: VendorId | null;
  rule_name: string | null;
  rule_template: string | null;
  children: number;
}

/** What an alert row is read with; `page` is the relation of the alerts asked for, and keeps their order. */
export const alertSelect = (page: string): string => `
SELECT a.id::text AS id, a.kind, a.code, a.severity, a.status, a.is_confirmed, a.vendor, a.space_id, a.floor_id, a.site_id,
  a.source_id, a.rule_id, a.parent_id::text AS parent_id, a.opened_at, a.since, a.last_at, a.count, a.value, a.threshold,
  a.text, a.acknowledged_at, a.acknowledged_by, k.name AS acknowledged_name, a.assignee_id, u.name AS assignee_name,
  a.snoozed_until, a.suppressed_by, a.suppressed_name, a.suppressed_until, a.resolved_at, a.resolved_reason, a.people,
  a.booking_starts_at, a.booking_ends_at, a.spaces, a.rank, a.version, a."offset"::float8 AS "offset",
  coalesce(s.name, s.vendor_name) AS space_name, s.kind AS space_kind, coalesce(f.name, f.vendor_name) AS floor_name,
  coalesce(t.name, t.vendor_name) AS site_name, t.time_zone, coalesce(o.name, o.external_id) AS source_name,
  o.vendor AS source_vendor, r.name AS rule_name, r.template AS rule_template,
  CASE WHEN a.kind IN ('connector-offline', 'floor-offline', 'feed-silent')
    THEN (SELECT count(*)::int FROM alert c WHERE c.parent_id = a.id AND (c.resolved_at IS NULL OR a.resolved_at IS NOT NULL))
    ELSE 0 END AS children
FROM ${page} a
LEFT JOIN space s ON s.id = a.space_id LEFT JOIN space f ON f.id = a.floor_id LEFT JOIN space t ON t.id = a.site_id
LEFT JOIN source o ON o.id = a.source_id LEFT JOIN alert_rule r ON r.id = a.rule_id
LEFT JOIN "user" u ON u.id = a.assignee_id LEFT JOIN "user" k ON k.id = a.acknowledged_by`;

const VENDOR_NAMES: Record<VendorId, string> = {
  butlr: "Butlr",
  disruptive: "Disruptive Technologies",
  zoom: "Zoom",
};

const iso = (at: Date | null) => at?.toISOString() ?? null;
const named = (id: string | number | null, name: string | null) =>
  id === null || (typeof id === "number" && id <= 0) ? null : { id: String(id), name: shown(name ?? "") };

/** What the wire carries of rows for somebody with this reach. */
export function alertsOf(rows: readonly AlertRow[], reach: Reach): Alert[] {
  const alerts = rows.map(alertOf);
  return reach === null ? alerts : alerts.map(withoutOthers);
}

/** What the wire carries of a row for whoever sees every site. */
export function alertOf(row: AlertRow): Alert {
  const titled = titledOf(row);
  const space = named(row.space_id, row.space_name);
  const site = named(row.site_id, row.site_name);
  const source = named(row.source_id, row.source_name);
  return {
    id: row.id,
    kind: row.kind,
    title: alertTitle(titled),
    detail: alertDetail(titled),
    severity: row.severity,
    status: row.status,
    isConfirmed: row.is_confirmed,
    suppressedBy: suppressedBy(row),
    openedAt: row.opened_at.toISOString(),
    since: row.since.toISOString(),
    lastAt: row.last_at.toISOString(),
    count: row.count,
    acknowledgedAt: iso(row.acknowledged_at),
    acknowledgedBy: named(row.acknowledged_by, row.acknowledged_name),
    resolvedAt: iso(row.resolved_at),
    resolvedReason: row.resolved_reason,
    space: space && row.space_kind ? { ...space, kind: row.space_kind } : null,
    floor: named(row.floor_id, row.floor_name),
    site: site && { ...site, timeZone: row.time_zone ?? "UTC" },
    source: source && row.source_vendor ? { ...source, vendor: row.source_vendor } : null,
    vendor: row.vendor,
    assignee: named(row.assignee_id, row.assignee_name),
    snoozedUntil: iso(row.snoozed_until),
    parentId: row.parent_id,
    children: row.children,
    impact: impactOf(row),
    rule: named(row.rule_id, row.rule_name),
    value: row.value,
    threshold: row.threshold,
    version: row.version,
  };
}

function titledOf(row: AlertRow): Titled {
  const device = shown(row.source_name ?? "");
  return {
    kind: row.kind,
    code: row.code,
    place: row.space_id === null ? device : shown(row.space_name ?? ""),
    device,
    vendor: row.vendor === null ? "" : VENDOR_NAMES[row.vendor],
    children: row.children,
    text: row.text === null ? null : shown(row.text),
    value: row.value,
    threshold: row.threshold,
    ownRule: row.rule_template === null && row.rule_name !== null ? shown(row.rule_name) : null,
  };
}

function suppressedBy({ suppressed_by, suppressed_name, suppressed_until }: AlertRow): Alert["suppressedBy"] {
  const window = named(suppressed_by, suppressed_name);
  return window && { ...window, until: iso(suppressed_until) };
}

function impactOf(row: AlertRow): Alert["impact"] {
  const { people, booking_starts_at: startsAt, booking_ends_at: endsAt, spaces, rank } = row;
  const booking = startsAt && { startsAt: startsAt.toISOString(), endsAt: iso(endsAt) };
  return { people, booking, spaces, rank };
}
