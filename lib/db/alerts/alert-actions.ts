import "server-only";
import type { PoolClient } from "pg";
import type { AlertStatus, ResolvedReason } from "@/lib/core/alert";
import type { Actionable } from "@/lib/core/alerts/alert-action";
import { msOf } from "../moment-us";

/** An alert that somebody acts on. */
export interface ActedOn extends Actionable {
  readonly id: string;
  readonly siteId: number;
  readonly spaceId: number | null;
  readonly sourceId: number | null;
  readonly parentId: string | null;
  readonly cause: string;
  /** Of its cause no newer one is open. */
  readonly isNewest: boolean;
}

interface Row {
  id: string;
  site_id: number;
  space_id: number | null;
  source_id: number | null;
  parent_id: string | null;
  cause: string;
  is_newest: boolean;
  status: AlertStatus;
  acknowledged_at: number | null;
  acknowledged_by: string | null;
  assignee_id: string | null;
  snoozed_until: number | null;
  resolved_at: number | null;
  resolved_reason: ResolvedReason | null;
}

/** Locks these alerts and, if wanted, what belongs to them, in the order of their ids. */
export async function lockAlerts(
  client: PoolClient,
  ids: readonly string[],
  withChildren: boolean,
): Promise<ActedOn[]> {
  const { rows } = await client.query<Row>(
    `SELECT a.id::text AS id, site_id, space_id, source_id, parent_id::text AS parent_id, cause, status,
       ${msOf("acknowledged_at")} AS acknowledged_at, acknowledged_by, assignee_id, ${msOf("snoozed_until")} AS snoozed_until,
       ${msOf("resolved_at")} AS resolved_at, resolved_reason,
       NOT EXISTS (SELECT 1 FROM alert n WHERE n.cause = a.cause AND n.id > a.id) AS is_newest
     FROM alert a WHERE id = ANY($1::bigint[]) OR ($2 AND parent_id = ANY($1::bigint[]) AND resolved_at IS NULL)
     ORDER BY a.id FOR UPDATE OF a`,
    [ids, withChildren],
  );
  return rows.map((row) => ({
    id: row.id,
    siteId: row.site_id,
    spaceId: row.space_id,
    sourceId: row.source_id,
    parentId: row.parent_id,
    cause: row.cause,
    isNewest: row.is_newest,
    status: row.status,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy: row.acknowledged_by,
    assigneeId: row.assignee_id,
    snoozedUntil: row.snoozed_until,
    resolvedAt: row.resolved_at,
    resolvedReason: row.resolved_reason,
  }));
}

const at = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

/** Writes what people changed. */
export async function writeActions(
  client: PoolClient,
  changes: readonly { readonly id: string; readonly next: Actionable }[],
): Promise<void> {
  const rows = changes.map(({ id, next }) => ({
    id,
    status: next.status,
    acknowledged_at: at(next.acknowledgedAt),
    acknowledged_by: next.acknowledgedBy,
    assignee_id: next.assigneeId,
    snoozed_until: at(next.snoozedUntil),
    resolved_at: at(next.resolvedAt),
    resolved_reason: next.resolvedReason,
  }));
  await client.query(
    `UPDATE alert a SET status = n.status, acknowledged_at = n.acknowledged_at, acknowledged_by = n.acknowledged_by,
       assignee_id = n.assignee_id, snoozed_until = n.snoozed_until, resolved_at = n.resolved_at,
       resolved_reason = n.resolved_reason
     FROM json_populate_recordset(NULL::alert, $1::json) n WHERE a.id = n.id`,
    [JSON.stringify(rows)],
  );
}

/** Takes back what somebody wrote last on each of these, if that was after a moment. Answers on which. */
export async function takeBackComments(
  client: PoolClient,
  ids: readonly string[],
  userId: string,
  after: Date,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE alert_event SET kind = 'uncommented', text = NULL WHERE id IN (
       SELECT DISTINCT ON (alert_id) id FROM alert_event
       WHERE alert_id = ANY($1::bigint[]) AND actor_id = $2 AND kind = 'commented' AND at > $3
       ORDER BY alert_id, id DESC)
     RETURNING alert_id::text AS id`,
    [ids, userId, after],
  );
  return rows.map(({ id }) => id);
}

/** Has the engine look again at what these are about: it may have ended meanwhile. */
export async function markAlertsDue(client: PoolClient, alerts: readonly ActedOn[]): Promise<void> {
  const sources = alerts.flatMap(({ sourceId }) => sourceId ?? []);
  await client.query("INSERT INTO alert_due (source_id) SELECT unnest($1::int[])", [sources]);
}

/** Ends snoozes whose time has come: they come back unacknowledged. Answers which. */
export async function endSnoozes(client: PoolClient, ids: readonly string[], now: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(
    `UPDATE alert SET status = 'open', snoozed_until = NULL, acknowledged_at = NULL, acknowledged_by = NULL
     WHERE id = ANY($1::bigint[]) AND status = 'snoozed' AND snoozed_until <= $2 RETURNING id::text AS id`,
    [ids, now],
  );
  return rows.map(({ id }) => id);
}

/** Somebody alerts can be given to. */
export interface Assignee {
  readonly id: string;
  readonly name: string;
}

/** Who may act on alerts: in any of these sites (null: anywhere); with `id` that one. */
export async function readAssignees(
  client: Pick<PoolClient, "query">,
  sites: readonly number[] | null,
  roles: readonly string[],
  id: string | null = null,
): Promise<Assignee[]> {
  const { rows } = await client.query<Assignee>(
    `SELECT u.id, u.name FROM "user" u WHERE u.disabled_at IS NULL AND u.role::text = ANY($2) AND ($3::text IS NULL OR u.id = $3)
       AND (NOT u.is_scoped AND u.role <> 'site_admin' OR EXISTS (
         SELECT 1 FROM user_site g WHERE g.user_id = u.id AND ($1::int[] IS NULL OR g.site_id = ANY($1))))
     ORDER BY lower(u.name), u.id LIMIT 500`,
    [sites, roles, id],
  );
  return rows;
}
