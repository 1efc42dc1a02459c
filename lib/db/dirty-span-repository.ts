import "server-only";
import type { PoolClient } from "pg";
import { codesSaying, METRICS } from "@/lib/core/metric";
import type { Span } from "@/lib/core/moment-or-day";
import { msOf } from "./moment-us";
import type { Readable } from "./place-of";

/** Time of a space whose rollups are out of date. */
export interface DirtySpan extends Span {
  readonly spaceId: number;
}

const COUNTS = codesSaying("count").join(", ");
const PRESENCE = codesSaying("presence").join(", ");

/**
 * Takes marks away, oldest first, and says whose time they were about. Marks that others are taking are left to them.
 * What a source said counts until its count is too old, or else until it said the next thing: so far its late word
 * reaches (at most 35 days; a silence longer than that is one that an admin sees on the sources page).
 */
const CLAIM = `
WITH claimed AS (
  DELETE FROM dirty_span WHERE id IN (SELECT id FROM dirty_span ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING *
),
reached AS (
  SELECT c.source_id, c.from_at,
    CASE WHEN c.metric IN (${COUNTS}) AND o.expected_interval_ms IS NOT NULL
      THEN c.until_at + greatest(600000, 3 * o.expected_interval_ms) * interval '1 millisecond'
      ELSE least(c.until_at + interval '35 days', coalesce((
        SELECT min(r.observed_at) FROM reading r
        WHERE r.source_id = c.source_id AND r.metric = c.metric AND r.observed_at > c.until_at), 'infinity'))
        + CASE WHEN c.metric IN (${PRESENCE}) THEN interval '4 hours' ELSE interval '0' END
    END AS until_at
  FROM claimed c JOIN source o ON o.id = c.source_id
)
SELECT space_id AS "spaceId", ${msOf("from_at")} AS "from", ${msOf("until_at")} AS "to" FROM claimed WHERE space_id IS NOT NULL
UNION ALL
SELECT a.space_id, ${msOf("greatest(a.starts_at, m.from_at)")}, ${msOf("least(coalesce(a.ends_at, 'infinity'), m.until_at)")}
FROM reached m JOIN assignment a ON a.source_id = m.source_id
 AND a.starts_at < m.until_at AND coalesce(a.ends_at, 'infinity') > m.from_at`;

/** Removes at most so many marks and answers their time; it ends with the transaction if that fails. */
export async function claimDirtySpans(client: PoolClient, most: number): Promise<DirtySpan[]> {
  const { rows } = await client.query<DirtySpan>({ name: "claim-dirty", text: CLAIM, values: [most] });
  return rows;
}

/** Marks time of spaces. */
export async function markDirty(client: Pick<PoolClient, "query">, spans: readonly DirtySpan[]): Promise<void> {
  if (spans.length === 0) return;
  await client.query(
    `INSERT INTO dirty_span (space_id, from_at, until_at)
     SELECT s, to_timestamp(f / 1000.0), to_timestamp(u / 1000.0) FROM unnest($1::int[], $2::float8[], $3::float8[]) AS t(s, f, u)`,
    [spans.map((span) => span.spaceId), spans.map((span) => span.from), spans.map((span) => span.to)],
  );
}

/** What is still to be worked out. */
export interface Pending {
  /** Hours of spaces; an hour marked twice counts twice. */
  readonly hours: number;
  /** The oldest moment of what was marked of the last six hours, ms; null for nothing. */
  readonly recentFrom: number | null;
}

const PENDING = `
WITH marks AS (
  SELECT d.space_id, d.from_at, d.until_at FROM dirty_span d WHERE d.space_id = ANY($1::int[])
  UNION ALL
  SELECT a.space_id, d.from_at, d.until_at + interval '1 hour' FROM dirty_span d JOIN assignment a ON a.source_id = d.source_id
  WHERE a.space_id = ANY($1::int[]) AND a.ends_at IS NULL
),
clipped AS (
  SELECT greatest(from_at, to_timestamp($2 / 1000.0)) AS f, least(until_at, to_timestamp($3 / 1000.0)) AS u FROM marks
)
SELECT coalesce(sum(ceil(extract(epoch FROM u - f) / 3600)) FILTER (WHERE u > f), 0)::float8 AS hours,
       ${msOf("min(f) FILTER (WHERE u > f AND f > to_timestamp($4 / 1000.0) - interval '6 hours')")} AS "recentFrom"
FROM clipped`;

/** What is pending of these spaces in a span. */
export async function readPending(
  spaceIds: readonly number[],
  span: Span,
  now: number,
  db: Readable,
): Promise<Pending> {
  const values = [spaceIds, span.from, span.to, now];
  const { rows } = await db.read.query<Pending>({ name: "pending-rollups", text: PENDING, values });
  return rows[0] ?? { hours: 0, recentFrom: null };
}

/**
 * For the batch of lib/db/batch-sql.ts: marks what readings in `r` said later than the closing of their hour waits for
 * (CLOSE_AFTER_MS of lib/services/rollups). In a steady stream nothing is late and nothing is written.
 */
export const MARK_LATE = `
late AS (
  INSERT INTO dirty_span (source_id, metric, from_at, until_at)
  SELECT source_id, metric, min(observed_at), max(observed_at) FROM r
  WHERE changed AND metric IN (${[...codesSaying("count", "presence"), METRICS.online.code, METRICS.signal.code].join(", ")})
    AND observed_at < date_bin('15 minutes', now() - interval '2 minutes', timestamptz '2000-01-01')
  GROUP BY source_id, metric, date_trunc('hour', observed_at)
)`;
