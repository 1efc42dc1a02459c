import "server-only";
import { shown } from "@/lib/core/space-row";
import type { StartState } from "@/lib/core/start";
import { database } from "./client";
import type { Database } from "./database";
import { summariseSources } from "./source-repository";

interface Row {
  site_id: number | null;
  site_name: string | null;
  time_zone: string | null;
  floor_id: number | null;
  floor_name: string | null;
  has_plan: boolean;
  has_deliveries: boolean;
  simulated: boolean;
}

const READ_START = `
SELECT s.id AS site_id, coalesce(s.name, s.vendor_name) AS site_name, s.time_zone,
  f.id AS floor_id, coalesce(f.name, f.vendor_name) AS floor_name,
  EXISTS (SELECT 1 FROM floor_plan p WHERE p.floor_id = f.id AND p.published IS NOT NULL) AS has_plan,
  EXISTS (SELECT 1 FROM delivery) AS has_deliveries,
  EXISTS (SELECT 1 FROM setting WHERE name = 'simulated' AND value = 'true') AS simulated
FROM (SELECT 1) one
LEFT JOIN LATERAL (
  SELECT * FROM space WHERE kind = 'site' AND archived_at IS NULL ORDER BY id LIMIT 1) s ON true
LEFT JOIN LATERAL (
  SELECT * FROM space WHERE kind = 'floor' AND archived_at IS NULL ORDER BY id LIMIT 1) f ON true`;

/** How far the first set-up has come, but for the simulator. */
export async function readStart(db: Database = database()): Promise<Omit<StartState, "simulator">> {
  const [{ rows }, { waiting }] = await Promise.all([
    db.read.query<Row>(READ_START),
    summariseSources({ sites: null, waiting: true }, db),
  ]);
  const row = rows[0];
  if (!row) throw new Error("A SELECT without FROM answered no row");
  return {
    site:
      row.site_id === null
        ? null
        : { id: String(row.site_id), name: shown(row.site_name ?? ""), timeZone: row.time_zone },
    floor:
      row.floor_id === null
        ? null
        : { id: String(row.floor_id), name: shown(row.floor_name ?? ""), hasPlan: row.has_plan },
    hasDeliveries: row.has_deliveries,
    waitingSources: waiting,
    simulated: row.simulated,
  };
}
