import { afterAll, beforeAll, expect, test } from "vitest";
import { readFloorSnapshot } from "@/lib/db/floor-repository";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";

let ingest: Awaited<ReturnType<typeof openIngest>>;
const T = Date.now() - 10 * 60_000;
const minute = (n: number) => T + n * 60_000;

beforeAll(async () => {
  ingest = await openIngest();
});
afterAll(() => ingest.close());

async function room(roomId: string) {
  const { rows } = await ingest.db.read.query<{ space_id: number; floor_id: number }>(
    `SELECT a.space_id, m.floor_id FROM source s JOIN assignment a ON a.source_id = s.id
     JOIN floor_member m ON m.space_id = a.space_id AND NOT m.removed WHERE s.external_id = $1`,
    [roomId],
  );
  const found = rows[0];
  const floor = found && (await readFloorSnapshot(String(found.floor_id), ingest.db));
  const space = floor?.spaces.find((s) => s.id === String(found?.space_id));
  return { floor, space, count: rows.length };
}

test("the first event of a place creates site, building, floor and room, and lights it up", async () => {
  const outcome = await ingest.post(
    butlrEvent({ at: minute(1), data: 4, metadata: { room_id: "room_a", room_name: "Fjord" } }),
  );
  expect(outcome).toEqual({ kind: "stored", changed: 1 });
  const { floor, space } = await room("room_a");
  expect(floor?.floor).toMatchObject({ name: "2nd Floor", building: { name: "Kvartal 12" }, site: { name: "Oslo" } });
  expect(space).toMatchObject({ name: "Fjord", kind: "room", state: "occupied", metrics: { occupancy: { value: 4 } } });
});

test("the same POST again is a duplicate and moves nothing", async () => {
  const event = butlrEvent({ at: minute(1), data: 4, metadata: { room_id: "room_b" } });
  await ingest.post(event);
  const before = await room("room_b");
  expect(await ingest.post(event)).toEqual({ kind: "duplicate" });
  expect((await room("room_b")).floor?.offset).toBe(before.floor?.offset);
});

test("a restated minute changes once, an older minute changes history only", async () => {
  const metadata = { room_id: "room_c" };
  await ingest.post(butlrEvent({ at: minute(5), data: 4, metadata }));
  expect(await ingest.post(butlrEvent({ at: minute(3), data: 9, metadata }))).toEqual({ kind: "stored", changed: 1 });
  expect((await room("room_c")).space?.metrics.occupancy).toMatchObject({ value: 4 });
  expect(await ingest.post(butlrEvent({ at: minute(5), data: 5, metadata }))).toEqual({ kind: "stored", changed: 1 });
  expect(await ingest.post(butlrEvent({ at: minute(5), data: 5, metadata }))).toEqual({ kind: "duplicate" });
  expect((await room("room_c")).space?.metrics.occupancy).toMatchObject({ value: 5 });
  const { rows } = await ingest.db.read.query(
    "SELECT value, first_value, revisions FROM reading r JOIN source s ON s.id = r.source_id WHERE external_id = 'room_c' ORDER BY observed_at",
  );
  expect(rows).toEqual([
    { value: 9, first_value: 9, revisions: 0 },
    { value: 5, first_value: 4, revisions: 1 },
  ]);
});

test("'since' is the same whatever order the minutes come in", async () => {
  const values = [0, 3, 3, 0, 2, 2, 2];
  for (const [name, order] of Object.entries({
    d: [0, 1, 2, 3, 4, 5, 6],
    e: [6, 2, 4, 0, 5, 3, 1],
    f: [6, 5, 4, 3, 2, 1, 0],
  })) {
    for (const i of order)
      await ingest.post(butlrEvent({ at: minute(i), data: values[i], metadata: { room_id: `room_${name}` } }));
    expect((await room(`room_${name}`)).space?.since).toBe(new Date(minute(4)).toISOString());
  }
});

test("a room that moved to another floor leaves a tombstone and takes its zones along", async () => {
  const metadata = { room_id: "room_g", zone_id: "zone_g", zone_name: "Desk 07" };
  await ingest.post(butlrEvent({ at: minute(1), data: 1, metadata: { room_id: "room_g" } }));
  await ingest.post(butlrEvent({ type: "ZONE_OCCUPANCY", at: minute(1), data: 1, metadata }));
  const old = await room("room_g");
  await ingest.post(
    butlrEvent({ at: minute(2), data: 1, metadata: { room_id: "room_g", floor_id: "space_2", floor_name: "3rd" } }),
  );
  const moved = await room("room_g");
  expect(moved.count).toBe(1);
  expect(moved.floor?.floor.name).toBe("3rd");
  expect((await room("zone_g")).floor?.floor.name).toBe("3rd");
  const left = await readFloorSnapshot(String(old.floor?.floor.id), ingest.db);
  expect(left?.spaces.map((s) => s.id)).not.toContain(old.space?.id);
  expect(left?.offset).toBeGreaterThan(old.floor?.offset ?? 0);
});

test("a vendor's new name follows the newest event, a late one does not bring the old name back", async () => {
  const at = (n: number, room_name: string) =>
    ingest.post(butlrEvent({ at: minute(n), data: n, metadata: { room_id: "room_h", room_name } }));
  await at(1, "Old");
  await at(5, "New");
  await at(3, "Old");
  expect((await room("room_h")).space?.name).toBe("New");
});

test("readings older than 24 h on arrival are history only", async () => {
  await ingest.post(butlrEvent({ at: Date.now() - 3 * 86_400_000, data: 4, metadata: { room_id: "room_i" } }));
  const { space } = await room("room_i");
  expect(space).toMatchObject({ state: "unknown", metrics: {} });
});

test.each([
  ["text the database refuses", { body: "\0" }],
  ["a moment that is no whole µs", { at: 0.5 }],
  ["a source that nobody claimed", { externalId: "room_nobody" }],
])("a delivery with %s is quarantined alone, its neighbours are stored", async (name, poison) => {
  const pending = (n: number, { body = "{}", at = 0, externalId = "room_a" } = {}) => ({
    vendor: "butlr",
    key: Buffer.from(`${name}${n}`),
    eventType: "ROOM_OCCUPANCY",
    outcome: "stored" as const,
    observedAtUs: minute(n) * 1000,
    receivedAtUs: Date.now() * 1000 + n,
    issues: [],
    body,
    claims: [],
    observations: [
      {
        kind: "reading" as const,
        source: { vendor: "butlr" as const, kind: "room", externalId },
        metric: "occupancy" as const,
        value: Math.random(),
        observedAtUs: minute(n) * 1000 + at,
        version: null,
      },
    ],
  });
  const endings = await ingest.apply([pending(2), pending(3, poison), pending(4)]);
  expect(endings.map(({ kind }) => kind)).toEqual(["stored", "quarantined", "stored"]);
});
