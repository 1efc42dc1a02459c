/** µs since the epoch → timestamptz, exactly. */
const moment = (column: string) => `(timestamptz 'epoch' + ${column} * interval '1 microsecond')`;

/** 0 nobody, 1 somebody, 2 more than the capacity: the same rule as bandOf in lib/core/space-state.ts. */
const band = (value: string, capacity: string) =>
  `(CASE WHEN floor(${value} + 0.5) <= 0 THEN 0 WHEN floor(${value} + 0.5) > ${capacity} THEN 2 ELSE 1 END)::smallint`;

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
 * A delivery's key recognises a repeat; a reading's version decides who wins its moment, also when the value is
 * equal (skipping an equal value would leave the old version, and a middle one could win later).
 */
export const WRITE_BATCH = `
WITH d_in AS (
  SELECT * FROM unnest($1::text[], $2::bytea[], $3::date[], $4::text[], $5::text[], $6::float8[], $7::float8[],
                       $8::text[], $9::text[], $10::int[])
    WITH ORDINALITY AS t(vendor, key, event_day, event_type, outcome, observed_us, received_us, issues, body, copies, nr)
),
d AS (
  INSERT INTO delivery AS x (vendor, key, event_day, event_type, outcome, observed_at, received_at, issues, body, duplicates)
  SELECT vendor, key, event_day, event_type, outcome, ${moment("observed_us")}, ${moment("received_us")},
         ARRAY(SELECT json_array_elements_text(issues::json)), body, copies - 1
  FROM d_in ORDER BY vendor, key, event_day
  ON CONFLICT (vendor, key, event_day) DO UPDATE SET duplicates = x.duplicates + EXCLUDED.duplicates + 1
  RETURNING vendor, key, event_day, duplicates
),
repeat AS (
  SELECT d_in.nr FROM d JOIN d_in USING (vendor, key, event_day) WHERE d.duplicates >= d_in.copies
),
r_in AS (
  SELECT t.nr, s.id AS source_id, t.metric, ${moment("t.observed_us")} AS observed_at, t.value, t.version,
         ${moment("t.received_us")} AS received_at
  FROM unnest($11::int[], $12::text[], $13::text[], $14::text[], $15::smallint[], $16::float8[], $17::float8[],
              $18::bigint[], $19::float8[])
    WITH ORDINALITY AS t(delivery, vendor, kind, external_id, metric, observed_us, value, version, received_us, nr)
  JOIN source s ON s.vendor = t.vendor AND s.kind = t.kind AND s.external_id = t.external_id
  WHERE t.delivery + 1 NOT IN (SELECT nr FROM repeat)
),
best AS (
  SELECT *, max(observed_at) OVER (PARTITION BY source_id, metric) AS newest_at FROM (
    SELECT DISTINCT ON (source_id, metric, observed_at) * FROM r_in
    ORDER BY source_id, metric, observed_at, version DESC, received_at DESC
  ) one_per_moment
),
r AS (
  INSERT INTO reading AS x (source_id, metric, observed_at, value, first_value, version, received_at)
  SELECT source_id, metric, observed_at, value, value, version, received_at
  FROM best ORDER BY source_id, metric, observed_at
  ON CONFLICT (source_id, metric, observed_at) DO UPDATE
    SET value = EXCLUDED.value, version = EXCLUDED.version, received_at = EXCLUDED.received_at,
        revisions = x.revisions + (x.value <> EXCLUDED.value)::int
    WHERE (EXCLUDED.version, EXCLUDED.received_at) > (x.version, x.received_at)
  RETURNING source_id, metric, observed_at, value, version, received_at, revisions
),
-- The planner cannot know how long a batch is: FULL leaves it no nested loop, which would cost the square of that, and
-- the subquery no way but the whole primary key, where a join read the history of every source.
changed AS (
  SELECT b.nr, b.newest_at, r.* FROM r FULL JOIN best b USING (source_id, metric, observed_at)
  WHERE coalesce(r.revisions, -1) >= 0 AND r.value IS DISTINCT FROM (
    SELECT old.value FROM reading old
    WHERE old.source_id = r.source_id AND old.metric = r.metric AND old.observed_at = r.observed_at)
),
v AS (
  INSERT INTO space_value AS x (space_id, metric, source_id, value, observed_at, version, received_at, band, band_since, shown_at)
  SELECT DISTINCT ON (a.space_id, r.metric, r.source_id)
         a.space_id, r.metric, r.source_id, r.value, r.observed_at, r.version, r.received_at,
         ${band("r.value", "s.capacity")}, r.observed_at, r.received_at
  FROM r
  JOIN assignment a ON a.source_id = r.source_id AND a.ends_at IS NULL AND a.starts_at <= r.observed_at
  JOIN space s ON s.id = a.space_id
  WHERE r.observed_at > r.received_at - interval '24 hours' -- older is history only, whatever stands there now
  ORDER BY a.space_id, r.metric, r.source_id, r.observed_at DESC
  ON CONFLICT (space_id, metric, source_id) DO UPDATE
    SET value = EXCLUDED.value, observed_at = EXCLUDED.observed_at, version = EXCLUDED.version,
        received_at = EXCLUDED.received_at, band = EXCLUDED.band,
        band_since = CASE WHEN x.band = EXCLUDED.band THEN x.band_since ELSE EXCLUDED.observed_at END,
        -- a repeated value is news only as a fresher age, and that at most every 30 s
        shown_at = CASE WHEN x.value <> EXCLUDED.value
                          OR (EXCLUDED.observed_at > x.observed_at AND EXCLUDED.received_at >= x.shown_at + interval '30 seconds')
                        THEN EXCLUDED.received_at ELSE x.shown_at END
    WHERE (EXCLUDED.observed_at, EXCLUDED.version, EXCLUDED.received_at) > (x.observed_at, x.version, x.received_at)
  RETURNING space_id, source_id, metric, observed_at, shown_at = received_at AS visible
),
touched AS (
  SELECT DISTINCT m.floor_id, v.space_id FROM v JOIN floor_member m ON m.space_id = v.space_id
  WHERE v.visible AND NOT m.removed
),${STAMP_FLOORS},
-- Where a change is not simply the new "now", "since when" must be looked up again. What became "now" is what v says:
-- a racing batch may have put a later minute there that this statement's snapshot does not show.
unsettled AS (
  SELECT DISTINCT c.source_id, c.metric FROM changed c
  WHERE c.observed_at > c.received_at - interval '24 hours'
    AND (c.revisions > 0 OR (c.source_id, c.metric, c.observed_at) NOT IN (SELECT source_id, metric, observed_at FROM v))
    AND EXISTS (SELECT 1 FROM assignment a WHERE a.source_id = c.source_id AND a.ends_at IS NULL)
)
SELECT ARRAY(SELECT nr::int - 1 FROM repeat) AS repeats,
       ARRAY(SELECT nr::int - 1 FROM changed) AS changed,
       ARRAY(SELECT DISTINCT floor_id FROM stamped) AS floors,
       coalesce((SELECT json_agg(u) FROM unsettled u), '[]'::json)::text AS unsettled`;

