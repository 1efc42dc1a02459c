import "server-only";
import { mainMetric } from "@/lib/core/main-metric";
import { METRICS, type Metric, metricOf } from "@/lib/core/metric";
import type { Source, SourceWaiting, Sparkline } from "@/lib/core/source";
import { holdsForMs } from "@/lib/core/space";
import { shown } from "@/lib/core/space-row";
import type { Database } from "./database";
import { suggestPlaces, type WaitingSource } from "./suggestion-repository";

const STEP_MS = 1_800_000;
const STEPS = 48;
/** Of one source; a count each second would be that for half an hour. */
const MOST_READ = 2_000;
const MOST_COUNTED = 1_000;

/** $1 things: the parts that report for them. */
const READ_PARTS = `
WITH parents AS MATERIALIZED (SELECT source_id, value::jsonb AS value FROM source_fact WHERE name = 'parent' AND value <> 'null')
SELECT s.id AS owner_id, part.id
FROM source s JOIN parents f ON f.value = jsonb_build_object('kind', s.kind, 'externalId', s.external_id)
JOIN source part ON part.id = f.source_id AND part.vendor = s.vendor
WHERE s.id = ANY($1::int[]) AND s.kind <> 'location'`;

/** $1 sources, the metric of each in $2, $3 from when: the last word of each step, and of what is so or not so, whether it ever was. */
const READ_STEPS = `
SELECT k.source_id, floor(extract(epoch FROM r.observed_at - $3) * 1000 / ${STEP_MS})::int AS step,
       CASE WHEN k.is_either THEN max(r.value) ELSE (array_agg(r.value ORDER BY r.observed_at DESC))[1] END AS value
FROM unnest($1::int[], $2::int2[], $4::bool[]) AS k(source_id, metric, is_either)
CROSS JOIN LATERAL (
  SELECT r.observed_at, r.value FROM reading r
  WHERE r.source_id = k.source_id AND r.metric = k.metric AND r.observed_at >= $3
  ORDER BY r.observed_at DESC LIMIT ${MOST_READ}) r
GROUP BY k.source_id, k.is_either, step`;

/** $1 sources: how many moments they have spoken of. */
export const COUNT_EVENTS = `
SELECT k.id, count(DISTINCT r.observed_at)::int AS count, count(*)::int AS read, min(r.observed_at) AS since
FROM unnest($1::int[]) AS k(id)
CROSS JOIN LATERAL (SELECT r.observed_at FROM reading r WHERE r.source_id = k.id LIMIT ${MOST_COUNTED}) r
GROUP BY k.id`;

export interface CountRow {
  id: number;
  count: number;
  read: number;
  since: Date;
}

export const isCapped = ({ read }: CountRow) => read >= MOST_COUNTED;

const READ_PART_VALUES = `
SELECT v.source_id, v.metric, v.value, v.observed_at FROM source_value v WHERE v.source_id = ANY($1::int[])`;

interface ValueRow {
  source_id: number;
  metric: number;
  value: number;
  observed_at: Date;
}

interface Look {
  readonly sites: readonly number[] | null;
  /** ms */
  readonly now: number;
}

/** Adds what helps to say where each of a page stands. The number of queries does not depend on how many they are. */
export async function withWaiting(
  items: readonly Source[],
  customIds: ReadonlyMap<string, string | null>,
  { sites, now }: Look,
  db: Database,
): Promise<Source[]> {
  if (items.length === 0) return [];
  const parts = await readParts(items, db);
  const whole = items.map((item) => withParts(item, parts.get(item.id) ?? []));
  const waiting = whole.map((item) => waitingSource(item, customIds.get(item.id) ?? null));
  const [suggestions, sparklines, events] = await Promise.all([
    suggestPlaces(waiting, sites, db),
    readSparklines(whole, parts, now, db),
    readEvents(items, parts, db),
  ]);
  return whole.map((item) => ({
    ...item,
    waiting: {
      suggestion: suggestions.get(item.id) ?? null,
      sparkline: sparklines.get(item.id) ?? null,
      events: events.get(item.id) ?? { count: 0, isMore: false, since: null },
    },
  }));
}

interface Part {
  readonly id: number;
  readonly values: readonly ValueRow[];
}

async function readParts(items: readonly Source[], db: Database): Promise<Map<string, Part[]>> {
  const found = await db.read.query<{ owner_id: number; id: number }>(READ_PARTS, [items.map(({ id }) => Number(id))]);
  const values = await db.read.query<ValueRow>(READ_PART_VALUES, [found.rows.map(({ id }) => id)]);
  const parts = new Map<string, Part[]>();
  for (const { owner_id, id } of found.rows) {
    const part = { id, values: values.rows.filter(({ source_id }) => source_id === id) };
    parts.set(String(owner_id), [...(parts.get(String(owner_id)) ?? []), part]);
  }
  return parts;
}

