import "server-only";
import { METRICS } from "@/lib/core/metric";
import type { VendorId } from "@/lib/core/observation";
import type { Touches } from "@/lib/core/source";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { spacesWithin } from "./place-of";
import type { SourceReach } from "./source-repository";

/** $1 since when, by arrival; $2 sites or null; $3 with those that stand nowhere. A row says what came in last. */
const READ_TOUCHES = `
WITH RECURSIVE ${spacesWithin("$2")}
SELECT o.id, o.vendor, coalesce(o.name, o.external_id) AS name, o.ignored_at, v.received_at, s.id AS space_id,
       coalesce(s.name, s.vendor_name) AS space_name
FROM source_value v JOIN source o ON o.id = v.source_id
LEFT JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL LEFT JOIN space s ON s.id = a.space_id
WHERE v.metric = ${METRICS.touch.code} AND v.received_at > $1 AND v.received_at > now() - interval '1 hour'
  AND ($2::int[] IS NULL OR s.id IN (SELECT id FROM mine) OR (s.id IS NULL AND $3))
ORDER BY v.received_at, o.id LIMIT 50`;

interface Row {
  id: number;
  vendor: VendorId;
  name: string;
  ignored_at: Date | null;
  received_at: Date;
  space_id: number | null;
  space_name: string | null;
}

/** Deliveries are stored a little after they arrive, and not in the order of their arrival, ms. */
const OVERLAP_MS = 3_000;

/** Devices that were touched since a moment (null: from now on); each is told again for a few seconds. */
export async function readTouches(
  after: Date | null,
  { sites, waiting }: SourceReach,
  db: Database = database(),
): Promise<Touches> {
  const now = Date.now();
  const until = new Date(now).toISOString();
  if (after === null) return { until, items: [] };
  const since = new Date(after.getTime() - OVERLAP_MS);
  const { rows } = await db.read.query<Row>(READ_TOUCHES, [since, sites, waiting]);
  const items = rows.map((row) => ({
    sourceId: String(row.id),
    name: shown(row.name),
    vendor: row.vendor,
    at: row.received_at.toISOString(),
    space: row.space_id === null ? null : { id: String(row.space_id), name: shown(row.space_name ?? "") },
    isIgnored: row.ignored_at !== null,
  }));
  return { until, items };
}
