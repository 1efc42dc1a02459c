import "server-only";
import { AppError } from "@/lib/core/errors";
import type { HistoryPoint, HistoryQuery, SpaceHistory } from "@/lib/core/history";
import { METRICS, type Metric } from "@/lib/core/metric";
import { holdsForMs } from "@/lib/core/space";
import { type StepReading, stepLine } from "@/lib/core/step-line";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./parse-id";

interface Row {
  at: number;
  source: number;
  /** Null: from here on the source says nothing. */
  value: number | null;
  first_value: number;
  revisions: number;
  changed_at: number;
  expected_interval_ms: number | null;
}

/**
 * Readings belong to the space their source was assigned to at the time. The newest reading before `from` comes along,
 * because it may still hold. Where a device went offline, or went elsewhere, stands a row without a value.
 */
const READ_HISTORY = `
WITH mapped AS (
  SELECT a.source_id, a.ends_at, s.expected_interval_ms, least(coalesce(a.ends_at, 'infinity'), $4::timestamptz) AS until,
         greatest(a.starts_at, coalesce(
           (SELECT max(r.observed_at) FROM reading r
            WHERE r.source_id = a.source_id AND r.metric = $2 AND r.observed_at < $3::timestamptz), $3)) AS since
  FROM assignment a JOIN source s ON s.id = a.source_id
  WHERE a.space_id = $1 AND a.starts_at < $4 AND coalesce(a.ends_at, 'infinity') > $3
)
SELECT floor(extract(epoch FROM r.observed_at) * 1000)::float8 AS at, m.source_id AS source,
       CASE WHEN r.metric = $2 THEN r.value END AS value, r.first_value, r.revisions,
       floor(extract(epoch FROM r.changed_at) * 1000)::float8 AS changed_at, m.expected_interval_ms
FROM mapped m JOIN reading r ON r.source_id = m.source_id AND r.observed_at >= m.since AND r.observed_at < m.until
WHERE r.metric = $2 OR (r.metric = ${METRICS.online.code} AND r.value = 0)
UNION ALL
SELECT floor(extract(epoch FROM m.ends_at) * 1000)::float8, m.source_id, NULL, 0, 0, 0, NULL
FROM mapped m WHERE m.ends_at <= $4
ORDER BY 1`;

/** The step line of a metric in a space. Throws `not-found` when there is no such space. */
export async function readSpaceHistory(
  spaceId: string,
  { metric, from, to }: HistoryQuery,
  db: Database = database(),
): Promise<SpaceHistory> {
  const id = parseId(spaceId);
  const exists = id !== null && (await db.read.query("SELECT 1 FROM space WHERE id = $1", [id])).rowCount === 1;
  if (!exists) throw new AppError("not-found", "There is no such space.");
  const { code, unit } = METRICS[metric];
  const { rows } = await db.read.query<Row>({
    name: "read-history",
    text: READ_HISTORY,
    values: [id, code, from, to],
  });
  const span = { from: from.getTime(), to: Math.min(to.getTime(), Date.now()) };
  const line = stepLine(
    rows.flatMap((row) => stepReading(row, metric)),
    span,
    rows.filter((row) => row.value === null),
  );
  const points = line.map(
    (point): HistoryPoint => ({
      at: new Date(point.at).toISOString(),
      value: point.value,
      ...(point.correctedAt === null
        ? {}
        : { firstValue: point.firstValue, correctedAt: new Date(point.correctedAt).toISOString() }),
    }),
  );
  return { spaceId, metric, unit, from: from.toISOString(), to: to.toISOString(), points };
}

function stepReading(row: Row, metric: Metric): StepReading[] {
  if (row.value === null) return [];
  return [
    {
      at: row.at,
      source: row.source,
      value: row.value,
      firstValue: row.first_value,
      correctedAt: row.revisions > 0 ? row.changed_at : null,
      holdsForMs: holdsForMs(metric, row.expected_interval_ms),
    },
  ];
}
