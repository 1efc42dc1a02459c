import { METRICS } from "@/lib/core/metric";

/** An alert of the same source that already tells of a signal `g`. */
const TOLD = `
  SELECT FROM alert a WHERE a.source_id = g.source_id AND a.code = g.code AND a.suppressed_by IS NULL
    AND g.at >= a.since AND g.at <= coalesce(a.resolved_at, 'infinity')`;

/** $1 the floor, $2 and $3 the span, $4 how many at most, $5 are alerts told of: troubles, starts of bookings and corrections. */
export const READ_PAST_EVENTS = `
WITH here AS MATERIALIZED (
  SELECT s.id, coalesce(s.name, s.vendor_name) AS name FROM floor_member m JOIN space s ON s.id = m.space_id
  WHERE m.floor_id = $1 AND NOT m.removed AND s.archived_at IS NULL
),
stays AS MATERIALIZED (
  SELECT here.id AS space_id, here.name, a.source_id, a.starts_at, coalesce(a.ends_at, 'infinity') AS ends_at
  FROM here JOIN assignment a ON a.space_id = here.id WHERE a.starts_at < $3 AND coalesce(a.ends_at, 'infinity') > $2
),
events AS (
  SELECT g.at, 'trouble' AS kind, t.space_id, t.name, g.text, g.severity FROM stays t JOIN signal g ON g.source_id = t.source_id
  WHERE g.phase <> 'cleared' AND g.at >= $2 AND g.at < $3 AND g.at >= t.starts_at AND g.at < t.ends_at
    AND NOT ($5::boolean AND EXISTS (${TOLD}))
  UNION ALL
  SELECT b.starts_at, 'booking', t.space_id, t.name, NULL, NULL FROM stays t JOIN booking b ON b.source_id = t.source_id
  WHERE b.starts_at >= $2 AND b.starts_at < $3 AND b.cancelled_at IS NULL AND b.starts_at >= t.starts_at AND b.starts_at < t.ends_at
  UNION ALL
  SELECT max(r.observed_at), 'correction', t.space_id, t.name, NULL, NULL FROM stays t JOIN reading r ON r.source_id = t.source_id
  WHERE r.metric = ${METRICS.occupancy.code} AND r.revisions > 0 AND r.observed_at >= $2 AND r.observed_at < $3
    AND r.observed_at >= t.starts_at AND r.observed_at < t.ends_at
  GROUP BY t.space_id, t.name, date_bin('15 minutes', r.observed_at, 'epoch')
)
SELECT * FROM events
ORDER BY kind <> 'trouble', array_position(ARRAY['critical', 'major', 'minor', 'info'], severity), at DESC LIMIT $4`;

/** In an order of `a`. */
export const GRAVEST_ALERTS_FIRST = "array_position(ARRAY['critical', 'warning', 'notice'], a.severity), a.since DESC";

/**
 * $1 the floor, $2 and $3 the span, $4 how many at most: alerts that began or ended then and that nobody kept quiet. What
 * belongs to an incident is told by the incident; a silent vendor is told where its sensors stood.
 */
export const PAST_ALERTS = `(
  WITH near AS (
    SELECT a.id, a.parent_id, a.site_id FROM alert a WHERE a.floor_id = $1 AND a.since >= $2 AND a.since < $3
    UNION ALL
    SELECT a.id, a.parent_id, a.site_id FROM alert a
    WHERE a.floor_id = $1 AND a.resolved_at >= $2 AND a.resolved_at < $3
    UNION ALL
    SELECT a.id, NULL, a.site_id FROM alert a
    WHERE a.site_id < 0 AND a.kind = 'feed-silent' AND a.since < $3 AND coalesce(a.resolved_at, 'infinity') >= $2
      AND EXISTS (
        SELECT FROM floor_member m JOIN assignment t ON t.space_id = m.space_id JOIN source o ON o.id = t.source_id
        WHERE m.floor_id = $1 AND NOT m.removed AND o.vendor = a.vendor
          AND t.starts_at < $3 AND coalesce(t.ends_at, 'infinity') > $2)
  )
  SELECT a.* FROM alert a WHERE a.suppressed_by IS NULL
    AND (a.since >= $2 AND a.since < $3 OR a.resolved_at >= $2 AND a.resolved_at < $3)
    AND a.id IN (
      SELECT coalesce(p.id, n.id) FROM near n
      LEFT JOIN alert p ON p.id = n.parent_id AND (p.site_id = n.site_id OR p.site_id < 0))
  ORDER BY ${GRAVEST_ALERTS_FIRST} LIMIT $4
)`;

/** $1 the floor: its oldest reading, looked for among some of its sources. */
export const READ_KEPT_SINCE = `
SELECT min(first.observed_at) AS at FROM (
  SELECT v.source_id, v.metric FROM floor_member m JOIN assignment a ON a.space_id = m.space_id
  JOIN source_value v ON v.source_id = a.source_id WHERE m.floor_id = $1 AND NOT m.removed LIMIT 300) p
CROSS JOIN LATERAL (
  SELECT r.observed_at FROM reading r WHERE r.source_id = p.source_id AND r.metric = p.metric
  ORDER BY r.observed_at LIMIT 1) first`;
