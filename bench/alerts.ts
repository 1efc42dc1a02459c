import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Pool } from "pg";
import { type AlertEngine, createAlertEngine } from "@/lib/alerts/engine";
import { AlertQuery } from "@/lib/core/alert-requests";
import { listAlerts } from "@/lib/db/alerts/alert-list";
import { seedRules } from "@/lib/db/alerts/rule-rows";
import { type Database, openDatabase } from "@/lib/db/database";
import { startEmbeddedDatabase } from "@/lib/postgres/embedded-database";
import { migrate } from "@/lib/postgres/migrate";
import { type Figure, figure, median } from "./figure";

/** Ten sites with a floor each; a Zoom Room with trouble per alert. */
const FILL = `
INSERT INTO space (id, kind, vendor_name, time_zone) SELECT i, 'site', 'Site ' || i, 'Europe/Oslo' FROM generate_series(1, 10) i;
INSERT INTO space (id, kind, vendor_name, parent_id) SELECT 10 + i, 'building', 'Building ' || i, i FROM generate_series(1, 10) i;
INSERT INTO space (id, kind, vendor_name, parent_id) SELECT 20 + i, 'floor', 'Floor ' || i, 10 + i FROM generate_series(1, 10) i;
INSERT INTO space (id, kind, vendor_name, parent_id) SELECT 100 + i, 'room', 'Room ' || i, 21 + i % 10 FROM generate_series(1, $ALERTS) i;
INSERT INTO floor_feed (floor_id, "offset") SELECT 20 + i, 1 FROM generate_series(1, 10) i;
INSERT INTO floor_member (floor_id, space_id, "offset") SELECT parent_id, id, 1 FROM space WHERE kind = 'room';
INSERT INTO source (id, vendor, kind, external_id, name) SELECT id, 'zoom', 'room', md5(id::text), vendor_name FROM space WHERE kind = 'room';
INSERT INTO assignment (source_id, space_id, starts_at) SELECT id, id, '2026-01-01' FROM source;
INSERT INTO signal (source_id, code, at, phase, severity, text, received_at)
SELECT id, 'zoom.alert.device-disconnected.camera', now() - (id % 500) * interval '1 min', 'raised',
       CASE id % 3 WHEN 0 THEN 'critical' WHEN 1 THEN 'major' ELSE 'minor' END, 'Selected camera has disconnected', now() FROM source;`;

/** What alerts cost: opening them all, looking when nothing is new, and the first page of the inbox. */
export async function benchAlerts(args: string[]): Promise<Figure[]> {
  const { values } = parseArgs({
    args,
    options: { alerts: { type: "string", default: "10000" }, rounds: { type: "string", default: "30" } },
  });
  const [alerts, rounds] = [Number(values.alerts), Number(values.rounds)];
  const dataDir = mkdtempSync(path.join(tmpdir(), "bench-alerts-"));
  const server = await startEmbeddedDatabase({ dataDir, log: () => undefined });
  try {
    const migrationsDir = path.join(import.meta.dirname, "../prisma/migrations");
    await migrate({ databaseUrl: server.url, migrationsDir, log: () => undefined });
    const db = openDatabase(server.url, () => undefined);
    try {
      await fill(db.read, alerts);
      return await measure(db, alerts, rounds);
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const engineOn = (db: Database): AlertEngine =>
  createAlertEngine({ pool: db.read, now: Date.now, readFeeds: async () => [], onPassed: console.error });

async function openAll(engine: AlertEngine): Promise<void> {
  while ((await engine.look()).isMore);
  for (let i = 0; i < 10; i++) await engine.look();
}

/** Rooms with so many open alerts. */
export async function fillAlerts(db: Database, alerts: number): Promise<void> {
  await fill(db.read, alerts);
  await openAll(engineOn(db));
  await db.read.query("ANALYZE");
}

async function fill(pool: Pool, alerts: number): Promise<void> {
  await seedRules(pool);
  for (const statement of FILL.replaceAll("$ALERTS", String(alerts)).split(";")) await pool.query(statement);
  await pool.query("ANALYZE");
}

async function measure(db: Database, alerts: number, rounds: number): Promise<Figure[]> {
  const engine = engineOn(db);
  const began = performance.now();
  await openAll(engine);
  const opening = performance.now() - began;
  await db.read.query("ANALYZE");
  const asking = { userId: "bench", reach: null, now: Date.now() };
  const page = (query: object) => () => listAlerts(db.read, AlertQuery.parse(query), asking);
  const { total } = await page({})();
  if (total !== alerts) throw new Error(`${total} alerts are open instead of ${alerts}`);
  const ten = async () => {
    await db.read.query("INSERT INTO alert_due (source_id) SELECT id FROM source ORDER BY id LIMIT 10");
    await engine.look();
  };
  return [
    figure(`${alerts} alerts: opened, each`, (1000 * opening) / alerts, "µs"),
    figure(`${alerts} alerts: nothing new, median`, await timed(engine.look, rounds), "ms"),
    figure(`${alerts} alerts: ten sources due, median`, await timed(ten, rounds), "ms"),
    figure(`${alerts} alerts: first page, median`, await timed(page({}), rounds), "ms", 100),
    figure(
      `${alerts} alerts: one site, critical, median`,
      await timed(page({ site: "3", severity: "critical" }), rounds),
      "ms",
    ),
    figure(`${alerts} alerts: searched, median`, await timed(page({ q: "room 77" }), rounds), "ms"),
  ];
}

async function timed(work: () => Promise<unknown>, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds + 5; i++) {
    const began = performance.now();
    await work();
    if (i >= 5) times.push(performance.now() - began);
  }
  return median(times);
}