/** Rows of "now" whose "since when" is looked up next, locked in order: $1 is [{source_id, metric}] as JSON. */
export const LOCK_UNSETTLED = `
SELECT 1 FROM space_value v
WHERE EXISTS (SELECT 1 FROM json_to_recordset($1::json) AS k(source_id int, metric smallint)
              WHERE k.source_id = v.source_id AND k.metric = v.metric)
ORDER BY v.space_id, v.metric, v.source_id FOR UPDATE`;

/**
 * "Since when" from the readings themselves, at most 24 h back, so that corrections and late minutes in any order end
 * in the same answer. $1: [{source_id, metric}] as JSON. No floor is stamped: a late minute is history, and the
 * corrected time goes along with the space's next change.
 */
export const RECOMPUTE_SINCE = `
WITH found AS (
  SELECT v.space_id, v.metric, v.source_id, coalesce(run.since, least(v.band_since, first.since)) AS since
  FROM json_to_recordset($1::json) AS k(source_id int, metric smallint)
  JOIN space_value v USING (source_id, metric)
  JOIN space s ON s.id = v.space_id
  CROSS JOIN LATERAL (
    SELECT min(o.observed_at) AS since FROM reading o
    WHERE o.source_id = v.source_id AND o.metric = v.metric AND o.observed_at <= v.observed_at
      AND o.observed_at > (
        SELECT max(d.observed_at) FROM reading d
        WHERE d.source_id = v.source_id AND d.metric = v.metric AND d.observed_at < v.observed_at
          AND d.observed_at > v.observed_at - interval '24 hours' AND ${band("d.value", "s.capacity")} <> v.band)
  ) run
  CROSS JOIN LATERAL (
    SELECT min(o.observed_at) AS since FROM reading o
    WHERE o.source_id = v.source_id AND o.metric = v.metric AND o.observed_at <= v.observed_at
      AND o.observed_at > v.observed_at - interval '24 hours'
  ) first
)
UPDATE space_value v SET band_since = found.since FROM found
WHERE v.space_id = found.space_id AND v.metric = found.metric AND v.source_id = found.source_id
  AND v.band_since <> found.since`;
