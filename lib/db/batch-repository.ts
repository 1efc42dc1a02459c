import "server-only";
import type { PoolClient } from "pg";
import { LOCK_UNSETTLED, RECOMPUTE_SINCE, WRITE_BATCH } from "./batch-sql";

/** One delivery row. Moments are µs since the epoch. */
export interface DeliveryRow {
  readonly vendor: string;
  readonly key: Buffer;
  /** YYYY-MM-DD, UTC. */
  readonly eventDay: string;
  readonly eventType: string;
  readonly outcome: "stored" | "unhandled" | "quarantined";
  readonly observedAtUs: number | null;
  readonly receivedAtUs: number;
  readonly issues: readonly string[];
  readonly body: string;
  /** How many identical POSTs of this batch the row stands for. */
  readonly copies: number;
}

/** One reading row; `delivery` is the index of its delivery in the same batch. */
export interface ReadingRow {
  readonly delivery: number;
  readonly vendor: string;
  readonly kind: string;
  readonly externalId: string;
  readonly metric: number;
  readonly observedAtUs: number;
  readonly value: number;
  readonly version: number;
  readonly receivedAtUs: number;
}

export interface BatchResult {
  /** Indexes of deliveries that were stored before. */
  readonly repeats: readonly number[];
  /** Indexes of readings that are new or changed a stored value. */
  readonly changed: readonly number[];
  /** Floors on which something visible changed. */
  readonly floorIds: readonly number[];
  /** What settleSince must look at, "[]" for nothing. */
  readonly unsettled: string;
}

interface WrittenRow {
  repeats: number[];
  changed: number[];
  floors: number[];
  unsettled: string;
}

/** Writes a batch inside the caller's transaction: deliveries, readings, what "now" is, and the floors' offsets. */
export async function writeBatch(
  client: PoolClient,
  deliveries: readonly DeliveryRow[],
  readings: readonly ReadingRow[],
): Promise<BatchResult> {
  const written = await client.query<WrittenRow>({
    name: "write-batch",
    text: WRITE_BATCH,
    values: [...deliveryColumns(deliveries), ...readingColumns(readings)],
  });
  const row = written.rows[0];
  if (!row) throw new Error("The batch statement answered nothing");
  return { repeats: row.repeats, changed: row.changed, floorIds: row.floors, unsettled: row.unsettled };
}

/**
 * Looks up "since when" again where a batch said so. In a transaction of its own after the batch's: it waits for
 * whoever holds the rows and only then reads, so whichever of two racing batches comes second sees both. It holds
 * nothing else, so it cannot deadlock. A crash before it leaves a time that the next change puts right.
 */
export async function settleSince(client: PoolClient, unsettled: string): Promise<void> {
  await client.query({ name: "lock-unsettled", text: LOCK_UNSETTLED, values: [unsettled] });
  await client.query({ name: "recompute-since", text: RECOMPUTE_SINCE, values: [unsettled] });
}

function deliveryColumns(rows: readonly DeliveryRow[]): unknown[] {
  return [
    rows.map((r) => r.vendor),
    rows.map((r) => r.key),
    rows.map((r) => r.eventDay),
    rows.map((r) => r.eventType),
    rows.map((r) => r.outcome),
    rows.map((r) => r.observedAtUs),
    rows.map((r) => r.receivedAtUs),
    rows.map((r) => JSON.stringify(r.issues)),
    rows.map((r) => r.body),
    rows.map((r) => r.copies),
  ];
}

function readingColumns(rows: readonly ReadingRow[]): unknown[] {
  return [
    rows.map((r) => r.delivery),
    rows.map((r) => r.vendor),
    rows.map((r) => r.kind),
    rows.map((r) => r.externalId),
    rows.map((r) => r.metric),
    rows.map((r) => r.observedAtUs),
    rows.map((r) => r.value),
    rows.map((r) => r.version),
    rows.map((r) => r.receivedAtUs),
  ];
}
