import "server-only";
import { batteryClass, type Device, type DeviceQuery, deviceState } from "@/lib/core/device-health";
import { METRICS } from "@/lib/core/metric";
import type { VendorId } from "@/lib/core/observation";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./parse-id";
import { spacesWithin } from "./place-of";

interface Row {
  id: number;
  vendor: VendorId;
  external_id: string;
  name: string | null;
  model: string | null;
  space_id: number | null;
  space_name: string | null;
  floor_id: number | null;
  floor_name: string | null;
  site_id: number | null;
  site_name: string | null;
  time_zone: string | null;
  heard_at: Date | null;
  online: number | null;
  online_at: Date | null;
  expected_ms: number | null;
  beat_ms: number | null;
  battery: number | null;
  signal: number | null;
}

/** Kinds of sources that are things somebody can walk to. */
const KINDS = ["sensor", "device"];
const MOST_DEVICES = 20_000;

/**
 * $1 sites or null for all, $2 with those that stand nowhere, $3 kinds, $4 vendor, $5 floor, $6 site, $7 how many.
 * The rhythm of a device is the median gap of its last heartbeats (their signal strength) of two days.
 */
const READ_DEVICES = `
WITH RECURSIVE ${spacesWithin("$1")},
up AS (
  SELECT s.id AS space_id, s.id, s.parent_id, s.kind FROM space s
  UNION ALL SELECT up.space_id, p.id, p.parent_id, p.kind FROM up JOIN space p ON p.id = up.parent_id
),
latest AS (
  SELECT source_id, max(observed_at) FILTER (WHERE metric <> ${METRICS.online.code}) AS heard_at,
    max(value) FILTER (WHERE metric = ${METRICS.online.code}) AS online,
    max(observed_at) FILTER (WHERE metric = ${METRICS.online.code}) AS online_at,
    max(value) FILTER (WHERE metric = ${METRICS.battery.code}) AS battery,
    max(value) FILTER (WHERE metric = ${METRICS.signal.code}) AS signal
  FROM source_value GROUP BY source_id
)
SELECT o.id, o.vendor, o.external_id, o.name, model.value AS model,
  s.id AS space_id, coalesce(s.name, s.vendor_name) AS space_name,
  fl.id AS floor_id, coalesce(fl.name, fl.vendor_name) AS floor_name,
  si.id AS site_id, coalesce(si.name, si.vendor_name) AS site_name, si.time_zone,
  l.heard_at, l.online, l.online_at, o.expected_interval_ms AS expected_ms, l.battery, l.signal,
  floor(extract(epoch FROM beat.gap) * 1000)::float8 AS beat_ms
FROM source o
LEFT JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL
LEFT JOIN space s ON s.id = a.space_id
LEFT JOIN up uf ON uf.space_id = s.id AND uf.kind = 'floor'
LEFT JOIN space fl ON fl.id = uf.id
LEFT JOIN up us ON us.space_id = s.id AND us.kind = 'site'
LEFT JOIN space si ON si.id = us.id
LEFT JOIN latest l ON l.source_id = o.id
LEFT JOIN source_fact model ON model.source_id = o.id AND model.name = 'type'
LEFT JOIN LATERAL (
  SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY gap) AS gap FROM (
    SELECT beat.observed_at - lag(beat.observed_at) OVER (ORDER BY beat.observed_at) AS gap FROM (
      SELECT observed_at FROM reading r
      WHERE r.source_id = o.id AND r.metric = ${METRICS.signal.code} AND r.observed_at > now() - interval '2 days'
      ORDER BY r.observed_at DESC LIMIT 12) beat) gaps
  WHERE gap > interval '30 s') beat ON l.signal IS NOT NULL
WHERE o.kind = ANY($3) AND ($4::text IS NULL OR o.vendor = $4)
  AND ($1::int[] IS NULL OR s.id IN (SELECT id FROM mine) OR (s.id IS NULL AND $2))
  AND ($5::int IS NULL OR fl.id = $5) AND ($6::int IS NULL OR si.id = $6)
  AND o.ignored_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM source_fact f WHERE f.source_id = o.id AND f.name = 'removed' AND f.value = 'true')
ORDER BY o.id LIMIT $7`;

/** Which devices exist for somebody. */
export interface DeviceReach {
  /** Ids of sites; null for all. */
  readonly sites: readonly number[] | null;
  /** Also those that stand nowhere yet? */
  readonly waiting: boolean;
}

/** Every device within reach, by id, at most 20,000: its health as of `now` (ms). */
export async function readDevices(
  query: Pick<DeviceQuery, "vendor" | "floor" | "site">,
  { sites, waiting }: DeviceReach,
  now: number,
  db: Database = database(),
): Promise<Device[]> {
  const id = (text: string | undefined) => (text === undefined ? null : (parseId(text) ?? -1));
  const values = [sites, waiting, KINDS, query.vendor ?? null, id(query.floor), id(query.site), MOST_DEVICES];
  const { rows } = await db.read.query<Row>({ name: "devices", text: READ_DEVICES, values });
  return rows.map((row) => device(row, now));
}

/** A fact is JSON as text; jsonb would refuse some of what vendors may send. */
function modelOf(fact: string | null): string | null {
  const value: unknown = fact === null ? null : JSON.parse(fact);
  return typeof value === "string" ? shown(value) : null;
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null;
const named = (id: number | null, name: string | null) =>
  id === null ? null : { id: String(id), name: shown(name ?? "") };

function device(row: Row, now: number): Device {
  const intervalMs = row.expected_ms ?? row.beat_ms;
  const facts = {
    vendor: row.vendor,
    heardAt: row.heard_at?.getTime() ?? null,
    isOnline: row.online === null ? null : row.online > 0,
    onlineAt: row.online_at?.getTime() ?? null,
    intervalMs,
  };
  const { state, since } = deviceState(facts, now);
  const site = named(row.site_id, row.site_name);
  return {
    id: String(row.id),
    name: shown(row.name ?? row.external_id),
    vendor: row.vendor,
    model: modelOf(row.model),
    externalId: row.external_id,
    space: named(row.space_id, row.space_name),
    floor: named(row.floor_id, row.floor_name),
    site: site && { ...site, timeZone: row.time_zone ?? "UTC" },
    state,
    since: since === null ? null : new Date(since).toISOString(),
    lastHeardAt: iso(row.heard_at),
    intervalMs: intervalMs === null ? null : Math.round(intervalMs),
    battery: row.battery,
    batteryClass: batteryClass(row.battery),
    signal: row.signal,
  };
}
