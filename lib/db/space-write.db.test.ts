import { afterAll, beforeAll, expect, test } from "vitest";
import type { SpaceChange, SpaceDraft } from "@/lib/core/space-requests";
import { butlrEvent, ingestInto, openIngest } from "@/lib/testing/ingest-fixture";
import { readFloorFrames, readFloorSnapshot } from "./floor-repository";
import { inTransaction } from "./in-transaction";
import { changeSpace, createSpace } from "./space-write";

const NOW = Math.floor(Date.now() / 1000) * 1000;
const ADA = { userId: "u1", name: "Ada", address: null };

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
});
afterAll(() => ingest.close());

const create = (draft: SpaceDraft) =>
  inTransaction(ingest.db.read, async (client) => (await createSpace(client, draft, ADA)).id);
const change = (id: number, what: SpaceChange) =>
  inTransaction(ingest.db.read, (client) => changeSpace(client, id, what, ADA));
const add = (kind: SpaceDraft["kind"], parent: number | null, name: string, rest: Partial<SpaceDraft> = {}) =>
  create({ kind, parentId: parent === null ? null : String(parent), name, ...rest });
const names = async (floor: number) =>
  (await readFloorSnapshot(String(floor), ingest.db))?.spaces.map(({ name }) => name).sort();
const row = async <T extends object>(sql: string, values: unknown[] = []) => {
  const { rows } = await ingest.db.read.query<T>(sql, values);
  if (!rows[0]) throw new Error("No row");
  return rows[0];
};

let built = 0;
/** A site of the test's own with a building and two floors. */
async function building() {
  const site = await add("site", null, `Site ${built++}`, { timeZone: "Europe/Oslo" });
  const house = await add("building", site, "House");
  return { site, house, first: await add("floor", house, "1"), second: await add("floor", house, "2") };
}

test("a tree built by hand is on its floor, down to the desk", async () => {
  const { first } = await building();
  const room = await add("room", first, "Fjord", { capacity: 6, tags: ["quiet", "quiet"] });
  const zone = await add("zone", room, "Window");
  await add("desk", zone, "Desk 1");
  await add("desk", first, "Desk 2");
  expect(await names(first)).toEqual(["Desk 1", "Desk 2", "Fjord", "Window"]);
  expect(await row("SELECT capacity, tags FROM space WHERE id = $1", [room])).toEqual({ capacity: 6, tags: ["quiet"] });
});

test.each<[SpaceDraft["kind"], "site" | "house" | "first" | null]>([
  ["building", null],
  ["floor", "site"],
  ["room", "house"],
  ["desk", "house"],
  ["site", "house"],
  ["building", "first"],
])("a %s in %s is refused, naming the field", async (kind, where) => {
  const places = await building();
  await expect(add(kind, where === null ? null : places[where], "X")).rejects.toMatchObject({
    code: "invalid",
    details: { issues: [{ path: "parentId" }] },
  });
});

test("a time zone is for sites; a name and an own id are there once", async () => {
  const { first, house } = await building();
  await expect(add("room", first, "A", { timeZone: "Europe/Oslo" })).rejects.toMatchObject({ code: "invalid" });
  const room = await add("room", first, "A", { customId: "r-1" });
  await expect(add("room", first, "a")).rejects.toMatchObject({ code: "conflict" });
  await expect(add("room", first, "B", { customId: "r-1" })).rejects.toMatchObject({ code: "conflict" });
  await expect(change(room, { name: null })).rejects.toMatchObject({ code: "invalid" });
  await expect(change(house, { holidays: [] })).rejects.toMatchObject({ code: "invalid" });
  expect(await change(room, { name: "A", customId: "r-1" })).toEqual([]); // nothing new: no audit, no news
  expect(await change(999_999, { name: "x" })).toBeNull();
});

