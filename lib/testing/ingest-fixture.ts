import { createHash } from "node:crypto";
import type { VendorId } from "@/lib/core/observation";
import { type Database, openDatabase } from "@/lib/db/database";
import { applyDeliveries, type PendingDelivery } from "@/lib/ingest/apply-deliveries";
import { createKnownSources } from "@/lib/ingest/known-sources";
import type { Outcome } from "@/lib/ingest/outcome";
import { type IngestDeps, takeDelivery } from "@/lib/ingest/receive-delivery";
import { createTestDatabase } from "@/lib/postgres/testing/test-database";
import { createMonotonicClock } from "@/lib/runtime/monotonic-clock";
import { createPrivacy } from "@/lib/secrets/privacy";
import { createSealer } from "@/lib/secrets/sealer";
import { headersFor } from "@/lib/simulator/sign";
import { createAdapters } from "@/lib/vendors/registry";

const SECRETS = {
  butlr: { header: "x-api-key", key: "a-key-for-the-tests-only" },
  disruptive: "a-signature-secret-for-the-tests-only",
  zoom: "a-secret-token-for-the-tests-only",
};
const SECRETS_OF = { butlr: [SECRETS.butlr.key], disruptive: [SECRETS.disruptive], zoom: [SECRETS.zoom] };

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
  const now = options.now ?? Date.now;
  const floors: number[] = [];
  const sources = createKnownSources();
  const apply = (batch: readonly PendingDelivery[]) =>
    applyDeliveries(batch, {
      pool: db.ingest,
      sources,
      createsSpaces: options.createsSpaces ?? true,
      expectedIntervalMs: (vendor) => (vendor === "butlr" ? 60_000 : null),
      onCommitted: (ids) => floors.push(...ids),
      onSettleFailed: (error) => {
        throw error;
      },
    });
  const stored = async (delivery: PendingDelivery): Promise<Outcome> =>
    (await apply([delivery]))[0] ?? { kind: "unavailable", retryAfterS: 1 };
  const deps: IngestDeps = {
    findAdapter: createAdapters({
      secretsOf: (vendor) => SECRETS_OF[vendor],
      privacy: createPrivacy({
        pseudonymKey: Buffer.alloc(32, 1),
        sealer: createSealer(Buffer.alloc(32, 2)),
        personalData: "encrypt",
      }),
      butlr: { header: SECRETS.butlr.header, basicAuth: null },
      zoom: { accountId: null, temperatureUnit: "C" },
    }),
    store: (delivery, answer) => void stored(delivery).then(answer),
    clock: createMonotonicClock(now),
    onRefused: () => undefined,
  };
  return {
    apply,
    deps,
    /** Every floor the commits said had changed, in order. */
    floors,
    /** As the vendor would send it, signed at the test's clock. */
    post: (body: unknown, vendor: VendorId = "butlr") => {
      const raw = typeof body === "string" ? body : JSON.stringify(body);
      const headers = headersFor({ vendor, body: raw }, SECRETS, now());
      return new Promise<Outcome>((resolve, reject) => {
        const store: IngestDeps["store"] = (delivery, answer) => void stored(delivery).then(answer, reject);
        takeDelivery(vendor, { headers, body: Buffer.from(raw) }, { ...deps, store }, resolve);
      });
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
