import "server-only";
import { maintenanceSpans } from "@/lib/core/maintenance";
import { codesSaying, METRICS, metricOf } from "@/lib/core/metric";
import type { Span } from "@/lib/core/moment-or-day";
import { type LineInput, type LineReading, type LineStay, type LineStep, spaceLine } from "@/lib/core/space-line";
import { WEEKDAYS } from "@/lib/core/working-hours";
import type { FigureSpace } from "./figure-space-repository";
import { msOf } from "./moment-us";
import type { Readable } from "./place-of";

const { online, signal } = METRICS;
const SPEAKING = [...codesSaying("count", "presence"), online.code, signal.code].join(", ");
const OTHERS = codesSaying("environment", "switch", "health", "flow", "total", "event")
  .filter((code) => code !== online.code && code !== signal.code)
  .join(", ");

/** What may be heard for the first time within a span. */
const ALWAYS = [...codesSaying("count", "presence"), online.code, signal.code];

const STAYS = `
SELECT a.space_id, a.source_id, o.expected_interval_ms, ${msOf("a.starts_at")} AS starts_at,
       ${msOf("coalesce(a.ends_at, 'infinity')")} AS ends_at
FROM assignment a JOIN source o ON o.id = a.source_id
WHERE a.space_id = ANY($1::int[]) AND a.starts_at < to_timestamp($3 / 1000.0) AND coalesce(a.ends_at, 'infinity') > to_timestamp($2 / 1000.0)`;

/** Sources with a heartbeat are alive as long as they say anything at all; of others only who is in matters. */
const METRICS_OF = `
  SELECT s.id AS source_id, k.code FROM unnest($1::int[]) AS s(id)
  CROSS JOIN unnest(CASE WHEN EXISTS (SELECT 1 FROM source_value v WHERE v.source_id = s.id AND v.metric = ${signal.code})
    THEN ARRAY[${SPEAKING}, ${OTHERS}] ELSE ARRAY[${SPEAKING}] END) AS k(code)`;

const ROW = `r.source_id, r.metric, ${msOf("least(r.observed_at, r.received_at)")} AS at, r.value`;

/** Of each source and metric the newest reading before a moment, which may still hold. */
const BEFORE = `
SELECT ${ROW} FROM (${METRICS_OF}) k CROSS JOIN LATERAL (
  SELECT * FROM reading b WHERE b.source_id = k.source_id AND b.metric = k.code AND b.observed_at < to_timestamp($2 / 1000.0)
  ORDER BY b.observed_at DESC LIMIT 1) r`;

const WITHIN = `
SELECT ${ROW} FROM reading r
WHERE r.source_id = ANY($1::int[]) AND r.metric = ANY($4::int2[])
  AND r.observed_at >= to_timestamp($2 / 1000.0) AND r.observed_at < to_timestamp($3 / 1000.0)`;

type StayRow = [space: number, source: number, interval: number | null, from: number, to: number];
type ReadingRow = [source: number, metric: number, at: number, value: number];

/**
 * What was known of each of these spaces over a span, from its readings as they are known today. Lines begin 1 ms
 * before the span, so that a session that came in can be told from one that began with it.
 */
export async function readSpaceLines(
  spaces: readonly FigureSpace[],
  span: Span,
  db: Readable,
): Promise<Map<number, LineStep[]>> {
  const over = { from: span.from - 1, to: span.to };
  const stays = await db.read.query<StayRow>({
    name: "line-stays",
    text: STAYS,
    values: [spaces.map(({ id }) => id), over.from, over.to],
    rowMode: "array",
  });
  const inputs = new Map<number, LineInput & { stays: LineStay[]; readings: LineReading[] }>();
  for (const space of spaces) inputs.set(space.id, { ...rulesOf(space, over), stays: [], readings: [] });
  const stood = new Map<number, (LineStay & { readonly space: number })[]>();
  for (const [space, source, expectedIntervalMs, from, to] of stays.rows) {
    inputs.get(space)?.stays.push({ source, expectedIntervalMs, from, to });
    stood.set(source, [...(stood.get(source) ?? []), { source, expectedIntervalMs, from, to, space }]);
  }
  // "Since when nobody is in" reaches back by the hold, or over a lunch.
  const longestHold = Math.max(0, ...spaces.map(({ holdMs, lunch }) => (lunch ? DAY_MS / 4 : (holdMs ?? 0))));
  const readings = await readReadings([...stood.keys()], { from: over.from - longestHold, to: over.to }, db);
  for (const [source, metric, at, value] of readings) {
    const stay = stood.get(source)?.find(({ from, to }) => from <= at && at < to);
    if (stay) inputs.get(stay.space)?.readings.push({ at, source, metric: metricOf(metric), value });
  }
  return new Map([...inputs].map(([id, input]) => [id, spaceLine(input, over)]));
}

/** What besides readings decides the state, over a span. */
export function rulesOf({ holdMs, speakers, lunch, windows, timeZone }: FigureSpace, { from, to }: Span) {
  const closings = windows.flatMap((window) => maintenanceSpans(window, from, to));
  const meals = lunch && {
    startsAt: 0,
    endsAt: null,
    endedAt: null,
    timeZone,
    weekly: { ...lunch, weekdays: [...WEEKDAYS] },
  };
  return { holdMs, speakers, closings, breaks: meals ? maintenanceSpans(meals, from - DAY_MS, to) : [] };
}

const DAY_MS = 86_400_000;

/** Oldest first. */
async function readReadings(sources: readonly number[], { from, to }: Span, db: Readable): Promise<ReadingRow[]> {
  if (sources.length === 0) return [];
  const before = await db.read.query<ReadingRow>({ text: BEFORE, values: [sources, from], rowMode: "array" });
  const metrics = [...new Set(before.rows.map(([, metric]) => metric)), ...ALWAYS];
  const within = await db.read.query<ReadingRow>({
    text: WITHIN,
    values: [sources, from, to, metrics],
    rowMode: "array",
  });
  return [...before.rows, ...within.rows].sort((a, b) => a[2] - b[2]);
}