test("moving a room takes what is in it along, and leaves tombstones on the floor it left", async () => {
  const { first, second } = await building();
  const room = await add("room", first, "Fjord");
  await add("desk", room, "Desk 1");
  const before = await readFloorSnapshot(String(first), ingest.db);
  const cursor = { floorId: first, epoch: before?.epoch ?? "", offset: before?.offset ?? 0 };
  expect((await change(room, { parentId: String(second) }))?.sort()).toEqual([first, second].sort());
  expect([await names(first), await names(second)]).toEqual([[], ["Desk 1", "Fjord"]]);
  const [frame] = await readFloorFrames([cursor], ingest.db);
  expect(frame?.changes).toEqual([
    { id: expect.any(String), removed: true },
    { id: expect.any(String), removed: true },
  ]);
});

test("moved to another site, both sites read of it in the audit log", async () => {
  const [here, there] = [await building(), await building()];
  await change(here.house, { parentId: String(there.site), name: "Moved" });
  const { rows } = await ingest.db.read.query(
    "SELECT site_id, before, after FROM audit_entry WHERE action = 'space.update' AND object_id = $1 ORDER BY site_id",
    [String(here.house)],
  );
  const said = {
    before: { name: "House", parentId: here.site },
    after: { name: "Moved", parentId: there.site },
  };
  expect(rows).toEqual([
    { site_id: here.site, ...said },
    { site_id: there.site, ...said },
  ]);
});

test("where an admin put a vendor's room, the vendor's next word about its floor changes nothing but names", async () => {
  const { second } = await building();
  const metadata = { room_id: "room_moved", room_name: "Vik", zone_id: "zone_1", zone_name: "Sofa" };
  const zone = { type: "ZONE_OCCUPANCY", data: 2, metadata };
  expect(await ingest.post(butlrEvent({ ...zone, at: NOW - 120_000 }))).toMatchObject({ kind: "stored" });
  const { id } = await row<{ id: number }>("SELECT id FROM space WHERE vendor_name = 'Vik'");
  await change(id, { parentId: String(second), name: "Bay" });
  expect(await names(second)).toEqual(["Bay", "Sofa"]);
  const later = { ...zone, metadata: { ...metadata, room_name: "Vika" } };
  await ingestInto(ingest.db, { now: () => NOW }).post(butlrEvent({ ...later, at: NOW - 60_000 }));
  expect(await names(second)).toEqual(["Bay", "Sofa"]);
  expect(await row("SELECT vendor_name FROM space WHERE id = $1", [id])).toEqual({ vendor_name: "Vika" });
});

test("a capacity, its own or its type's, judges the count that is there", async () => {
  const metadata = { room_id: "room_full", room_name: "Crowd" };
  await ingest.post(butlrEvent({ at: NOW - 60_000, data: 5, metadata }));
  const { id } = await row<{ id: number }>("SELECT id FROM space WHERE vendor_name = 'Crowd'");
  const floor = String(
    (await row<{ f: number }>("SELECT floor_id AS f FROM floor_member WHERE space_id = $1", [id])).f,
  );
  const shown = async () =>
    (await readFloorSnapshot(floor, ingest.db))?.spaces.find((space) => space.id === String(id));
  const type = await row<{ id: number }>(
    "INSERT INTO space_type (name, kind, capacity, hold_minutes) VALUES ('Focus', 'room', 4, 5) RETURNING id",
  );
  await change(id, { typeId: String(type.id) });
  expect(await shown()).toMatchObject({ state: "over", capacity: 4, holdMinutes: 5, type: "Focus" });
  await change(id, { capacity: 8 });
  expect(await shown()).toMatchObject({ state: "occupied", capacity: 8 });
  const desk = await row<{ id: number }>(
    "INSERT INTO space_type (name, kind) VALUES ('Hot desk', 'desk') RETURNING id",
  );
  await expect(change(id, { typeId: String(desk.id) })).rejects.toMatchObject({ code: "invalid" });
});
