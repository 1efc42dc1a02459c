import "server-only";
import type { PoolClient } from "pg";
import type { Silent } from "@/lib/core/alerts/incidents";
import { METRICS } from "@/lib/core/metric";
import { msOf } from "../moment-us";

/** An alert that became part of an incident. */
export interface Joined {
  readonly id: string;
  readonly parentId: string;
  readonly formerId: string | null;
}

/** Those that belong to no incident, or only to their floor's: a connector explains more than a floor does. */
const ORPHANS = `
SELECT a.id, a.source_id, a.since, a.parent_id FROM alert a LEFT JOIN alert p ON p.id = a.parent_id
WHERE a.resolved_at IS NULL AND a.kind = 'device-offline' AND (p.id IS NULL OR p.kind = 'floor-offline' OR p.resolved_at IS NOT NULL)`;

const fact = (source: string, name: string) =>
  `(SELECT f.value FROM source_fact f WHERE f.source_id = ${source} AND f.name = '${name}')`;

/**
 * A sensor belongs to the connector that was among the last to hear it and went offline at about the same time; one that
 * never told who hears it, to a connector of its project that went offline within ten minutes.
 */
const JOIN_CONNECTORS = `
WITH down AS (
  SELECT c.id, c.since, o.id AS source_id, o.vendor, o.external_id FROM alert c JOIN source o ON o.id = c.source_id
  WHERE c.resolved_at IS NULL AND c.kind = 'connector-offline'
),
orphans AS (${ORPHANS} AND EXISTS (SELECT 1 FROM down)),
heard AS (
  SELECT r.id, r.since, f.name, f.observed_at, max(f.observed_at) OVER (PARTITION BY r.id) AS latest
  FROM orphans r JOIN source_fact f ON f.source_id = r.source_id AND f.name LIKE 'gateway:%' AND f.value = 'true'
),
by_ear AS (
  SELECT h.id, d.id AS parent_id, d.since FROM heard h JOIN down d ON h.name = 'gateway:' || d.external_id
  WHERE h.observed_at > h.latest - interval '1 hour'
    AND h.since BETWEEN d.since - interval '30 minutes' AND d.since + interval '3 hours'
),
by_project AS (
  SELECT r.id, d.id AS parent_id, d.since FROM orphans r JOIN down d
    ON ${fact("r.source_id", "project")} = ${fact("d.source_id", "project")}
   AND r.since BETWEEN d.since - interval '10 minutes' AND d.since + interval '10 minutes'
  WHERE NOT EXISTS (SELECT 1 FROM heard h WHERE h.id = r.id)
),
pairs AS (
  SELECT DISTINCT ON (id) id, parent_id FROM (SELECT * FROM by_ear UNION ALL SELECT * FROM by_project) p ORDER BY id, since, parent_id
)
UPDATE alert a SET parent_id = pairs.parent_id FROM pairs JOIN orphans r ON r.id = pairs.id WHERE a.id = pairs.id
RETURNING a.id::text AS id, a.parent_id::text AS "parentId", r.parent_id::text AS "formerId"`;

/** Puts silent sensors under the silent connectors that explain them. */
export async function joinConnectors(client: PoolClient): Promise<Joined[]> {
  const { rows } = await client.query<Joined>({ name: "join-connectors", text: JOIN_CONNECTORS });
  return rows;
}

/** Of one floor: silent devices without an incident, how many devices there are, and the floor's own open incident. */
export interface FloorOutage {
  readonly floorId: number;
  readonly siteId: number;
  readonly devices: number;
  readonly silent: readonly Silent[];
  readonly incident: { readonly id: string; readonly since: number; readonly lastSince: number } | null;
}

