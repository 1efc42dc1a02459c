import "server-only";
import type { Pool, PoolClient } from "pg";
import { LOCK_UNSETTLED, RECOMPUTE_SINCE, WRITE_BATCH } from "./batch-sql";
import { byteaArray, float8Array, int2Array, int4Array, int8Array, textArray, timestamptzArray } from "./binary-array";

/** One delivery row. Moments are whole µs since the epoch. */
export interface DeliveryRow {
  readonly delivery: LoggedDelivery;
  /** Days since the epoch, UTC. */
  readonly day: number;
  /** How many identical POSTs of this batch the row stands for; 0 for one that is replayed. */
  readonly copies: number;
}

interface LoggedDelivery {
  readonly vendor: string;
  readonly key: Buffer;
  readonly eventType: string;
  readonly outcome: "stored" | "unhandled" | "quarantined";
  readonly observedAtUs: number | null;
  readonly receivedAtUs: number;
  readonly issues: readonly string[];
  /** JSON, or the UTF-8 bytes of it. */
  readonly body: string | Uint8Array;
}

/** One reading row; its `receivedAtUs` is its delivery's. */
export interface ReadingRow {
  readonly sourceId: number;
  readonly metric: number;
  readonly observedAtUs: number;
  readonly value: number;
  readonly version: number;
  readonly receivedAtUs: number;
  readonly flags: number;
}

export interface Batch {
  /** Sorted by vendor, key and day on every instance, so that no two batches wait for each other. */
  readonly deliveries: readonly DeliveryRow[];
  readonly readings: readonly ReadingRow[];
  /** Sources about which something other than a reading changed that their floors show. */
  readonly changedSourceIds: readonly number[];
}

export interface BatchResult {
  /** Indexes of deliveries that were stored before. */
  readonly repeats: readonly number[];
  /** For each reading that is new or changed a stored value: its `receivedAtUs`. Null when each of them is. */
  readonly changed: readonly number[] | null;
  /** Floors on which something visible changed. */
  readonly floorIds: readonly number[];
  /** What settleSince must look at, "[]" for nothing. */
  readonly unsettled: string;
}

interface WrittenRow {
  repeats: number[];
  changed: number[] | null;
  floors: number[];
  unsettled: string;
}

/** Writes a batch in one statement: deliveries, readings, what "now" is, and the floors' offsets. */
export async function writeBatch(client: Pool | PoolClient, batch: Batch): Promise<BatchResult> {
  const written = await client.query<WrittenRow>({
    name: "write-batch",
    text: WRITE_BATCH,
    values: [
      ...deliveryColumns(batch.deliveries),
      ...readingColumns(batch.readings),
      int4Array(batch.changedSourceIds),
    ],
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

function deliveryColumns(rows: readonly DeliveryRow[]): Buffer[] {
  return [
    textArray(rows.map((r) => r.delivery.vendor)),
    byteaArray(rows.map((r) => r.delivery.key)),
    int4Array(rows.map((r) => r.day)),
    textArray(rows.map((r) => r.delivery.eventType)),
    textArray(rows.map((r) => r.delivery.outcome)),
    timestamptzArray(rows.map((r) => r.delivery.observedAtUs)),
    timestamptzArray(rows.map((r) => r.delivery.receivedAtUs)),
    textArray(rows.map(({ delivery: { issues } }) => (issues.length === 0 ? "" : JSON.stringify(issues)))),
    textArray(rows.map((r) => r.delivery.body)),
    int4Array(rows.map((r) => r.copies)),
  ];
}

function readingColumns(rows: readonly ReadingRow[]): Buffer[] {
  return [
    int4Array(rows.map((r) => r.sourceId)),
    int2Array(rows.map((r) => r.metric)),
    timestamptzArray(rows.map((r) => r.observedAtUs)),
    float8Array(rows.map((r) => r.value)),
    int8Array(rows.map((r) => r.version)),
    timestamptzArray(rows.map((r) => r.receivedAtUs)),
    int2Array(rows.map((r) => r.flags)),
  ];
}
