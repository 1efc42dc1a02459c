import "server-only";
import { bucketTotals } from "@/lib/core/bucket-totals";
import { counterDifferences } from "@/lib/core/counter-differences";
import { AppError } from "@/lib/core/errors";
import { METRICS } from "@/lib/core/metric";
import type { SourceTotals, TotalsQuery } from "@/lib/core/source";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./floor-repository";
import { spacesWithin } from "./place-of";

const iso = (at: number) => new Date(at).toISOString();

/** The site of a source: of the space it is mapped to, or of a place it was seen in. */
const READ_TIME_ZONE = `
WITH RECURSIVE above AS (
  SELECT s.id, s.parent_id, s.time_zone FROM assignment a JOIN space s ON s.id = a.space_id
  WHERE a.source_id = $1 AND a.ends_at IS NULL
  UNION ALL SELECT s.id, s.parent_id, s.time_zone FROM space s JOIN above ON s.id = above.parent_id
)
SELECT o.id, (SELECT time_zone FROM above WHERE time_zone IS NOT NULL LIMIT 1) AS time_zone FROM source o WHERE o.id = $1`;

/** $1 source, $2 sites of who asks: what it counted elsewhere is not for them; what never stood anywhere is. */
const THEIRS = `
WITH RECURSIVE ${spacesWithin("$2")},
stay AS (
  SELECT starts_at, ends_at FROM assignment
  WHERE source_id = $1 AND ($2::int[] IS NULL OR space_id IN (SELECT id FROM mine))
),
theirs AS (
  SELECT (extract(epoch FROM r.observed_at) * 1000000)::float8 AS at_us, r.value, r.observed_at, r.metric
  FROM reading r WHERE r.source_id = $1 AND (
    $2::int[] IS NULL
    OR EXISTS (SELECT 1 FROM stay WHERE r.observed_at >= starts_at AND r.observed_at < coalesce(ends_at, 'infinity'))
    OR NOT EXISTS (SELECT 1 FROM assignment WHERE source_id = $1))
)`;

const READ_AMOUNTS = `${THEIRS}
SELECT at_us, value FROM theirs WHERE metric = $3 AND observed_at >= $4 AND observed_at < $5 ORDER BY observed_at`;

const READ_BEFORE = `${THEIRS}
SELECT at_us, value FROM theirs WHERE metric = $3 AND observed_at < $4 ORDER BY observed_at DESC LIMIT 1`;

interface AmountRow {
  at_us: number;
  value: number;
}

/**
 * How many passed, or were counted, per hour or day, while it stood within these sites (null: wherever it stood). Throws `not-found` when
 * there is no such source.
 */
export async function readSourceTotals(
  sourceId: string,
  { metric, from, to, bucket }: TotalsQuery,
  db: Database = database(),
  sites: readonly number[] | null = null,
): Promise<SourceTotals> {
  const id = parseId(sourceId);
  const found = await db.read.query<{ time_zone: string | null }>(READ_TIME_ZONE, [id]);
  if (!found.rows[0]) throw new AppError("not-found", "There is no such source.");
  const timeZone = found.rows[0].time_zone ?? "UTC";
  const { code, says } = METRICS[metric];
  const { rows } = await db.read.query<AmountRow>(READ_AMOUNTS, [id, sites, code, from, to]);
  const before = says === "total" ? (await db.read.query<AmountRow>(READ_BEFORE, [id, sites, code, from])).rows : [];
  const amounts =
    says === "total"
      ? differences([...before, ...rows])
      : rows.map(({ at_us, value }) => ({ at: at_us / 1000, amount: value }));
  const span = { from: from.getTime(), to: to.getTime() };
  const buckets = bucketTotals(amounts, span, bucket, timeZone).map(({ total, ...rest }) => ({
    from: iso(rest.from),
    to: iso(rest.to),
    total,
  }));
  return { sourceId, metric, timeZone, buckets };
}

function differences(rows: readonly AmountRow[]) {
  const totals = rows.map(({ at_us, value }) => ({ observedAtUs: at_us, total: value }));
  return counterDifferences(totals).map(({ observedAtUs, difference }) => ({
    at: observedAtUs / 1000,
    amount: difference,
  }));
}
