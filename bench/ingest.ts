import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { freePort } from "@/lib/demo/free-port";
import { startEmbeddedDatabase } from "@/lib/postgres/embedded-database";
import { migrate } from "@/lib/postgres/migrate";
import { createScratchDatabase, databaseUrl } from "@/lib/postgres/scratch-database";
import { buildWhenNeeded, PROJECT_DIR, startApp, WEBHOOK_KEY, WEBHOOK_PATH } from "./app-under-test";
import { type BenchProcess, startBenchProcess } from "./bench-process";
import { cpuMsOfFamily } from "./cpu-time";
import { type Figure, figure, median, printFigures } from "./figure";
import type { LimitReply, LimitRequest } from "./ingest/limit-server";
import type { LoadReply, LoadRequest } from "./ingest/load-generator";
import { startNaiveServer } from "./ingest/naive-server";
import { SECRETS, type SignedVendor } from "./signed-event-bytes";

interface Door {
  readonly name: string;
  readonly vendor: "butlr" | SignedVendor;
  readonly port: number;
  readonly path: string;
  readonly pid: number;
}

/** One door for some seconds: what the generator saw, and what an event cost, µs of computing. */
interface Round extends LoadReply {
  readonly server: number;
  readonly postgres: number;
}

interface Options {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: readonly number[];
  readonly doors: readonly string[];
}

const ROOMS = 1_000;
const ROOMS_PER_FLOOR = 50;
const silent = () => undefined;

const SIGNED: readonly SignedVendor[] = ["disruptive", "zoom"];
const DOORS = [
  "fast door",
  "limit",
  "next door",
  "naive",
  "readings only naive",
  ...SIGNED.flatMap((v) => [`${v} fast door`, `${v} limit`]),
];

export function ingestOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { rounds: text, seconds: text, connections: text, doors: text } });
  return {
    rounds: Number(values.rounds ?? 5),
    seconds: Number(values.seconds ?? 4),
    connections: (values.connections ?? "64,256").split(",").map(Number),
    doors: (values.doors ?? DOORS.join(",")).split(","),
  };
}

