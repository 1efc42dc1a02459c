import { createHash } from "node:crypto";
import { type Database, openDatabase } from "@/lib/db/database";
import { applyDeliveries, type PendingDelivery } from "@/lib/ingest/apply-deliveries";
import { createKnownSources } from "@/lib/ingest/known-sources";
import { type IngestDeps, receiveDelivery } from "@/lib/ingest/receive-delivery";
import { createTestDatabase } from "@/lib/postgres/testing/test-database";
import { createMonotonicClock } from "@/lib/runtime/monotonic-clock";
import { butlr } from "@/lib/vendors/butlr";

const KEY = "a-key-for-the-tests-only";

/** A real database with an ingest in front of it; the clock is the test's. */
export async function openIngest(options: { now?: () => number; createsSpaces?: boolean } = {}) {
  const test = await createTestDatabase();
  const db = openDatabase(test.url, () => undefined);
  const ingest = ingestInto(db, options);
  return {
    ...ingest,
    db,
    close: async () => {
      await db.close();
      await test.drop();
    },
  };
}

export function ingestInto(db: Database, options: { now?: () => number; createsSpaces?: boolean } = {}) {
  const floors: number[] = [];
  const sources = createKnownSources();
  const apply = (batch: readonly PendingDelivery[]) =>
    applyDeliveries(batch, {
      pool: db.ingest,
      sources,
      createsSpaces: options.createsSpaces ?? true,
      expectedIntervalMs: () => 60_000,
      onCommitted: (ids) => floors.push(...ids),
      onSettleFailed: (error) => {
        throw error;
      },
    });
  const adapter = butlr({ secrets: () => [KEY], header: "x-api-key", basicAuth: null });
  const deps: IngestDeps = {
    findAdapter: (vendor) => (vendor === "butlr" ? adapter : undefined),
    write: async (delivery) => (await apply([delivery]))[0] ?? { kind: "unavailable", retryAfterS: 1 },
    clock: createMonotonicClock(options.now ?? Date.now),
    onRefused: () => undefined,
  };
  return {
    apply,
    deps,
    /** Every floor the commits said had changed, in order. */
    floors,
    post: (body: unknown) => {
      const raw = typeof body === "string" ? body : JSON.stringify(body);
      return receiveDelivery("butlr", { headers: { "x-api-key": KEY }, body: Buffer.from(raw) }, deps);
    },
  };
}

export interface EventOptions {
  readonly type?: string;
  readonly id?: string;
  readonly at: number;
  readonly data: unknown;
  readonly metadata?: Record<string, unknown>;
}

const PLACE = {
  org_id: "org_1",
  site_id: "site_1",
  site_name: "Oslo",
  building_id: "building_1",
  building_name: "Kvartal 12",
  floor_id: "space_1",
  floor_name: "2nd Floor",
  room_id: "room_1",
  room_name: "Fjord",
};

/** A Butlr event as PROTOCOLS 1.3 shows it. */
export function butlrEvent({ type = "ROOM_OCCUPANCY", id, at, data, metadata = {} }: EventOptions) {
  const unique = createHash("sha256")
    .update(`${type}${at}${JSON.stringify(data)}${Math.random()}`)
    .digest("hex");
  return {
    id: id ?? `event_${unique.slice(0, 20)}`,
    type,
    timestamp: at,
    version: "v1.0.0",
    metadata: { ...PLACE, ...metadata },
    data,
  };
}
