import "server-only";
import type { Pool, PoolClient } from "pg";
import { METRICS } from "@/lib/core/metric";
import type { Observation, Reading, SourceClaim, SourceRef } from "@/lib/core/observation";
import { READING_FLAGS } from "@/lib/core/reading-flags";
import {
  type Batch,
  type BatchResult,
  type DeliveryRow,
  type ReadingRow,
  settleSince,
  writeBatch,
} from "@/lib/db/batch-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { type Changed, writeBookings, writeFacts, writeSignals, writeVisits } from "@/lib/db/observation-repository";
import { ensureSources, type PlaceClaim, type SourceIds, sourceKey } from "@/lib/db/place-repository";
import { isDanglingReference, isDataError, isRetryable } from "@/lib/db/sql-error";
import type { KnownSources } from "./known-sources";
import type { Written } from "./outcome";

/** A verified, parsed POST on its way to the database. Moments are whole µs since the epoch. */
export interface PendingDelivery {
  readonly vendor: string;
  readonly key: Buffer;
  readonly eventType: string;
  readonly outcome: "stored" | "unhandled" | "quarantined";
  readonly observedAtUs: number | null;
  readonly receivedAtUs: number;
  readonly issues: readonly string[];
  /** Redacted JSON, or the UTF-8 bytes of it. */
  readonly body: string | Uint8Array;
  readonly claims: readonly SourceClaim[];
  readonly observations: readonly Observation[];
  /** One that is in the log already and is judged anew. */
  readonly isReplay?: boolean;
  /** Not worth a line in the log: its facts are kept, it is not. It has no readings. */
  readonly isFleeting?: boolean;
  /** Of a replay: the day (since the epoch, UTC) its row stands under, whatever it is read as now. */
  readonly eventDay?: number;
}

export interface ApplyDeps {
  readonly pool: Pool;
  readonly sources: KnownSources;
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
    if (!isPoison(error)) throw error;
    // The database may be another one than the one whose ids we remember: look everything up again, once.
    if (isDanglingReference(error) && deps.sources.forget()) return applyDeliveries(batch, deps);
    const [first] = batch;
    if (first && batch.length === 1) return commitBatch([quarantine(first, error)], deps);
    const middle = Math.ceil(batch.length / 2);
    const left = await applyDeliveries(batch.slice(0, middle), deps);
    return [...left, ...(await applyDeliveries(batch.slice(middle), deps))];
  }
}

/** An observation speaks of a source that its delivery does not claim: an adapter's mistake. */
class UnclaimedSource extends Error {}

/** Would fail again whenever it is sent: refused by the database, or impossible to write (a moment that is no whole µs). */
const isPoison = (error: unknown) =>
  isDataError(error) || error instanceof RangeError || error instanceof UnclaimedSource;

function quarantine(delivery: PendingDelivery, error: unknown): PendingDelivery {
  const reason = error instanceof Error ? error.message : String(error);
  // Nothing of the row may be refused a second time: no NUL, no moment out of range.
  const storable = (text: string) => text.toWellFormed().replaceAll("\0", "\\u0000");
  return {
    ...delivery,
    outcome: "quarantined",
    eventType: storable(delivery.eventType),
    observedAtUs: null,
    issues: [`It could not be stored: ${storable(reason)}`],
    body: storable(typeof delivery.body === "string" ? delivery.body : Buffer.from(delivery.body).toString()),
    claims: [],
    observations: [],
  };
}

async function commitBatch(batch: readonly PendingDelivery[], deps: ApplyDeps): Promise<Written[]> {
  const unique = uniqueDeliveries(batch);
  const claims = deps.sources.unknown(unique.flatMap(({ delivery }) => placeClaims(delivery, deps)));
  const isReadingsOnly = claims.length === 0 && unique.every(({ delivery }) => delivery.observations.every(isReading));
  // One statement is a transaction of its own, and its locks are gone before this process hears of it.
  const { result, ensured, changes } = isReadingsOnly
    ? await writeReadings(unique, deps)
    : await inTransaction(deps.pool, (client) => writeEverything(client, unique, claims, deps));
  deps.sources.remember(claims, ensured.sourceIds);
  if (result.unsettled !== "[]") {
    await inTransaction(deps.pool, (client) => settleSince(client, result.unsettled)).catch(deps.onSettleFailed);
  }
  const floorIds = [...new Set([...ensured.floorIds, ...result.floorIds])];
  if (floorIds.length > 0) deps.onCommitted(floorIds);
  return endings(batch, unique, result, changes);
}

interface WrittenBatch {
  readonly result: BatchResult;
  readonly ensured: { readonly floorIds: readonly number[]; readonly sourceIds: SourceIds };
  readonly changes: Changed;
}

const NOTHING_ELSE: Omit<WrittenBatch, "result"> = {
  ensured: { floorIds: [], sourceIds: new Map() },
  changes: { written: [], shown: [] },
};

async function writeReadings(unique: readonly Unique[], deps: ApplyDeps): Promise<WrittenBatch> {
  const rows = batchRows(unique, NOTHING_ELSE.changes, deps.sources.idOf);
  return { ...NOTHING_ELSE, result: await writeBatch(deps.pool, rows) };
}

async function writeEverything(
  client: PoolClient,
  unique: readonly Unique[],
  claims: readonly PlaceClaim[],
  deps: ApplyDeps,
): Promise<WrittenBatch> {
  const ensured = claims.length > 0 ? await ensureSources(client, claims, deps.createsSpaces) : NOTHING_ELSE.ensured;
  const idOf: IdOf = (source) => ensured.sourceIds.get(sourceKey(source)) ?? deps.sources.idOf(source);
  const changes = await writeOthers(client, unique, idOf);
  return { ensured, changes, result: await writeBatch(client, batchRows(unique, changes, idOf)) };
}

