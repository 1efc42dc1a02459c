import { codesSaying, METRICS } from "@/lib/core/metric";
import { READING_FLAGS } from "@/lib/core/reading-flags";
import { capacityOf } from "./capacity-sql";
import { MARK_LATE } from "./dirty-span-repository";

const list = (codes: readonly number[]) => `(${codes.join(", ")})`;
const COUNTS = list(codesSaying("count"));
const SWITCHES = list(codesSaying("presence", "switch"));
/** Metrics with a "since when". */
const BANDED = list(codesSaying("count", "presence", "switch"));
/** What a floor shows; flows, totals and touches are looked up, not pushed. */
const SHOWN = list(codesSaying("count", "presence", "environment", "switch", "health"));

/** Each Cloud Connector that hears a heartbeat tells its own strength, µs apart: of one heartbeat the strongest stands. */
const SIGNAL = METRICS.signal.code;
const HEARTBEAT = "interval '2 seconds'";

/** Rows of text, in the order of lib/db/batch-repository.ts. */
const DELIVERIES = `
SELECT * FROM unnest($1::text[], $2::bytea[], $3::int4[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[],
                     $8::text[], $9::text[], $10::int4[])
  WITH ORDINALITY AS t(vendor, key, day, event_type, outcome, observed_at, received_at, issues, body, copies, nr)`;
const READINGS = `
SELECT * FROM unnest($11::int4[], $12::int2[], $13::timestamptz[], $14::float8[], $15::int8[], $16::timestamptz[], $17::int2[])
  AS t(source_id, metric, observed_at, value, version, received_at, flags)`;

/** 0 nobody or off, 1 somebody or on, 2 more than the capacity: the same rule as bandOf in lib/core/space-state.ts. */
export const band = (metric: string, value: string, capacity: string) =>
  `(CASE WHEN ${metric} IN ${COUNTS} THEN
      CASE WHEN floor(${value} + 0.5) <= 0 THEN 0 WHEN floor(${value} + 0.5) > ${capacity} THEN 2 ELSE 1 END
    WHEN ${metric} IN ${SWITCHES} THEN (${value} > 0)::int ELSE 0 END)::smallint`;

/** Of the space where a source is now; the planner takes the two indexes, whatever it thinks of the batch's length. */
const CAPACITY = `(SELECT ${capacityOf("s")} FROM assignment a JOIN space s ON s.id = a.space_id
  WHERE a.source_id = r.source_id AND a.ends_at IS NULL)`;

/** Gives each floor in `touched` its next offset and stamps the spaces that changed there. */
const STAMP_FLOORS = `
feed AS (
  INSERT INTO floor_feed AS f (floor_id, "offset")
  SELECT DISTINCT floor_id, 1 FROM touched ORDER BY floor_id
  ON CONFLICT (floor_id) DO UPDATE SET "offset" = f."offset" + 1
  RETURNING floor_id, "offset"
),
stamped AS (
  UPDATE floor_member m SET "offset" = feed."offset"
  FROM touched JOIN feed USING (floor_id)
  WHERE m.floor_id = touched.floor_id AND m.space_id = touched.space_id
  RETURNING m.floor_id
)`;

/**
 * One batch, one statement (QUALITY 1.3). Rows are sorted by key in every step, so two batches cannot deadlock;
 * each conditional update decides on the row as it is then, so racing batches cannot both win.
 *
 * received_at is unlike any other in the process and stands for its delivery. A delivery whose row comes back with its
 * own received_at is new, or is being replayed; any other is a repeat, and its readings are left out. A reading's
 * version decides who wins its moment, also when the value is equal (skipping an equal value would leave the old
 * version, and a middle one could win later).
 */
