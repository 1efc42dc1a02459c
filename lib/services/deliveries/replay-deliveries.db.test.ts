import { afterEach, beforeEach, expect, test } from "vitest";
import { DeliveryQuery, type ReplayRequest } from "@/lib/core/delivery";
import { listDeliveries } from "@/lib/db/delivery-repository";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import type { VendorAdapter } from "@/lib/vendors/adapter";
import { readDeliveryDetail } from "./read-delivery-detail";
import { replayDeliveries } from "./replay-deliveries";

const ACTOR = { userId: "u1", name: "Olga" };
const MINUTE = 60_000;
const NOW = Date.now();
let clock: number;
let ingest: Awaited<ReturnType<typeof openIngest>>;

beforeEach(async () => {
  clock = NOW;
  ingest = await openIngest({ now: () => clock });
});
afterEach(() => ingest.close());

const event = (minutesAgo: number, data: unknown) => butlrEvent({ at: NOW - minutesAgo * MINUTE, data });

/** The parser of a later version: it also takes a count that is written as a word. */
function later(): (vendor: string) => VendorAdapter | undefined {
  const today = ingest.deps.findAdapter("butlr") as VendorAdapter;
  return () => ({
    ...today,
    parse: (payload, now) => {
      const said = payload as { data: unknown };
      return today.parse({ ...said, data: said.data === "four" ? 4 : said.data }, now);
    },
  });
}

const replay = (request: ReplayRequest, findAdapter = ingest.deps.findAdapter) =>
  replayDeliveries(request, ACTOR, { findAdapter, apply: ingest.apply }, ingest.db);
const list = async () => (await listDeliveries(DeliveryQuery.parse({}), ingest.db)).items;
const newestId = async () => (await list())[0]?.id ?? "";
const detail = (id: string) => readDeliveryDetail(id, ingest.deps.findAdapter, ingest.db);

/** Everything a replay could touch, as the database has it. */
async function everything() {
  const tables = ["delivery", "reading", "source_value", "source", "floor_feed", "floor_member", "space"];
  const dumps = tables.map((table) =>
    ingest.db.read.query<{ all: string }>(
      `SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS all FROM ${table} t`,
    ),
  );
  return (await Promise.all(dumps)).map(({ rows }) => rows[0]?.all);
}

test("what an old parser could not read is stored once by a new one, as if it had been read then", async () => {
  await ingest.post(event(3, 2));
  clock = NOW + 5_000;
  await ingest.post(event(2, "four"));
  const id = await newestId();
  expect(await detail(id)).toMatchObject({ outcome: "quarantined", readings: [], lagMs: null });

  expect(await replay({ ids: [id] })).toMatchObject({ quarantined: 1, stored: 0 });
  const before = await list();
  expect(await replay({ ids: [id] }, later())).toEqual({
    replayed: 1,
    stored: 1,
    unchanged: 0,
    unhandled: 0,
    quarantined: 0,
    skipped: 0,
    more: false,
  });
  const after = await list();
  expect(after).toEqual([
    {
      ...before[0],
      outcome: "stored",
      observedAt: new Date(NOW - 2 * MINUTE).toISOString(),
      lagMs: 2 * MINUTE + 5_000,
    },
    before[1],
  ]);
  const { rows } = await ingest.db.read.query("SELECT value, received_at FROM reading ORDER BY observed_at");
  expect(rows).toEqual([
    { value: 2, received_at: new Date(NOW) },
    { value: 4, received_at: new Date(NOW + 5_000) },
  ]);

  const once = await everything();
  expect(await replay({ ids: [id] }, later())).toMatchObject({ replayed: 1, stored: 0, unchanged: 1 });
  expect(await everything()).toEqual(once);
});

test("a repeat by the vendor still meets the row that was replayed", async () => {
  const broken = event(2, "four");
  await ingest.post(broken);
  await replay({ ids: [await newestId()] }, later());
  expect(await ingest.post(broken)).toEqual({ kind: "duplicate" });
  expect(await list()).toMatchObject([{ outcome: "stored", duplicates: 1 }]);
});