const READ_OUTAGES = `
SELECT a.floor_id AS "floorId", min(a.site_id) AS "siteId",
       json_agg(json_build_object('id', a.id::text, 'since', ${msOf("a.since")})) AS silent,
       (SELECT count(DISTINCT v.source_id)::int FROM floor_member m
        JOIN assignment s ON s.space_id = m.space_id AND s.ends_at IS NULL
        JOIN source_value v ON v.source_id = s.source_id AND v.metric = ${METRICS.online.code}
        WHERE m.floor_id = a.floor_id AND NOT m.removed) AS devices,
       (SELECT json_build_object('id', i.id::text, 'since', ${msOf("i.since")}, 'lastSince',
                 (SELECT coalesce(max(${msOf("c.since")}), ${msOf("i.since")}) FROM alert c WHERE c.parent_id = i.id))
        FROM alert i WHERE i.resolved_at IS NULL AND i.kind = 'floor-offline' AND i.floor_id = a.floor_id LIMIT 1) AS incident
FROM alert a WHERE a.resolved_at IS NULL AND a.kind = 'device-offline' AND a.parent_id IS NULL AND a.floor_id = ANY($1::int[])
GROUP BY a.floor_id`;

/** What is silent on these floors. */
export async function readOutages(client: PoolClient, floorIds: readonly number[]): Promise<FloorOutage[]> {
  if (floorIds.length === 0) return [];
  const { rows } = await client.query<FloorOutage>({ name: "read-outages", text: READ_OUTAGES, values: [floorIds] });
  return rows;
}

/** Puts alerts under an incident. */
export async function adopt(client: PoolClient, ids: readonly string[], parentId: string): Promise<void> {
  await client.query("UPDATE alert SET parent_id = $2 WHERE id = ANY($1::bigint[])", [ids, parentId]);
}

/** Puts missing numbers of a vendor under its silent feed. */
export async function joinFeeds(client: PoolClient): Promise<Joined[]> {
  const { rows } = await client.query<Joined>(
    `UPDATE alert a SET parent_id = p.id FROM alert p
     WHERE p.resolved_at IS NULL AND p.kind = 'feed-silent' AND a.resolved_at IS NULL AND a.kind = 'no-data'
       AND a.vendor = p.vendor AND a.parent_id IS NULL
     RETURNING a.id::text AS id, a.parent_id::text AS "parentId", NULL AS "formerId"`,
  );
  return rows;
}

/** The own trouble of these incidents has ended, but not yet that of what belongs to them. */
export async function holdOpen(client: PoolClient, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await client.query("UPDATE alert SET ended_at = coalesce(ended_at, $2) WHERE id = ANY($1::bigint[])", [ids, now]);
}

/** How long an incident waits for what belongs to it to come back: DT's sensors speak every quarter of an hour. */
const PATIENCE = "interval '15 minutes'";

/** What is late to come back was not this incident's doing: it stands for itself from now on. */
const PART = `
UPDATE alert c SET parent_id = NULL FROM alert p
WHERE c.parent_id = p.id AND c.resolved_at IS NULL
  AND ((p.resolved_at IS NULL AND p.ended_at <= $1::timestamptz - ${PATIENCE} AND p.kind <> 'floor-offline') OR p.resolved_at IS NOT NULL)
RETURNING c.id::text AS id, p.id::text AS "parentId"`;

const CLOSE = `
UPDATE alert p SET resolved_at = $1::timestamptz, status = 'resolved', snoozed_until = NULL,
  resolved_reason = CASE WHEN EXISTS (SELECT 1 FROM alert c WHERE c.parent_id = p.id) OR p.kind <> 'floor-offline' THEN 'cleared' ELSE 'merged' END
WHERE p.resolved_at IS NULL AND p.ended_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM alert c WHERE c.parent_id = p.id AND c.resolved_at IS NULL)
RETURNING p.id::text AS id`;

/** Ends incidents whose trouble is over and to which nothing open belongs any more. */
export async function closeFamilies(
  client: PoolClient,
  now: Date,
): Promise<{ parted: readonly { id: string; parentId: string }[]; closed: readonly string[] }> {
  const parted = await client.query<{ id: string; parentId: string }>({ name: "part", text: PART, values: [now] });
  const closed = await client.query<{ id: string }>({ name: "close", text: CLOSE, values: [now] });
  return { parted: parted.rows, closed: closed.rows.map(({ id }) => id) };
}
