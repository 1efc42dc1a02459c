import "server-only";
import { randomUUID } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import type { SentBy } from "@/lib/core/notifications/delivery";
import type { Target } from "@/lib/core/notifications/targets";
import { inTransaction } from "@/lib/db/in-transaction";

const ms = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`;

/** The step of messages that it is over. */
export const OVER_STEP = -1;
/** The step of messages that tell what was held back. */
export const SUMMARY_STEP = -2;

/** One message to be written down. */
export interface NewNotification extends Target {
  readonly alertId: string;
  readonly siteId: number;
  readonly round: number;
  readonly step: number;
  readonly title: string;
}

/** Inside the transaction of the decision. The same message to the same recipient is written once, whoever decides. */
export async function addNotifications(
  client: PoolClient,
  notifications: readonly NewNotification[],
  now: Date,
): Promise<void> {
  if (notifications.length === 0) return;
  const rows = notifications.map((one) => ({
    id: randomUUID(),
    alert_id: one.alertId,
    round: one.round,
    step: one.step,
    target: one.target,
    channel: one.channel,
    user_id: one.userId,
    channel_id: one.channelId,
    site_id: one.siteId,
    recipient: one.recipient,
    title: one.title,
    status: "waiting",
    created_at: now.toISOString(),
    due_at: new Date(one.notBefore).toISOString(),
    attempts: 0,
  }));
  await client.query({
    name: "add-notifications",
    text: `INSERT INTO notification SELECT * FROM json_populate_recordset(NULL::notification, $1::json)
           ON CONFLICT (alert_id, round, step, target) DO NOTHING`,
    values: [JSON.stringify(rows)],
  });
}

/** Whom these alerts were told in their last round, or will be: they are to hear that it is over. */
export async function readToldTargets(
  client: PoolClient,
  alertIds: readonly string[],
): Promise<
  (Omit<Target, "notBefore"> & { readonly alertId: string; readonly siteId: number; readonly round: number })[]
> {
  const { rows } = await client.query(
    `SELECT DISTINCT ON (n.alert_id, n.target) n.alert_id::text AS "alertId", n.site_id AS "siteId", n.round, n.target, n.channel,
       n.user_id AS "userId", n.channel_id::text AS "channelId", n.recipient
     FROM notification n JOIN alert_escalation e ON e.alert_id = n.alert_id AND e.round = n.round
     WHERE n.alert_id = ANY($1::bigint[]) AND n.step >= 0 AND n.status IN ('waiting', 'held', 'sending', 'sent')
     ORDER BY n.alert_id, n.target`,
    [alertIds],
  );
  return rows;
}

/** A message that somebody is about to send. */
export interface Claimed {
  readonly id: string;
  /** Null of a summary. */
  readonly alertId: string | null;
  readonly siteId: number;
  readonly round: number;
  readonly step: number;
  readonly target: string;
  readonly channel: SentBy;
  readonly userId: string | null;
  readonly channelId: string | null;
  readonly recipient: string;
  readonly attempts: number;
  /** It could have been sent later than it was decided: ms. */
  readonly createdAt: number;
}

/** After this somebody else tries what was claimed: whoever claimed it is gone, s. */
const LEASE_S = 90;

const CLAIM = `
UPDATE notification n SET status = 'sending', attempts = n.attempts + 1, due_at = $1::timestamptz + interval '${LEASE_S} seconds'
WHERE n.id IN (
  SELECT id FROM notification WHERE status IN ('waiting', 'sending') AND due_at <= $1
  ORDER BY due_at, created_at LIMIT $2 FOR UPDATE SKIP LOCKED
)
RETURNING n.id::text AS id, n.alert_id::text AS "alertId", n.site_id AS "siteId", n.round, n.step, n.target, n.channel,
  n.user_id AS "userId", n.channel_id::text AS "channelId", n.recipient, n.attempts, ${ms("n.created_at")} AS "createdAt"`;

const IS_ANY_DUE =
  "SELECT EXISTS (SELECT 1 FROM notification WHERE status IN ('waiting', 'sending') AND due_at <= $1) AS any";

/**
 * Takes what is due for this process alone: of two that ask at once, each gets others. `first` sees what is due before
 * any of it is taken, one process at a time.
 */
export async function claimNotifications(
  pool: Pool,
  now: Date,
  most: number,
  first: (client: PoolClient) => Promise<void>,
): Promise<Claimed[]> {
  const { rows: found } = await pool.query<{ any: boolean }>({ name: "any-due", text: IS_ANY_DUE, values: [now] });
  if (!found[0]?.any) return [];
  const claimed = await inTransaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('occupancy.notifications.claim', 0))");
    await first(client);
    return client.query<Claimed>({ name: "claim-notifications", text: CLAIM, values: [now, most] });
  });
  return claimed.rows.sort((a, b) => a.createdAt - b.createdAt);
}

/** What became of a try. */
export interface Ended {
  readonly id: string;
  readonly status: "sent" | "failed" | "skipped" | "waiting";
  readonly answer: string | null;
  /** Of a waiting one the next try, else now; ms. */
  readonly at: number;
  /** The try did not count: nothing was sent. */
  readonly isUntried?: boolean;
}

/** Writes what became of it, as long as nobody else has taken it; with a title, what it said. */
export async function endNotification(
  client: Pick<PoolClient, "query">,
  claimed: Claimed,
  ended: Ended,
  title = "",
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: "end-notification",
    text: `UPDATE notification SET status = $2, answer = coalesce($3, answer), due_at = $4,
             ended_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE $4::timestamptz END, attempts = attempts - $6,
             title = coalesce(nullif($7, ''), title)
           WHERE id = $1 AND status = 'sending' AND attempts = $5`,
    values: [
      ended.id,
      ended.status,
      ended.answer,
      new Date(ended.at),
      claimed.attempts,
      ended.isUntried ? 1 : 0,
      title,
    ],
  });
  return rowCount === 1;
}

/** What became of the messages by which this recipient learned of an alert: the best of them. */
export async function readToldStatus(
  client: Pick<PoolClient, "query">,
  { alertId, round, target }: Pick<Claimed, "round" | "target"> & { readonly alertId: string },
): Promise<"sent" | "waiting" | "none"> {
  const { rows } = await client.query<{ status: string }>(
    "SELECT DISTINCT status FROM notification WHERE alert_id = $1 AND round = $2 AND target = $3 AND step >= 0",
    [alertId, round, target],
  );
  const found = rows.map(({ status }) => status);
  if (found.includes("sent")) return "sent";
  return found.some((status) => ["waiting", "held", "sending"].includes(status)) ? "waiting" : "none";
}

/** How long the log is kept, days. */
const KEPT_DAYS = 90;
const AT_ONCE = 20_000;

/** Removes what is older than it is kept, and how far alerts had come that are long over. */
export async function trimNotifications(pool: Pool, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  for (const query of [
    `DELETE FROM notification WHERE id IN (SELECT id FROM notification WHERE created_at < $1 LIMIT ${AT_ONCE})`,
    `DELETE FROM alert_escalation WHERE alert_id IN (SELECT e.alert_id FROM alert_escalation e LEFT JOIN alert a ON a.id = e.alert_id
       WHERE e.seen = 'over' AND coalesce(a.resolved_at, '-infinity') < $1 LIMIT ${AT_ONCE})`,
  ])
    for (let count = AT_ONCE; count === AT_ONCE; ) count = (await pool.query(query, [before])).rowCount ?? 0;
}
