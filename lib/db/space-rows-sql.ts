import { codesSaying } from "@/lib/core/metric";
import { READING_FLAGS } from "@/lib/core/reading-flags";

/** ms since the epoch; null stays null. */
const ms = (column: string) => `(date_part('epoch', ${column}) * 1000)::int8`;
const rows = (...columns: string[]) => `json_agg(json_build_array(${columns.join(", ")}))`;

const SHOWN = codesSaying("count", "presence", "environment", "switch", "health").join(", ");

/** A space that moved may be picked twice: gone from one floor, and on the other. */
const HERE = "here AS MATERIALIZED (SELECT DISTINCT id FROM picked WHERE NOT removed)";

/** Sources that are mapped now and that their vendor has not deleted, oldest first. */
const MAPPED = `
mapped AS MATERIALIZED (
  SELECT a.space_id, a.starts_at, a.created_at, o.id, o.vendor, o.kind, coalesce(o.name, o.external_id) AS name,
         o.expected_interval_ms
  FROM here p JOIN assignment a ON a.space_id = p.id AND a.ends_at IS NULL JOIN source o ON o.id = a.source_id
  WHERE NOT EXISTS (SELECT 1 FROM source_fact f WHERE f.source_id = o.id AND f.name = 'removed' AND f.value = 'true')
  ORDER BY o.id
)`;

/** Windows that are on or to come, with the zone of their site; looked for above the spaces only when there are any. */
const CLOSED = `
live AS MATERIALIZED (
  SELECT w.* FROM maintenance_window w
  WHERE w.space_id IS NOT NULL AND coalesce(least(w.ends_at, w.ended_at), 'infinity') > now()
),
above AS (
  SELECT p.id AS space_id, p.id AS place_id FROM here p WHERE EXISTS (SELECT 1 FROM live)
  UNION ALL SELECT above.space_id, s.parent_id FROM above JOIN space s ON s.id = above.place_id
  WHERE s.parent_id IS NOT NULL
)`;

/** Lunches of the types, and where: only for spaces of a type that has one. */
const LUNCHES = `
at_lunch AS (
  SELECT p.id AS space_id, s.id AS place_id, y.lunch FROM here p JOIN space s ON s.id = p.id
  JOIN space_type y ON y.id = s.type_id WHERE y.lunch IS NOT NULL
  UNION ALL SELECT at_lunch.space_id, s.parent_id, at_lunch.lunch FROM at_lunch JOIN space s ON s.id = at_lunch.place_id
  WHERE s.parent_id IS NOT NULL
)`;

const ZONE_ABOVE = (table: string, space: string) => `
  SELECT t.time_zone FROM ${table} JOIN space t ON t.id = ${table}.place_id AND t.kind = 'site'
  WHERE ${table}.space_id = ${space} LIMIT 1`;

const SPACES = `
SELECT json_agg(json_build_array(${[
  "p.floor_id",
  "s.id",
  "s.kind",
  "s.parent_id",
  "coalesce(s.name, s.vendor_name)",
  "y.name",
  "coalesce(s.capacity, y.capacity)",
  "y.hold_minutes",
  "p.removed OR s.archived_at IS NOT NULL",
  "nullif(y.speakers, '{}')",
  "nullif(s.tags, '{}')",
].join(", ")}) ORDER BY p.floor_id, p.sort_order, p.name, p.id) FROM picked p
JOIN space s ON s.id = p.id LEFT JOIN space_type y ON y.id = s.type_id`;

const SOURCES = `
SELECT ${rows("space_id", "id", "vendor", "kind", "name", ms("created_at"), "expected_interval_ms")} FROM mapped`;

const VALUES = `
SELECT ${rows(
  "v.source_id",
  "v.metric",
  "v.value",
  ms("v.observed_at"),
  ms("v.received_at"),
  ms("v.band_since"),
  `v.flags & ${READING_FLAGS.uncertain}`,
)} FROM mapped m JOIN source_value v ON v.source_id = m.id
WHERE v.observed_at >= m.starts_at AND v.metric IN (${SHOWN})`;

const SIGNALS = `
SELECT ${rows("g.source_id", "g.code", "g.phase", "g.severity", "g.text", ms("g.at"))}
FROM mapped m JOIN signal g ON g.source_id = m.id
WHERE g.phase <> 'cleared' AND (g.phase = 'raised' OR g.at > now() - interval '1 day')
  AND NOT EXISTS (SELECT 1 FROM signal c WHERE c.source_id = g.source_id AND c.code = g.code
                  AND c.phase = 'cleared' AND c.at >= g.at)`;

const BOOKINGS = `
SELECT ${rows("b.source_id", ms("b.starts_at"), ms("b.ends_at"), ms("b.checked_in_at"), ms("b.checked_out_at"))}
FROM (
  SELECT b.*, row_number() OVER (PARTITION BY b.source_id ORDER BY coalesce(b.starts_at, b.checked_in_at)) AS place
  FROM mapped m JOIN booking b ON b.source_id = m.id
  WHERE b.cancelled_at IS NULL AND coalesce(b.ends_at, b.checked_in_at + interval '12 hours') > now()
    AND coalesce(b.starts_at, b.checked_in_at) < now() + interval '24 hours') b
WHERE b.place <= 5`;

const WINDOWS = `
SELECT ${rows(
  "a.space_id",
  "w.id",
  "w.name",
  ms("w.starts_at"),
  ms("w.ends_at"),
  ms("w.ended_at"),
  "w.weekly",
  `(${ZONE_ABOVE("above", "a.space_id")})`,
)} FROM above a JOIN live w ON w.space_id = a.place_id`;

const BREAKS = `
SELECT ${rows("a.space_id", "a.lunch", "t.time_zone")}
FROM at_lunch a JOIN space t ON t.id = a.place_id AND t.kind = 'site'`;

/** The gravest of a space's open alerts, of several the oldest, and how many there are. */
const OPEN_ALERTS = `
SELECT ${rows("space_id", "id", "severity", "n")} FROM (
  SELECT DISTINCT ON (a.space_id) a.space_id, a.id::text AS id, a.severity, count(*) OVER (PARTITION BY a.space_id) AS n
  FROM here p JOIN alert a ON a.space_id = p.id
  WHERE a.resolved_at IS NULL AND a.status <> 'snoozed' AND a.suppressed_by IS NULL
  ORDER BY a.space_id, array_position(ARRAY['critical', 'warning', 'notice'], a.severity), a.id) g`;

/**
 * Everything about some spaces, in one snapshot of the database, as lists that are put together in `space-rows.ts`.
 * `picked` is the SQL of those spaces: id, floor_id, removed, sort_order, name; `withs` come before it, `also` are
 * columns of the answer, both with a comma at their end.
 */
export const readSpaces = (picked: string, { withs = "", also = "" } = {}) => `
WITH RECURSIVE ${withs} picked AS MATERIALIZED (${picked}), ${HERE}, ${MAPPED}, ${CLOSED}, ${LUNCHES}
SELECT now() AS now, ${also} (${SPACES}) AS spaces, (${SOURCES}) AS sources, (${VALUES}) AS values, (${SIGNALS}) AS signals,
       (${BOOKINGS}) AS bookings, (${WINDOWS}) AS windows, (${BREAKS}) AS breaks, (${OPEN_ALERTS}) AS alerts`;
