import "server-only";
import { bucketTotals } from "@/lib/core/bucket-totals";
import { counterDifferences } from "@/lib/core/counter-differences";
import { AppError } from "@/lib/core/errors";
import { type IncidentSignal, incidentsOf } from "@/lib/core/incident";
import { METRICS, metricOf } from "@/lib/core/metric";
import type { VendorId } from "@/lib/core/observation";
import type { Source, SourceQuery, SourceTotals, TotalsQuery } from "@/lib/core/source";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./floor-repository";
import { spacesWithin } from "./place-of";
import { shown } from "./space-snapshot";

/** A vendor's reporting habit is one setting: existing sources follow it, ms or null for "only on change". */
export async function syncExpectedIntervals(db: Database, vendor: string, intervalMs: number | null): Promise<void> {
  await db.read.query(
    "UPDATE source SET expected_interval_ms = $2 WHERE vendor = $1 AND expected_interval_ms IS DISTINCT FROM $2",
    [vendor, intervalMs],
  );
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

interface Row {
  id: number;
  vendor: VendorId;
  kind: string;
  external_id: string;
  name: string | null;
  space_id: number | null;
  space_name: string | null;
  created_at: Date;
  values: { metric: number; value: number; observedAt: number }[] | null;
  facts: { name: string; value: string }[] | null;
  signals: IncidentSignal[] | null;
}

/** A source with everything it last said. */
const SELECT_SOURCE = `
SELECT o.id, o.vendor, o.kind, o.external_id, o.name, o.created_at, s.id AS space_id,
       coalesce(s.name, s.vendor_name) AS space_name,
  (SELECT json_agg(json_build_object('metric', v.metric, 'value', v.value, 'observedAt', ${ms("v.observed_at")}))
   FROM source_value v WHERE v.source_id = o.id) AS values,
  (SELECT json_agg(json_build_object('name', f.name, 'value', f.value) ORDER BY f.name)
   FROM source_fact f WHERE f.source_id = o.id AND f.value <> 'null') AS facts,
  (SELECT json_agg(json_build_object('code', g.code, 'phase', g.phase, 'severity', g.severity, 'text', g.text,
                                     'observedAt', ${ms("g.at")}))
   FROM (SELECT * FROM signal g WHERE g.source_id = o.id ORDER BY g.at DESC LIMIT 200) g) AS signals
FROM source o
LEFT JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL
LEFT JOIN space s ON s.id = a.space_id`;

/** $1 after this id, $2 true, false or null for either, $3 vendor, $4 kind, $5 how many, $6 sites or null for all, $7 with those that stand nowhere. Deleted sources stay out. */
const READ_SOURCES = `WITH RECURSIVE ${spacesWithin("$6")} ${SELECT_SOURCE}
WHERE o.id > $1 AND ($2::bool IS NULL OR (a.id IS NOT NULL) = $2) AND ($3::text IS NULL OR o.vendor = $3)
  AND ($4::text IS NULL OR o.kind = $4)
  AND ($6::int[] IS NULL OR s.id IN (SELECT id FROM mine) OR (s.id IS NULL AND $7))
  AND NOT EXISTS (SELECT 1 FROM source_fact f WHERE f.source_id = o.id AND f.name = 'removed' AND f.value = 'true')
ORDER BY o.id LIMIT $5`;

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
  ]);
  const now = Date.now();
  const items = rows.slice(0, query.limit).map((row) => source(row, now));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
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
    space: row.space_id === null ? null : { id: String(row.space_id), name: row.space_name ?? "" },
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

/** The site of a source: of the space it is mapped to, or of a place it was seen in. */
const READ_TIME_ZONE = `
WITH RECURSIVE above AS (
  SELECT s.id, s.parent_id, s.time_zone FROM assignment a JOIN space s ON s.id = a.space_id
  WHERE a.source_id = $1 AND a.ends_at IS NULL
  UNION ALL SELECT s.id, s.parent_id, s.time_zone FROM space s JOIN above ON s.id = above.parent_id
)
SELECT o.id, (SELECT time_zone FROM above WHERE time_zone IS NOT NULL LIMIT 1) AS time_zone FROM source o WHERE o.id = $1`;

const READ_AMOUNTS = `
SELECT (extract(epoch FROM observed_at) * 1000000)::float8 AS at_us, value FROM reading
WHERE source_id = $1 AND metric = $2 AND observed_at >= $3 AND observed_at < $4 ORDER BY observed_at`;

const READ_BEFORE = `
SELECT (extract(epoch FROM observed_at) * 1000000)::float8 AS at_us, value FROM reading
WHERE source_id = $1 AND metric = $2 AND observed_at < $3 ORDER BY observed_at DESC LIMIT 1`;

interface AmountRow {
  at_us: number;
  value: number;
}

/** How many passed, or were counted, per hour or day. Throws `not-found` when there is no such source. */
export async function readSourceTotals(
  sourceId: string,
  { metric, from, to, bucket }: TotalsQuery,
  db: Database = database(),
): Promise<SourceTotals> {
  const id = parseId(sourceId);
  const found = await db.read.query<{ time_zone: string | null }>(READ_TIME_ZONE, [id]);
  if (!found.rows[0]) throw new AppError("not-found", "There is no such source.");
  const timeZone = found.rows[0].time_zone ?? "UTC";
  const { code, says } = METRICS[metric];
  const { rows } = await db.read.query<AmountRow>(READ_AMOUNTS, [id, code, from, to]);
  const before = says === "total" ? (await db.read.query<AmountRow>(READ_BEFORE, [id, code, from])).rows : [];
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
