import "server-only";
import type { Pool } from "pg";
import type { Delivered, NotificationPage, NotificationQuery, SentBy } from "@/lib/core/notifications/delivery";
import { shown } from "@/lib/core/space-row";

interface Row {
  id: string;
  alert_id: string | null;
  title: string;
  step: number;
  channel: SentBy;
  recipient: string;
  status: string;
  created_at: Date;
  due_at: Date;
  attempts: number;
  answer: string | null;
  ended_at: Date | null;
}

/** What is being sent, or held back for a summary, is still waiting for people. */
const STATUS = "CASE WHEN n.status IN ('sending', 'held') THEN 'waiting' ELSE n.status END";

const PAGE = `
SELECT n.id::text AS id, n.alert_id::text AS alert_id, n.title, n.step, n.channel, n.recipient, ${STATUS} AS status, n.created_at,
  n.due_at, n.attempts, n.answer, n.ended_at
FROM notification n
WHERE ($1::int[] IS NULL OR n.site_id = ANY($1)) AND ($2::text[] IS NULL OR ${STATUS} = ANY($2))
  AND ($3::text[] IS NULL OR n.channel = ANY($3)) AND ($4::bigint IS NULL OR n.alert_id = $4)
  AND ($5::text IS NULL OR strpos(lower(n.title || ' ' || n.recipient || ' ' || coalesce(n.answer, '')), lower($5)) > 0)
  AND ($6::timestamptz IS NULL OR (n.created_at, n.id) < ($6, $7::uuid))
ORDER BY n.created_at DESC, n.id DESC LIMIT $8`;

const COUNTS = `
SELECT ${STATUS} AS status, count(*)::int AS count FROM notification n
WHERE n.created_at > now() - interval '24 hours' AND ($1::int[] IS NULL OR n.site_id = ANY($1)) GROUP BY 1`;

/** One page of what was sent about alerts of these sites (0: of none; null: all), newest first. */
export async function readNotifications(
  pool: Pick<Pool, "query">,
  reach: readonly number[] | null,
  query: NotificationQuery,
): Promise<NotificationPage> {
  const { status = null, channel = null, alert = null, q = "", cursor = "", limit } = query;
  const [, at, id = null] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  const before = at === undefined ? null : new Date(Number(at));
  const [page, counted] = await Promise.all([
    pool.query<Row>(PAGE, [reach, status, channel, alert, q === "" ? null : q, before, id, limit + 1]),
    pool.query<{ status: string; count: number }>(COUNTS, [reach]),
  ]);
  const count = (name: string) => counted.rows.find((row) => row.status === name)?.count ?? 0;
  const last = page.rows[limit - 1];
  return {
    items: page.rows.slice(0, limit).map(delivered),
    next: page.rows.length > limit && last ? `${last.created_at.getTime()}.${last.id}` : null,
    counts: { waiting: count("waiting"), sent: count("sent"), failed: count("failed"), skipped: count("skipped") },
  };
}

function delivered(row: Row): Delivered {
  const status = row.status as Delivered["status"];
  return {
    id: row.id,
    alertId: row.alert_id,
    title: row.title === "" ? "" : shown(row.title),
    step: row.step + 1,
    channel: row.channel,
    recipient: shown(row.recipient),
    status,
    createdAt: row.created_at.toISOString(),
    attempts: row.attempts,
    answer: row.answer === null ? null : shown(row.answer),
    nextAt: status === "waiting" ? row.due_at.toISOString() : null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
