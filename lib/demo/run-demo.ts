import { readFileSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { startEmbeddedDatabase } from "@/lib/postgres/embedded-database";
import { migrate } from "@/lib/postgres/migrate";
import { demoFeed } from "@/lib/simulator/demo-feed";
import { startLiveFeed } from "@/lib/simulator/live-feed";
import { createWebhookPoster } from "@/lib/simulator/post-webhooks";
import { replayWeek } from "@/lib/simulator/replay-week";
import { demoBuilding, seedDemoBuilding } from "@/prisma/seed/demo-building";
import { type AppServer, startAppServer, waitUntilReady } from "./app-server";
import { buildApp, needsBuild } from "./build-app";
import { type DemoFolder, openDemoFolder } from "./demo-folder";
import { postOlderHistory, postRecentHistory } from "./demo-history";
import { freePort } from "./free-port";
import { introduceOffices } from "./real-offices";

export interface DemoSettings {
  readonly projectDir: string;
  readonly dataDir: string;
  readonly port: number;
}

const DEMO_EMAIL = "demo@example.com";

const MINUTE_MS = 60_000;

interface Run {
  readonly settings: DemoSettings;
  readonly folder: DemoFolder;
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
  /** Undone in reverse order when the demo ends. */
  readonly cleanups: (() => unknown)[];
}

/** Our own requests name the address, because "localhost" may lead to somebody else's IPv6 port. */
const LOOPBACK = "127.0.0.1";

/** Runs the demo until the signal aborts or something breaks. */
export async function runDemo(settings: DemoSettings, signal: AbortSignal): Promise<void> {
  const startedAt = Date.now();
  const log = (message: string) =>
    console.log(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${message}`);
  const run: Run = { settings, folder: openDemoFolder(settings.dataDir), signal, log, cleanups: [] };
  try {
    const [databaseUrl] = await Promise.all([openDatabase(run), build(run)]);
    signal.throwIfAborted();
    const { server, port } = await startServer(run, databaseUrl);
    await Promise.race([serve(run, port, databaseUrl), server.failure]);
  } finally {
    if (run.cleanups.length > 0) log("stopping");
    for (const cleanup of run.cleanups.reverse()) await cleanup();
  }
}

async function build({ settings, signal, log }: Run): Promise<void> {
  if (!needsBuild(settings.projectDir)) return log("the app is built already");
  log("building the app (only the first time, about half a minute)");
  await buildApp(settings.projectDir, signal);
  log("the app is built");
}

async function openDatabase({ settings, folder, log, cleanups }: Run): Promise<string> {
  const database = await startEmbeddedDatabase({ dataDir: folder.dataDir, log });
  cleanups.push(() => database.stop());
  const migrationsDir = path.join(settings.projectDir, "prisma/migrations");
  await migrate({ databaseUrl: database.url, migrationsDir, log: () => undefined });
  await withPrisma(database.url, seedDemoBuilding);
  log("the database is running and holds the demo building");
  return database.url;
}

async function startServer(run: Run, databaseUrl: string): Promise<{ server: AppServer; port: number }> {
  const { settings, folder, signal, log, cleanups } = run;
  const port = await freePort(settings.port);
  if (port !== settings.port) log(`port ${settings.port} is taken, using ${port}`);
  const server = startAppServer({
    projectDir: settings.projectDir,
    logFile: path.join(folder.dataDir, "app.log"),
    env: {
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: folder.dataDir,
      DATABASE_URL: databaseUrl,
      BOOTSTRAP_ADMIN_EMAIL: DEMO_EMAIL,
      BOOTSTRAP_ADMIN_PASSWORD: folder.secrets.adminPassword,
      BUTLR_WEBHOOK_KEY: folder.secrets.butlrKey,
      BUTLR_WEBHOOK_HEADER: "x-api-key",
    },
  });
  cleanups.push(() => server.stop());
  await Promise.race([waitUntilReady(`http://${LOOPBACK}:${port}`, signal), server.failure]);
  log("the server is ready");
  return { server, port };
}

async function serve(run: Run, port: number, databaseUrl: string): Promise<void> {
  const { settings, folder, signal, log, cleanups } = run;
  const openedAt = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  const week = replayWeek(readFileSync(path.join(settings.projectDir, "prisma/seed/real-week/week.jsonl.gz")));
  const feeds = [demoFeed(demoBuilding, openedAt), week];
  const door = { url: `http://${LOOPBACK}:${port}`, key: folder.secrets.butlrKey };
  const live = createWebhookPoster(door);
  const backfill = createWebhookPoster({ ...door, connections: 128, attempts: 100, withinMs: 2 * MINUTE_MS });
  cleanups.push(live.close, backfill.close);

  await withPrisma(databaseUrl, (prisma) => introduceOffices(prisma, week, backfill, openedAt));
  const history = { feeds, poster: backfill, folder, openedAt, signal, log };
  log("posting the last 24 hours");
  const posted = await postRecentHistory(history);
  const answers = [...backfill.counts].map(([answer, count]) => `${answer} ${count}`).join(", ");
  log(`posted ${posted} webhooks: ${answers}`);
  startLive(run, feeds, live.post, openedAt);
  console.log(welcome(`http://localhost:${port}`, folder.secrets));

  const older = await postOlderHistory(history);
  if (older > 0 && !signal.aborted) log(`posted ${older} webhooks of the days before: the past week is complete`);
  await untilAborted(signal);
}

function startLive(
  { folder, cleanups }: Run,
  feeds: Parameters<typeof startLiveFeed>[0]["feeds"],
  post: (body: string) => Promise<string>,
  openedAt: number,
): void {
  const liveFeed = startLiveFeed({
    feeds,
    from: openedAt,
    post: ({ body }) => post(body),
    onMinute: (minute) => {
      if (minute > openedAt) folder.addPosted({ from: minute - MINUTE_MS, to: minute });
    },
  });
  cleanups.push(liveFeed.stop);
}

async function withPrisma(databaseUrl: string, use: (prisma: PrismaClient) => Promise<void>): Promise<void> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
  try {
    await use(prisma);
  } finally {
    await prisma.$disconnect();
  }
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

const welcome = (url: string, secrets: { adminPassword: string; butlrKey: string }) => `
  The demo is running. Its people are simulated.

    Open      ${url}
    Sign in   ${DEMO_EMAIL}
    Password  ${secrets.adminPassword}

  To post as Butlr: ${url}/api/webhooks/butlr with the header x-api-key: ${secrets.butlrKey}

  The site "Zwolle" replays a week measured in two real offices, converted to Butlr webhooks; at the
  weekend nothing was measured. Data: "Brains4Buildings2022", Windesheim University of Applied Sciences,
  CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).

  Ctrl-C stops the demo, npm run demo goes on with it, npm run demo:remove deletes it.
`;
