import "server-only";
import { type IncidentSignal, incidentsOf } from "@/lib/core/incident";
import { METRICS, metricOf } from "@/lib/core/metric";
import type { VendorId } from "@/lib/core/observation";
import type { Source, SourceQuery, SourceSummary } from "@/lib/core/source";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { msOf } from "./moment-us";
import { parseId } from "./parse-id";
import { spacesWithin } from "./place-of";
import { withWaiting } from "./waiting-repository";

/** A vendor's reporting habit is one setting: existing sources follow it, ms or null for "only on change". */
export async function syncExpectedIntervals(db: Database, vendor: string, intervalMs: number | null): Promise<void> {
  await db.read.query(
    "UPDATE source SET expected_interval_ms = $2 WHERE vendor = $1 AND expected_interval_ms IS DISTINCT FROM $2",
    [vendor, intervalMs],
  );
}

interface Row {
  id: number;
  vendor: VendorId;
  kind: string;
  external_id: string;
  name: string | null;
  custom_id: string | null;
  space_id: number | null;
  space_name: string | null;
  floor_id: number | null;
  floor_name: string | null;
  assignment_id: number | null;
  starts_at: Date | null;
  assigned_by: string | null;
  ignored_at: Date | null;
  created_at: Date;
  values: { metric: number; value: number; observedAt: number }[] | null;
  facts: { name: string; value: string }[] | null;
  signals: IncidentSignal[] | null;
}

/** A source with everything it last said. */
const SELECT_SOURCE = `
SELECT o.id, o.vendor, o.kind, o.external_id, o.name, o.custom_id, o.created_at, o.ignored_at, s.id AS space_id,
       coalesce(s.name, s.vendor_name) AS space_name, fl.id AS floor_id, coalesce(fl.name, fl.vendor_name) AS floor_name,
       a.id AS assignment_id, a.starts_at, a.assigned_by,
  (SELECT json_agg(json_build_object('metric', v.metric, 'value', v.value, 'observedAt', ${msOf("v.observed_at")}))
   FROM source_value v WHERE v.source_id = o.id) AS values,
  (SELECT json_agg(json_build_object('name', f.name, 'value', f.value) ORDER BY f.name)
   FROM source_fact f WHERE f.source_id = o.id AND f.value <> 'null') AS facts,
  (SELECT json_agg(json_build_object('code', g.code, 'phase', g.phase, 'severity', g.severity, 'text', g.text,
                                     'observedAt', ${msOf("g.at")}))
   FROM (SELECT * FROM signal g WHERE g.source_id = o.id ORDER BY g.at DESC LIMIT 200) g) AS signals
FROM source o
LEFT JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL
LEFT JOIN space s ON s.id = a.space_id
LEFT JOIN LATERAL (
  SELECT m.floor_id FROM floor_member m WHERE m.space_id = s.id AND NOT m.removed ORDER BY m.floor_id LIMIT 1) m ON true
LEFT JOIN space fl ON fl.id = m.floor_id`;

/** Deleted by its vendor. */
const IS_REMOVED = `EXISTS (SELECT 1 FROM source_fact f WHERE f.source_id = o.id AND f.name = 'removed' AND f.value = 'true')`;

/** A part of a thing (an appliance of a Zoom Room) that waits like the thing does: one question is enough for both. */
const WAITS_WITH_OWNER = `EXISTS (
  SELECT 1 FROM source_fact f
  JOIN source owner ON owner.vendor = o.vendor AND owner.kind = f.value::jsonb ->> 'kind'
   AND owner.external_id = f.value::jsonb ->> 'externalId' AND owner.kind <> 'location'
  WHERE f.source_id = o.id AND f.name = 'parent' AND o.kind <> 'location'
    AND NOT EXISTS (SELECT 1 FROM assignment x WHERE x.source_id IN (o.id, owner.id) AND x.ends_at IS NULL))`;

/** $1 after this id, $2 true, false or null for either, $3 vendor, $4 kind, $5 how many, $6 sites or null for all, $7 with those that stand nowhere, $8 ignored or null for either, $9 a part of what it is called. Deleted sources stay out. */
const READ_SOURCES = `WITH RECURSIVE ${spacesWithin("$6")} ${SELECT_SOURCE}
WHERE o.id > $1 AND ($2::bool IS NULL OR (a.id IS NOT NULL) = $2) AND ($3::text IS NULL OR o.vendor = $3)
  AND ($4::text IS NULL OR o.kind = $4)
  AND ($6::int[] IS NULL OR s.id IN (SELECT id FROM mine) OR (s.id IS NULL AND $7))
  AND ($8::bool IS NULL OR (o.ignored_at IS NOT NULL) = $8)
  AND ($9::text IS NULL OR position(lower($9) IN lower(concat_ws(' ', o.name, o.external_id, o.custom_id,
    coalesce(s.name, s.vendor_name), coalesce(fl.name, fl.vendor_name)))) > 0)
  AND NOT ${IS_REMOVED} AND NOT ($2 IS NOT DISTINCT FROM false AND ${WAITS_WITH_OWNER})
ORDER BY o.id LIMIT $5`;

