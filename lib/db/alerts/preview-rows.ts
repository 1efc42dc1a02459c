import "server-only";
import type { Pool } from "pg";
import type { Sample } from "@/lib/core/alerts/rule-step";
import { msOf } from "../moment-us";

/** A space to be replayed: beyond `wrong` its reading is wrong, from `right` on right again, as the sign (1 or -1) says. */
export interface Replayed {
  readonly spaceId: number;
  readonly wrong: number;
  readonly right: number;
  readonly sign: 1 | -1;
  readonly holdMs: number;
}

/**
 * Of everything that was measured only what a rule can notice: readings that change sides, those before a silence, and
 * one of every third of the time that a value stands for, so that it never runs out where it did not.
 */
const READ_REPLAYED = `
WITH said AS (
  SELECT t.space_id, r.at, r.source_id, r.value, make_interval(secs => t.hold / 3000.0) AS pace,
         CASE WHEN t.sign * r.value > t.sign * t.wrong THEN 2 WHEN t.sign * r.value <= t.sign * t."right" THEN 0 ELSE 1 END AS side
  FROM json_to_recordset($1::json) AS t(space_id int, wrong float8, "right" float8, sign int, hold float8)
  JOIN assignment a ON a.space_id = t.space_id
  CROSS JOIN LATERAL (
    SELECT r.observed_at AS at, r.source_id, r.value FROM reading r
    WHERE r.source_id = a.source_id AND r.metric = $2 AND r.observed_at >= greatest(a.starts_at, $3::timestamptz)
      AND r.observed_at < least(coalesce(a.ends_at, 'infinity'), $4::timestamptz)
  ) r
),
along AS (
  SELECT *, lag(side) OVER w AS side_before, lag(at) OVER w AS before, lead(at) OVER w AS after
  FROM said WINDOW w AS (PARTITION BY space_id ORDER BY at, source_id)
)
SELECT space_id AS "spaceId", json_agg(json_build_object('at', ${msOf("at")}, 'value', value) ORDER BY at, source_id) AS samples
FROM along
WHERE side IS DISTINCT FROM side_before OR after IS NULL OR after - at > pace
   OR date_bin(pace, at, 'epoch') <> date_bin(pace, before, 'epoch')
GROUP BY space_id`;

/** What a rule would have noticed in these spaces between two moments, by space. */
export async function readReplayed(
  pool: Pool,
  spaces: readonly Replayed[],
  metric: number,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<ReadonlyMap<number, readonly Sample[]>> {
  const rows = spaces.map(({ spaceId, wrong, right, sign, holdMs }) => ({
    ...{ space_id: spaceId, wrong, right, sign },
    hold: holdMs,
  }));
  const answer = await pool.query<{ spaceId: number; samples: Sample[] }>({
    name: "alert-replayed",
    text: READ_REPLAYED,
    values: [JSON.stringify(rows), metric, from, to],
  });
  return new Map(answer.rows.map(({ spaceId, samples }) => [spaceId, samples]));
}

/** Spaces within these sites (null: anywhere) that have, or had, a source of a metric. */
export async function readSpacesWith(
  pool: Pool,
  metric: number,
  sites: readonly number[] | null,
): Promise<{ readonly spaceId: number; readonly capacity: number | null; readonly intervalMs: number | null }[]> {
  const { rows } = await pool.query<{ spaceId: number; capacity: number | null; intervalMs: number | null }>(
    `WITH RECURSIVE mine AS (
       SELECT id FROM space WHERE kind = 'site' AND ($2::int[] IS NULL OR id = ANY($2))
       UNION ALL SELECT s.id FROM space s JOIN mine ON s.parent_id = mine.id
     )
     SELECT s.id AS "spaceId", coalesce(s.capacity, y.capacity) AS capacity, min(o.expected_interval_ms) AS "intervalMs"
     FROM mine JOIN space s USING (id) LEFT JOIN space_type y ON y.id = s.type_id
     JOIN assignment a ON a.space_id = s.id JOIN source o ON o.id = a.source_id
     JOIN source_value v ON v.source_id = o.id AND v.metric = $1
     WHERE s.archived_at IS NULL GROUP BY s.id, y.capacity ORDER BY s.id`,
    [metric, sites],
  );
  return rows;
}
