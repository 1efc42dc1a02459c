import "server-only";
import path from "node:path";
import { readAlertReach } from "@/lib/auth/alert-reach";
import { auth, authSecret } from "@/lib/auth/auth";
import { isAllowed } from "@/lib/auth/authorize";
import { prepareSignIn } from "@/lib/auth/prepare-sign-in";
import { actorFromHeaders } from "@/lib/auth/session";
import { databaseTlsWarning } from "@/lib/config/database-tls";
import { type Env, env } from "@/lib/config/env";
import { type Database, openDatabase } from "@/lib/db/database";
import { addFeedMinutes, removeOldFeedMinutes } from "@/lib/db/feed-repository";
import { readFloorsVersion } from "@/lib/db/floors-version";
import { keepPartitions } from "@/lib/db/partitions";
import { placeOfSpace, sitesOfFloors } from "@/lib/db/place-of";
import { livePersons } from "@/lib/db/session-repository";
import { syncExpectedIntervals } from "@/lib/db/source-repository";
import { addRefusals } from "@/lib/db/vendor-refusal-repository";
import { createFastDoor } from "@/lib/http/fast-door";
import { isOwnOrigin } from "@/lib/http/same-origin";
import { startEmbeddedDatabase } from "@/lib/postgres/embedded-database";
import { migrate } from "@/lib/postgres/migrate";
import { listenForFloors } from "@/lib/realtime/floor-wakeups";
import { createRealtime, type Realtime } from "@/lib/realtime/server";
import { createDatabaseAlertFeed, startAlerts } from "./alerts";
import { backgroundJobs } from "./background";
import { every } from "./every";
import { createFeedRecorder } from "./feed-recorder";
import { type Jobs, startJobs } from "./jobs";
import { logger } from "./logger";
import { createMetrics } from "./metrics";
import { startNotifications } from "./notifications";
import { type OpenedSecrets, openSecrets } from "./open-secrets";
import { createRefusalRecorder } from "./refusal-recorder";
import { createDatabaseFeed, createIngest, expectedIntervalMs, type Ingest } from "./services";
import { stopSimulator } from "./simulator-process";
import { publish } from "./singleton";
import { createDatabaseVisitorFeed } from "./visitors";

const POLL_MS = 1_000;
const SECRETS_MS = 2_000;
const VISITORS_MS = 300;
const FLUSH_MS = 1_000;
const HOUR_MS = 3_600_000;

type Closer = () => Promise<unknown> | unknown;

/** Wires the process once: database, writer, sockets. server.ts finds what it needs under the singletons. */
export async function boot(): Promise<void> {
  const config = env();
  const closers: Closer[] = [];
  publish("shutdown", () => shutdown(closers));
  const { url, stop } = await databaseUrl(config);
  closers.push(stop);
  await migrate({ databaseUrl: url, migrationsDir: path.resolve("prisma/migrations"), log: info });
  const db = openDatabase(url, warn);
  closers.push(db.close);
  publish("database", db);
  await keepTables(db);
  await syncExpectedIntervals(db, "butlr", expectedIntervalMs(config)("butlr"));
  await auth();
  await announceSetup(config, db);
  await startServices(config, db, await openSecrets(config, db, warn), closers);
  startBackground(db, closers);
}

const info = (message: string) => logger().info(message);
const warn = (message: string) => logger().warn(message);

/** Makes the partitions that will be needed, and removes what is older than it is kept. */
async function keepTables(db: Database) {
  const now = new Date();
  await keepPartitions(db.read, now, info);
  await removeOldFeedMinutes(now, db);
}

async function databaseUrl(config: Env): Promise<{ url: string; stop: Closer }> {
  if (config.databaseUrl) {
    const warning = databaseTlsWarning(config.databaseUrl);
    if (warning) warn(warning);
    return { url: config.databaseUrl, stop: () => undefined };
  }
  return startEmbeddedDatabase({ dataDir: path.resolve(config.dataDir), log: info });
}

async function announceSetup(config: Env, db: Database) {
  const reachedAt = config.publicUrl ?? `http://localhost:${config.port}`;
  const link = await prepareSignIn({
    prisma: db.prisma,
    secret: await authSecret(),
    url: reachedAt,
    bootstrapAdmin: config.bootstrapAdmin,
  });
  if (link) info(`There is no user yet. Open ${link} to create the first admin.`);
}

