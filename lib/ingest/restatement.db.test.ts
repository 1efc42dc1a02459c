import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verdictAt } from "@/lib/core/floor";
import { readFloorSnapshot } from "@/lib/db/floor-repository";
import { ingestInto, openIngest } from "@/lib/testing/ingest-fixture";
import type { PendingDelivery } from "./apply-deliveries";

/**
 * Butlr's law: whatever the order, the repeats and the concurrency in which a room's restated minutes arrive, each
 * minute ends with the value computed last, and "now" is the newest minute.
 * PROPERTY_RUNS=20000 for more schedules; the seed is printed by fast-check when one fails.
 */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 2_000);
const MINUTES = 6;
const START_S = Math.floor(Date.now() / 1000) - MINUTES * 60 - 300;

interface Statement {
  readonly minute: number;
  /** Seconds after the minute at which Butlr computed it: unique within a minute. */
  readonly version: number;
  readonly value: number;
}

const statements = fc
  .uniqueArray(fc.record({ minute: fc.nat(MINUTES - 1), version: fc.nat(300), value: fc.nat(12) }), {
    minLength: 1,
    maxLength: 14,
    selector: (s) => `${s.minute}/${s.version}`,
  })
  .map((all): Statement[] => all);

/** Arrivals as batches; batches of one round run at the same time on two instances. */
const schedule = statements.chain((all) =>
  fc.record({
    all: fc.constant(all),
    arrivals: fc
      .array(fc.nat(all.length - 1), { maxLength: 8 })
      .chain((repeats) => fc.shuffledSubarray([...all.keys(), ...repeats], { minLength: all.length + repeats.length })),
    batchSize: fc.integer({ min: 1, max: 5 }),
    parallel: fc.integer({ min: 1, max: 3 }),
  }),
);

let ingest: Awaited<ReturnType<typeof openIngest>>;
let other: ReturnType<typeof ingestInto>;
let room = 0;

beforeAll(async () => {
  ingest = await openIngest();
  other = ingestInto(ingest.db);
});
afterAll(() => ingest.close());

const KEY_BYTES = (name: string) => Buffer.from(name);

function delivery(roomId: string, s: Statement): PendingDelivery {
  const step = (kind: "site" | "building" | "floor" | "room", externalId: string) => ({
    source: { vendor: "butlr" as const, kind, externalId },
    spaceKind: kind,
    name: externalId,
    customId: null,
  });
  const place = [step("site", "s"), step("building", "b"), step("floor", "f"), step("room", roomId)];
  const observedAtS = START_S + s.minute * 60;
  return {
    vendor: "butlr",
    key: KEY_BYTES(`${roomId}/${s.minute}/${s.version}`),
    eventType: "ROOM_OCCUPANCY",
    outcome: "stored",
    observedAtUs: observedAtS * 1_000_000,
    receivedAtUs: ingest.deps.clock(),
    issues: [],
    body: "{}",
    claims: [place],
    observations: [
      {
        kind: "reading",
        source: { vendor: "butlr", kind: "room", externalId: roomId },
        metric: "occupancy",
        value: s.value,
        observedAtUs: observedAtS * 1_000_000,
        version: observedAtS + s.version,
      },
    ],
  };
}

function batches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** What must be true in the end: minute → value of its highest version. */
function oracle(all: readonly Statement[]): [number, number][] {
  const best = new Map<number, Statement>();
  for (const s of all) if (s.version >= (best.get(s.minute)?.version ?? -1)) best.set(s.minute, s);
  return [...best.values()].sort((a, b) => a.minute - b.minute).map((s) => [s.minute, s.value]);
}

/** Since when the newest band holds, from the readings in order. */
function sinceOf(minutes: readonly [number, number][]): number {
  let index = minutes.length - 1;
  const band = (i: number) => (minutes[i]?.[1] ?? 0) > 0;
  while (index > 0 && band(index - 1) === band(minutes.length - 1)) index--;
  return (START_S + (minutes[index]?.[0] ?? 0) * 60) * 1000;
}

async function stored(roomId: string): Promise<[number, number][]> {
  const { rows } = await ingest.db.read.query<{ minute: number; value: number }>(
    `SELECT ((extract(epoch FROM observed_at) - $2) / 60)::int AS minute, value FROM reading r
     JOIN source s ON s.id = r.source_id WHERE s.external_id = $1 ORDER BY observed_at`,
    [roomId, START_S],
  );
  return rows.map((row) => [row.minute, row.value]);
}

async function shown(roomId: string) {
  const { rows } = await ingest.db.read.query<{ floor_id: number; space_id: number }>(
    `SELECT m.floor_id, m.space_id FROM source s JOIN assignment a ON a.source_id = s.id
     JOIN floor_member m ON m.space_id = a.space_id WHERE s.external_id = $1`,
    [roomId],
  );
  const snapshot = await readFloorSnapshot(String(rows[0]?.floor_id), ingest.db);
  return snapshot?.spaces.find((space) => space.id === String(rows[0]?.space_id));
}

test(`${RUNS} schedules of restated minutes end in the value computed last`, { timeout: 30 * 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async ({ all, arrivals, batchSize, parallel }) => {
      const roomId = `room_${room++}`;
      const pending = arrivals.map((index) => delivery(roomId, all[index] as Statement));
      for (const round of batches(batches(pending, batchSize), parallel)) {
        await Promise.all(round.map((batch, i) => (i % 2 === 0 ? ingest : other).apply(batch)));
      }
      const minutes = oracle(all);
      expect(await stored(roomId)).toEqual(minutes);
      const space = await shown(roomId);
      expect(space?.metrics.occupancy?.value).toBe(minutes.at(-1)?.[1]);
      expect(space && verdictAt(space, START_S * 1000 + MINUTES * 60_000).since).toBe(sinceOf(minutes));
      // The floor grows by a room a run: a snapshot of thousands of rooms would be all this test measures.
      if (room % 50 === 0) await ingest.db.read.query("UPDATE floor_member SET removed = true");
    }),
    { numRuns: RUNS },
  );
});
