import { codesSaying } from "@/lib/core/metric";
import { READING_FLAGS } from "@/lib/core/reading-flags";
import { capacityOf } from "./capacity-sql";

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const SHOWN = codesSaying("count", "presence", "environment", "switch", "health").join(", ");

/** Sources that are mapped now and that their vendor has not deleted. */
const MAPPED = `assignment a JOIN source o ON o.id = a.source_id
  WHERE a.space_id = s.id AND a.ends_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM source_fact f WHERE f.source_id = o.id AND f.name = 'removed' AND f.value = 'true')`;

/** What a space shows, as one JSON document per space; `m` is its floor_member row and `s` its space row. */
export const SPACE_JSON = `json_build_object(
  'id', s.id, 'kind', s.kind, 'parentId', s.parent_id, 'name', coalesce(s.name, s.vendor_name), 'type', (SELECT y.name FROM space_type y WHERE y.id = s.type_id),
  'capacity', ${capacityOf("s")}, 'holdMinutes', (SELECT y.hold_minutes FROM space_type y WHERE y.id = s.type_id), 'tags', nullif(s.tags, '{}'), 'removed', coalesce(m.removed, false) OR s.archived_at IS NOT NULL,
  'sources', (
    SELECT coalesce(json_agg(json_build_object(
      'id', o.id, 'vendor', o.vendor, 'kind', o.kind, 'name', coalesce(o.name, o.external_id),
      'assignedAt', ${ms("a.created_at")}, 'expectedIntervalMs', o.expected_interval_ms,
      'values', (
        SELECT json_agg(json_build_object(
          'metric', v.metric, 'value', v.value, 'observedAt', ${ms("v.observed_at")}, 'receivedAt', ${ms("v.received_at")},
          'since', ${ms("v.band_since")}, 'uncertain', v.flags & ${READING_FLAGS.uncertain} > 0))
        FROM source_value v WHERE v.source_id = o.id AND v.observed_at >= a.starts_at AND v.metric IN (${SHOWN})),
      'signals', (
        SELECT json_agg(json_build_object('code', g.code, 'phase', g.phase, 'severity', g.severity, 'text', g.text,
                                          'observedAt', ${ms("g.at")}))
        FROM signal g WHERE g.source_id = o.id AND g.phase <> 'cleared'
          AND (g.phase = 'raised' OR g.at > now() - interval '1 day')
          AND NOT EXISTS (SELECT 1 FROM signal c WHERE c.source_id = g.source_id AND c.code = g.code
                          AND c.phase = 'cleared' AND c.at >= g.at)),
      'bookings', (
        SELECT json_agg(json_build_object(
          'startsAt', ${ms("b.starts_at")}, 'endsAt', ${ms("b.ends_at")}, 'checkedInAt', ${ms("b.checked_in_at")},
          'checkedOutAt', ${ms("b.checked_out_at")}))
        FROM (
          SELECT * FROM booking b WHERE b.source_id = o.id AND b.cancelled_at IS NULL
            AND coalesce(b.ends_at, b.checked_in_at + interval '12 hours') > now()
            AND coalesce(b.starts_at, b.checked_in_at) < now() + interval '24 hours'
          ORDER BY coalesce(b.starts_at, b.checked_in_at) LIMIT 5) b)
      ) ORDER BY o.id), '[]')
    FROM ${MAPPED}))`;

/** Limits of the air that count on the floor `f` or in something on it; `above` and `house` are what it stands in. */
const THRESHOLDS = `(
  SELECT json_agg(json_build_object('spaceId', l.space_id, 'metric', l.metric, 'limits', l.limits))
  FROM threshold l
  WHERE l.space_id IS NULL OR l.space_id IN (f.floor_id, above.parent_id, house.parent_id)
     OR l.space_id IN (SELECT m.space_id FROM floor_member m WHERE m.floor_id = f.floor_id AND NOT m.removed))`;

/**
 * $1 floor ids, $2 the offset each was last sent: what changed since, and up to where, in one snapshot of the
 * database. An offset of -1 asks for everything.
 */
export const READ_FLOORS = `
SELECT f.floor_id, f."offset"::float8 AS "offset", e.epoch, now() AS now, p.published_revision AS plan,
       ARRAY[f.floor_id, above.parent_id, house.parent_id] AS way_up, ${THRESHOLDS} AS thresholds,
       coalesce((
         SELECT json_agg(${SPACE_JSON} ORDER BY s.sort_order, coalesce(s.name, s.vendor_name), s.id)
         FROM floor_member m JOIN space s ON s.id = m.space_id
         WHERE m.floor_id = f.floor_id AND m."offset" > t.after), '[]') AS spaces
FROM unnest($1::int[], $2::float8[]) AS t(floor_id, after)
JOIN floor_feed f ON f.floor_id = t.floor_id
JOIN space above ON above.id = f.floor_id
LEFT JOIN space house ON house.id = above.parent_id
LEFT JOIN floor_plan p ON p.floor_id = f.floor_id AND p.published IS NOT NULL
CROSS JOIN feed_epoch e`;

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