/** A Zoom Room says nothing itself: what its appliances say is shown as its own. */
function withParts(item: Source, parts: readonly Part[]): Source {
  const told = parts
    .flatMap(({ values }) => values)
    .sort((a, b) => a.observed_at.getTime() - b.observed_at.getTime())
    .map(({ metric, value, observed_at }) => [metricOf(metric), { value, observedAt: observed_at.toISOString() }]);
  if (told.length === 0) return item;
  const values: Source["values"] = { ...item.values, ...Object.fromEntries(told) };
  const heard = Object.entries(values).flatMap(([metric, word]) => (metric === "online" ? [] : [word.observedAt]));
  return { ...item, values, lastReadingAt: heard.sort().at(-1) ?? null };
}

const measuresOf = ({ values }: Source) => Object.keys(values) as Metric[];

function waitingSource(item: Source, customId: string | null): WaitingSource {
  const { id, vendor, kind, externalId, name, facts } = item;
  const words = Object.entries(facts);
  const text = (value: unknown) => (typeof value === "string" ? shown(value) : null);
  const labels = words.flatMap(([key, value]) => {
    const said = key.startsWith("label:") ? text(value) : null;
    return said === null ? [] : [[shown(key.slice("label:".length)), said]];
  });
  return {
    ...{ id, vendor, kind, externalId, name, customId },
    type: text(facts.type),
    labels: Object.fromEntries(labels),
    measures: measuresOf(item),
    gateways: words.filter(([key, value]) => key.startsWith("gateway:") && value === true).map(([key]) => key),
  };
}

/** The source whose readings draw the line: itself, or the part that measures it. */
function speaker(item: Source, parts: readonly Part[], metric: Metric): number {
  const { code } = METRICS[metric];
  return parts.find(({ values }) => values.some((value) => value.metric === code))?.id ?? Number(item.id);
}

async function readSparklines(
  items: readonly Source[],
  parts: ReadonlyMap<string, readonly Part[]>,
  now: number,
  db: Database,
): Promise<Map<string, Sparkline>> {
  const from = (Math.floor(now / STEP_MS) + 1 - STEPS) * STEP_MS;
  const lines = items.flatMap((item) => {
    const metric = mainMetric(measuresOf(item));
    return metric === null ? [] : [{ item, metric, speaker: speaker(item, parts.get(item.id) ?? [], metric) }];
  });
  const { rows } = await db.read.query<{ source_id: number; step: number; value: number }>(READ_STEPS, [
    lines.map((line) => line.speaker),
    lines.map(({ metric }) => METRICS[metric].code),
    new Date(from),
    lines.map(({ metric }) => ["presence", "switch", "event"].includes(METRICS[metric].says)),
  ]);
  return new Map(
    lines.map(({ item, metric, speaker: id }) => {
      const points: (number | null)[] = Array.from({ length: STEPS }, () => null);
      for (const { source_id, step, value } of rows) {
        if (source_id === id && step >= 0 && step < STEPS) points[step] = value;
      }
      return [item.id, { metric, from: new Date(from).toISOString(), stepMs: STEP_MS, points: held(points, metric) }];
    }),
  );
}

/** What holds until the next word is drawn so: motion and desks for ever, the air for some hours, a count not at all. */
function held(points: readonly (number | null)[], metric: Metric): (number | null)[] {
  const holdsMs = METRICS[metric].says === "count" ? 0 : (holdsForMs(metric, null) ?? Number.POSITIVE_INFINITY);
  let last: { readonly step: number; readonly value: number } | null = null;
  return points.map((value, step) => {
    if (value !== null) last = { step, value };
    return last !== null && (step - last.step) * STEP_MS <= holdsMs ? last.value : null;
  });
}

async function readEvents(
  items: readonly Source[],
  parts: ReadonlyMap<string, readonly Part[]>,
  db: Database,
): Promise<Map<string, SourceWaiting["events"]>> {
  const ids = items.flatMap((item) => [Number(item.id), ...(parts.get(item.id) ?? []).map(({ id }) => id)]);
  const { rows } = await db.read.query<CountRow>(COUNT_EVENTS, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    items.map((item) => {
      const counted = [Number(item.id), ...(parts.get(item.id) ?? []).map(({ id }) => id)].flatMap(
        (id) => byId.get(id) ?? [],
      );
      const since = counted.map((row) => row.since.getTime());
      return [
        item.id,
        {
          count: counted.reduce((sum, { count }) => sum + count, 0),
          isMore: counted.some(isCapped),
          since: since.length > 0 ? new Date(Math.min(...since)).toISOString() : null,
        },
      ];
    }),
  );
}
