import "server-only";
import type { AlertCounts } from "@/lib/core/alert-counts";
import { database } from "./client";
import type { Database } from "./database";
import { listMaintenance } from "./maintenance-repository";

/** Whose view it is, and the moments it is about. */
interface CountsFor {
  readonly userId: string;
  /** Ids of sites, 0 for what stands in none; null: all. */
  readonly sites: readonly number[] | null;
  /** ISO 8601; null when nothing is new. */
  readonly newSince: string | null;
  readonly today: string;
}

interface CountRow extends Omit<AlertCounts, "window" | "devices"> {
  window_name: string | null;
  window_until: Date | null;
  window_count: number;
}

const COUNTS = `
WITH seen AS (
  SELECT status, assignee_id, opened_at, suppressed_name, suppressed_until, suppressed_by IS NOT NULL AS quiet
  FROM alert
  WHERE parent_id IS NULL AND ($1::int[] IS NULL OR site_id = ANY($1)) AND (resolved_at IS NULL OR resolved_at >= $4)
), windows AS (
  SELECT suppressed_name, max(suppressed_until) AS until, count(*)::int AS n
  FROM seen WHERE quiet AND status <> 'resolved' GROUP BY suppressed_name ORDER BY n DESC, suppressed_name LIMIT 1
)
SELECT count(*) FILTER (WHERE status IN ('open', 'acknowledged') AND NOT quiet)::int AS needs,
  count(*) FILTER (WHERE status = 'open' AND NOT quiet)::int AS open,
  count(*) FILTER (WHERE status <> 'resolved' AND assignee_id = $2 AND NOT quiet)::int AS mine,
  count(*) FILTER (WHERE status <> 'resolved' AND opened_at >= $3 AND NOT quiet)::int AS "new",
  count(*) FILTER (WHERE status = 'snoozed' AND NOT quiet)::int AS snoozed,
  count(*) FILTER (WHERE status = 'resolved')::int AS resolved,
  count(*) FILTER (WHERE status <> 'resolved' AND quiet)::int AS suppressed,
  (SELECT suppressed_name FROM windows) AS window_name,
  (SELECT until FROM windows) AS window_until,
  coalesce((SELECT n FROM windows), 0) AS window_count
FROM seen`;

/** What stands somewhere, with and without an alert of its own, and what stands where maintenance is. */
const DEVICES = `
WITH RECURSIVE mine AS (
  SELECT id FROM space WHERE kind = 'site' AND ($1::int[] IS NULL OR id = ANY($1))
  UNION ALL SELECT s.id FROM mine JOIN space s ON s.parent_id = mine.id
), closed AS (
  SELECT id FROM space WHERE id = ANY($2)
  UNION SELECT s.id FROM closed JOIN space s ON s.parent_id = closed.id
), standing AS (
  SELECT a.source_id, a.source_id = ANY($3) OR a.space_id IN (SELECT id FROM closed) AS is_closed
  FROM assignment a WHERE a.ends_at IS NULL AND a.space_id IN (SELECT id FROM mine)
)
SELECT count(*) FILTER (WHERE is_closed)::int AS "inMaintenance",
  count(*) FILTER (WHERE NOT is_closed AND NOT EXISTS (
    SELECT 1 FROM alert x WHERE x.source_id = standing.source_id AND x.resolved_at IS NULL))::int AS healthy
FROM standing`;

/** What the views of the inbox would show to somebody. */
export async function countAlerts(
  { userId, sites, newSince, today }: CountsFor,
  db: Database = database(),
): Promise<AlertCounts> {
  const { items } = await listMaintenance({ ended: false, limit: 200 }, sites, db);
  const on = items.filter(({ isOn }) => isOn);
  const ids = (list: readonly (string | null)[]) => list.flatMap((id) => (id === null ? [] : [Number(id)]));
  const closed = ids(on.map(({ spaceId }) => spaceId));
  const out = ids(on.map(({ sourceId }) => sourceId));
  const [counted, devices] = await Promise.all([
    db.read.query<CountRow>(COUNTS, [sites, userId, newSince, today]),
    db.read.query<AlertCounts["devices"]>(DEVICES, [sites, closed, out]),
  ]);
  const [row, standing] = [counted.rows[0], devices.rows[0]];
  if (!row || !standing) throw new Error("A count answered no row");
  const { window_name: name, window_until: until, window_count: count, ...counts } = row;
  const window = name === null ? null : { name, until: until?.toISOString() ?? null, count };
  return { ...counts, window, devices: standing };
}
