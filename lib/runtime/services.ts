import "server-only";
import type { Env } from "@/lib/config/env";
import type { VendorId } from "@/lib/core/observation";
import type { Database } from "@/lib/db/database";
import { readFloorCursors, readFloorFrames } from "@/lib/db/floor-repository";
import { type ApplyDeps, applyDeliveries, type PendingDelivery } from "@/lib/ingest/apply-deliveries";
import { createDeliveryWriter, type DeliveryWriter } from "@/lib/ingest/delivery-writer";
import { createKnownSources } from "@/lib/ingest/known-sources";
import type { Written } from "@/lib/ingest/outcome";
import type { IngestDeps } from "@/lib/ingest/receive-delivery";
import { createFloorFeed, type FloorFeed, type FloorFeedOptions } from "@/lib/realtime/floor-feed";
import type { ReplayDeps } from "@/lib/services/deliveries/replay-deliveries";
import { createAdapters } from "@/lib/vendors/registry";
import type { FeedRecorder } from "./feed-recorder";
import type { Metrics } from "./metrics";
import { createMonotonicClock } from "./monotonic-clock";
import { singleton } from "./singleton";

export interface Ingest {
  readonly deps: IngestDeps;
  readonly writer: DeliveryWriter;
  /** Judges deliveries of the log anew; one ending each, in order. */
  readonly replay: (batch: readonly PendingDelivery[]) => Promise<Written[]>;
}

/** How often a vendor reports when all is well, ms; null when it only speaks of changes. */
export const expectedIntervalMs = (config: Env) => (vendor: string) =>
  vendor === "butlr" && !config.butlr.sendOnValueChange ? 60_000 : null;

/** Whether a vendor could prove itself at all. */
export const isConfigured = (config: Env) => (vendor: VendorId) =>
  vendor === "butlr" && (config.butlr.keys.length > 0 || config.butlr.basicAuth !== null);

/** The write path of this process, from parsed delivery to commit. */
export function createIngest(
  config: Env,
  db: Database,
  feed: Pick<FloorFeed, "committedHere">,
  metrics: Metrics,
  recorder: Pick<FeedRecorder, "ended" | "refused">,
): Ingest {
  const applyDeps: ApplyDeps = {
    pool: db.ingest,
    sources: createKnownSources(),
    createsSpaces: config.butlr.createsSpaces,
    expectedIntervalMs: expectedIntervalMs(config),
    onCommitted: feed.committedHere,
    onSettleFailed: metrics.settleFailed,
  };
  const writer = createDeliveryWriter({
    apply: (batch) => applyDeliveries(batch, applyDeps),
    onFailure: metrics.batchFailed,
  });
  const deps: IngestDeps = {
    findAdapter: createAdapters({ butlr: { ...config.butlr, secrets: () => config.butlr.keys } }),
    write: async (delivery) => {
      const outcome = await writer.write(delivery);
      metrics.delivery(delivery.vendor, outcome.kind);
      recorder.ended(delivery, outcome);
      return outcome;
    },
    clock: createMonotonicClock(),
    onRefused: (vendor, reason) => {
      metrics.delivery(vendor, reason);
      recorder.refused(vendor);
    },
  };
  // On the connections of reads: what was kept can wait, what vendors send now cannot.
  const replay = (batch: readonly PendingDelivery[]) => applyDeliveries(batch, { ...applyDeps, pool: db.read });
  return { deps, writer, replay };
}

/** The floor feed over a database. */
export function createDatabaseFeed(
  db: Database,
  options: Omit<FloorFeedOptions, "readFrames" | "readCursors">,
): FloorFeed {
  return createFloorFeed({
    ...options,
    readFrames: (cursors) => readFloorFrames(cursors, db),
    readCursors: (floorIds) => readFloorCursors(floorIds, db),
  });
}

const ingest = (): Ingest =>
  singleton<Ingest>("ingest", () => {
    throw new Error("A delivery arrived before boot was done");
  });

/** What boot has wired, for route handlers. */
export const ingestDeps = (): IngestDeps => ingest().deps;

export const replayDeps = (): ReplayDeps => ({ findAdapter: ingest().deps.findAdapter, apply: ingest().replay });

/** Tells the feed of this process that a commit of its own touched these floors. */
export function committedHere(floorIds: readonly number[]): void {
  singleton<FloorFeed>("feed", () => {
    throw new Error("A change was committed before boot was done");
  }).committedHere(floorIds);
}
