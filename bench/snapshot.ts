import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { Pool } from "pg";
import { packFloor, packFrame } from "@/lib/core/packed-floor";
import { openDatabase } from "@/lib/db/database";
import { readFloorFrames, readFloorSnapshot } from "@/lib/db/floor-repository";
import { startEmbeddedDatabase } from "@/lib/postgres/embedded-database";
import { migrate } from "@/lib/postgres/migrate";
import { type Figure, figure, median } from "./figure";

/** As many spaces as one floor may have, each with what sensors say of it: a sixth rooms, the rest desks. */
const FILL = `
INSERT INTO space (id, kind, vendor_name, time_zone) VALUES (1, 'site', 'Riverside', 'Europe/Oslo');
INSERT INTO space (id, kind, vendor_name, parent_id) VALUES (2, 'building', 'Alder House', 1), (3, 'floor', 'Level 1', 2);
INSERT INTO floor_feed (floor_id, "offset") VALUES (3, 1000);
INSERT INTO space_type (id, name, kind, capacity, hold_minutes) VALUES
  (1, 'Meeting room', 'room', 8, NULL), (2, 'Desk', 'desk', 1, 15);
INSERT INTO space (id, kind, vendor_name, parent_id, type_id)
SELECT 10 + i, (CASE WHEN i % $EACH = 0 THEN 'room' ELSE 'desk' END)::space_kind,
       CASE WHEN i % $EACH = 0 THEN 'Room ' ELSE 'Desk ' END || i, 3, CASE WHEN i % $EACH = 0 THEN 1 ELSE 2 END
FROM generate_series(1, $SPACES) i;
INSERT INTO floor_member (floor_id, space_id, "offset") SELECT 3, id, id FROM space WHERE id > 10;
INSERT INTO source (id, vendor, kind, external_id, name, expected_interval_ms)
SELECT id, CASE WHEN kind = 'room' THEN 'butlr' ELSE 'disruptive' END, CASE WHEN kind = 'room' THEN 'room' ELSE 'device' END,
       md5(id::text), vendor_name, CASE WHEN kind = 'room' THEN 60000 END FROM space WHERE id > 10;
INSERT INTO assignment (source_id, space_id, starts_at, created_at)
SELECT id, id, '2026-01-01', now() - interval '40 days' - id * interval '1.317 seconds' FROM source;
INSERT INTO source_value (source_id, metric, value, observed_at, version, received_at, band, band_since, shown_at)
SELECT o.id, m.code, CASE m.code WHEN 1 THEN abs(hashint4(o.id)) % 9 WHEN 21 THEN sign(abs(hashint4(o.id)) % 40) WHEN 22 THEN 87
         WHEN 23 THEN abs(hashint4(o.id)) % 100 ELSE abs(hashint4(o.id)) % 2 END,
       moment.observed_at, 0, moment.observed_at + interval '1.312 seconds', 1, moment.band_since, now()
FROM source o JOIN (VALUES ('butlr', 1), ('disruptive', 3), ('disruptive', 21), ('disruptive', 22), ('disruptive', 23)) m(vendor, code)
  ON m.vendor = o.vendor
CROSS JOIN LATERAL (SELECT
  CASE WHEN o.vendor = 'butlr' THEN date_trunc('minute', now()) ELSE now() - (abs(hashint4(o.id)) % 900000) * interval '1 ms' END AS observed_at,
  now() - (abs(hashint4(o.id + 7)) % 7200000) * interval '1 ms' AS band_since) moment;
INSERT INTO booking (vendor, external_id, source_id, starts_at, ends_at)
SELECT 'zoom', o.id || '/' || i, o.id, date_trunc('hour', now()) + (i + 1) * interval '1 hour', date_trunc('hour', now()) + (i + 2) * interval '1 hour'
FROM source o CROSS JOIN generate_series(1, 2) i WHERE o.vendor = 'butlr' AND o.id % 12 = 4;
ANALYZE;`;

const WARM_UP = 10;

/** What a floor of 1,000 spaces costs the server: the snapshot as it is sent, and a frame of a tenth of it. */
export async function benchSnapshot(args: string[]): Promise<Figure[]> {
  return [...(await benchMix(args, "rooms")), ...(await benchMix(args, "rooms and desks"))];
}

/** Every how manieth space is a room. */
const EACH = { rooms: 1, "rooms and desks": 6 };

async function benchMix(args: string[], mix: keyof typeof EACH): Promise<Figure[]> {
  const { values } = parseArgs({
    args,
    options: { spaces: { type: "string", default: "1000" }, rounds: { type: "string", default: "60" } },
  });
  const [spaces, rounds] = [Number(values.spaces), Number(values.rounds)];
  const dataDir = mkdtempSync(path.join(tmpdir(), "bench-snapshot-"));
  const server = await startEmbeddedDatabase({ dataDir, log: () => undefined });
  try {
    const migrationsDir = path.join(import.meta.dirname, "../prisma/migrations");
    await migrate({ databaseUrl: server.url, migrationsDir, log: () => undefined });
    const db = openDatabase(server.url, () => undefined);
    try {
      await fill(db.read, spaces, EACH[mix]);
      const snapshot = async () => {
        const floor = await readFloorSnapshot("3", db);
        return floor ? JSON.stringify(packFloor(floor)) : "";
      };
      const cursor = { floorId: 3, epoch: await epochOf(db.read), offset: spaces - Math.ceil(spaces / 10) + 10 };
      const frame = async () => JSON.stringify((await readFloorFrames([cursor], db)).map(packFrame));
      const body = await snapshot();
      return [
        figure(`${mix}: snapshot, median`, await timed(snapshot, rounds), "ms", 40),
        figure(`${mix}: snapshot, gzip`, gzipSync(body).length / 1000, "kB", 25),
        figure(`${mix}: snapshot, plain`, body.length / 1000, "kB"),
        figure(`${mix}: frame of a tenth, median`, await timed(frame, rounds), "ms"),
      ];
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(pool: Pool, spaces: number, each: number): Promise<void> {
  await pool.query(FILL.replaceAll("$SPACES", String(spaces)).replaceAll("$EACH", String(each)));
}

async function epochOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ epoch: string }>("SELECT epoch FROM feed_epoch");
  return rows[0]?.epoch ?? "";
}

async function timed(work: () => Promise<unknown>, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds + WARM_UP; i++) {
    const from = performance.now();
    await work();
    if (i >= WARM_UP) times.push(performance.now() - from);
  }
  return median(times);
}