const isReading = (observation: Observation): observation is Reading => observation.kind === "reading";

type IdOf = (source: SourceRef) => number | undefined;

/** Every source an observation names was claimed by its own delivery or by one before it. */
function requireId(idOf: IdOf, source: SourceRef): number {
  const id = idOf(source);
  if (id === undefined) throw new UnclaimedSource(`No claim says what ${sourceKey(source)} is`);
  return id;
}

/** What is said besides readings is rare: each kind is one more statement, and only when there is some. */
async function writeOthers(client: PoolClient, unique: readonly Unique[], idOf: IdOf): Promise<Changed> {
  const others = unique.flatMap(({ delivery }) =>
    delivery.observations
      .filter((observation) => !isReading(observation))
      .map((observation) => ({
        ...observation,
        sourceId: requireId(idOf, sourceOf(observation)),
        receivedAtUs: delivery.receivedAtUs,
      })),
  );
  if (others.length === 0) return NOTHING_ELSE.changes;
  const of = <K extends Observation["kind"]>(kind: K) =>
    others.filter((other): other is Extract<(typeof others)[number], { kind: K }> => other.kind === kind);
  const changes: Changed[] = [];
  if (of("fact").length > 0) changes.push(await writeFacts(client, of("fact")));
  if (of("booking").length > 0) changes.push(await writeBookings(client, of("booking")));
  if (of("signal").length > 0) changes.push(await writeSignals(client, of("signal")));
  if (of("visit").length > 0) changes.push(await writeVisits(client, of("visit")));
  return {
    written: changes.flatMap((change) => change.written),
    shown: [...new Set(changes.flatMap((change) => change.shown))],
  };
}

const sourceOf = (observation: Observation) =>
  observation.kind === "visit" ? observation.location : observation.source;

function batchRows(unique: readonly Unique[], changes: Changed, idOf: IdOf): Batch {
  const readings: ReadingRow[] = [];
  for (const { delivery } of unique) {
    for (const observation of delivery.observations) {
      if (observation.kind === "reading")
        readings.push(readingRow(observation, delivery, requireId(idOf, observation.source)));
    }
  }
  return {
    deliveries: logged(unique).map(
      ({ delivery, day, copies }): DeliveryRow => ({ ...delivery, eventDay: day, copies }),
    ),
    readings,
    changedSourceIds: changes.shown,
  };
}

const logged = (unique: readonly Unique[]) => unique.filter(({ delivery }) => !delivery.isFleeting);

function readingRow(reading: Reading, delivery: PendingDelivery, sourceId: number): ReadingRow {
  const { uncertain, filledIn } = READING_FLAGS;
  return {
    sourceId,
    metric: METRICS[reading.metric].code,
    observedAtUs: reading.observedAtUs,
    value: reading.value,
    version: reading.version ?? Math.floor(delivery.receivedAtUs / 1_000_000),
    receivedAtUs: delivery.receivedAtUs,
    flags: (reading.uncertain ? uncertain : 0) | (reading.historyOnly ? filledIn : 0),
  };
}

interface Unique {
  readonly delivery: PendingDelivery;
  readonly day: number;
  copies: number;
}

const DAY_US = 86_400_000_000;

/** The day of the event, so that a retry days later meets the same row; the day of arrival when it tells none. */
const eventDay = (delivery: PendingDelivery) =>
  delivery.eventDay ?? Math.floor((delivery.observedAtUs ?? delivery.receivedAtUs) / DAY_US);

const identity = (delivery: PendingDelivery) =>
  `${delivery.vendor}:${eventDay(delivery)}:${delivery.key.toString("latin1")}`;

/** ON CONFLICT may not meet a row twice in one statement, so copies inside a batch are counted here. */
function uniqueDeliveries(batch: readonly PendingDelivery[]): Unique[] {
  const seen = new Map<string, Unique>();
  for (const delivery of batch) {
    const key = identity(delivery);
    const twin = seen.get(key);
    if (twin) twin.copies++;
    else seen.set(key, { delivery, day: eventDay(delivery), copies: delivery.isReplay ? 0 : 1 });
  }
  return [...seen.values()];
}

function endings(
  batch: readonly PendingDelivery[],
  unique: readonly Unique[],
  result: BatchResult,
  changes: Changed,
): Written[] {
  const inLog = logged(unique);
  const repeats = new Set(result.repeats.map((index) => inLog[index]?.delivery));
  const first = new Set(unique.map(({ delivery }) => delivery));
  const changed = new Map<number, number>();
  for (const receivedAtUs of result.changed) changed.set(receivedAtUs, (changed.get(receivedAtUs) ?? 0) + 1);
  return batch.map((delivery): Written => {
    if (!first.has(delivery) || repeats.has(delivery)) return { kind: "duplicate" };
    if (delivery.outcome === "quarantined") return { kind: "quarantined", issues: delivery.issues };
    if (delivery.outcome === "unhandled") return { kind: "unhandled", eventType: delivery.eventType };
    const readings = changed.get(delivery.receivedAtUs) ?? 0;
    const others = delivery.observations.filter((observation) => observation.kind !== "reading");
    // Only numbers can be known already under another id; a new word about anything else is kept as such.
    if (readings === 0 && others.length === 0 && delivery.observations.length > 0) return { kind: "duplicate" };
    return { kind: "stored", changed: readings + (changes.written.length > 0 ? others.length : 0) };
  });
}

function placeClaims(delivery: PendingDelivery, deps: ApplyDeps): PlaceClaim[] {
  return delivery.claims.map((path) => ({
    path,
    saidAtUs: delivery.observedAtUs ?? delivery.receivedAtUs,
    expectedIntervalMs: deps.expectedIntervalMs(delivery.vendor),
  }));
}
