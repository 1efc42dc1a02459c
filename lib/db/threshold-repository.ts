import "server-only";
import type { PoolClient } from "pg";
import type { ComfortMetric } from "@/lib/core/air-limits";
import { METRICS, metricOf } from "@/lib/core/metric";
import { Threshold, type ThresholdChange } from "@/lib/core/threshold";
import { database } from "./client";
import type { Database } from "./database";
import { bumpFloors, stampSpace } from "./floor-members";
import { spacesWithin } from "./place-of";

interface Row {
  space_id: number | null;
  metric: number;
  limits: number[];
}

/** What was set everywhere and within these sites (null: all). */
export async function listThresholds(sites: readonly number[] | null, db: Database = database()): Promise<Threshold[]> {
  const { rows } = await db.read.query<Row>(
    `WITH RECURSIVE ${spacesWithin("$1")}
     SELECT l.space_id, l.metric, l.limits FROM threshold l LEFT JOIN space s ON s.id = l.space_id
     WHERE s.archived_at IS NULL AND (l.space_id IS NULL OR $1::int[] IS NULL OR l.space_id IN (SELECT id FROM mine))
     ORDER BY l.space_id NULLS FIRST, l.metric`,
    [sites],
  );
  return rows.flatMap((row) => {
    const spaceId = row.space_id === null ? null : String(row.space_id);
    const { data } = Threshold.safeParse({ spaceId, metric: metricOf(row.metric), limits: row.limits });
    return data ? [data] : [];
  });
}

/** Writes or takes away; answers what was there before, null for nothing. */
export async function writeThreshold(
  client: PoolClient,
  spaceId: number | null,
  { metric, limits }: ThresholdChange,
): Promise<number[] | null> {
  const { code } = METRICS[metric satisfies ComfortMetric];
  const old = await client.query<{ limits: number[] }>(
    "DELETE FROM threshold WHERE space_id IS NOT DISTINCT FROM $1::int AND metric = $2 RETURNING limits",
    [spaceId, code],
  );
  if (limits !== null) {
    await client.query(
      `INSERT INTO threshold (space_id, metric, limits) VALUES ($1, $2, $3)
       ON CONFLICT (space_id, metric) DO UPDATE SET limits = EXCLUDED.limits, changed_at = now()`,
      [spaceId, code, limits],
    );
  }
  return old.rows[0]?.limits ?? null;
}

/** Says on every floor that inherits from a space, or from everywhere, that limits changed. Answers those floors. */
export async function tellThresholds(client: PoolClient, spaceId: number | null): Promise<number[]> {
  const shown = await stampSpace(client, spaceId);
  if (shown.length > 0) return shown; // a room tells what is in it by itself
  const { rows } = await client.query<{ id: number }>(
    `WITH RECURSIVE inside AS (
       SELECT id, kind FROM space WHERE CASE WHEN $1::int IS NULL THEN parent_id IS NULL ELSE id = $1 END
       UNION ALL SELECT s.id, s.kind FROM space s JOIN inside ON s.parent_id = inside.id
       WHERE inside.kind <> 'floor'
     )
     SELECT id FROM inside WHERE kind = 'floor' ORDER BY id`,
    [spaceId],
  );
  return bumpFloors(
    client,
    rows.map(({ id }) => id),
  );
}
