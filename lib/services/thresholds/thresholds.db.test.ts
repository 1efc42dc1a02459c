import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { type BandLimits, limitsWithin } from "@/lib/core/air-limits";
import { readEffectiveLimits } from "@/lib/db/effective-limits";
import { readFloorFrames, readFloorSnapshot } from "@/lib/db/floor-repository";
import { readSpace } from "@/lib/db/space-repository";
import { listThresholds } from "@/lib/db/threshold-repository";
import { openIngest } from "@/lib/testing/ingest-fixture";
import { addSpace } from "../spaces/create-spaces";
import { changeThreshold } from "./change-threshold";

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
const STRICT: BandLimits = [500, 700, 900, 1000];
const LAX: BandLimits = [800, 1000, 1500, 2000];

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest();
});
afterAll(() => ingest.close());

const add = async (kind: "site" | "building" | "floor" | "room" | "desk", parentId: string | null, name: string) => {
  const { ids } = await addSpace({ kind, parentId, name }, ADMIN, ingest.db);
  return ids[0] as string;
};
let built = 0;
async function building() {
  const site = await add("site", null, `Site ${built++}`);
  const house = await add("building", site, "House");
  const floor = await add("floor", house, "1");
  return { site, house, floor, own: await add("room", floor, "Own"), plain: await add("room", floor, "Plain") };
}
const set = (spaceId: string | null, limits: BandLimits | null) =>
  changeThreshold(spaceId, { metric: "co2", limits }, ADMIN, ingest.db);
async function effective(floorId: string) {
  const snapshot = await readFloorSnapshot(floorId, ingest.db);
  const of = limitsWithin(snapshot?.spaces ?? [], snapshot?.limits);
  return Object.fromEntries((snapshot?.spaces ?? []).map(({ id, name }) => [name, of(id).co2]));
}

test("a building's limits reach the rooms without their own, live", async () => {
  const { house, floor, own } = await building();
  expect(await set(own, STRICT)).toEqual([Number(floor)]);
  const before = await readFloorSnapshot(floor, ingest.db);
  expect(await set(house, LAX)).toEqual([Number(floor)]);
  expect(await effective(floor)).toMatchObject({ Own: STRICT, Plain: LAX });
  const cursor = { floorId: Number(floor), epoch: before?.epoch ?? "", offset: before?.offset ?? 0 };
  const [frame] = await readFloorFrames([cursor], ingest.db);
  expect(frame).toMatchObject({ limits: { co2: LAX }, changes: [] }); // no room is sent for it
});

test("a space says the limits of its own, and no others", async () => {
  const { house, own, plain } = await building();
  await set(house, LAX);
  await set(own, STRICT);
  expect(await readSpace(own, ingest.db)).toMatchObject({ limits: { co2: STRICT } });
  expect(await readSpace(plain, ingest.db)).not.toHaveProperty("limits");
});

test("the nearest wins: room, floor, building, site, everywhere; a reset goes back one step", async () => {
  const { site, house, floor, own } = await building();
  const steps: [string | null, BandLimits][] = [
    [null, [400, 500, 600, 700]],
    [site, [410, 500, 600, 700]],
    [house, [420, 500, 600, 700]],
    [floor, [430, 500, 600, 700]],
    [own, [440, 500, 600, 700]],
  ];
  for (const [place, limits] of steps) {
    await set(place, limits);
    expect((await effective(floor)).Own).toEqual(limits);
    const server = await readEffectiveLimits([Number(own), Number(floor)], ingest.db);
    expect(server.get(Number(own))?.co2).toEqual(limits); // reports go by the same
  }
  for (const [place] of steps.toReversed()) {
    const below = steps[steps.findIndex(([one]) => one === place) - 1];
    await set(place, null);
    expect((await effective(floor)).Own).toEqual(below?.[1] ?? [600, 900, 1200, 1600]);
  }
});

test("everywhere is said once, however often it is said, and every floor hears of it", async () => {
  const [one, other] = [await building(), await building()];
  const floors = await set(null, STRICT);
  expect(floors).toEqual(expect.arrayContaining([Number(one.floor), Number(other.floor)]));
  await set(null, LAX);
  expect((await listThresholds(null, ingest.db)).filter(({ spaceId }) => spaceId === null)).toEqual([
    { spaceId: null, metric: "co2", limits: LAX },
  ]);
  await set(null, null);
});

test("others' sites are not listed, and a change leaves its trace", async () => {
  const [mine, theirs] = [await building(), await building()];
  await set(mine.own, STRICT);
  await set(theirs.own, STRICT);
  const listed = await listThresholds([Number(mine.site)], ingest.db);
  expect(listed.map(({ spaceId }) => spaceId)).toEqual([mine.own]);
  const { rows } = await ingest.db.read.query(
    "SELECT action, site_id, after FROM audit_entry WHERE object_id = $1 AND action LIKE 'threshold%'",
    [mine.own],
  );
  expect(rows).toEqual([{ action: "threshold.set", site_id: Number(mine.site), after: { co2: STRICT } }]);
  await expect(set("999999", STRICT)).rejects.toMatchObject({ code: "not-found" });
});
