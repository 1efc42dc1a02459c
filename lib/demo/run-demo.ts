import { readFileSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { startEmbeddedDatabase } from "@/lib/postgres/embedded-database";
import { migrate } from "@/lib/postgres/migrate";
import { liveCounts } from "@/lib/simulator/butlr-feed";
import { demoFeeds } from "@/lib/simulator/demo-feed";
import { startLive } from "@/lib/simulator/live-feed";
import type { LiveFeed } from "@/lib/simulator/planned-post";
import { createWebhookPoster, type WebhookPoster } from "@/lib/simulator/post-webhooks";
import { replayWeek } from "@/lib/simulator/replay-week";
import type { VendorSecrets } from "@/lib/simulator/sign";
import { ZOOM_ACCOUNT } from "@/lib/simulator/zoom-estate";
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

const BUTLR_HEADER = "x-api-key";

const MINUTE_MS = 60_000;
/** A backfill waits for a busy server, whatever its vendor would do. */
const BACKFILL_PATIENCE = { timeoutMs: 10_000, withinMs: 2 * MINUTE_MS, pauseMs: () => 500 };

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
      BUTLR_WEBHOOK_HEADER: BUTLR_HEADER,
      DT_SIGNATURE_SECRET: folder.secrets.disruptiveSecret,
      ZOOM_WEBHOOK_SECRET_TOKEN: folder.secrets.zoomToken,
      ZOOM_ACCOUNT_ID: ZOOM_ACCOUNT,
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
  const building = demoFeeds(demoBuilding, openedAt);
  const door = { url: `http://${LOOPBACK}:${port}`, secrets: vendorSecrets(folder) };
  const live = createWebhookPoster(door);
  const backfill = createWebhookPoster({ ...door, connections: 128, patience: BACKFILL_PATIENCE });
  cleanups.push(live.close, backfill.close);

  await withPrisma(databaseUrl, (prisma) => introduceOffices(prisma, week, backfill, openedAt));
  const counts = [building.counts, week.counts];
  const disruptive = [building.disruptive, week.disruptive];
  const others = [building.butlrSensors, building.zoom];
  const history = { counts, disruptive, others, poster: backfill, folder, openedAt, signal, log };
  log("posting the last 24 hours");
  const posted = await postRecentHistory(history);
  const answers = [...backfill.counts].map(([answer, count]) => `${answer} ${count}`).join(", ");
  log(`posted ${posted} webhooks: ${answers}`);
  goLive(run, [...counts.map(liveCounts), ...disruptive, ...others], live, openedAt);
  console.log(welcome(`http://localhost:${port}`, folder.secrets));

  const older = await postOlderHistory(history);
  if (older > 0 && !signal.aborted) log(`posted ${older} webhooks of the days before: the past week is complete`);
  await untilAborted(signal);
}

const vendorSecrets = ({ secrets }: DemoFolder): Required<VendorSecrets> => ({
  butlr: { key: secrets.butlrKey, header: BUTLR_HEADER },
  disruptive: secrets.disruptiveSecret,
  zoom: secrets.zoomToken,
});

function goLive(
  { folder, cleanups }: Run,
  feeds: readonly LiveFeed[],
  { post }: WebhookPoster,
  openedAt: number,
): void {
  const live = startLive({
    feeds,
    from: openedAt,
    post,
    onMinute: (minute) => {
      if (minute > openedAt) folder.addPosted({ from: minute - MINUTE_MS, to: minute });
    },
  });
  cleanups.push(live.stop);
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

const welcome = (url: string, secrets: DemoFolder["secrets"]) => `
  The demo is running. Its people are simulated.

    Open      ${url}
    Sign in   ${DEMO_EMAIL}
    Password  ${secrets.adminPassword}

  To post as Butlr: ${url}/api/webhooks/butlr with the header ${BUTLR_HEADER}: ${secrets.butlrKey}
  To try faults as any vendor, in another terminal:
    BUTLR_WEBHOOK_KEY=${secrets.butlrKey} \\
    DT_SIGNATURE_SECRET=${secrets.disruptiveSecret} \\
    ZOOM_WEBHOOK_SECRET_TOKEN=${secrets.zoomToken} \\
    npm run simulate -- --url ${url} --fault duplicates,late

  The site "Zwolle" replays a week measured in two real offices, converted to webhooks of Butlr and
  Disruptive Technologies; at the weekend nothing was measured. Data: "Brains4Buildings2022", Windesheim University of Applied Sciences,
  CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).

  Ctrl-C stops the demo, npm run demo goes on with it, npm run demo:remove deletes it.
`;