async function startServices(config: Env, db: Database, secrets: OpenedSecrets, closers: Closer[]) {
  let realtime: Realtime | null = null;
  let ingest: Ingest | null = null;
  const sockets = () => realtime?.io.engine?.clientsCount ?? 0;
  const metrics = createMetrics({ sockets, waiting: () => ingest?.writer.waiting ?? 0 }, (error) =>
    logger().error({ err: error }, "a batch was not committed; its senders were told to send again"),
  );
  const wakeups = listenForFloors(db.url, (floorIds) => feed.committedElsewhere(floorIds), warn);
  const feed = createDatabaseFeed(db, {
    emit: (frame) => realtime?.emitFrame(frame),
    notify: wakeups.notify,
    socketCount: sockets,
    onError: (error) => logger().warn({ err: error }, "the floor feed could not read; trying again"),
  });
  const alerts = createDatabaseAlertFeed(db, (reach, frame) => realtime?.emitAlerts(reach, frame));
  const visitors = createDatabaseVisitorFeed(db, (siteId) => realtime?.emitVisitors(siteId));
  realtime = createRealtime({
    actorOf: actorFromHeaders,
    mayWatch: async (actor, floorId) => {
      const place = await placeOfSpace(String(floorId), db);
      return place !== null && isAllowed(actor, "floor:read", { ...place, floorId });
    },
    isAllowedOrigin: ({ headers }) =>
      headers.origin === undefined || isOwnOrigin(headers.origin, headers.host ?? null, config.publicUrl),
    livePersons: (ids) => livePersons(db, ids),
    feed,
    visitors,
    mayWatchVisitors: async (actor, siteId) => {
      const place = await placeOfSpace(String(siteId), db);
      return place !== null && isAllowed(actor, "floor:read", place);
    },
    alerts,
    alertReach: async (actor) => (isAllowed(actor, "alert:read") ? readAlertReach(actor, db) : undefined),
    sitesOf: (floorIds) => sitesOfFloors(floorIds, db),
    floorsVersion: (sites) => readFloorsVersion(sites, db),
    log: (message, error) => logger().warn({ err: error }, message),
  });
  const refusals = createRefusalRecorder(
    (counts) => addRefusals(db, counts),
    (error) => logger().warn({ err: error }, "refusals could not be noted; trying again"),
  );
  const recorder = createFeedRecorder({
    add: (minutes) => addFeedMinutes(minutes, db),
    onError: (error) => logger().warn({ err: error }, "feed health could not be written; trying again"),
  });
  ingest = createIngest(config, db, { feed, metrics, refusals, recorder, ...secrets });
  publish("feed", feed);
  publish("alertFeed", alerts);
  publish("metrics", metrics);
  publish("vendorSecrets", secrets.vendorSecrets);
  publish("personalWords", secrets.personalWords);
  publish("ingest", ingest);
  publish("realtime", realtime.io);
  publish(
    "fastDoor",
    createFastDoor(ingest.deps, (error) => logger().error({ err: error }, "webhook failed")),
  );
  const timers = [
    setInterval(() => void feed.poll().catch(() => undefined), POLL_MS), // a database that is away answers the next poll
    setInterval(() => void recorder.flush(), FLUSH_MS),
    setInterval(() => void keepTables(db).catch((e) => warn(String(e))), HOUR_MS),
  ];
  closers.push(
    await startAlerts(db, alerts, feed.committedHere),
    startNotifications(config, db, secrets.sealer),
    stopSimulator,
    () => wakeups.stop(),
    () => timers.forEach(clearInterval),
    every(SECRETS_MS, secrets.vendorSecrets.refresh),
    every(VISITORS_MS, visitors.poll),
    () => refusals.stop(),
    () => feed.stop(),
    () => recorder.flush(),
    () => ingest.writer.drain(),
    () => realtime.close(),
  );
}

/** Nobody waits for it: webhooks and pages work without. */
function startBackground(db: Database, closers: Closer[]) {
  const failed = (error: unknown) => logger().warn({ err: error }, "background work failed; it will be tried again");
  const started: Promise<Jobs | null> = startJobs(db.url, backgroundJobs(db), failed).catch((error: unknown) => {
    logger().error(
      { err: error },
      "background work cannot start: rollups and clean-up stand still until the next start",
    );
    return null;
  });
  publish("jobs", started);
  closers.push(async () => (await started)?.stop());
}

/** Last opened, first closed: sockets, then the deliveries still being committed, then the database. */
async function shutdown(closers: Closer[]): Promise<void> {
  for (const close of closers.splice(0).reverse()) {
    try {
      await close();
    } catch (error) {
      logger().warn({ err: error }, "shutting down");
    }
  }
}
