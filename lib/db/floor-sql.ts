const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** What a space shows, as one JSON document per space; `m` is its floor_member row and `s` its space row. */
export const SPACE_JSON = `json_build_object(
  'id', s.id, 'kind', s.kind, 'parentId', s.parent_id, 'name', coalesce(s.name, s.vendor_name), 'type', s.type,
  'capacity', s.capacity, 'removed', coalesce(m.removed, false) OR s.archived_at IS NOT NULL,
  'sources', (
    SELECT coalesce(json_agg(json_build_object(
      'id', o.id, 'vendor', o.vendor, 'kind', o.kind, 'name', coalesce(o.name, o.external_id),
      'assignedAt', ${ms("a.created_at")}, 'expectedIntervalMs', o.expected_interval_ms) ORDER BY o.id), '[]')
    FROM assignment a JOIN source o ON o.id = a.source_id WHERE a.space_id = s.id AND a.ends_at IS NULL),
  'values', (
    SELECT coalesce(json_agg(json_build_object(
      'metric', v.metric, 'source', v.source_id, 'value', v.value, 'observedAt', ${ms("v.observed_at")},
      'receivedAt', ${ms("v.received_at")}, 'since', ${ms("v.band_since")})), '[]')
    FROM assignment a JOIN source_value v ON v.source_id = a.source_id AND v.observed_at >= a.starts_at
    WHERE a.space_id = s.id AND a.ends_at IS NULL))`;

/**
 * $1 floor ids, $2 the offset each was last sent: what changed since, and up to where, in one snapshot of the
 * database. An offset of -1 asks for everything.
 */
export const READ_FLOORS = `
SELECT f.floor_id, f."offset"::float8 AS "offset", e.epoch, now() AS now,
       coalesce((
         SELECT json_agg(${SPACE_JSON} ORDER BY s.sort_order, coalesce(s.name, s.vendor_name), s.id)
         FROM floor_member m JOIN space s ON s.id = m.space_id
         WHERE m.floor_id = f.floor_id AND m."offset" > t.after), '[]') AS spaces
FROM unnest($1::int[], $2::float8[]) AS t(floor_id, after)
JOIN floor_feed f ON f.floor_id = t.floor_id
CROSS JOIN feed_epoch e`;

export const READ_OFFSETS = `
SELECT f.floor_id, f."offset"::float8 AS "offset", e.epoch FROM floor_feed f CROSS JOIN feed_epoch e
WHERE f.floor_id = ANY($1::int[])`;

export const READ_FLOOR_HEADS = `
SELECT f.id, coalesce(f.name, f.vendor_name) AS name, b.id AS building_id, coalesce(b.name, b.vendor_name) AS building_name,
       s.id AS site_id, coalesce(s.name, s.vendor_name) AS site_name, coalesce(s.time_zone, 'UTC') AS time_zone
FROM space f JOIN space b ON b.id = f.parent_id JOIN space s ON s.id = b.parent_id
WHERE f.kind = 'floor' AND f.archived_at IS NULL AND ($1::int[] IS NULL OR f.id = ANY($1::int[]))
ORDER BY site_name, s.id, building_name, b.id, f.sort_order, name, f.id`;
