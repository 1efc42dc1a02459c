import "server-only";
import type { Pool, PoolClient } from "pg";
import { METRICS } from "@/lib/core/metric";
import type { Observation } from "@/lib/core/observation";
import {
  type BatchResult,
  type DeliveryRow,
  type ReadingRow,
  settleSince,
  writeBatch,
} from "@/lib/db/batch-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { ensurePlaces, type PlaceClaim } from "@/lib/db/place-repository";
import { isDataError, isRetryable } from "@/lib/db/sql-error";
import type { KnownPlaces } from "./known-places";
import type { Written } from "./outcome";

/** A verified, parsed POST on its way to the database. Moments are µs since the epoch. */
export interface PendingDelivery {
  readonly vendor: string;
  readonly key: Buffer;
  readonly eventType: string;
  readonly outcome: "stored" | "unhandled" | "quarantined";
  readonly observedAtUs: number | null;
  readonly receivedAtUs: number;
  readonly issues: readonly string[];
  readonly body: string;
  readonly observations: readonly Observation[];
}

export interface ApplyDeps {
  readonly pool: Pool;
  readonly places: KnownPlaces;
  readonly createsSpaces: boolean;
  readonly expectedIntervalMs: (vendor: string) => number | null;
  /** Told after the commit which floors changed. */
  readonly onCommitted: (floorIds: readonly number[]) => void;
  /** The batch is stored; only a "since when" may be off until the space changes again. */
  readonly onSettleFailed: (error: unknown) => void;
}

/** Commits a batch in one transaction. A delivery the database refuses is quarantined alone; its neighbours are stored. */
export async function applyDeliveries(batch: readonly PendingDelivery[], deps: ApplyDeps): Promise<Written[]> {
  try {
    return await commitBatch(batch, deps);
  } catch (error) {
    if (isRetryable(error)) return commitBatch(batch, deps);
    if (!isDataError(error)) throw error;
    const [first] = batch;
    if (first && batch.length === 1) return commitBatch([quarantine(first, error)], deps);
    const middle = Math.ceil(batch.length / 2);
    const left = await applyDeliveries(batch.slice(0, middle), deps);
    return [...left, ...(await applyDeliveries(batch.slice(middle), deps))];
  }
}

function quarantine(delivery: PendingDelivery, error: unknown): PendingDelivery {
  const reason = error instanceof Error ? error.message : String(error);
  // Nothing of the row may be refused a second time: no NUL, no moment out of range.
  const storable = (text: string) => text.toWellFormed().replaceAll("\0", "\\u0000");
  return {
    ...delivery,
    outcome: "quarantined",
    eventType: storable(delivery.eventType),
    observedAtUs: null,
    issues: [`The database refused it: ${storable(reason)}`],
    body: storable(delivery.body),
    observations: [],
  };
}

async function commitBatch(batch: readonly PendingDelivery[], deps: ApplyDeps): Promise<Written[]> {
  const unique = uniqueDeliveries(batch);
  const rows = unique.map(({ delivery, copies }) => deliveryRow(delivery, copies));
  const readings = unique.flatMap(({ delivery }, index) =>
    delivery.observations.map((o) => readingRow(o, delivery, index)),
  );
  const claims = deps.places.unknown(unique.flatMap(({ delivery }) => placeClaims(delivery, deps)));
  const { result, placed } = await inTransaction(deps.pool, async (client: PoolClient) => ({
    placed: claims.length > 0 ? await ensurePlaces(client, claims, deps.createsSpaces) : [],
    result: await writeBatch(client, rows, readings),
  }));
  deps.places.remember(claims);
  if (result.unsettled !== "[]") {
    await inTransaction(deps.pool, (client) => settleSince(client, result.unsettled)).catch(deps.onSettleFailed);
  }
  const floorIds = [...new Set([...placed, ...result.floorIds])];
  if (floorIds.length > 0) deps.onCommitted(floorIds);
  return endings(batch, unique, readings, result);
}

interface Unique {
  readonly delivery: PendingDelivery;
  copies: number;
}

const identity = (d: PendingDelivery) => `${d.vendor}:${d.key.toString("latin1")}:${eventDay(d)}`;

/** ON CONFLICT may not meet a row twice in one statement, so copies inside a batch are counted here. */
function uniqueDeliveries(batch: readonly PendingDelivery[]): Unique[] {
  const seen = new Map<string, Unique>();
  for (const delivery of batch) {
    const twin = seen.get(identity(delivery));
    if (twin) twin.copies++;
    else seen.set(identity(delivery), { delivery, copies: 1 });
  }
  return [...seen.values()];
}

function endings(
  batch: readonly PendingDelivery[],
  unique: readonly Unique[],
  readings: readonly ReadingRow[],
  result: BatchResult,
): Written[] {
  const repeats = new Set(result.repeats);
  const changes = new Map<number, number>();
  for (const index of result.changed) {
    const row = readings[index];
    if (row) changes.set(row.delivery, (changes.get(row.delivery) ?? 0) + 1);
  }
  const told = new Map(unique.map((u, i) => [identity(u.delivery), { index: i, first: u.delivery }]));
  return batch.map((delivery): Written => {
    const entry = told.get(identity(delivery));
    if (!entry || entry.first !== delivery || repeats.has(entry.index)) return { kind: "duplicate" };
    if (delivery.outcome === "quarantined") return { kind: "quarantined", issues: delivery.issues };
    if (delivery.outcome === "unhandled") return { kind: "unhandled", eventType: delivery.eventType };
    const changed = changes.get(entry.index) ?? 0;
    return changed > 0 ? { kind: "stored", changed } : { kind: "duplicate" };
  });
}

/** The day of the event, so that a retry days later meets the same row; the day of arrival when it tells none. */
function eventDay(delivery: PendingDelivery): string {
  return new Date((delivery.observedAtUs ?? delivery.receivedAtUs) / 1000).toISOString().slice(0, 10);
}

function deliveryRow(delivery: PendingDelivery, copies: number): DeliveryRow {
  return { ...delivery, eventDay: eventDay(delivery), copies };
}

function readingRow(observation: Observation, delivery: PendingDelivery, index: number): ReadingRow {
  return {
    ...observation.source,
    delivery: index,
    metric: METRICS[observation.metric].code,
    observedAtUs: observation.observedAtUs,
    value: observation.value,
    version: observation.computedAtS ?? Math.floor(delivery.receivedAtUs / 1_000_000),
    receivedAtUs: delivery.receivedAtUs,
  };
}

function placeClaims(delivery: PendingDelivery, deps: ApplyDeps): PlaceClaim[] {
  return delivery.observations.map((observation) => ({
    path: observation.place,
    saidAtUs: observation.observedAtUs,
    expectedIntervalMs: deps.expectedIntervalMs(delivery.vendor),
  }));
}
