import "server-only";
import type { PoolClient } from "pg";
import type { AlertKind, AlertSeverity, AlertStatus, ResolvedReason } from "@/lib/core/alert";
import type { AlertState, StepEvent } from "@/lib/core/alerts/alert-step";
import type { VendorId } from "@/lib/core/observation";
import { msOf } from "../moment-us";

/** An alert as the engine knows it. */
export interface KnownAlert extends AlertState {
  readonly id: string;
  readonly sourceId: number | null;
  readonly vendor: VendorId | null;
  /** Open alerts that belong to it. */
  readonly children: number;
}

interface StateRow {
  id: string;
  cause: string;
  kind: AlertKind;
  code: string;
  severity: AlertSeverity;
  status: AlertStatus;
  is_confirmed: boolean;
  source_id: number | null;
  vendor: VendorId | null;
  space_id: number | null;
  floor_id: number | null;
  site_id: number;
  rule_id: number | null;
  since: number;
  last_at: number;
  count: number;
  value: number | null;
  threshold: number | null;
  text: string | null;
  snoozed_until: number | null;
  suppressed_by: number | null;
  suppressed_name: string | null;
  suppressed_until: number | null;
  resolved_at: number | null;
  resolved_reason: ResolvedReason | null;
  children: number;
}

const COLUMNS = `x.id::text AS id, cause, kind, code, severity, status, is_confirmed, source_id, vendor, space_id, floor_id,
  site_id, rule_id, ${msOf("since")} AS since, ${msOf("last_at")} AS last_at, count, value, threshold, text,
  ${msOf("snoozed_until")} AS snoozed_until, suppressed_by, suppressed_name, ${msOf("suppressed_until")} AS suppressed_until,
  ${msOf("resolved_at")} AS resolved_at, resolved_reason,
  (SELECT count(*)::int FROM alert c WHERE c.parent_id = x.id AND c.resolved_at IS NULL) AS children`;

function known(row: StateRow): KnownAlert {
  return {
    id: row.id,
    cause: row.cause,
    kind: row.kind,
    code: row.code,
    severity: row.severity,
    status: row.status,
    isConfirmed: row.is_confirmed,
    sourceId: row.source_id,
    vendor: row.vendor,
    place: { spaceId: row.space_id, floorId: row.floor_id, siteId: row.site_id === 0 ? null : row.site_id },
    ruleId: row.rule_id,
    since: row.since,
    lastAt: row.last_at,
    count: row.count,
    value: row.value,
    threshold: row.threshold,
    text: row.text,
    snoozedUntil: row.snoozed_until,
    suppression:
      row.suppressed_by === null
        ? null
        : { id: row.suppressed_by, name: row.suppressed_name ?? "", until: row.suppressed_until },
    resolvedAt: row.resolved_at,
    resolvedReason: row.resolved_reason,
    children: row.children,
  };
}

/** The newest alert of each of these causes, locked, and every open one of these sources or spaces' rules. */
const READ_STATES = `
SELECT ${COLUMNS} FROM alert x WHERE x.id IN (
  SELECT id FROM alert WHERE resolved_at IS NULL AND source_id = ANY($1::int[]) AND cause LIKE 'source:%'
  UNION SELECT id FROM alert WHERE resolved_at IS NULL AND space_id = ANY($2::int[]) AND cause LIKE 'rule:%'
  UNION (SELECT DISTINCT ON (n.cause) n.id FROM alert n WHERE n.cause = ANY($3::text[]) ORDER BY n.cause, n.id DESC)
) ORDER BY x.id FOR UPDATE OF x`;

/** By cause. Of one cause the newest counts. */
export async function readAlertStates(
  client: PoolClient,
  {
    sourceIds,
    spaceIds,
    causes,
  }: { sourceIds: readonly number[]; spaceIds: readonly number[]; causes: readonly string[] },
): Promise<Map<string, KnownAlert>> {
  const { rows } = await client.query<StateRow>({
    name: "alert-states",
    text: READ_STATES,
    values: [sourceIds, spaceIds, causes],
  });
  return new Map(rows.map((row) => [row.cause, known(row)]));
}

/** Causes of open alerts that begin like this. */
export async function readOpenCauses(client: PoolClient, prefix: string): Promise<string[]> {
  const { rows } = await client.query<{ cause: string }>({
    name: "open-causes",
    text: "SELECT cause FROM alert WHERE resolved_at IS NULL AND starts_with(cause, $1)",
    values: [prefix],
  });
  return rows.map(({ cause }) => cause);
}

/** An alert to be opened. */
export interface NewAlert {
  readonly state: AlertState;
  readonly sourceId: number | null;
  readonly vendor: VendorId | null;
  readonly events: readonly StepEvent[];
}

const at = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

function columns(state: AlertState) {
  const { place, suppression } = state;
  return {
    cause: state.cause,
    kind: state.kind,
    code: state.code,
    severity: state.severity,
    status: state.status,
    is_confirmed: state.isConfirmed,
    space_id: place.spaceId,
    floor_id: place.floorId,
    site_id: place.siteId ?? 0,
    rule_id: state.ruleId,
    since: at(state.since),
    last_at: at(state.lastAt),
    count: state.count,
    value: state.value,
    threshold: state.threshold,
    text: state.text,
    snoozed_until: at(state.snoozedUntil),
    suppressed_by: suppression?.id ?? null,
    suppressed_name: suppression?.name ?? null,
    suppressed_until: at(suppression?.until ?? null),
    resolved_at: at(state.resolvedAt),
    resolved_reason: state.resolvedReason,
  };
}

