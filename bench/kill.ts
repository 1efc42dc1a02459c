import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { freePort } from "@/lib/demo/free-port";
import { buildWhenNeeded, signIn } from "./app-under-test";
import { type Figure, figure, printFigures } from "./figure";
import { type Check, checkDatabase, lostDeliveries } from "./kill/database-checks";
import { browseAs, type FloorViewer, openFloorViewer } from "./kill/floor-viewer";
import { killSchedule, type PlannedKill } from "./kill/kill-schedule";
import { createKillableApp, type KillableApp } from "./kill/killable-app";
import { createOracle } from "./kill/oracle";
import { FLOORS, type PlannedDelivery, planDeliveries } from "./kill/planned-deliveries";
import { startVendorSender, type VendorSender } from "./kill/vendor-sender";
import { untilViewsAgree, WITHIN_MS } from "./kill/views-agree";

interface Options {
  readonly seed: number;
  readonly deliveries: number;
  readonly appKills: number;
  readonly dbKills: number;
}

interface Run {
  readonly app: KillableApp;
  readonly sender: VendorSender;
  readonly viewers: readonly FloorViewer[];
  /** Acknowledged deliveries already found in the log. */
  readonly found: Set<string>;
  readonly lost: string[];
  readonly late: string[];
  slowestMs: number;
}

const VIEWERS = 10;

export function killOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { seed: text, deliveries: text, "app-kills": text, "db-kills": text, short: { type: "boolean" } },
  });
  const [deliveries, appKills, dbKills] = values.short ? [6_000, 4, 1] : [50_000, 20, 5];
  return {
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    deliveries: Number(values.deliveries ?? deliveries),
    appKills: Number(values["app-kills"] ?? appKills),
    dbKills: Number(values["db-kills"] ?? dbKills),
  };
}

/** Kills the app and its database under load and then asks the database, an oracle and ten browsers what is left. */
export async function benchKill(options: Options): Promise<{ figures: Figure[]; failed: number }> {
  await buildWhenNeeded();
  console.log(
    `kill: seed ${options.seed}, ${options.deliveries} deliveries, ${options.appKills} app and ${options.dbKills} database kills`,
  );
  const dataDir = mkdtempSync(path.join(tmpdir(), "occupancy-kill-"));
  const app = createKillableApp(dataDir, await freePort(4300));
  try {
    app.start();
    await app.ready();
    const checks = await killAndCheck(app, planDeliveries(options.seed, options.deliveries, Date.now()), options);
    return report(checks, options);
  } finally {
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function killAndCheck(app: KillableApp, deliveries: readonly PlannedDelivery[], options: Options) {
  const schedule = killSchedule(options.seed, deliveries.length, options.appKills, options.dbKills);
  const sender = startVendorSender(Number(new URL(app.url).port), deliveries);
  const viewers = await openViewers(app);
  const run: Run = { app, sender, viewers, found: new Set(), lost: [], late: [], slowestMs: 0 };
  for (const kill of schedule) {
    while (sender.count < kill.after) await sleep(5);
    await sleep(kill.delayMs);
    await strike(run, kill);
  }
  await sender.done;
  const end = await app.look((database) => untilViewsAgree(database, viewers, "equal"));
  const oracle = createOracle(deliveries);
  const sent = { attempts: sender.attempts, acknowledged: sender.count };
  const database = await app.look((client) => checkDatabase(client, oracle, sent));
  for (const viewer of viewers) viewer.close();
  const checks: Check[] = [
    ...database,
    { name: "after each kill, every delivery acknowledged before it was there", problems: run.lost },
    { name: "no acknowledged delivery was taken for new when it came again", problems: sender.forgotten },
    { name: `every viewer equals the database within ${WITHIN_MS} ms of each recovery`, problems: run.late },
    { name: "at the end every viewer equals the database", problems: end.differences },
    { name: "no viewer ever went back or missed an offset", problems: viewers.flatMap((v) => v.faults) },
  ];
  return { checks, run };
}

/** A tenth of the run may pass before the first floor exists to be watched. */
async function openViewers(app: KillableApp): Promise<FloorViewer[]> {
  const cookie = await signIn(app.url);
  browseAs(app.url, cookie);
  let floorIds: string[] = [];
  while (floorIds.length < FLOORS) {
    const sql = "SELECT id::text FROM space WHERE kind = 'floor' ORDER BY id";
    floorIds = (await app.look((client) => client.query<{ id: string }>(sql))).rows.map((row) => row.id);
    await sleep(20);
  }
  return Array.from({ length: VIEWERS }, (_, i) => openFloorViewer(app.url, cookie, floorIds[i % FLOORS] ?? ""));
}

async function strike(run: Run, kill: PlannedKill): Promise<void> {
  const { app, sender, viewers } = run;
  const acknowledged = [...sender.acknowledged];
  if (kill.victim === "database") await app.killDatabase();
  else {
    await app.killApp();
    app.start();
    if (kill.againMs !== null) {
      await sleep(kill.againMs);
      await app.killApp();
      app.start();
    }
  }
  await app.ready();
  const reached = await app.look((client) => untilViewsAgree(client, viewers, "reached"));
  await sender.pause();
  await app.look(async (client) => {
    const atRest = await untilViewsAgree(client, viewers, "equal");
    run.slowestMs = Math.max(run.slowestMs, reached.tookMs, atRest.tookMs);
    run.late.push(...reached.differences, ...atRest.differences);
    run.lost.push(
      ...(await lostDeliveries(
        client,
        acknowledged.filter((key) => !run.found.has(key)),
      )),
    );
    for (const key of acknowledged) run.found.add(key);
    const victim = kill.againMs === null ? kill.victim : "app, twice";
    console.log(
      `  ${victim} killed at ${kill.after}: viewers caught up in ${reached.tookMs.toFixed(0)} ms under load, ${atRest.tookMs.toFixed(0)} ms at rest; ${sender.count} acknowledged`,
    );
  });
  sender.resume();
}

function report({ checks, run }: { checks: Check[]; run: Run }, options: Options) {
  const answers = [...run.sender.answers].map(([status, count]) => `${status || "no answer"}: ${count}`);
  console.log(`  ${run.sender.attempts} attempts; ${answers.join(", ")}`);
  for (const { name, problems } of checks) {
    console.log(
      `${problems.length === 0 ? "pass" : "FAIL"}  ${name}${problems.length > 0 ? ` (${problems.length})` : ""}`,
    );
    for (const problem of problems.slice(0, 5)) console.log(`        ${problem}`);
  }
  const failed = checks.filter((check) => check.problems.length > 0).length;
  if (failed > 0) console.log(`To see it again: npm run bench -- kill --seed ${options.seed}`);
  const figures = [
    figure("kill deliveries acknowledged", run.sender.count, "deliveries"),
    figure("kill acknowledged and lost", new Set([...run.lost, ...(checks[0]?.problems ?? [])]).size, "deliveries", 0),
    figure("kill slowest viewer after recovery", run.slowestMs, "ms", WITHIN_MS),
  ];
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  return { figures, failed };
}

if (process.argv[1] === import.meta.filename) {
  const { figures, failed } = await benchKill(killOptions(process.argv.slice(2)));
  if (!process.argv.includes("--short")) printFigures("Kill", figures);
  process.exit(failed > 0 ? 1 : 0);
}