const READ_SUMMARY = `
WITH RECURSIVE ${spacesWithin("$1")}
SELECT count(*) FILTER (WHERE a.id IS NOT NULL)::int AS assigned,
       count(*) FILTER (WHERE a.id IS NULL AND o.ignored_at IS NULL)::int AS waiting,
       count(*) FILTER (WHERE a.id IS NULL AND o.ignored_at IS NOT NULL)::int AS ignored
FROM source o LEFT JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL
WHERE ($1::int[] IS NULL OR a.space_id IN (SELECT id FROM mine) OR (a.id IS NULL AND $2))
  AND NOT ${IS_REMOVED} AND NOT (a.id IS NULL AND ${WAITS_WITH_OWNER})`;

/** Which sources exist for somebody. */
export interface SourceReach {
  /** Ids of sites; null for all. */
  readonly sites: readonly number[] | null;
  /** Also those that stand nowhere yet? */
  readonly waiting: boolean;
}

/** One page of what the vendors talk about, ordered by id. */
export async function listSources(
  query: SourceQuery,
  { sites, waiting }: SourceReach,
  db: Database = database(),
): Promise<{ items: Source[]; next: string | null }> {
  const after = query.cursor === undefined ? 0 : parseId(query.cursor);
  if (after === null) return { items: [], next: null };
  const assigned = query.assigned === undefined ? null : query.assigned === "true";
  const { rows } = await db.read.query<Row>(READ_SOURCES, [
    after,
    assigned,
    query.vendor ?? null,
    query.kind ?? null,
    query.limit + 1,
    sites,
    waiting,
    query.ignored === undefined ? null : query.ignored === "true",
    query.q || null,
  ]);
  const now = Date.now();
  const page = rows.slice(0, query.limit);
  const items = page.map((row) => source(row, now));
  const next = rows.length > query.limit ? (items.at(-1)?.id ?? null) : null;
  if (assigned !== false) return { items, next };
  const customIds = new Map(page.map(({ id, custom_id }) => [String(id), custom_id]));
  return { items: await withWaiting(items, customIds, { sites, now }, db), next };
}

/** How many stand somewhere, wait, and are ignored. */
export async function summariseSources(
  { sites, waiting }: SourceReach,
  db: Database = database(),
): Promise<SourceSummary> {
  const { rows } = await db.read.query<SourceSummary>(READ_SUMMARY, [sites, waiting]);
  return rows[0] ?? { assigned: 0, waiting: 0, ignored: 0 };
}

/** One source; null when there is none. */
export async function readSource(sourceId: string, db: Database = database()): Promise<Source | null> {
  const { rows } = await db.read.query<Row>(`${SELECT_SOURCE} WHERE o.id = $1`, [parseId(sourceId)]);
  return rows[0] ? source(rows[0], Date.now()) : null;
}

const iso = (at: number) => new Date(at).toISOString();

function source(row: Row, now: number): Source {
  const values = row.values ?? [];
  // "online" is the vendor's word, not the device's.
  const heard = values.filter(({ metric }) => metric !== METRICS.online.code).map(({ observedAt }) => observedAt);
  return {
    id: String(row.id),
    vendor: row.vendor,
    kind: row.kind,
    externalId: row.external_id,
    name: row.name === null ? null : shown(row.name),
    space: spaceOf(row),
    assignment:
      row.assignment_id === null || row.starts_at === null
        ? null
        : { id: String(row.assignment_id), since: row.starts_at.toISOString(), by: row.assigned_by },
    ignoredAt: row.ignored_at?.toISOString() ?? null,
    firstSeenAt: row.created_at.toISOString(),
    lastReadingAt: heard.length > 0 ? iso(Math.max(...heard)) : null,
    values: Object.fromEntries(
      values.map(({ metric, value, observedAt }) => [metricOf(metric), { value, observedAt: iso(observedAt) }]),
    ),
    facts: Object.fromEntries((row.facts ?? []).map(({ name, value }) => [name, JSON.parse(value)])),
    troubles: incidentsOf(row.signals ?? [], now)
      .filter(({ endedAt }) => endedAt === null)
      .map(({ code, phase, severity, text, since }) => ({
        source: String(row.id),
        code,
        phase,
        severity,
        text,
        since: iso(since),
      })),
  };
}

function spaceOf({ space_id, space_name, floor_id, floor_name }: Row): Source["space"] {
  if (space_id === null) return null;
  const floor = floor_id === null ? null : { id: String(floor_id), name: shown(floor_name ?? "") };
  return { id: String(space_id), name: shown(space_name ?? ""), floor };
}