const OPEN_ALERTS = `
INSERT INTO alert (cause, kind, code, severity, status, is_confirmed, source_id, vendor, space_id, floor_id, site_id,
  rule_id, opened_at, since, last_at, count, value, threshold, text, suppressed_by, suppressed_name, suppressed_until)
SELECT cause, kind, code, severity, status, is_confirmed, source_id, vendor, space_id, floor_id, site_id, rule_id,
  opened_at, since, last_at, count, value, threshold, text, suppressed_by, suppressed_name, suppressed_until
FROM json_populate_recordset(NULL::alert, $1::json) ORDER BY cause
ON CONFLICT (cause) WHERE resolved_at IS NULL DO NOTHING
RETURNING id::text AS id, cause`;

/** Opens alerts; of a cause that has an open one, none. Answers the new ids. */
export async function openAlerts(client: PoolClient, alerts: readonly NewAlert[], now: Date): Promise<string[]> {
  if (alerts.length === 0) return [];
  const rows = alerts.map(({ state, sourceId, vendor }) => ({
    ...columns(state),
    source_id: sourceId,
    vendor,
    opened_at: now.toISOString(),
  }));
  const opened = await client.query<{ id: string; cause: string }>({
    name: "open-alerts",
    text: OPEN_ALERTS,
    values: [JSON.stringify(rows)],
  });
  const idOf = new Map(opened.rows.map(({ id, cause }) => [cause, id]));
  await addEvents(
    client,
    alerts.flatMap(({ state, events }) => {
      const id = idOf.get(state.cause);
      return id === undefined ? [] : events.map((event) => ({ ...event, alertId: id }));
    }),
  );
  return [...idOf.values()];
}

const CHANGE_ALERTS = `
UPDATE alert a SET kind = n.kind, code = n.code, severity = n.severity, status = n.status, is_confirmed = n.is_confirmed,
  space_id = n.space_id, floor_id = n.floor_id, site_id = n.site_id, rule_id = n.rule_id, since = n.since,
  last_at = n.last_at, count = n.count, value = n.value, threshold = n.threshold, text = n.text,
  snoozed_until = n.snoozed_until, suppressed_by = n.suppressed_by, suppressed_name = n.suppressed_name,
  suppressed_until = n.suppressed_until, resolved_at = n.resolved_at, resolved_reason = n.resolved_reason,
  acknowledged_at = CASE WHEN a.status = 'snoozed' AND n.status = 'open' THEN NULL ELSE a.acknowledged_at END,
  acknowledged_by = CASE WHEN a.status = 'snoozed' AND n.status = 'open' THEN NULL ELSE a.acknowledged_by END,
  ended_at = NULL
FROM json_populate_recordset(NULL::alert, $1::json) n WHERE a.id = n.id`;

/** Writes what became of alerts, with what is said about it in their timelines. */
export async function changeAlerts(
  client: PoolClient,
  changes: readonly { readonly id: string; readonly next: AlertState; readonly events: readonly StepEvent[] }[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ id, next }) => ({ ...columns(next), id }));
  await client.query({ name: "change-alerts", text: CHANGE_ALERTS, values: [JSON.stringify(rows)] });
  await addEvents(
    client,
    changes.flatMap(({ id, events }) => events.map((event) => ({ ...event, alertId: id }))),
  );
}

export interface NewEvent extends StepEvent {
  readonly alertId: string;
  readonly actor?: { readonly userId: string; readonly name: string };
}

/** Adds lines to timelines. */
export async function addEvents(client: PoolClient, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ alertId, at: moment, kind, text, data, actor }) => ({
    alert_id: alertId,
    at: at(moment),
    kind,
    text: text ?? null,
    data: data ?? {},
    actor_id: actor?.userId ?? null,
    actor_name: actor?.name ?? null,
  }));
  await client.query({
    name: "add-alert-events",
    text: `INSERT INTO alert_event (alert_id, at, kind, actor_id, actor_name, text, data)
      SELECT alert_id, at, kind, actor_id, actor_name, text, data FROM json_populate_recordset(NULL::alert_event, $1::json)`,
    values: [JSON.stringify(rows)],
  });
}

const STAMP = `
WITH changed AS (SELECT id, site_id FROM alert WHERE id = ANY($1::bigint[])),
feed AS (
  INSERT INTO alert_feed AS f (site_id, "offset") SELECT DISTINCT site_id, 1 FROM changed ORDER BY 1
  ON CONFLICT (site_id) DO UPDATE SET "offset" = f."offset" + 1 RETURNING site_id, "offset"
)
UPDATE alert a SET "offset" = feed."offset", version = a.version + 1
FROM changed JOIN feed USING (site_id) WHERE a.id = changed.id`;

/** Tells the feeds of their sites that these alerts changed. Last in a transaction: it holds the feeds until the end. */
export async function stampAlerts(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await client.query({ name: "stamp-alerts", text: STAMP, values: [[...new Set(ids)]] });
}
