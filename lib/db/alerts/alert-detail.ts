import "server-only";
import type { Pool, PoolClient } from "pg";
import type { Alert } from "@/lib/core/alert";
import type { AlertDetail, AlertEvent, AlertEventKind } from "@/lib/core/alert-detail";
import { eventWords } from "@/lib/core/alerts/alert-title";
import { METRICS, type Metric } from "@/lib/core/metric";
import { shown } from "@/lib/core/space-row";
import type { Reach } from "./alert-filter";
import { type AlertRow, alertSelect, alertsOf } from "./alert-row";

type Client = Pick<Pool | PoolClient, "query">;

const MOST_EVENTS = 200;
const MOST_CHILDREN = 500;

/** One alert with all that is known of it; null when there is none within reach. */
export async function readAlertDetail(client: Client, id: string, reach: Reach): Promise<AlertDetail | null> {
  const { rows } = await client.query<AlertRow>(
    `WITH page AS (
       SELECT * FROM alert WHERE id = $1 OR id = (SELECT parent_id FROM alert WHERE id = $1)
       UNION ALL (SELECT * FROM alert WHERE parent_id = $1 ORDER BY resolved_at IS NOT NULL, rank DESC, id LIMIT ${MOST_CHILDREN})
     ) ${alertSelect("page")} WHERE $2::int[] IS NULL OR a.site_id = ANY($2) ORDER BY a.rank DESC, a.id`,
    [id, reach],
  );
  const row = rows.find((one) => one.id === id);
  if (!row) return null;
  const [alert] = alertsOf([row], reach);
  if (!alert) return null;
  const [timeline, similar, chart] = await Promise.all([
    readTimeline(client, id),
    readSimilar(client, row),
    readChart(client, row),
  ]);
  const within = (relation: (one: AlertRow) => boolean) => alertsOf(rows.filter(relation), reach);
  const [parent = null] = within((one) => one.id === row.parent_id);
  const children: Alert[] = within((one) => one.parent_id === id);
  return { alert, timeline, parent, children, similar, chart };
}

interface EventRow {
  id: string;
  at: Date;
  kind: AlertEventKind;
  actor_id: string | null;
  actor_name: string | null;
  text: string | null;
  data: Record<string, unknown>;
}

async function readTimeline(client: Client, alertId: string): Promise<AlertEvent[]> {
  const { rows } = await client.query<EventRow>(
    `SELECT id::text AS id, at, kind, actor_id, actor_name, text, data FROM alert_event
     WHERE alert_id = $1 ORDER BY id DESC LIMIT ${MOST_EVENTS}`,
    [alertId],
  );
  return rows.map(({ id, at, kind, actor_id, actor_name, text, data }) => ({
    id,
    at: at.toISOString(),
    kind,
    actor: actor_id === null ? null : { id: actor_id, name: shown(actor_name ?? "") },
    words: eventWords(kind, data),
    text: text === null ? null : plain(text),
  }));
}

/** What people wrote may have lines; nothing else that a screen cannot show. */
const plain = (text: string) =>
  text
    .split("\n")
    .map((line) => (line.trim() === "" ? "" : shown(line)))
    .join("\n");

interface SimilarRow {
  id: string;
  since: Date;
  resolved_at: Date | null;
  all: number;
  comment_at: Date | null;
  comment: string | null;
  comment_by: string | null;
}

/** The same trouble of the same thing: the same source and code, else the same rule at the same place. */
const READ_SIMILAR = `
WITH alike AS (
  SELECT b.id, b.since, b.resolved_at FROM alert b
  WHERE b.id <> $1 AND b.kind = $2 AND b.opened_at > now() - interval '90 days'
    AND CASE WHEN $3::int IS NOT NULL THEN b.source_id = $3 AND b.code = $4
             ELSE b.space_id IS NOT DISTINCT FROM $5::int AND b.rule_id IS NOT DISTINCT FROM $6::int
               AND b.vendor IS NOT DISTINCT FROM $7 END
)
SELECT a.id::text AS id, a.since, a.resolved_at, (SELECT count(*)::int FROM alike) AS "all",
       c.at AS comment_at, c.text AS comment, c.actor_name AS comment_by
FROM (SELECT * FROM alike ORDER BY id DESC LIMIT 5) a
LEFT JOIN LATERAL (
  SELECT e.at, e.text, e.actor_name FROM alert_event e JOIN alike l ON l.id = e.alert_id
  WHERE e.kind = 'commented' ORDER BY e.id DESC LIMIT 1) c ON true
ORDER BY a.id DESC`;

async function readSimilar(client: Client, row: AlertRow): Promise<AlertDetail["similar"]> {
  const { rows } = await client.query<SimilarRow>(READ_SIMILAR, [
    row.id,
    row.kind,
    row.source_id,
    row.code,
    row.space_id,
    row.rule_id,
    row.vendor,
  ]);
  const [first] = rows;
  const at = first?.comment_at;
  return {
    count: first?.all ?? 0,
    lastComment: at
      ? { at: at.toISOString(), text: plain(first.comment ?? ""), by: shown(first.comment_by ?? "") }
      : null,
    items: rows.map(({ id, since, resolved_at }) => ({
      id,
      since: since.toISOString(),
      resolvedAt: resolved_at?.toISOString() ?? null,
    })),
  };
}

const BEFORE = "interval '90 minutes'";
const MOST_POINTS = 400;

const READ_POINTS = `
SELECT at, value FROM (
  SELECT r.observed_at AS at, r.value, row_number() OVER (ORDER BY r.observed_at) AS nr, count(*) OVER () AS "all"
  FROM assignment a JOIN reading r ON r.source_id = a.source_id AND r.metric = $2
  WHERE a.space_id = $1 AND r.observed_at >= greatest(a.starts_at, $3::timestamptz - ${BEFORE})
    AND r.observed_at < coalesce(a.ends_at, 'infinity') AND r.observed_at <= coalesce($4::timestamptz, now()) + ${BEFORE}
) p WHERE nr % greatest(1, ("all" / ${MOST_POINTS})::int) = 0 ORDER BY at`;

/** The number it is about, from before it began until after it was over. */
async function readChart(client: Client, row: AlertRow): Promise<AlertDetail["chart"]> {
  const metric = chartMetric(row);
  if (metric === null || row.space_id === null) return null;
  const { rows } = await client.query<{ at: Date; value: number }>(READ_POINTS, [
    row.space_id,
    METRICS[metric].code,
    row.since,
    row.resolved_at,
  ]);
  // As far from what it was measured against as the rule says: it may follow a limit of the place.
  const rule = await client.query<{ clear: number | null }>(
    "SELECT round(($2::float8 + clear_threshold - threshold)::numeric, 6)::float8 AS clear FROM alert_rule WHERE id = $1",
    [row.rule_id, row.threshold],
  );
  return {
    metric,
    unit: METRICS[metric].unit,
    threshold: row.threshold,
    clear: row.kind === "environment" ? (rule.rows[0]?.clear ?? null) : null,
    points: rows.map(({ at, value }) => ({ at: at.toISOString(), value })),
  };
}

function chartMetric({ kind, code }: AlertRow): Metric | null {
  if (kind === "over-capacity") return "occupancy";
  const [metric = ""] = code.split(":");
  return kind === "environment" && metric in METRICS ? (metric as Metric) : null;
}
