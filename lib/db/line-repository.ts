import "server-only";
import { codesSaying, METRICS, metricOf } from "@/lib/core/metric";
import type { Span } from "@/lib/core/moment-or-day";
import { type LineInput, type LineReading, type LineStay, type LineStep, spaceLine } from "@/lib/core/space-line";
import type { FigureSpace } from "./figure-space-repository";
import type { Readable } from "./place-of";

const { online, signal } = METRICS;
const PRESENCE = codesSaying("presence").join(", ");
const SPEAKING = [...codesSaying("count", "presence"), online.code, signal.code].join(", ");
const OTHERS = codesSaying("environment", "switch", "health", "flow", "total", "event")
  .filter((code) => code !== online.code && code !== signal.code)
  .join(", ");

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const STAYS = `
SELECT a.space_id, a.source_id, o.expected_interval_ms, ${ms("a.starts_at")} AS starts_at,
       ${ms("coalesce(a.ends_at, 'infinity')")} AS ends_at
FROM assignment a JOIN source o ON o.id = a.source_id
WHERE a.space_id = ANY($1::int[]) AND a.starts_at < to_timestamp($3 / 1000.0) AND coalesce(a.ends_at, 'infinity') > to_timestamp($2 / 1000.0)`;

/**
 * Readings of the span and, of each source and metric, the newest one before it, which may still hold. Presence reaches
 * back by the longest hold ($4, ms), so that "since when nobody is in" is known. A device with a heartbeat is alive as
 * long as it says anything at all.
 */
const READINGS = `
WITH span AS (SELECT to_timestamp($2 / 1000.0) AS since, to_timestamp($3 / 1000.0) AS until),
stay AS (
  SELECT a.space_id, a.source_id, a.starts_at, least(coalesce(a.ends_at, 'infinity'), span.until) AS until,
    CASE WHEN EXISTS (SELECT 1 FROM source_value v WHERE v.source_id = a.source_id AND v.metric = ${signal.code})
      THEN ARRAY[${SPEAKING}, ${OTHERS}] ELSE ARRAY[${SPEAKING}] END AS metrics
  FROM assignment a, span
  WHERE a.space_id = ANY($1::int[]) AND a.starts_at < span.until AND coalesce(a.ends_at, 'infinity') > span.since
)
SELECT stay.space_id, stay.source_id, k.code, ${ms("least(r.observed_at, r.received_at)")} AS at, r.value
FROM stay CROSS JOIN span CROSS JOIN unnest(stay.metrics) AS k(code)
CROSS JOIN LATERAL (
  SELECT span.since - CASE WHEN k.code IN (${PRESENCE}) THEN $4::float8 ELSE 0 END * interval '1 millisecond' AS wanted
) w
CROSS JOIN LATERAL (
  SELECT greatest(stay.starts_at, coalesce((
    SELECT b.observed_at FROM reading b
    WHERE b.source_id = stay.source_id AND b.metric = k.code AND b.observed_at <= w.wanted
    ORDER BY b.observed_at DESC LIMIT 1), w.wanted)) AS since
) f
JOIN reading r ON r.source_id = stay.source_id AND r.metric = k.code AND r.observed_at >= f.since AND r.observed_at < stay.until
ORDER BY at`;

type StayRow = [space: number, source: number, interval: number | null, from: number, to: number];
type ReadingRow = [space: number, source: number, metric: number, at: number, value: number];

/**
 * What was known of each of these spaces over a span, from its readings as they are known today. Lines begin 1 ms
 * before the span, so that a session that came in can be told from one that began with it.
 */
export async function readSpaceLines(
  spaces: readonly Pick<FigureSpace, "id" | "holdMs">[],
  span: Span,
  db: Readable,
): Promise<Map<number, LineStep[]>> {
  const over = { from: span.from - 1, to: span.to };
  const ids = spaces.map(({ id }) => id);
  const longestHold = Math.max(0, ...spaces.map(({ holdMs }) => holdMs ?? 0));
  const stays = await db.read.query<StayRow>({
    name: "line-stays",
    text: STAYS,
    values: [ids, over.from, over.to],
    rowMode: "array",
  });
  const readings = await db.read.query<ReadingRow>({
    name: "line-readings",
    text: READINGS,
    values: [ids, over.from, over.to, longestHold],
    rowMode: "array",
  });
  const inputs = new Map<number, LineInput & { stays: LineStay[]; readings: LineReading[] }>();
  for (const { id, holdMs } of spaces) inputs.set(id, { holdMs, stays: [], readings: [], closures: [] });
  for (const [space, source, expectedIntervalMs, from, to] of stays.rows)
    inputs.get(space)?.stays.push({ source, expectedIntervalMs, from, to });
  for (const [space, source, metric, at, value] of readings.rows)
    inputs.get(space)?.readings.push({ at, source, metric: metricOf(metric), value });
  return new Map([...inputs].map(([id, input]) => [id, spaceLine(input, over)]));
}
