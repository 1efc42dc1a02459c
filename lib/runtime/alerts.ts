import "server-only";
import { createAlertEngine } from "@/lib/alerts/engine";
import { countOpenAlerts, readAlertChanges, readAlertHeads } from "@/lib/db/alerts/alert-feed-rows";
import { seedRules } from "@/lib/db/alerts/rule-rows";
import type { Database } from "@/lib/db/database";
import { type AlertFeed, type AlertFeedOptions, createAlertFeed } from "@/lib/realtime/alert-feed";
import { feeds } from "./feeds";
import { logger } from "./logger";
import { committedHere } from "./services";
import { singleton } from "./singleton";

/** Often enough that a webhook is an alert in every browser within a second. */
const LOOK_MS = 300;
const POLL_MS = 250;
/** Under load the engine rests for three times as long as it looked, so that vendors are answered first; never for long. */
const REST_FACTOR = 3;
const LONGEST_REST_MS = 800;

/** The alert feed over a database. */
export const createDatabaseAlertFeed = (db: Database, emit: AlertFeedOptions["emit"]): AlertFeed =>
  createAlertFeed({
    readHeads: () => readAlertHeads(db.read),
    readChanges: (after) => readAlertChanges(db.read, after),
    countOpen: () => countOpenAlerts(db.read),
    emit,
    onError: (error) => logger().warn({ err: error }, "the alert feed could not read; trying again"),
  });

/** Starts the alert engine of this process and the polling of its feed; floors hear of their alerts. Answers how to stop. */
export async function startAlerts(
  db: Database,
  feed: AlertFeed,
  tellFloors: (floorIds: readonly number[]) => void,
): Promise<() => Promise<void>> {
  await seedRules(db.read);
  const engine = createAlertEngine({
    pool: db.read,
    now: Date.now,
    onPassed: (error) => logger().error({ err: error }, "something could not be judged for alerts and is passed by"),
    readFeeds: async () =>
      (await feeds()).items.map(({ vendor, configured, silentSince }) => ({
        vendor,
        silentSince: configured ? silentSince : null,
      })),
  });
  let isStopped = false;
  let timer: NodeJS.Timeout;
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    const began = performance.now();
    let isMore = false;
    try {
      const result = await engine.look();
      isMore = result.isMore;
      if (result.changed > 0) void feed.poll();
      if (result.floorIds.length > 0) tellFloors(result.floorIds);
    } catch (error) {
      logger().warn({ err: error }, "the alert engine could not look; trying again");
    }
    const took = performance.now() - began;
    if (!isStopped)
      timer = setTimeout(next, Math.max(isMore ? 0 : LOOK_MS, Math.min(REST_FACTOR * took, LONGEST_REST_MS)));
  };
  const next = () => {
    looking = look();
  };
  next();
  const polling = setInterval(() => void feed.poll(), POLL_MS);
  return async () => {
    isStopped = true;
    clearInterval(polling);
    await looking;
    clearTimeout(timer);
  };
}

/** Tells the feeds of this process that alerts were changed here, and what these floors show of them. */
export function alertsChangedHere(floorIds: readonly number[] = []): void {
  if (floorIds.length > 0) committedHere(floorIds);
  void singleton<AlertFeed>("alertFeed", () => {
    throw new Error("An alert was changed before boot was done");
  }).poll();
}
