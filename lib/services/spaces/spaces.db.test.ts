import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { listFloors, readFloorFrames, readFloorSnapshot } from "@/lib/db/floor-repository";
import { readFloorsVersion } from "@/lib/db/floors-version";
import { readTree, readWholeTree } from "@/lib/db/space-tree-repository";
import { listSpaceTypes } from "@/lib/db/space-type-repository";
import { butlrEvent, ingestInto, openIngest } from "@/lib/testing/ingest-fixture";
import { changeSpaceType, createSpaceType, removeSpaceType } from "../space-types/space-types";
import { archive, restore } from "./archive-space";
import { addSeries, addSpace } from "./create-spaces";
import { updateSpace } from "./update-space";

const NOW = Math.floor(Date.now() / 1000) * 1000;
const ADMIN: Actor = {
  userId: "u1",
  name: "Ada",
  email: "ada@example.com",
  role: "admin",
  sessionId: "s1",
  sites: null,
  scopes: null,
  address: null,
};

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
});
afterAll(() => ingest.close());

/** A process that has just started: it knows no source and looks every claim up. */
const afterRestart = () => ingestInto(ingest.db, { now: () => NOW });

const add = async (kind: "site" | "building" | "floor" | "room" | "desk", parentId: string | null, name: string) => {
  const { ids } = await addSpace({ kind, parentId, name }, ADMIN, ingest.db);
  return ids[0] as string;
};
let built = 0;
async function building() {
  const site = await add("site", null, `Site ${built++}`);
  const house = await add("building", site, "House");
  return { site, house, floor: await add("floor", house, "1") };
}
const names = async (floor: string) =>
  (await readFloorSnapshot(floor, ingest.db))?.spaces.map(({ name }) => name).toSorted();
const inTree = async (sites: number[] | null = null) => (await readWholeTree(sites, ingest.db)).map(({ id }) => id);
const all = { archived: false, limit: 1000 };

test("desks by a pattern, all of them or none", async () => {
  const { floor } = await building();
  const made = await addSeries({ kind: "desk", parentId: floor, names: "Desk 1–40", capacity: 1 }, ADMIN, ingest.db);
  expect(made.ids).toHaveLength(40);
  expect(made.floorIds).toEqual([Number(floor)]);
  const again = addSeries({ kind: "desk", parentId: floor, names: "Desk 41, Desk 40" }, ADMIN, ingest.db);
  await expect(again).rejects.toMatchObject({
    code: "conflict",
    message: "There is a desk called “Desk 40” here already.",
  });
  expect(await names(floor)).toHaveLength(40);
});

test("archived, a floor's room leaves the floor with all that is in it, and comes back with all of it", async () => {
  const { floor } = await building();
  const room = await add("room", floor, "Fjord");
  await add("desk", room, "Desk 1");
  const gone = await add("desk", room, "Desk 2");
  await archive(gone, undefined, ADMIN, ingest.db);
  const before = await readFloorSnapshot(floor, ingest.db);
  const cursor = { floorId: Number(floor), epoch: before?.epoch ?? "", offset: before?.offset ?? 0 };
  expect(await archive(room, undefined, ADMIN, ingest.db)).toEqual({ spaces: 2, floorIds: [Number(floor)] });
  expect(await names(floor)).toEqual([]);
  const [frame] = await readFloorFrames([cursor], ingest.db);
  expect(frame?.changes).toMatchObject([{ removed: true }, { removed: true }]);
  expect(await inTree()).not.toContain(room);
  await expect(restore(gone, ADMIN, ingest.db)).rejects.toMatchObject({ code: "conflict" });
  expect(await restore(room, ADMIN, ingest.db)).toEqual({ spaces: 2, floorIds: [Number(floor)] });
  expect(await names(floor)).toEqual(["Desk 1", "Fjord"]); // Desk 2 was archived before, by itself
});

