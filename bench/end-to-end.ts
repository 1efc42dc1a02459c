import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { freePort } from "@/lib/demo/free-port";
import { type App, buildWhenNeeded, signIn, startApp, WEBHOOK_KEY, WEBHOOK_PATH } from "./app-under-test";
import { type BenchProcess, startBenchProcess } from "./bench-process";
import type { LoadPlan } from "./end-to-end/load-plan";
import type { SendReply, SendRequest } from "./end-to-end/open-loop-sender";
import type { CollectReply, ViewersRequest } from "./end-to-end/socket-viewers";
import { type Figure, figure, median, printFigures } from "./figure";
import { LatencyHistogram } from "./latency-histogram";

interface Options {
  readonly events: number;
  readonly sockets: number;
  readonly floors: number;
  readonly rooms: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly processes: number;
}

interface Round {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly ackP50: number;
  readonly ackP99: number;
  readonly missing: number;
  readonly failed: number;
}

const WARM_UP_S = 3;
const CONNECTIONS = 64;
const P99_LIMIT_MS = 80;

export function endToEndOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const options = {
    events: text,
    sockets: text,
    floors: text,
    rooms: text,
    seconds: text,
    rounds: text,
    processes: text,
  };
  const { values } = parseArgs({ args, options });
  return {
    events: Number(values.events ?? 1_000),
    sockets: Number(values.sockets ?? 500),
    floors: Number(values.floors ?? 20),
    rooms: Number(values.rooms ?? 1_000),
    seconds: Number(values.seconds ?? 15),
    rounds: Number(values.rounds ?? 3),
    processes: Number(values.processes ?? 1),
  };
}

/** Events at a fixed rate in, frames out to every open socket: how old is what a browser has just read? */
export async function benchEndToEnd(options: Options): Promise<Figure[]> {
  await buildWhenNeeded();
  const dataDir = mkdtempSync(path.join(tmpdir(), "occupancy-bench-"));
  const port = await freePort(4200);
  const app = startApp({ port, database: { DATA_DIR: dataDir }, logFile: path.join(dataDir, "app.log") });
  const sender = startBenchProcess(path.join(import.meta.dirname, "end-to-end/open-loop-sender.ts"));
  const viewers = Array.from({ length: options.processes }, () =>
    startBenchProcess(path.join(import.meta.dirname, "end-to-end/socket-viewers.ts")),
  );
  try {
    await app.ready();
    const load = (plan: LoadPlan) =>
      sender.ask<SendReply>({
        port,
        path: WEBHOOK_PATH,
        key: WEBHOOK_KEY,
        connections: CONNECTIONS,
        plan,
      } satisfies SendRequest);
    await load(planOf({ ...options, seconds: 0 }, options.rooms));
    await openViewers(app, viewers, options);
    const rounds: Round[] = [];
    for (let i = 0; i < options.rounds; i++) rounds.push(await measure(options, load, viewers));
    return figures(rounds, options);
  } finally {
    for (const child of [sender, ...viewers]) await child.end();
    await app.kill("SIGTERM");
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function planOf(options: Options, warmUpEvents = WARM_UP_S * options.events): LoadPlan {
  return {
    startAt: Date.now() + 500,
    perSecond: options.events,
    events: warmUpEvents + options.seconds * options.events,
    measuredFrom: warmUpEvents,
    rooms: options.rooms,
    floors: options.floors,
  };
}

async function openViewers(app: App, viewers: readonly BenchProcess[], options: Options): Promise<void> {
  const cookie = await signIn(app.url);
  const answer = await fetch(`${app.url}/api/floors`, { headers: { cookie } });
  const { items } = (await answer.json()) as { items: { id: string; name: string }[] };
  const floorIds = items.sort((a, b) => a.name.localeCompare(b.name)).map((floor) => floor.id);
  const sockets = options.sockets / viewers.length;
  for (const child of viewers)
    await child.ask({ kind: "open", url: app.url, cookie, floorIds, sockets } satisfies ViewersRequest);
}

async function measure(
  options: Options,
  load: (plan: LoadPlan) => Promise<SendReply>,
  viewers: readonly BenchProcess[],
): Promise<Round> {
  const plan = planOf(options);
  const collecting = viewers.map((child) =>
    child.ask<CollectReply>({ kind: "collect", plan } satisfies ViewersRequest),
  );
  const sent = await load(plan);
  const collected = await Promise.all(collecting);
  const latency = new LatencyHistogram();
  for (const each of collected) latency.merge(LatencyHistogram.from(each.latencies));
  const acks = LatencyHistogram.from(sent.acks);
  const sum = (pick: (reply: CollectReply) => number) => collected.reduce((total, reply) => total + pick(reply), 0);
  const round = {
    p50: latency.quantile(0.5),
    p95: latency.quantile(0.95),
    p99: latency.quantile(0.99),
    ackP50: acks.quantile(0.5),
    ackP99: acks.quantile(0.99),
    missing: sum((reply) => reply.missing),
    failed: sent.failed,
  };
  const framesPerSecond = sum((reply) => reply.frames) / (plan.events / plan.perSecond);
  console.log(
    `  p50 ${round.p50}  p95 ${round.p95}  p99 ${round.p99} ms  ack ${round.ackP50}/${round.ackP99} ms  missing ${round.missing}  failed ${round.failed}  ${framesPerSecond.toFixed(0)} frames/s  viewers ${(sum((r) => r.cpu) * 100).toFixed(0)} %, sender ${(sent.cpu * 100).toFixed(0)} % of a core; ${latency.total} of ${options.seconds * options.events * (options.sockets / options.floors)} views`,
  );
  await sleep(500);
  return round;
}

function figures(rounds: readonly Round[], { events, sockets, floors }: Options): Figure[] {
  const name = (what: string) =>
    `end to end, ${events} events/s to ${sockets} sockets on ${floors} floor${floors > 1 ? "s" : ""}: ${what}`;
  const middle = (pick: (round: Round) => number) => median(rounds.map(pick));
  const most = (pick: (round: Round) => number) => Math.max(...rounds.map(pick));
  return [
    figure(
      name("p50"),
      middle((r) => r.p50),
      "ms",
    ),
    figure(
      name("p95"),
      middle((r) => r.p95),
      "ms",
    ),
    figure(
      name("p99"),
      middle((r) => r.p99),
      "ms",
      P99_LIMIT_MS,
    ),
    figure(
      name("ack p50"),
      middle((r) => r.ackP50),
      "ms",
    ),
    figure(
      name("ack p99"),
      middle((r) => r.ackP99),
      "ms",
    ),
    figure(
      name("missing final states"),
      most((r) => r.missing),
      "states",
      0,
    ),
    figure(
      name("failed requests"),
      most((r) => r.failed),
      "requests",
      0,
    ),
  ];
}

if (process.argv[1] === import.meta.filename) {
  printFigures("End to end", await benchEndToEnd(endToEndOptions(process.argv.slice(2))));
}
