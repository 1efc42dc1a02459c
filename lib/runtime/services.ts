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
import type { OpenedSecrets } from "./open-secrets";
import type { RefusalRecorder } from "./refusal-recorder";
import { singleton } from "./singleton";
import { vendorSecrets } from "./vendor-secrets";

export interface Ingest {
  readonly deps: IngestDeps;
  readonly writer: DeliveryWriter;
  /** Judges deliveries of the log anew; one ending each, in order. */
  readonly replay: (batch: readonly PendingDelivery[]) => Promise<Written[]>;
}

const MINUTE_MS = 60_000;

/** How often a vendor reports when all is well, ms; null when it only speaks of changes, or says itself who is offline. */
export const expectedIntervalMs = (config: Env) => (vendor: string) => {
  if (vendor === "butlr") return config.butlr.sendOnValueChange ? null : MINUTE_MS;
  // Zoom documents no cadence and no heartbeat: a count half an hour old (three times this) is not believed.
  return vendor === "zoom" ? 10 * MINUTE_MS : null;
};

/** What the write path tells, and what vendors' adapters need. */
interface IngestParts extends OpenedSecrets {
  readonly feed: Pick<FloorFeed, "committedHere">;
  readonly metrics: Metrics;
  readonly refusals: RefusalRecorder;
  readonly recorder: Pick<FeedRecorder, "ended" | "refused">;
}

/** Whether a vendor could prove itself at all. */
export const isConfigured = (config: Env) => (vendor: VendorId) =>
  vendorSecrets().secretsOf(vendor).length > 0 || (vendor === "butlr" && config.butlr.basicAuth !== null);

/** The write path of this process, from parsed delivery to commit. */
export function createIngest(
  config: Env,
  db: Database,
  { feed, metrics, refusals, recorder, vendorSecrets: secrets, privacy }: IngestParts,
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
    findAdapter: createAdapters({ ...config, secretsOf: secrets.secretsOf, privacy }),
    store: (delivery, answer) =>
      writer.store(delivery, (outcome) => {
        metrics.delivery(delivery.vendor, outcome.kind);
        recorder.ended(delivery, outcome);
        answer(outcome);
      }),
    clock: createMonotonicClock(),
    onRefused: (vendor, reason, skewS) => {
      metrics.delivery(vendor, reason);
      refusals.note(vendor, reason, skewS);
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
