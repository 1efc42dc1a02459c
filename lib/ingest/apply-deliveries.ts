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
  const claims = deps.sources.unknown(unique.flatMap(({ delivery }) => newClaims(delivery, deps)));
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

const NO_CLAIMS: readonly PlaceClaim[] = [];

/** What a delivery claims that was not known; nearly always nothing. */
function newClaims(delivery: PendingDelivery, deps: ApplyDeps): readonly PlaceClaim[] {
  if (delivery.claims.every(deps.sources.knows)) return NO_CLAIMS;
  return delivery.claims.map((path) => ({
    path,
    saidAtUs: delivery.observedAtUs ?? delivery.receivedAtUs,
    expectedIntervalMs: deps.expectedIntervalMs(delivery.vendor),
  }));
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
  return { deliveries: logged(unique), readings, changedSourceIds: changes.shown };
}

/** In the order in which every batch of every instance takes its rows, so that no two wait for each other. */
const logged = (unique: readonly Unique[]): Unique[] =>
  unique.filter(({ delivery }) => !delivery.isFleeting).sort((a, b) => (a.id < b.id ? -1 : 1));

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

interface Unique extends DeliveryRow {
  readonly id: string;
  readonly delivery: PendingDelivery;
  copies: number;
}

const DAY_US = 86_400_000_000;

/** The day of the event, so that a retry days later meets the same row; the day of arrival when it tells none. */
const eventDay = (delivery: PendingDelivery) =>
  delivery.eventDay ?? Math.floor((delivery.observedAtUs ?? delivery.receivedAtUs) / DAY_US);

/** Sorts as vendor, key and day do. */
const identity = (delivery: PendingDelivery, day: number) =>
  `${delivery.vendor}:${delivery.key.toString("latin1")}:${day}`;

/** ON CONFLICT may not meet a row twice in one statement, so copies inside a batch are counted here. */
function uniqueDeliveries(batch: readonly PendingDelivery[]): Unique[] {
  const seen = new Map<string, Unique>();
  for (const delivery of batch) {
    const day = eventDay(delivery);
    const id = identity(delivery, day);
    const twin = seen.get(id);
    if (twin) twin.copies++;
    else seen.set(id, { id, delivery, day, copies: delivery.isReplay ? 0 : 1 });
  }
  return [...seen.values()];
}

function endings(
  batch: readonly PendingDelivery[],
  unique: readonly Unique[],
  result: BatchResult,
  changes: Changed,
): Written[] {
  const repeats = new Set(result.repeats.length > 0 ? repeated(unique, result.repeats) : []);
  const first = new Set(unique.map(({ delivery }) => delivery));
  const changed = result.changed && countEach(result.changed);
  return batch.map((delivery): Written => {
    if (!first.has(delivery) || repeats.has(delivery)) return { kind: "duplicate" };
    if (delivery.outcome === "quarantined") return { kind: "quarantined", issues: delivery.issues };
    if (delivery.outcome === "unhandled") return { kind: "unhandled", eventType: delivery.eventType };
    const all = delivery.observations.length;
    const readings = delivery.observations.filter(isReading).length;
    const news = changed ? (changed.get(delivery.receivedAtUs) ?? 0) : readings;
    // Only numbers can be known already under another id; a new word about anything else is kept as such.
    if (news === 0 && readings === all && all > 0) return { kind: "duplicate" };
    return { kind: "stored", changed: news + (changes.written.length > 0 ? all - readings : 0) };
  });
}

function repeated(unique: readonly Unique[], indexes: readonly number[]) {
  const inLog = logged(unique);
  return indexes.map((index) => inLog[index]?.delivery);
}

function countEach(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
