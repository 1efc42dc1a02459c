import { readSpaces } from "./space-rows-sql";

/** Limits of the air that count on the floor `f` or in something on it; `above` and `house` are what it stands in. */
const THRESHOLDS = `(
  SELECT json_agg(json_build_object('spaceId', l.space_id, 'metric', l.metric, 'limits', l.limits))
  FROM threshold l
  WHERE l.space_id IS NULL OR l.space_id IN (f.floor_id, above.parent_id, house.parent_id)
     OR l.space_id IN (SELECT m.space_id FROM floor_member m WHERE m.floor_id = f.floor_id AND NOT m.removed))`;

/** Where the feeds of the floors stand, with what stands above each; null when none of them exists. */
const FLOORS = `(
  SELECT json_agg(json_build_array(f.floor_id, f."offset", e.epoch, p.published_revision,
                                   json_build_array(f.floor_id, above.parent_id, house.parent_id), ${THRESHOLDS}))
  FROM floor_feed f JOIN space above ON above.id = f.floor_id LEFT JOIN space house ON house.id = above.parent_id
  LEFT JOIN floor_plan p ON p.floor_id = f.floor_id AND p.published IS NOT NULL
  CROSS JOIN feed_epoch e WHERE f.floor_id = ANY($1::int[])) AS floors,`;

/**
 * $1 floor ids, $2 the offset each was last sent: what changed since, and up to where, in one snapshot of the
 * database. An offset of -1 asks for everything.
 */
export const READ_FLOORS = readSpaces(
  `SELECT s.id, m.floor_id, m.removed, s.sort_order, coalesce(s.name, s.vendor_name) AS name
   FROM unnest($1::int[], $2::float8[]) AS t(floor_id, after)
   JOIN floor_member m ON m.floor_id = t.floor_id AND m."offset" > t.after JOIN space s ON s.id = m.space_id`,
  { also: FLOORS },
);

export const READ_OFFSETS = `
SELECT f.floor_id, f."offset"::float8 AS "offset", e.epoch FROM floor_feed f CROSS JOIN feed_epoch e
WHERE f.floor_id = ANY($1::int[])`;

/** $1 floors or null for all, $2 sites or null for all. */
export const READ_FLOOR_HEADS = `
SELECT f.id, coalesce(f.name, f.vendor_name) AS name, b.id AS building_id, coalesce(b.name, b.vendor_name) AS building_name,
       s.id AS site_id, coalesce(s.name, s.vendor_name) AS site_name, coalesce(s.time_zone, 'UTC') AS time_zone
FROM space f JOIN space b ON b.id = f.parent_id JOIN space s ON s.id = b.parent_id
WHERE f.kind = 'floor' AND f.archived_at IS NULL AND ($1::int[] IS NULL OR f.id = ANY($1::int[]))
  AND ($2::int[] IS NULL OR s.id = ANY($2::int[]))
ORDER BY site_name, s.id, building_name, b.id, f.sort_order, name, f.id`;
