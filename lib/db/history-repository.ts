import "server-only";
import { AppError } from "@/lib/core/errors";
import type { HistoryPoint, HistoryQuery, SpaceHistory } from "@/lib/core/history";
import { METRICS } from "@/lib/core/metric";
import { stepLine } from "@/lib/core/step-line";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./floor-repository";

interface Row {
  at: number;
  value: number;
  first_value: number;
  revisions: number;
  received_at: number;
  expected_interval_ms: number | null;
}

/**
 * Readings belong to the space their source was assigned to at the time. The newest reading before `from` comes
 * along, because it may still hold.
 */
const READ_HISTORY = `
SELECT (extract(epoch FROM r.observed_at) * 1000)::float8 AS at, r.value, r.first_value, r.revisions,
       (extract(epoch FROM r.received_at) * 1000)::float8 AS received_at, s.expected_interval_ms
FROM assignment a
JOIN source s ON s.id = a.source_id
JOIN reading r ON r.source_id = a.source_id AND r.metric = $2
  AND r.observed_at >= greatest(a.starts_at, $3::timestamptz - interval '2 hours')
  AND r.observed_at < least(coalesce(a.ends_at, 'infinity'), $4::timestamptz)
WHERE a.space_id = $1
ORDER BY r.observed_at`;

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
  const line = stepLine(
    rows.map((row) => ({
      at: row.at,
      value: row.value,
      firstValue: row.first_value,
      correctedAt: row.revisions > 0 ? row.received_at : null,
      expectedIntervalMs: row.expected_interval_ms,
    })),
    { from: from.getTime(), to: Math.min(to.getTime(), Date.now()) },
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