test("a floor wants its name typed, leaves the switcher, and comes back as it was", async () => {
  const { house, floor } = await building();
  await add("room", floor, "Fjord");
  for (const typed of [undefined, "", "2"])
    await expect(archive(floor, typed, ADMIN, ingest.db)).rejects.toMatchObject({ code: "invalid" });
  const listed = async () => (await listFloors(null, ingest.db)).map(({ id }) => id);
  const version = await readFloorsVersion(null, ingest.db);
  await archive(floor, " 1 ", ADMIN, ingest.db);
  expect(await readFloorsVersion(null, ingest.db)).not.toBe(version);
  expect(await listed()).not.toContain(floor);
  expect(await readFloorSnapshot(floor, ingest.db)).toBeNull();
  await expect(add("room", floor, "New")).rejects.toMatchObject({ code: "conflict" });
  await expect(updateSpace(floor, { name: "x" }, ADMIN, ingest.db)).rejects.toMatchObject({ code: "not-found" });
  await restore(floor, ADMIN, ingest.db);
  expect(await names(floor)).toEqual(["Fjord"]);
  expect(await archive(house, "House", ADMIN, ingest.db)).toEqual({ spaces: 3, floorIds: [Number(floor)] });
  expect((await restore(house, ADMIN, ingest.db)).spaces).toBe(3);
  expect(await names(floor)).toEqual(["Fjord"]);
  expect(await listed()).toContain(floor);
});

test("a vendor's events for archived places are stored, and neither fail nor bring anything back", async () => {
  const place = { floor_id: "space_arch", floor_name: "Old floor", room_id: "room_arch", room_name: "Old" };
  const event = (secondsAgo: number, data: number, metadata = {}) =>
    butlrEvent({ at: NOW - secondsAgo * 1000, data, metadata: { ...place, ...metadata } });
  await ingest.post(event(300, 1));
  const one = async (sql: string) => (await ingest.db.read.query<{ id: number }>(sql)).rows[0]?.id;
  const floor = String(await one("SELECT id FROM space WHERE vendor_name = 'Old floor'"));
  const room = String(await one("SELECT id FROM space WHERE vendor_name = 'Old'"));
  await archive(floor, "Old floor", ADMIN, ingest.db);
  const spaces = "SELECT count(*)::int AS id FROM space WHERE archived_at IS NULL";
  const living = await one(spaces);
  expect(await ingest.post(event(240, 2))).toMatchObject({ kind: "stored" });
  expect(await afterRestart().post(event(180, 3))).toMatchObject({ kind: "stored" });
  // a room of that floor nobody has heard of, and the old room said to be on a floor that is there
  expect(await afterRestart().post(event(150, 1, { room_id: "room_x", room_name: "Extra" }))).toMatchObject({
    kind: "stored",
  });
  expect(await afterRestart().post(event(120, 4, { floor_id: "space_1", floor_name: "2nd Floor" }))).toMatchObject({
    kind: "stored",
  });
  const there = await one("SELECT id FROM space WHERE vendor_name = '2nd Floor'");
  expect(await one(spaces)).toBe((living ?? 0) + 1); // only that floor is new
  expect(await names(String(there))).toEqual([]);
  expect((await restore(floor, ADMIN, ingest.db)).spaces).toBe(3);
  expect(await names(floor)).toEqual(["Extra", "Old"]);
  const shown = (await readFloorSnapshot(floor, ingest.db))?.spaces.find(({ id }) => id === room);
  expect(shown?.metrics.occupancy?.value).toBe(4); // its history went on meanwhile
});