/** Our doors, their limits and the naive way on one PostgreSQL, in turns; each figure is the median of its rounds. */
export async function benchIngest(options: Options): Promise<Figure[]> {
  await buildWhenNeeded();
  const dataDir = mkdtempSync(path.join(tmpdir(), "occupancy-bench-"));
  const closers: (() => Promise<unknown>)[] = [];
  try {
    const opened = await openDoors(dataDir, closers);
    const doors = opened.doors.filter((door) => options.doors.includes(door.name));
    const rounds = await measure({ ...opened, doors }, options);
    return figures(rounds, options);
  } finally {
    for (const close of closers.reverse()) await close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function openDoors(dataDir: string, closers: (() => Promise<unknown>)[]) {
  const database = await startEmbeddedDatabase({ dataDir, log: silent });
  closers.push(database.stop);
  const scratch = async () => {
    const made = await createScratchDatabase(database.superuserUrl, { owner: new URL(database.url).username });
    return databaseUrl(database.url, made.name);
  };
  const logFile = path.join(dataDir, "app.log");
  const port = await freePort(4100);
  const app = startApp({ port, database: { DATABASE_URL: database.url }, logFile });
  closers.push(() => app.kill("SIGTERM"));
  await app.ready();
  const plainPort = await freePort(port + 1);
  const plain = startApp({ port: plainPort, database: { DATABASE_URL: database.url }, logFile, plainNext: true });
  closers.push(() => plain.kill("SIGKILL"));
  await plain.ready();
  const naiveUrl = await scratch();
  await migrate({ databaseUrl: naiveUrl, migrationsDir: path.join(PROJECT_DIR, "prisma/migrations"), log: silent });
  await knowRooms(naiveUrl);
  const naive = await startNaiveServer(await freePort(plainPort + 1), naiveUrl);
  closers.push(naive.stop);
  const limit = childOf("ingest/limit-server.ts", closers);
  const limitRequest: LimitRequest = { url: await scratch(), key: WEBHOOK_KEY, ...SECRETS };
  const { port: limitPort } = await limit.ask<LimitReply>(limitRequest);
  const doors: Door[] = [
    { name: "fast door", vendor: "butlr", port, path: WEBHOOK_PATH, pid: app.pid },
    { name: "limit", vendor: "butlr", port: limitPort, path: "/", pid: limit.pid },
    { name: "next door", vendor: "butlr", port: plainPort, path: WEBHOOK_PATH, pid: plain.pid },
    { name: "naive", vendor: "butlr", port: naive.port, path: "/api/naive", pid: naive.pid },
    {
      name: "readings only naive",
      vendor: "butlr",
      port: naive.port,
      path: "/api/naive?readings-only",
      pid: naive.pid,
    },
    ...SIGNED.flatMap((vendor): Door[] => [
      { name: `${vendor} fast door`, vendor, port, path: `/api/webhooks/${vendor}`, pid: app.pid },
      { name: `${vendor} limit`, vendor, port: limitPort, path: `/${vendor}`, pid: limit.pid },
    ]),
  ];
  const generator = childOf("ingest/load-generator.ts", closers);
  return { doors, generator, postmaster: postmasterPid(dataDir), mapSources: () => run(database.url, MAP_SOURCES) };
}

/** The naive way is not made to look rooms up: it takes the number in their id for the row's. */
const knowRooms = (url: string) =>
  run(
    url,
    `INSERT INTO source (id, vendor, kind, external_id) SELECT i, 'butlr', 'room', i::text FROM generate_series(0, ${ROOMS}) i`,
  );

const postmasterPid = (dataDir: string) =>
  Number.parseInt(readFileSync(path.join(dataDir, "postgres/cluster/postmaster.pid"), "utf8"), 10);

/** Devices and Zoom appliances stand in the rooms that Butlr named, as an admin would have said. */
const MAP_SOURCES = `
INSERT INTO assignment (source_id, space_id, starts_at)
SELECT o.id, a.space_id, 'epoch' FROM source o
JOIN source b ON b.vendor = 'butlr' AND b.kind = 'room' AND right(b.external_id, 6) = substring(o.external_id FROM '[0-9]{6}(?=/|$)')
JOIN assignment a ON a.source_id = b.id AND a.ends_at IS NULL
WHERE (o.vendor, o.kind) IN (('disruptive', 'device'), ('zoom', 'sensor'))
  AND NOT EXISTS (SELECT 1 FROM assignment x WHERE x.source_id = o.id)`;

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function childOf(file: string, closers: (() => Promise<unknown>)[]): BenchProcess {
  const child = startBenchProcess(path.join(import.meta.dirname, file));
  closers.push(child.end);
  return child;
}

type Rounds = Map<string, Round[]>;

interface Opened {
  readonly doors: readonly Door[];
  readonly generator: BenchProcess;
  readonly postmaster: number;
  readonly mapSources: () => Promise<void>;
}

async function measure({ doors, generator, postmaster, mapSources }: Opened, options: Options): Promise<Rounds> {
  const rounds: Rounds = new Map();
  let first = 0;
  const load = async (door: Door, connections: number, seconds: number, events = 1e9): Promise<Round> => {
    const rooms = { rooms: ROOMS, roomsPerFloor: ROOMS_PER_FLOOR };
    const origin = Date.now();
    const request: LoadRequest = { ...door, key: WEBHOOK_KEY, connections, seconds, events, first, origin, ...rooms };
    const before = [cpuMsOfFamily(door.pid), cpuMsOfFamily(postmaster)] as const;
    const reply = await generator.ask<LoadReply>(request);
    const perEvent = (pid: number, from: number) => ((cpuMsOfFamily(pid) - from) * 1000) / reply.answered;
    first = Math.ceil(reply.next / ROOMS) * ROOMS;
    return { ...reply, server: perEvent(door.pid, before[0]), postgres: perEvent(postmaster, before[1]) };
  };
  for (const door of doors) await load(door, 16, 30, 2 * ROOMS); // every room is known before anything is timed
  await mapSources();
  for (const door of doors) await load(door, 64, 2);
  for (let round = 0; round < options.rounds; round++) {
    for (const connections of options.connections) {
      for (const door of doors) {
        const measured = await load(door, connections, options.seconds);
        const key = `${door.name}, ${connections} connections`;
        rounds.set(key, [...(rounds.get(key) ?? []), measured]);
        printRound(key, measured);
      }
    }
  }
  return rounds;
}

/** The generator's share of an event, µs. */
const generatorUs = ({ cpu, perSecond }: Round) => (cpu * 1e6) / perSecond;

function printRound(key: string, round: Round): void {
  const { perSecond, p50, p99, failed, cpu, server, postgres } = round;
  const costs = `µs/event: server ${server.toFixed(0)}, PostgreSQL ${postgres.toFixed(0)}, generator ${generatorUs(round).toFixed(0)}`;
  console.log(
    `  ${key.padEnd(34)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50} ms  p99 ${p99} ms  failed ${failed}  ${costs} (${(cpu * 100).toFixed(0)} % of a core)`,
  );
}

/** Computing of one event in all processes, µs: on a machine that is busy with nothing else, its cores ÷ this is the rate. */
const costOf = (round: Round) => round.server + round.postgres + generatorUs(round);

function figures(rounds: Rounds, { connections }: Options): Figure[] {
  const of = (door: string, c: number, what: (round: Round) => number) =>
    median((rounds.get(`${door}, ${c} connections`) ?? []).map(what));
  const rate = (door: string, c: number) => of(door, c, (round) => round.perSecond);
  return connections.flatMap((c) => {
    const found = [...rounds.keys()].filter((key) => key.endsWith(`, ${c} connections`));
    const doors = found.map((key) => key.slice(0, key.indexOf(",")));
    /** "zoom fast door" is held against "zoom limit". */
    const limitOf = (door: string) => door.replace(/(fast door|next door|(readings only )?naive)$/, "limit");
    const heldTo = (door: string, what: (round: Round) => number) =>
      door.endsWith("limit") ? null : of(limitOf(door), c, what);
    const failed = found.flatMap((key) => rounds.get(key) ?? []).reduce((sum, r) => sum + r.failed, 0);
    return [
      ...doors.map((door) => {
        const name = `ingest ${door}, ${c} connections`;
        return figure(
          name,
          rate(door, c),
          "events/s",
          heldTo(door, (round) => round.perSecond),
        );
      }),
      ...doors.map((door) => {
        const name = `ingest ${door}, ${c} connections, computing`;
        return figure(name, of(door, c, costOf), "µs/event", heldTo(door, costOf));
      }),
      figure(`ingest fast door over naive, ${c} connections`, rate("fast door", c) / rate("naive", c), "times", 20),
      figure(
        `ingest fast door over readings only naive, ${c} connections`,
        rate("fast door", c) / rate("readings only naive", c),
        "times",
      ),
      figure(`ingest limit over naive, ${c} connections`, rate("limit", c) / rate("naive", c), "times"),
      figure(`ingest failed requests, ${c} connections`, failed, "requests", 0),
    ];
  });
}

if (process.argv[1] === import.meta.filename) {
  printFigures("Ingest", await benchIngest(ingestOptions(process.argv.slice(2))));
}