test("an event of yesterday that is read only today stays one row", async () => {
  await ingest.post(butlrEvent({ at: NOW - 26 * 60 * MINUTE, data: "four" }));
  await replay({ ids: [await newestId()] }, later());
  expect(await list()).toMatchObject([{ outcome: "stored" }]);
  expect((await detail(await newestId())).readings).toEqual([]); // today's own parser cannot read it
});

test("replaying everything twice changes nothing, however much was corrected since", async () => {
  for (const [minutesAgo, people] of [
    [5, 1],
    [4, 2],
    [5, 3],
    [3, 0],
    [4, 2],
    [1, 7],
  ] as const) {
    clock += 1_000;
    await ingest.post(event(minutesAgo, people));
  }
  const repeated = event(2, 5);
  await ingest.post(repeated);
  await ingest.post(repeated);
  const before = await everything();
  for (let round = 0; round < 2; round++) {
    expect(await replay({ vendor: "butlr" })).toMatchObject({ replayed: 7, stored: 0, unchanged: 7 });
    expect(await everything()).toEqual(before);
  }
});

test("a reading that was lost comes back, with the moment it first came in", async () => {
  await ingest.post(event(2, 4));
  const before = await everything();
  await ingest.db.read.query("DELETE FROM reading");
  expect(await detail(await newestId())).toMatchObject({ readings: [{ fate: "missing", value: 4 }] });
  expect(await replay({ outcome: "stored" })).toMatchObject({ stored: 1 });
  expect((await everything())[1]).toBe(before[1]);
});

test("the detail says which readings stand and which are known better", async () => {
  await ingest.post(event(2, 4));
  const first = await newestId();
  expect(await detail(first)).toMatchObject({
    eventType: "ROOM_OCCUPANCY",
    issues: [],
    key: expect.stringMatching(/^[0-9a-f]{64}$/),
    body: expect.stringContaining('"room_name":"Fjord"'),
    readings: [
      {
        source: { vendor: "butlr", kind: "room", externalId: "room_1", name: "Fjord" },
        metric: "occupancy",
        value: 4,
        fate: "stored",
        observedAt: new Date(NOW - 2 * MINUTE).toISOString(),
      },
    ],
    others: [],
  });
  clock = NOW + 5_000;
  await ingest.post(event(2, 6));
  expect((await detail(first)).readings).toMatchObject([
    { value: 4, fate: "superseded", standing: { value: 6, receivedAt: new Date(NOW + 5_000).toISOString() } },
  ]);
});

test("a filter takes the oldest first and leaves the others alone", async () => {
  for (const [i, minutesAgo] of [9, 8, 7].entries()) {
    clock = NOW - minutesAgo * MINUTE;
    await ingest.post(butlrEvent({ at: clock, data: i === 1 ? "four" : i }));
  }
  const from = new Date(NOW - 8 * MINUTE);
  expect(await replay({ outcome: "quarantined", from }, later())).toMatchObject({ replayed: 1, stored: 1 });
  expect(await replay({ from, to: new Date(NOW - 7 * MINUTE) })).toMatchObject({ replayed: 1 });
  await expect(replay({ outcome: "unhandled" })).rejects.toMatchObject({ code: "not-found" });
});

test("what is no event of its vendor any more is left as it is", async () => {
  await ingest.post(event(2, 4));
  const before = await everything();
  expect(await replay({ vendor: "butlr" }, () => undefined)).toMatchObject({ replayed: 0, skipped: 1 });
  expect(await everything()).toEqual(before);
});

test("who replayed what is on record", async () => {
  await ingest.post(event(2, 4));
  const id = await newestId();
  await replay({ ids: [id] });
  const { rows } = await ingest.db.read.query(
    "SELECT actor_id, actor_name, action, object_type, object_id, after FROM audit_entry",
  );
  expect(rows).toEqual([
    {
      actor_id: "u1",
      actor_name: "Olga",
      action: "delivery.replay",
      object_type: "delivery",
      object_id: id,
      after: { request: { ids: [id] }, ids: [id] },
    },
  ]);
});