test("the tree tells own from vendor's, own capacity from the type's, and whose hours count", async () => {
  const { site, house, floor } = await building();
  const hours = { mon: [["08:00", "16:00"] as [string, string]] };
  await updateSpace(site, { workingHours: hours, timeZone: "Europe/Oslo" }, ADMIN, ingest.db);
  const typeId = await createSpaceType(
    {
      name: `Focus ${built}`,
      kind: "room",
      capacity: 2,
      holdMinutes: 5,
      targetPercent: null,
      speakers: null,
      lunch: null,
    },
    ADMIN,
    ingest.db,
  );
  const { ids } = await addSpace(
    { kind: "room", parentId: floor, name: "Fjord", typeId, customId: "r-1", tags: ["quiet"] },
    ADMIN,
    ingest.db,
  );
  await updateSpace(house, { workingHours: {} }, ADMIN, ingest.db);
  const { items } = await readTree({ ...all, siteId: site }, null, ingest.db);
  expect(items.map(({ id, hoursFrom }) => [id, hoursFrom])).toEqual([
    [site, site],
    [house, house],
    [floor, house],
    [ids[0], house],
  ]);
  expect(items[3]).toMatchObject({
    ownName: "Fjord",
    vendorName: null,
    customId: "r-1",
    capacity: null,
    effectiveCapacity: 2,
    typeId,
    tags: ["quiet"],
    sources: 0,
  });
  expect(await readTree({ ...all, siteId: site }, [Number(site) + 1], ingest.db)).toEqual({ items: [], next: null });
});

test("the tree comes in pages, within the reader's sites", async () => {
  const { site, floor } = await building();
  await addSeries({ kind: "room", parentId: floor, names: "R1–R7" }, ADMIN, ingest.db);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readTree(
      { archived: false, limit: 4, ...(cursor ? { cursor } : {}) },
      [Number(site)],
      ingest.db,
    );
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toEqual(await inTree([Number(site)]));
  expect(seen).toHaveLength(10);
});

test("a site admin works within their sites, adds no site and cannot see others", async () => {
  const [mine, other] = [await building(), await building()];
  const ben: Actor = { ...ADMIN, role: "site_admin", sites: [Number(mine.site)] };
  const as = (work: Promise<unknown>) => expect(work).rejects;
  await addSpace({ kind: "room", parentId: mine.floor, name: "Mine" }, ben, ingest.db);
  await as(addSpace({ kind: "room", parentId: other.floor, name: "X" }, ben, ingest.db)).toMatchObject({
    code: "not-found",
  });
  await as(addSeries({ kind: "room", parentId: other.floor, names: "X" }, ben, ingest.db)).toMatchObject({
    code: "not-found",
  });
  await as(updateSpace(mine.floor, { parentId: other.house }, ben, ingest.db)).toMatchObject({ code: "not-found" });
  await as(addSpace({ kind: "site", parentId: null, name: "X" }, ben, ingest.db)).toMatchObject({ code: "forbidden" });
  await as(archive(mine.site, "x", ben, ingest.db)).toMatchObject({ code: "forbidden" });
});

test("types: a name once, changes reach their spaces' floors, used ones stay", async () => {
  const { floor } = await building();
  const draft = {
    name: "Huddle",
    kind: null,
    capacity: 4,
    holdMinutes: null,
    targetPercent: 60,
    speakers: null,
    lunch: null,
  };
  const id = await createSpaceType(draft, ADMIN, ingest.db);
  await expect(createSpaceType({ ...draft, name: "huddle" }, ADMIN, ingest.db)).rejects.toMatchObject({
    code: "conflict",
  });
  await addSpace({ kind: "room", parentId: floor, name: "R", typeId: id }, ADMIN, ingest.db);
  expect(await changeSpaceType(id, { capacity: 6 }, ADMIN, ingest.db)).toEqual([Number(floor)]);
  await expect(changeSpaceType(id, { kind: "desk" }, ADMIN, ingest.db)).rejects.toMatchObject({ code: "conflict" });
  await expect(removeSpaceType(id, ADMIN, ingest.db)).rejects.toMatchObject({ code: "conflict" });
  const listed = async () => (await listSpaceTypes(null, ingest.db)).find((type) => type.id === id);
  expect(await listed()).toEqual({ ...draft, capacity: 6, id, spaces: 1 });
  const unused = await createSpaceType({ ...draft, name: "Unused" }, ADMIN, ingest.db);
  await removeSpaceType(unused, ADMIN, ingest.db);
  await expect(removeSpaceType(unused, ADMIN, ingest.db)).rejects.toMatchObject({ code: "not-found" });
});