export const WRITE_BATCH = `
WITH d_in AS MATERIALIZED (${DELIVERIES}),
d AS (
  INSERT INTO delivery AS x (vendor, key, event_day, event_type, outcome, observed_at, received_at, issues, body, duplicates)
  SELECT vendor, key, date '1970-01-01' + day, event_type, outcome, observed_at, received_at,
         CASE WHEN issues = '' THEN '{}' ELSE ARRAY(SELECT json_array_elements_text(issues::json)) END, body, copies - 1
  FROM d_in ORDER BY vendor, key, day
  ON CONFLICT (vendor, key, event_day) DO UPDATE
    -- a replay comes with no copies: it is judged anew, and counts as none
    SET duplicates = x.duplicates + EXCLUDED.duplicates + 1,
        outcome = CASE WHEN EXCLUDED.duplicates < 0 THEN EXCLUDED.outcome ELSE x.outcome END,
        issues = CASE WHEN EXCLUDED.duplicates < 0 THEN EXCLUDED.issues ELSE x.issues END,
        event_type = CASE WHEN EXCLUDED.duplicates < 0 THEN EXCLUDED.event_type ELSE x.event_type END,
        observed_at = CASE WHEN EXCLUDED.duplicates < 0 THEN EXCLUDED.observed_at ELSE x.observed_at END
  RETURNING received_at
),
best AS (
  SELECT DISTINCT ON (source_id, metric, observed_at) * FROM (${READINGS}) r_in
  WHERE received_at IN (SELECT received_at FROM d)
  ORDER BY source_id, metric, observed_at, version DESC, received_at DESC
),
r AS (
  INSERT INTO reading AS x (source_id, metric, observed_at, value, first_value, version, received_at, changed_at, flags)
  SELECT source_id, metric, observed_at, value, value, version, received_at, received_at, flags
  FROM best ORDER BY source_id, metric, observed_at
  ON CONFLICT (source_id, metric, observed_at) DO UPDATE
    SET value = EXCLUDED.value, version = EXCLUDED.version, received_at = EXCLUDED.received_at, flags = EXCLUDED.flags,
        revisions = x.revisions + (x.value <> EXCLUDED.value)::int,
        changed_at = CASE WHEN x.value <> EXCLUDED.value THEN EXCLUDED.received_at ELSE x.changed_at END
    WHERE (EXCLUDED.version, EXCLUDED.received_at) > (x.version, x.received_at)
  RETURNING source_id, metric, observed_at, value, version, received_at, flags, revisions, changed_at = received_at AS changed
),
v AS (
  INSERT INTO source_value AS x (source_id, metric, value, observed_at, version, received_at, flags, band, band_since, shown_at)
  SELECT DISTINCT ON (r.source_id, r.metric)
         r.source_id, r.metric, r.value, r.observed_at, r.version, r.received_at, r.flags,
         ${band("r.metric", "r.value", CAPACITY)}, r.observed_at, r.received_at
  FROM r
  -- older is history only, whatever stands there now; but motion, doors and leaks stay as they were last told
  WHERE (r.observed_at > r.received_at - interval '24 hours' OR r.metric IN ${SWITCHES})
    AND r.flags & ${READING_FLAGS.filledIn} = 0
  ORDER BY r.source_id, r.metric, date_trunc(CASE WHEN r.metric = ${SIGNAL} THEN 'minute' ELSE 'microseconds' END, r.observed_at) DESC,
           r.value DESC
  ON CONFLICT (source_id, metric) DO UPDATE
    SET value = EXCLUDED.value, observed_at = EXCLUDED.observed_at, version = EXCLUDED.version,
        received_at = EXCLUDED.received_at, flags = EXCLUDED.flags, band = EXCLUDED.band,
        band_since = CASE WHEN x.band = EXCLUDED.band THEN x.band_since ELSE EXCLUDED.observed_at END,
        -- a repeated value is news only as a fresher age, and that at most every 30 s
        shown_at = CASE WHEN x.value <> EXCLUDED.value OR x.flags <> EXCLUDED.flags
                          OR (EXCLUDED.observed_at > x.observed_at AND EXCLUDED.received_at >= x.shown_at + interval '30 seconds')
                        THEN EXCLUDED.received_at ELSE x.shown_at END
    WHERE CASE
      WHEN x.metric = ${SIGNAL} AND EXCLUDED.observed_at BETWEEN x.observed_at - ${HEARTBEAT} AND x.observed_at + ${HEARTBEAT}
      THEN EXCLUDED.value > x.value
      ELSE (EXCLUDED.observed_at, EXCLUDED.version, EXCLUDED.received_at) > (x.observed_at, x.version, x.received_at) END
  RETURNING source_id, metric, observed_at, shown_at = received_at AND metric IN ${SHOWN} AS visible
),
touched AS (
  SELECT DISTINCT m.floor_id, m.space_id
  FROM (SELECT source_id FROM v WHERE visible UNION ALL SELECT unnest($18::int4[])) c
  JOIN floor_member m ON NOT m.removed
   AND m.space_id = (SELECT a.space_id FROM assignment a WHERE a.source_id = c.source_id AND a.ends_at IS NULL)
),${STAMP_FLOORS},${MARK_LATE},
-- Where a change is not simply the new "now", "since when" must be looked up again. What became "now" is what v says:
-- a racing batch may have put a later minute there that this statement's snapshot does not show.
unsettled AS (
  SELECT DISTINCT r.source_id, r.metric FROM r
  WHERE r.changed AND r.metric IN ${BANDED} AND r.observed_at > r.received_at - interval '24 hours'
    AND (r.revisions > 0 OR (r.source_id, r.metric, r.observed_at) NOT IN (SELECT source_id, metric, observed_at FROM v))
)
SELECT ARRAY(SELECT nr::int - 1 FROM d_in WHERE received_at NOT IN (SELECT received_at FROM d)) AS repeats,
       ARRAY(SELECT (extract(epoch FROM received_at) * 1000000)::float8 FROM r WHERE changed) AS changed,
       ARRAY(SELECT DISTINCT floor_id FROM stamped) AS floors,
       coalesce((SELECT json_agg(u) FROM unsettled u), '[]'::json)::text AS unsettled`;

