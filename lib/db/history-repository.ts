import "server-only";
import { AppError } from "@/lib/core/errors";
import type { HistoryPoint, HistoryQuery, SpaceHistory } from "@/lib/core/history";
import { METRICS, type Metric } from "@/lib/core/metric";
import { holdsForMs } from "@/lib/core/space";
import { type StepReading, stepLine } from "@/lib/core/step-line";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./floor-repository";

interface Row {
  source_id: number;
  metric: number;
  at: number;
  value: number;
  first_value: number;
  revisions: number;
  changed_at: number;
  expected_interval_ms: number | null;
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/**
 * Readings belong to the space their source was assigned to at the time. The newest reading before `from` comes
 * along, because it may still hold. $2: codes of the metric itself and of "online".
 */
const READ_HISTORY = `
WITH mapped AS (
  SELECT a.source_id, s.expected_interval_ms, a.starts_at, greatest(a.starts_at, $3::timestamptz) AS from_at,
         least(coalesce(a.ends_at, 'infinity'), $4::timestamptz) AS to_at
  FROM assignment a JOIN source s ON s.id = a.source_id WHERE a.space_id = $1
)
SELECT m.source_id, r.metric, ${ms("r.observed_at")} AS at, r.value, r.first_value, r.revisions,
       ${ms("r.changed_at")} AS changed_at, m.expected_interval_ms
FROM mapped m
CROSS JOIN LATERAL (
  SELECT * FROM reading x
  WHERE x.source_id = m.source_id AND x.metric = ANY($2::smallint[]) AND x.observed_at >= m.from_at AND x.observed_at < m.to_at
  UNION ALL
  SELECT before.* FROM unnest($2::smallint[]) AS k(metric)
  CROSS JOIN LATERAL (
    SELECT * FROM reading x WHERE x.source_id = m.source_id AND x.metric = k.metric
      AND x.observed_at >= m.starts_at AND x.observed_at < m.from_at ORDER BY x.observed_at DESC LIMIT 1) before
) r
ORDER BY r.observed_at, m.source_id`;

/** Of the words about connections only those count that silence who was heard last. */
function withOffline(rows: readonly Row[], metric: Metric): StepReading[] {
  const readings: StepReading[] = [];
  let speaker: number | null = null;
  for (const row of rows) {
    const isReading = row.metric === METRICS[metric].code;
    if (!isReading && (row.source_id !== speaker || row.value > 0)) continue;
    speaker = isReading ? row.source_id : null;
    readings.push({
      at: row.at,
      value: isReading ? row.value : null,
      firstValue: row.first_value,
      correctedAt: isReading && row.revisions > 0 ? row.changed_at : null,
      holdsForMs: holdsForMs(metric, row.expected_interval_ms),
    });
  }
  return readings;
}

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
    values: [id, metric === "online" ? [code] : [code, METRICS.online.code], from, to],
  });
  const line = stepLine(withOffline(rows, metric), {
    from: from.getTime(),
    to: Math.min(to.getTime(), Date.now()),
  });
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
