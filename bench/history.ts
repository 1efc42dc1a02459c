import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { DateTime } from "luxon";
import type { Actor } from "@/lib/auth/actor";
import { FigureQuery, HeatmapQuery, SeriesQuery } from "@/lib/core/space-metrics";
import { type Database, openDatabase } from "@/lib/db/database";
import { keepPartitions } from "@/lib/db/partitions";
import { startEmbeddedDatabase } from "@/lib/postgres/embedded-database";
import { migrate } from "@/lib/postgres/migrate";
import { readFigures } from "@/lib/services/history/read-figures";
import { readHeatmap } from "@/lib/services/history/read-heatmap";
import { readSeries } from "@/lib/services/history/read-series";
import { rollUp } from "@/lib/services/rollups/roll-up";
import { type Figure, figure, median } from "./figure";
import { type Filled, fill } from "./history/fill";

interface Options {
  readonly readings: number;
  readonly rooms: number;
  readonly runs: number;
}

export function historyOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      readings: { type: "string", default: "2000000" },
      rooms: { type: "string", default: "200" },
      runs: { type: "string", default: "15" },
    },
  });
  return { readings: Number(values.readings), rooms: Number(values.rooms), runs: Number(values.runs) };
}

const BENCH: Actor = {
  userId: "bench",
  name: "Bench",
  email: "bench@example.com",
  role: "admin",
  sites: null,
  scopes: null,
  sessionId: "bench",
  address: null,
};

const quick = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "8GB" };

/** How long questions about history take on a database of so many readings. */
export async function benchHistory(options: Options): Promise<Figure[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "bench-history-"));
  const postgres = await startEmbeddedDatabase({ dataDir, log: () => undefined, settings: quick });
  try {
    const migrationsDir = path.resolve("prisma/migrations");
    await migrate({ databaseUrl: postgres.url, migrationsDir, log: () => undefined });
    const db = openDatabase(postgres.url, () => undefined);
    try {
      return await measured(db, options);
    } finally {
      await db.close();
    }
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measured(db: Database, { readings, rooms, runs }: Options): Promise<Figure[]> {
  const now = Date.now();
  await keepPartitions(db.read, new Date(now), () => undefined);
  console.log(`filling ${readings.toLocaleString("en")} readings of ${rooms} rooms …`);
  const filled = await fill(db.url, readings, rooms, now);
  console.log("working out the rollups …");
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const hours = await rollUp(db, now);
  const seconds = (performance.now() - began) / 1_000;
  const used = process.cpuUsage(cpu);
  await db.read.query("VACUUM ANALYZE rollup_hour, rollup_day");
  return [
    figure("history readings", filled.readings, "readings"),
    figure("history rollups, all of it", seconds, "s"),
    figure("history rollups, of this process", (used.user + used.system) / hours, "µs CPU per hour of a room"),
    ...(await questions(db, filled, runs, now)),
  ];
}

async function questions(db: Database, { siteId, roomIds }: Filled, runs: number, now: number): Promise<Figure[]> {
  const day = (ago: number) => DateTime.fromMillis(now, { zone: "Europe/Oslo" }).minus({ days: ago }).toISODate();
  const month = { spaces: String(roomIds[0]), from: day(30), to: day(0), hours: "all" };
  const week = { within: String(siteId), from: day(7), to: day(1) };
  const line = SeriesQuery.parse({ ...month, metric: "average" });
  const points = (await readSeries(line, BENCH, db, now)).lines[0]?.points.length ?? 0;
  const timed = async (name: string, limit: number, work: () => Promise<unknown>) => {
    for (let i = 0; i < 3; i++) await work();
    const times: number[] = [];
    for (let i = 0; i < runs; i++) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    return figure(`history ${name}`, median(times), "ms", limit);
  };
  const heatmap = (metric: string) => () => readHeatmap(HeatmapQuery.parse({ ...week, metric }), BENCH, db, now);
  const rooms = roomIds.length;
  return [
    figure("history points of 1 room × 30 days", points, "points", 500),
    await timed("1 room × 30 days, line", 50, () => readSeries(line, BENCH, db, now)),
    await timed("1 room × 30 days, figures", 50, () => readFigures(FigureQuery.parse(month), BENCH, db, now)),
    await timed(`${rooms} rooms × 7 days, heatmap of time used`, 300, heatmap("timeUsedPercent")),
    await timed(`${rooms} rooms × 7 days, heatmap of averages`, 300, heatmap("average")),
    await timed(`${rooms} rooms × 7 days, heatmap of simultaneous peaks`, 300, heatmap("peak")),
    await timed(`${rooms} rooms × 7 days, figures`, 300, () => readFigures(FigureQuery.parse(week), BENCH, db, now)),
    await timed(`${rooms} rooms × 30 days with today, figures`, 300, () =>
      readFigures(FigureQuery.parse({ ...week, from: day(30), to: day(0) }), BENCH, db, now),
    ),
  ];
}
