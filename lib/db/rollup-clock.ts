import "server-only";
import type { Pool, PoolClient } from "pg";
import { readSetting } from "./setting-repository";

type Moment = "rollupsClosedUntil" | "readingsFrom";

/** A moment that is kept as a setting, ms; null when it was never set. */
export async function readMoment(name: Moment, db: Pick<Pool, "query">): Promise<number | null> {
  const value = await readSetting(name, db);
  return typeof value === "number" ? value : null;
}

/** Up to when hours were closed, ms; null for never. Locked: of several instances one closes them. */
export async function lockClosedUntil(client: PoolClient): Promise<number | null> {
  await client.query(
    "INSERT INTO setting (name, value, updated_at) VALUES ('rollupsClosedUntil', 'null', now()) ON CONFLICT DO NOTHING",
  );
  const { rows } = await client.query<{ value: number | null }>(
    "SELECT value FROM setting WHERE name = 'rollupsClosedUntil' FOR UPDATE",
  );
  return rows[0]?.value ?? null;
}

export async function writeClosedUntil(client: PoolClient, at: number): Promise<void> {
  await client.query("UPDATE setting SET value = $1, updated_at = now() WHERE name = 'rollupsClosedUntil'", [
    JSON.stringify(at),
  ]);
}

/** Spaces that a source fed after a moment (ms), with the zone of their clock. */
export async function spacesFedSince(client: PoolClient, since: number): Promise<{ id: number; timeZone: string }[]> {
  const { rows } = await client.query<{ id: number; timeZone: string }>(
    `WITH RECURSIVE fed AS (
       SELECT DISTINCT space_id AS id FROM assignment WHERE coalesce(ends_at, 'infinity') > to_timestamp($1 / 1000.0)
     ),
     up AS (
       SELECT fed.id AS space_id, s.parent_id, s.time_zone FROM fed JOIN space s ON s.id = fed.id
       UNION ALL SELECT up.space_id, s.parent_id, s.time_zone FROM space s JOIN up ON s.id = up.parent_id WHERE up.time_zone IS NULL
     )
     SELECT fed.id, coalesce((SELECT time_zone FROM up WHERE up.space_id = fed.id AND time_zone IS NOT NULL LIMIT 1), 'UTC') AS "timeZone"
     FROM fed`,
    [since],
  );
  return rows;
}

/**
 * From when on there can be anything to work out for each of these spaces, ms: the first word about who is in, or the
 * oldest rollup, whose words may be gone. Spaces with neither are left out.
 */
export async function firstKnown(client: PoolClient, spaceIds: readonly number[], metrics: readonly number[]) {
  const { rows } = await client.query<{ id: number; at: number }>(
    `WITH told AS (
       SELECT a.space_id, min(first.at) AS at
       FROM assignment a CROSS JOIN unnest($2::int[]) AS k(code) CROSS JOIN LATERAL (
         SELECT r.observed_at AS at FROM reading r
         WHERE r.source_id = a.source_id AND r.metric = k.code AND r.observed_at >= a.starts_at
           AND r.observed_at < coalesce(a.ends_at, 'infinity')
         ORDER BY r.observed_at LIMIT 1) first
       WHERE a.space_id = ANY($1::int[]) GROUP BY 1
     ),
     found AS (
       SELECT s.id, least(told.at, (SELECT min(h.starts_at) FROM rollup_hour h WHERE h.space_id = s.id AND h.scope = 0)) AS at
       FROM unnest($1::int[]) AS s(id) LEFT JOIN told ON told.space_id = s.id
     )
     SELECT id, floor(extract(epoch FROM at) * 1000)::float8 AS at FROM found WHERE at IS NOT NULL`,
    [spaceIds, metrics],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}
