import { codesSaying } from "@/lib/core/metric";
import { READING_FLAGS } from "@/lib/core/reading-flags";
import { band } from "./batch-sql";

const ms = (column: string) => `(date_part('epoch', ${column}) * 1000)::int8`;
const rows = (...columns: string[]) => `json_agg(json_build_array(${columns.join(", ")}))`;

const SHOWN = codesSaying("count", "presence", "environment", "switch", "health").join(", ");
const BANDED = codesSaying("count", "presence").join(", ");

/** How far back it is looked for since when somebody, or nobody, was there. */
const SINCE = "interval '12 hours'";

/** $1 the floor, $2 and $3 the span, $4 one space of it or null for all: who stood in its spaces then, unless their vendor had deleted them. */
const STAYS = `
here AS MATERIALIZED (
  SELECT s.id, coalesce(s.capacity, y.capacity) AS capacity, y.lunch
  FROM floor_member m JOIN space s ON s.id = m.space_id LEFT JOIN space_type y ON y.id = s.type_id
  WHERE m.floor_id = $1 AND NOT m.removed AND s.archived_at IS NULL AND ($4::int IS NULL OR s.id = $4)
),
stays AS MATERIALIZED (
  SELECT a.space_id, here.capacity, greatest(a.starts_at, 'epoch') AS starts_at, a.ends_at, a.created_at, o.id, o.vendor, o.kind,
         coalesce(o.name, o.external_id) AS name, o.expected_interval_ms
  FROM here JOIN assignment a ON a.space_id = here.id JOIN source o ON o.id = a.source_id
  WHERE a.starts_at < $3 AND coalesce(a.ends_at, 'infinity') > $2
    AND NOT EXISTS (SELECT 1 FROM source_fact f WHERE f.source_id = o.id AND f.name = 'removed' AND f.value = 'true'
                    AND f.observed_at <= $2)
  ORDER BY o.id
)`;

/** What was said in the span, and the last word before it, which may still have held. */
const LINES = `
pairs AS MATERIALIZED (
  SELECT v.source_id, v.metric, min(t.capacity) AS capacity FROM (SELECT DISTINCT id, capacity FROM stays) t
  JOIN source_value v ON v.source_id = t.id WHERE v.metric IN (${SHOWN}) GROUP BY v.source_id, v.metric
),
before AS MATERIALIZED (
  SELECT p.source_id, p.metric, p.capacity, r.observed_at, r.value, r.flags FROM pairs p CROSS JOIN LATERAL (
    SELECT r.observed_at, r.value, r.flags FROM reading r
    WHERE r.source_id = p.source_id AND r.metric = p.metric AND r.observed_at <= $2
    ORDER BY r.observed_at DESC LIMIT 1) r
),
since AS (
  SELECT b.source_id, b.metric, coalesce(
    (SELECT min(r.observed_at) FROM reading r WHERE r.source_id = b.source_id AND r.metric = b.metric
       AND r.observed_at <= b.observed_at AND r.observed_at > coalesce(
       (SELECT max(o.observed_at) FROM reading o WHERE o.source_id = b.source_id AND o.metric = b.metric
          AND o.observed_at < b.observed_at AND o.observed_at > b.observed_at - ${SINCE}
          AND ${band("o.metric", "o.value", "b.capacity")} <> ${band("b.metric", "b.value", "b.capacity")}),
       b.observed_at - ${SINCE})), b.observed_at) AS since
  FROM before b WHERE b.metric IN (${BANDED})
),
said AS (
  SELECT source_id, metric, observed_at, value, flags FROM before
  UNION ALL
  SELECT r.source_id, r.metric, r.observed_at, r.value, r.flags
  FROM pairs p JOIN reading r ON r.source_id = p.source_id AND r.metric = p.metric
  WHERE r.observed_at > $2 AND r.observed_at < $3
  ORDER BY source_id, metric, observed_at
)`;

const ABOVE = `
above AS (
  SELECT id AS space_id, id AS place_id FROM here
  UNION ALL SELECT above.space_id, s.parent_id FROM above JOIN space s ON s.id = above.place_id
  WHERE s.parent_id IS NOT NULL
)`;

/** Everything of a span of a floor's past, as lists: `floor-past-repository.ts` puts them together. */
export const READ_PAST = `
WITH RECURSIVE ${STAYS}, ${LINES}, ${ABOVE}
SELECT now() AS now,
  (SELECT t.time_zone FROM above JOIN space t ON t.id = above.place_id AND t.kind = 'site' LIMIT 1) AS zone,
  (SELECT ${rows("space_id", "id", "vendor", "kind", "name", "expected_interval_ms", ms("created_at"), ms("starts_at"), ms("ends_at"))} FROM stays) AS stays,
  (SELECT ${rows("source_id", "metric", ms("observed_at"), "value", `flags & ${READING_FLAGS.uncertain}`)} FROM said) AS said,
  (SELECT ${rows("source_id", "metric", ms("since"))} FROM since) AS since,
  (SELECT ${rows("g.source_id", "g.code", "g.phase", "g.severity", "g.text", ms("g.at"))}
   FROM (SELECT DISTINCT id FROM stays) t JOIN signal g ON g.source_id = t.id
   WHERE g.at < $3 AND (g.at > $2::timestamptz - interval '1 day' OR g.phase <> 'noted')
     AND NOT EXISTS (SELECT 1 FROM signal c WHERE c.source_id = g.source_id AND c.code = g.code AND c.phase = 'cleared'
                     AND c.at >= g.at AND c.at < $2)) AS signals,
  (SELECT ${rows("b.source_id", ms("b.starts_at"), ms("b.ends_at"), ms("b.checked_in_at"), ms("b.checked_out_at"), ms("b.cancelled_at"))}
   FROM (SELECT b.* FROM (SELECT DISTINCT id FROM stays) t JOIN booking b ON b.source_id = t.id
         WHERE coalesce(b.ends_at, b.checked_in_at + interval '12 hours') > $2
           AND coalesce(b.starts_at, b.checked_in_at) < $3::timestamptz + interval '24 hours'
           AND coalesce(b.cancelled_at, 'infinity') > $2
         ORDER BY coalesce(b.starts_at, b.checked_in_at)) b) AS bookings,
  (SELECT ${rows("a.space_id", "w.id", "w.name", ms("w.starts_at"), ms("w.ends_at"), ms("w.ended_at"), "w.weekly")}
   FROM above a JOIN maintenance_window w ON w.space_id = a.place_id
   WHERE w.starts_at < $3::timestamptz + interval '8 days'
     AND coalesce(least(w.ends_at, w.ended_at), 'infinity') > $2) AS windows,
  (SELECT ${rows("id", "lunch")} FROM here WHERE lunch IS NOT NULL) AS lunches`;
