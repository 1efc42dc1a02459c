import "server-only";
import type { PoolClient } from "pg";
import type { AlertFacts, Escalation } from "@/lib/core/notifications/escalate";
import { msOf } from "../moment-us";

/** An alert about which something may have to be decided, and how far telling people has come. */
export interface Deciding {
  readonly id: string;
  /** 0 for none. */
  readonly siteId: number;
  readonly spaceId: number | null;
  readonly facts: AlertFacts;
  readonly last: Escalation | null;
}

interface Row {
  id: string;
  site_id: number;
  offset: string;
  space_id: number | null;
  facts: AlertFacts;
  last: Escalation | null;
}

const FACTS = `json_build_object('kind', a.kind, 'severity', a.severity, 'status', a.status,
  'isSuppressed', a.suppressed_by IS NOT NULL, 'hasParent', a.parent_id IS NOT NULL, 'openedAt', ${msOf("a.opened_at")},
  'snoozedUntil', ${msOf("a.snoozed_until")}, 'resolvedReason', a.resolved_reason) AS facts`;
const LAST = `CASE WHEN e.alert_id IS NOT NULL THEN json_build_object('round', e.round, 'startedAt', ${msOf("e.started_at")},
  'seen', e.seen, 'severity', e.severity, 'snoozedUntil', ${msOf("e.snoozed_until")}, 'done', e.done,
  'dueAt', ${msOf("e.due_at")}) END AS last`;
const COLUMNS = `a.id::text AS id, a.site_id, a."offset"::text AS "offset", a.space_id, ${FACTS}, ${LAST}`;

/** All of an offset's alerts were read. */
const ALL = "9223372036854775807";
const MOST = 500;

/** Each site's alert feed is a log: what stands behind the cursor has changed since somebody looked. */
const CHANGED = `
WITH heads AS (
  SELECT f.site_id, coalesce(c."offset", 0) AS after, coalesce(c.alert_id, 0) AS after_id
  FROM alert_feed f LEFT JOIN notification_cursor c USING (site_id)
  WHERE c.site_id IS NULL OR f."offset" > c."offset" OR c.alert_id < ${ALL}
)
SELECT ${COLUMNS} FROM heads h
JOIN alert a ON a.site_id = h.site_id AND a."offset" >= h.after AND (a."offset", a.id) > (h.after, h.after_id)
LEFT JOIN alert_escalation e ON e.alert_id = a.id
WHERE a.resolved_at IS NULL OR e.alert_id IS NOT NULL
ORDER BY a.site_id, a."offset", a.id LIMIT ${MOST}`;

const DUE = `
SELECT ${COLUMNS} FROM alert_escalation e JOIN alert a ON a.id = e.alert_id WHERE e.due_at <= $1 ORDER BY e.due_at LIMIT ${MOST}`;

/** One instance decides at a time. False: another one does. */
export async function lockDecisions(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtextextended('occupancy.notifications', 0)) AS mine",
  );
  return rows[0]?.mine ?? false;
}

interface Taken {
  readonly alerts: readonly Deciding[];
  readonly isMore: boolean;
}

/** What changed since the last time, and what is due; moves the cursors on. Repeatable: another statement sees no older state. */
export async function takeChanged(client: PoolClient, now: Date): Promise<Taken> {
  const heads = await client.query<{ site_id: number; offset: string }>({
    name: "notification-heads",
    text: `SELECT f.site_id, f."offset"::text AS "offset" FROM alert_feed f LEFT JOIN notification_cursor c USING (site_id)
           WHERE c.site_id IS NULL OR f."offset" > c."offset" OR c.alert_id < ${ALL}`,
  });
  const due = await client.query<Row>({ name: "notifications-due", text: DUE, values: [now] });
  const changed =
    heads.rows.length === 0 ? [] : (await client.query<Row>({ name: "notifications-changed", text: CHANGED })).rows;
  await moveCursors(client, heads.rows, changed);
  const byId = new Map([...due.rows, ...changed].map((row) => [row.id, row]));
  return {
    alerts: [...byId.values()].map(({ id, site_id, space_id, facts, last }) => ({
      id,
      siteId: site_id,
      spaceId: space_id,
      facts,
      last,
    })),
    isMore: changed.length === MOST || due.rows.length === MOST,
  };
}

/** The heads were read first: what came between the two statements is read again next time. */
async function moveCursors(
  client: PoolClient,
  heads: readonly { readonly site_id: number; readonly offset: string }[],
  changed: readonly Row[],
): Promise<void> {
  const stop = changed.length === MOST ? changed.at(-1) : undefined;
  const cursors = heads.flatMap(({ site_id, offset }) => {
    if (!stop || site_id < stop.site_id) return [{ site_id, offset, alert_id: ALL }];
    return site_id === stop.site_id ? [{ site_id, offset: stop.offset, alert_id: stop.id }] : [];
  });
  if (cursors.length === 0) return;
  await client.query({
    name: "notification-cursors",
    text: `INSERT INTO notification_cursor AS c (site_id, "offset", alert_id)
           SELECT site_id, "offset", alert_id FROM json_populate_recordset(NULL::notification_cursor, $1::json)
           ON CONFLICT (site_id) DO UPDATE SET "offset" = excluded."offset", alert_id = excluded.alert_id`,
    values: [JSON.stringify(cursors)],
  });
}

const at = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

/** Writes how far it has come. */
export async function writeEscalations(
  client: PoolClient,
  escalations: readonly { readonly id: string; readonly next: Escalation }[],
): Promise<void> {
  if (escalations.length === 0) return;
  const rows = escalations.map(({ id, next }) => ({
    alert_id: id,
    round: next.round,
    started_at: at(next.startedAt),
    seen: next.seen,
    severity: next.severity,
    snoozed_until: at(next.snoozedUntil),
    done: next.done,
    due_at: at(next.dueAt),
  }));
  await client.query({
    name: "write-escalations",
    text: `INSERT INTO alert_escalation SELECT * FROM json_populate_recordset(NULL::alert_escalation, $1::json)
           ON CONFLICT (alert_id) DO UPDATE SET round = excluded.round, started_at = excluded.started_at, seen = excluded.seen,
             severity = excluded.severity, snoozed_until = excluded.snoozed_until, done = excluded.done, due_at = excluded.due_at`,
    values: [JSON.stringify(rows)],
  });
}
