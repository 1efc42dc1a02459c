import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { type DueMessage, heldBack, STORM_MS, summaryAt } from "@/lib/core/notifications/storm";
import { text } from "@/lib/core/text";
import { SUMMARY_STEP } from "./outbox";

/** So many are looked at together; more than are taken to be sent at once. */
const MOST = 500;

/** Programs are told of every alert: what they count must not be put together. What is not to be told any more takes no room. */
const DUE = `
SELECT n.id::text AS id, n.target, a.severity, n.site_id AS "siteId"
FROM notification n JOIN alert a ON a.id = n.alert_id
WHERE n.status = 'waiting' AND n.attempts = 0 AND n.channel <> 'webhook' AND n.due_at <= $1
  AND (n.step < 0 OR a.status = 'open')
ORDER BY n.due_at, n.created_at LIMIT ${MOST}`;

/** What was tried and has not ended may have arrived: it counts like what was sent. */
const USED = `
SELECT target, count(*)::int AS count FROM notification
WHERE target = ANY($1) AND summary_id IS NULL AND step <> ${SUMMARY_STEP}
  AND (status = 'sending' OR (status = 'waiting' AND attempts > 0) OR (status = 'sent' AND due_at > $2))
GROUP BY target`;

/** A summary that was never tried takes in more; of others it counts when they were sent, or that they are on their way. */
const SUMMARIES = `
SELECT target, (array_agg(id::text ORDER BY due_at) FILTER (WHERE status = 'waiting' AND attempts = 0))[1] AS open,
  max(floor(extract(epoch FROM CASE status WHEN 'sent' THEN due_at ELSE $3::timestamptz END) * 1000))::float8 AS last
FROM notification
WHERE step = ${SUMMARY_STEP} AND target = ANY($1) AND (status IN ('waiting', 'sending') OR (status = 'sent' AND due_at > $2))
GROUP BY target`;

const HOLD = `
UPDATE notification n SET status = 'held', summary_id = x.summary, answer = $2, due_at = s.due_at
FROM json_to_recordset($1::json) AS x(id uuid, summary uuid) JOIN notification s ON s.id = x.summary
WHERE n.id = x.id`;

const BEGIN = `
INSERT INTO notification (id, round, step, target, channel, user_id, channel_id, site_id, recipient, status, created_at, due_at)
SELECT x.summary, 0, ${SUMMARY_STEP}, n.target, n.channel, n.user_id, n.channel_id, n.site_id, n.recipient, 'waiting', $2, x.due_at
FROM json_to_recordset($1::json) AS x(first uuid, summary uuid, due_at timestamptz) JOIN notification n ON n.id = x.first`;

/** What the log says of a message while it waits for its summary. */
const HELD = text("Held back: there were very many. It will be told in a summary.");

interface OpenSummary {
  readonly target: string;
  readonly open: string | null;
  readonly last: number;
}

/** Holds back what is due and too much for its recipients, and begins the summaries that tell it. One at a time may. */
export async function holdBack(client: PoolClient, now: Date): Promise<void> {
  const { rows: due } = await client.query<DueMessage>({ name: "storm-due", text: DUE, values: [now] });
  if (due.length === 0) return;
  const targets = [...new Set(due.map(({ target }) => target))];
  const since = new Date(now.getTime() - STORM_MS);
  const used = await client.query<{ target: string; count: number }>({
    name: "storm-used",
    text: USED,
    values: [targets, since],
  });
  const ids = new Set(heldBack(due, new Map(used.rows.map(({ target, count }) => [target, count]))));
  if (ids.size > 0)
    await hold(
      client,
      due.filter(({ id }) => ids.has(id)),
      since,
      now,
    );
}

async function hold(client: PoolClient, held: readonly DueMessage[], since: Date, now: Date): Promise<void> {
  const byTarget = Map.groupBy(held, ({ target }) => target);
  const { rows } = await client.query<OpenSummary>(SUMMARIES, [[...byTarget.keys()], since, now]);
  const known = new Map(rows.map((row) => [row.target, row]));
  const summaries = [...byTarget].map(([target, messages]) => {
    const { open = null, last = null } = known.get(target) ?? {};
    return {
      first: messages[0]?.id,
      messages,
      open,
      summary: open ?? randomUUID(),
      due_at: new Date(summaryAt(now.getTime(), last)),
    };
  });
  const begun = summaries
    .filter(({ open }) => open === null)
    .map(({ first, summary, due_at }) => ({ first, summary, due_at }));
  if (begun.length > 0) await client.query(BEGIN, [JSON.stringify(begun), now]);
  const rowsHeld = summaries.flatMap(({ messages, summary }) => messages.map(({ id }) => ({ id, summary })));
  await client.query(HOLD, [JSON.stringify(rowsHeld), HELD]);
}
