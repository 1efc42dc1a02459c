import "server-only";
import type { PoolClient } from "pg";
import type { Configuration } from "@/lib/core/configuration";
import { metricOf } from "@/lib/core/metric";
import { ConfiguredThreshold } from "@/lib/core/threshold";
import { readRules } from "./alerts/rule-rows";
import { database } from "./client";
import type { Database } from "./database";

type Part<K extends keyof Configuration> = Configuration[K];

const ISO = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Living spaces, each after what it stands in. Documents are only ever written through their schemas. */
const SPACES = `
WITH RECURSIVE tree AS (
  SELECT s.*, 1 AS depth FROM space s WHERE s.parent_id IS NULL AND s.archived_at IS NULL
  UNION ALL SELECT s.*, tree.depth + 1 FROM space s JOIN tree ON s.parent_id = tree.id WHERE s.archived_at IS NULL
)
SELECT id::text, kind, parent_id::text AS "parentId", name, vendor_name AS "vendorName",
       ${ISO("vendor_name_at")} AS "vendorNameAt", custom_id AS "customId", vendor_custom_id AS "vendorCustomId",
       capacity, type_id::text AS "typeId", tags, time_zone AS "timeZone", working_hours AS "workingHours", holidays,
       sort_order AS "sortOrder", placed_at IS NOT NULL AS "isPlaced"
FROM tree ORDER BY depth, sort_order, id`;

/** $1 ids of living spaces. Deleted sources stay out. */
const SOURCES = `
SELECT o.vendor, o.kind, o.external_id AS "externalId", o.name, o.custom_id AS "customId",
       o.expected_interval_ms AS "expectedIntervalMs", o.ignored_at IS NOT NULL AS "isIgnored",
       a.space_id::text AS "spaceId", CASE WHEN isfinite(a.starts_at) THEN ${ISO("a.starts_at")} END AS since,
       a.assigned_by IS NOT NULL AS "isByPerson", f.space_id::text AS "movedFrom"
FROM source o
LEFT JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL AND a.space_id = ANY($1::int[])
LEFT JOIN LATERAL (
  SELECT space_id FROM assignment f WHERE f.source_id = o.id AND f.ends_at IS NOT NULL AND f.space_id = ANY($1::int[])
  ORDER BY f.ends_at DESC LIMIT 1) f ON true
WHERE NOT EXISTS (SELECT 1 FROM source_fact x WHERE x.source_id = o.id AND x.name = 'removed' AND x.value = 'true')
ORDER BY o.vendor, o.kind, o.external_id`;

/** Everything but the drawings, as of one moment, with the ids of the drawings that its plans show. */
export async function readConfiguration(
  client: PoolClient,
  settings: readonly string[],
): Promise<Omit<Configuration, "drawings" | "format" | "version" | "exportedAt"> & { drawingIds: number[] }> {
  await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  const { rows: types } = await client.query<Part<"types">[number]>(
    `SELECT id::text, name, kind, capacity, hold_minutes AS "holdMinutes", target_percent AS "targetPercent",
            nullif(speakers, '{}') AS speakers, lunch
     FROM space_type ORDER BY id`,
  );
  const { rows: spaces } = await client.query<Part<"spaces">[number]>(SPACES);
  const ids = spaces.map(({ id }) => Number(id));
  const { rows: plans } = await client.query<Part<"plans">[number]>(
    `SELECT floor_id::text AS "floorId", published, draft FROM floor_plan
     WHERE floor_id = ANY($1::int[]) AND (published IS NOT NULL OR draft IS NOT NULL) ORDER BY floor_id`,
    [ids],
  );
  const { rows: sources } = await client.query<Part<"sources">[number]>(SOURCES, [ids]);
  const limits = await client.query<{ spaceId: string | null; metric: number; limits: number[] }>(
    `SELECT space_id::text AS "spaceId", metric, limits FROM threshold
     WHERE space_id IS NULL OR space_id = ANY($1::int[]) ORDER BY id`,
    [ids],
  );
  const thresholds = limits.rows.map((row) => ConfiguredThreshold.parse({ ...row, metric: metricOf(row.metric) }));
  const rules = (await readRules(client)).map(({ id: _, version: __, ...rule }) => rule);
  const kept = await client.query<Part<"settings">[number]>(
    "SELECT name, value FROM setting WHERE name = ANY($1::text[]) ORDER BY name",
    [settings],
  );
  const drawings = await client.query<{ id: number }>(
    `SELECT d.id FROM drawing d JOIN floor_plan p ON p.floor_id = d.floor_id
     WHERE d.floor_id = ANY($1::int[])
       AND d.id::text IN (p.published #>> '{drawing,id}', p.draft #>> '{drawing,id}') ORDER BY d.id`,
    [ids],
  );
  const drawingIds = drawings.rows.map(({ id }) => id);
  return { types, spaces, plans, sources, thresholds, rules, settings: kept.rows, drawingIds };
}

/** One drawing as it goes into the file; null when it is gone by now. */
export async function readConfiguredDrawing(
  id: number,
  db: Database = database(),
): Promise<Part<"drawings">[number] | null> {
  const { rows } = await db.read.query<Omit<Part<"drawings">[number], "data"> & { shown: Buffer }>(
    `SELECT id::text, floor_id::text AS "floorId", name, shown_type AS type, shown FROM drawing WHERE id = $1`,
    [id],
  );
  if (!rows[0]) return null;
  const { shown, ...rest } = rows[0];
  return { ...rest, data: shown.toString("base64") };
}