/** Rows of "now" whose "since when" is looked up next, locked in order: $1 is [{source_id, metric}] as JSON. */
export const LOCK_UNSETTLED = `
SELECT 1 FROM source_value v
WHERE EXISTS (SELECT 1 FROM json_to_recordset($1::json) AS k(source_id int, metric smallint)
              WHERE k.source_id = v.source_id AND k.metric = v.metric)
ORDER BY v.source_id, v.metric FOR UPDATE`;

/**
 * "Since when" from the readings themselves, at most 24 h back, so that corrections and late minutes in any order end
 * in the same answer. $1: [{source_id, metric}] as JSON. No floor is stamped: a late minute is history, and the
 * corrected time goes along with the space's next change.
 */
export const RECOMPUTE_SINCE = `
WITH found AS (
  SELECT v.metric, v.source_id, coalesce(run.since, least(v.band_since, first.since)) AS since
  FROM json_to_recordset($1::json) AS k(source_id int, metric smallint)
  JOIN source_value v USING (source_id, metric)
  LEFT JOIN assignment a ON a.source_id = v.source_id AND a.ends_at IS NULL
  LEFT JOIN space s ON s.id = a.space_id
  CROSS JOIN LATERAL (
    SELECT min(o.observed_at) AS since FROM reading o
    WHERE o.source_id = v.source_id AND o.metric = v.metric AND o.observed_at <= v.observed_at
      AND o.observed_at > (
        SELECT max(d.observed_at) FROM reading d
        WHERE d.source_id = v.source_id AND d.metric = v.metric AND d.observed_at < v.observed_at
          AND d.observed_at > v.observed_at - interval '24 hours'
          AND ${band("d.metric", "d.value", capacityOf("s"))} <> v.band)
  ) run
  CROSS JOIN LATERAL (
    SELECT min(o.observed_at) AS since FROM reading o
    WHERE o.source_id = v.source_id AND o.metric = v.metric AND o.observed_at <= v.observed_at
      AND o.observed_at > v.observed_at - interval '24 hours'
  ) first
)
UPDATE source_value v SET band_since = found.since FROM found
WHERE v.source_id = found.source_id AND v.metric = found.metric AND v.band_since <> found.since`;
