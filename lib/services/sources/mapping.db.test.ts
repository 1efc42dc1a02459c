import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { SourceQuery } from "@/lib/core/source";
import { readFloorSnapshot } from "@/lib/db/floor-repository";
import { readSpaceHistory } from "@/lib/db/history-repository";
import { listSources, readSource, summariseSources } from "@/lib/db/source-repository";
import { readMappedSince, readStaysOf } from "@/lib/db/stay-repository";
import { readTouches } from "@/lib/db/touch-repository";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { assignSource, assignSources } from "./assign-source";
import { createPlaces } from "./create-places";
import { ignoreSource } from "./ignore-source";
import { replaceSource } from "./replace-source";
import { undoAssignment } from "./undo-assignment";

const NOW = Math.floor(Date.now() / 1000) * 1000;
const MINUTE = 60_000;
const EVERYTHING = { sites: null, waiting: true };
const anActor = (sites: readonly number[] | null): Actor => ({
  userId: "u1",
  name: "Ada",
  email: "ada@example.com",
  role: sites === null ? "admin" : "site_admin",
  sessionId: "s1",
  sites,
  scopes: null,
  address: null,
});
const ADMIN = anActor(null);

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
  for (const [site, room, name] of [
    ["oslo", "room_1", "Quiet room"],
    ["oslo", "room_2", "Vik"],
    ["rome", "room_3", "Foro"],
  ] as const) {
    const metadata = {
      ...{
        site_id: site,
        site_name: site,
        building_id: `b_${site}`,
        floor_id: `f_${site}`,
        floor_name: `Level ${site}`,
      },
      ...{ room_id: room, room_name: name },
    };
    await ingest.post(butlrEvent({ at: NOW - 40 * 3_600_000, data: 0, metadata }));
  }
});
afterAll(() => ingest.close());

let eventNr = 0;
const dtEvent = (device: string, at: number, state: boolean, labels: Record<string, string> = {}) => ({
  event: {
    eventId: `event${String(++eventNr).padStart(10, "0")}`,
    targetName: `projects/p1/devices/${device}`,
    eventType: "motion",
    data: {
      motion: { state: state ? "MOTION_DETECTED" : "NO_MOTION_DETECTED", updateTime: new Date(at).toISOString() },
    },
    timestamp: new Date(at).toISOString(),
  },
  labels,
  metadata: { deviceId: device, projectId: "p1", deviceType: "motion", productNumber: "102500" },
});
const motion = (device: string, minutesAgo: number, state = true, labels = {}) =>
  ingest.post(dtEvent(device, NOW - minutesAgo * MINUTE, state, labels), "disruptive");

const touch = (device: string) =>
  ingest.post(
    {
      event: {
        eventId: `event${String(++eventNr).padStart(10, "0")}`,
        targetName: `projects/p1/devices/${device}`,
        eventType: "touch",
        data: { touch: { updateTime: new Date(NOW).toISOString() } },
        timestamp: new Date(NOW).toISOString(),
      },
      labels: {},
      metadata: { deviceId: device, projectId: "p1", deviceType: "motion", productNumber: "102500" },
    },
    "disruptive",
  );

const id = async (table: "source" | "space", column: string, value: string) => {
  const { rows } = await ingest.db.read.query<{ id: number }>(`SELECT id FROM ${table} WHERE ${column} = $1`, [value]);
  if (!rows[0]) throw new Error(`No ${table} ${value}`);
  return String(rows[0].id);
};
const sourceId = (externalId: string) => id("source", "external_id", externalId);
const spaceId = (name: string) => id("space", "vendor_name", name);
const siteId = async (name: string) => Number(await id("space", "kind = 'site' AND vendor_name", name));
const waiting = async (change: object = {}) => {
  const query = SourceQuery.parse({ assigned: "false", ignored: "false", ...change });
  return (await listSources(query, EVERYTHING, ingest.db)).items;
};
const motionHistory = async (space: string) => {
  const span = { from: new Date(NOW - 120 * MINUTE), to: new Date(NOW) };
  const { points } = await readSpaceHistory(space, { metric: "motion", ...span, bucket: "none" }, ingest.db);
  return points.flatMap(({ at, value }) =>
    value === null ? [] : [[Math.round((NOW - Date.parse(at)) / MINUTE), value]],
  );
};
const open = async (source: string) => (await readSource(source, ingest.db))?.assignment?.id ?? "";

describe("the inbox", () => {
  test("30 events of an unknown device are one row, with a suggestion, a line and a count; mapping it fills the history", async () => {
    for (let minute = 60; minute > 30; minute--)
      await motion("bmotion1", minute, minute % 2 === 0, { room: "Quiet rm" });
    const rows = (await waiting()).filter(({ externalId }) => externalId === "bmotion1");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.waiting?.suggestion).toMatchObject({ confidence: 71, space: { name: "Quiet room", kind: "room" } });
    expect(rows[0]?.waiting?.events).toMatchObject({ count: 30, isMore: false });
    expect(rows[0]?.waiting?.sparkline).toMatchObject({ metric: "motion", stepMs: 1_800_000 });
    expect(rows[0]?.waiting?.sparkline?.points).toHaveLength(48);
    const quiet = await spaceId("Quiet room");
    expect(await motionHistory(quiet)).toEqual([]);
    await assignSource(await sourceId("bmotion1"), { spaceId: quiet }, ADMIN, ingest.db);
    expect(await motionHistory(quiet)).toHaveLength(30);
    expect((await waiting()).filter(({ externalId }) => externalId === "bmotion1")).toEqual([]);
  });

  test("what was mapped since is listed with who did it", async () => {
    const stays = await readMappedSince(new Date(Date.now() - MINUTE), null, ingest.db);
    expect(stays[0]).toMatchObject({
      by: "Ada",
      space: { name: "Quiet room", floor: "Level oslo" },
      events: { count: 30 },
    });
    expect(await readMappedSince(new Date(Date.now() - MINUTE), [await siteId("rome")], ingest.db)).toEqual([]);
  });

  test("ignored it is not asked about, and goes on being stored", async () => {
    await motion("bspare", 5);
    const spare = await sourceId("bspare");
    const before = await summariseSources(EVERYTHING, ingest.db);
    await ignoreSource(spare, true, ADMIN, ingest.db);
    expect((await waiting()).map(({ externalId }) => externalId)).not.toContain("bspare");
    expect((await waiting({ ignored: "true" })).map(({ externalId }) => externalId)).toEqual(["bspare"]);
    expect(await summariseSources(EVERYTHING, ingest.db)).toEqual({
      ...before,
      waiting: before.waiting - 1,
      ignored: before.ignored + 1,
    });
    await motion("bspare", 4);
    await ignoreSource(spare, false, ADMIN, ingest.db);
    expect((await waiting()).find(({ externalId }) => externalId === "bspare")?.waiting?.events.count).toBe(2);
  });

  test("a Zoom Room waits as one row, with what its appliances say", async () => {
    const at = new Date(NOW - MINUTE).toISOString();
    const sensor_data = [{ date_time: at, sensor_type: "REAL_TIME_PEOPLE_COUNT", sensor_value: "4" }];
    const object = { id: "zr1", room_name: "Vik", device_id: "dev1", sensor_data };
    await ingest.post({ event: "zoomroom.sensor_data", payload: { account_id: "acc", object }, event_ts: NOW }, "zoom");
    const rows = (await waiting({ vendor: "zoom" })).map(({ kind, values, waiting: w }) => [
      kind,
      values.occupancy?.value,
      w?.suggestion?.space.name,
    ]);
    expect(rows).toEqual([["room", 4, "Vik"]]);
  });
});

describe("undo", () => {
  test("of a first mapping: it waits as before, and mapped again has all its past", async () => {
    await motion("bundo", 50);
    const [source, vik, quiet] = [await sourceId("bundo"), await spaceId("Vik"), await spaceId("Quiet room")];
    await assignSource(source, { spaceId: quiet }, ADMIN, ingest.db);
    await undoAssignment(source, { assignmentId: await open(source), undo: "start" }, ADMIN, ingest.db);
    expect((await readSource(source, ingest.db))?.space).toBeNull();
    await assignSource(source, { spaceId: vik }, ADMIN, ingest.db);
    expect(await motionHistory(vik)).toEqual([[50, 1]]);
  });

  test("of a move: the history comes back, without a gap", async () => {
    const [source, vik, quiet] = [await sourceId("bundo"), await spaceId("Vik"), await spaceId("Quiet room")];
    const first = await open(source);
    await assignSource(source, { spaceId: quiet }, ADMIN, ingest.db);
    await undoAssignment(source, { assignmentId: await open(source), undo: "start" }, ADMIN, ingest.db);
    expect(await readStaysOf(Number(source), null, ingest.db)).toMatchObject([
      { id: first, to: null, by: "Ada", space: { id: vik } },
    ]);
    expect(await motionHistory(vik)).toEqual([[50, 1]]);
  });

  test("of taking out; twice is once, and an old one is refused", async () => {
    const source = await sourceId("bundo");
    const stay = await open(source);
    await assignSource(source, { spaceId: null }, ADMIN, ingest.db);
    await undoAssignment(source, { assignmentId: stay, undo: "end" }, ADMIN, ingest.db);
    expect(await open(source)).toBe(stay);
    const again = undoAssignment(source, { assignmentId: stay, undo: "end" }, ADMIN, ingest.db);
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    const other = undoAssignment(source, { assignmentId: "999999", undo: "start" }, ADMIN, ingest.db);
    await expect(other).rejects.toMatchObject({ code: "conflict" });
  });

  test("a Zoom Room goes back with its appliances", async () => {
    const [room, part, vik] = [await sourceId("zr1"), await sourceId("zr1/dev1"), await spaceId("Vik")];
    await assignSource(room, { spaceId: vik }, ADMIN, ingest.db);
    expect((await readSource(part, ingest.db))?.space?.id).toBe(vik);
    await undoAssignment(room, { assignmentId: await open(room), undo: "start" }, ADMIN, ingest.db);
    expect([await readSource(room, ingest.db), await readSource(part, ingest.db)].map((s) => s?.space)).toEqual([
      null,
      null,
    ]);
    await assignSource(room, { spaceId: vik }, ADMIN, ingest.db);
    await assignSource(room, { spaceId: await spaceId("Quiet room") }, ADMIN, ingest.db);
    await undoAssignment(room, { assignmentId: await open(room), undo: "start" }, ADMIN, ingest.db);
    expect((await readSource(part, ingest.db))?.space?.id).toBe(vik);
    expect(await readStaysOf(Number(part), null, ingest.db)).toHaveLength(1);
  });

  test("what the vendor said is not undone", async () => {
    const room = await sourceId("room_2");
    const undo = undoAssignment(room, { assignmentId: await open(room), undo: "start" }, ADMIN, ingest.db);
    await expect(undo).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("replacing a device", () => {
  test("one line: the old one's late events from before count, the new one's earlier readings stay out", async () => {
    for (const minutesAgo of [90, 70]) await motion("bold", minutesAgo);
    for (const minutesAgo of [80, 40]) await motion("bnew", minutesAgo, false);
    const [old, fresh, foro] = [await sourceId("bold"), await sourceId("bnew"), await spaceId("Foro")];
    await assignSource(old, { spaceId: foro }, ADMIN, ingest.db);
    const at = new Date(NOW - 60 * MINUTE);
    const { assignmentId } = await replaceSource(old, { newSourceId: fresh, at }, ADMIN, ingest.db);
    await motion("bold", 65, false); // late
    await motion("bold", 50, true); // after it was taken down
    expect(await motionHistory(foro)).toEqual([
      [90, 1],
      [65, 0],
      [40, 0], // the new one's, from after that
    ]);
    await motion("bnew", 30, true);
    expect((await motionHistory(foro)).at(-1)).toEqual([30, 1]);
    expect(await readStaysOf(Number(fresh), null, ingest.db)).toMatchObject([
      { id: assignmentId, by: "Ada", from: at.toISOString(), replaces: { id: old, name: "bold" } },
    ]);
    expect((await waiting()).map(({ externalId }) => externalId)).not.toContain("bold");
    const floor = await readFloorSnapshot(await id("space", "vendor_name", "Level rome"), ingest.db);
    const names = floor?.spaces.find(({ name }) => name === "Foro")?.sources.map(({ name }) => name);
    expect(names).toContain("bnew");
    expect(names).not.toContain("bold");
  });

  test("undone, the old one speaks again and the new one waits", async () => {
    const [old, fresh, foro] = [await sourceId("bold"), await sourceId("bnew"), await spaceId("Foro")];
    const ended = (await readStaysOf(Number(old), null, ingest.db))[0]?.id ?? "";
    const atOld = undoAssignment(old, { assignmentId: ended, undo: "end" }, ADMIN, ingest.db);
    await expect(atOld).rejects.toMatchObject({ code: "conflict" });
    await undoAssignment(fresh, { assignmentId: await open(fresh), undo: "start" }, ADMIN, ingest.db);
    expect(await readSource(old, ingest.db)).toMatchObject({ space: { id: foro }, ignoredAt: null });
    expect((await motionHistory(foro)).at(-1)).toEqual([50, 1]);
    expect((await waiting()).map(({ externalId }) => externalId)).toContain("bnew");
  });

  test("is refused with the reason", async () => {
    const [old, fresh, taken] = [await sourceId("bold"), await sourceId("bnew"), await sourceId("bmotion1")];
    const at = new Date(NOW);
    const replace = (from: string, newSourceId: string, when = at) =>
      replaceSource(from, { newSourceId, at: when }, ADMIN, ingest.db);
    await expect(replace(old, old)).rejects.toMatchObject({ code: "conflict" });
    await expect(replace(old, taken)).rejects.toThrow("stands somewhere already");
    await expect(replace(fresh, old)).rejects.toThrow("stands nowhere");
    await expect(replace(old, fresh, new Date(Date.now() + MINUTE))).rejects.toThrow("future");
    await expect(replace(old, "999999")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("who may", () => {
  test("a site admin neither maps into another site nor moves what stands there, and sees nothing of it", async () => {
    const [rome, oslo] = [await siteId("rome"), await siteId("oslo")];
    const [inRome, waits, foro, vik] = [
      await sourceId("bold"),
      await sourceId("bnew"),
      await spaceId("Foro"),
      await spaceId("Vik"),
    ];
    const osloAdmin = anActor([oslo]);
    const into = (source: string, space: string | null) =>
      assignSource(source, { spaceId: space }, osloAdmin, ingest.db);
    await expect(into(waits, foro)).rejects.toMatchObject({ code: "not-found" });
    await expect(into(inRome, vik)).rejects.toMatchObject({ code: "not-found" });
    await expect(into(inRome, null)).rejects.toMatchObject({ code: "not-found" });
    const replace = replaceSource(inRome, { newSourceId: waits, at: new Date(NOW) }, osloAdmin, ingest.db);
    await expect(replace).rejects.toMatchObject({ code: "not-found" });
    const items = [
      { sourceId: waits, spaceId: foro },
      { sourceId: waits, spaceId: vik },
    ];
    const { answer } = await assignSources({ items }, osloAdmin, ingest.db);
    expect(answer.items.map(({ outcome }) => outcome)).toEqual(["not-found", "assigned"]);
    await undoAssignment(waits, { assignmentId: await open(waits), undo: "start" }, osloAdmin, ingest.db);
    await motion("bforo", 3, true, { room: "Foro" });
    const query = SourceQuery.parse({ assigned: "false" });
    const seen = async (sites: readonly number[]) =>
      (await listSources(query, { sites, waiting: true }, ingest.db)).items.find(
        ({ externalId }) => externalId === "bforo",
      );
    expect((await seen([oslo]))?.waiting?.suggestion).toBeNull();
    expect((await seen([rome]))?.waiting?.suggestion?.space.name).toBe("Foro");
    const { rows } = await ingest.db.read.query(
      "SELECT site_id FROM audit_entry WHERE action = 'source.replace' ORDER BY id DESC LIMIT 1",
    );
    expect(rows).toEqual([{ site_id: rome }]);
  });
});

test("a touch is told to who listens, with where the device stands", async () => {
  const started = new Date(NOW - 1_000);
  expect((await readTouches(null, EVERYTHING, ingest.db)).items).toEqual([]);
  await touch("bspare");
  await touch("bmotion1");
  const { items } = await readTouches(started, EVERYTHING, ingest.db);
  expect(items.map(({ name, space }) => [name, space?.name])).toEqual([
    ["bspare", undefined],
    ["bmotion1", "Quiet room"],
  ]);
  const rome = { sites: [await siteId("rome")], waiting: false };
  expect((await readTouches(started, rome, ingest.db)).items).toEqual([]);
});

describe("places that names speak of", () => {
  const place = (change: object) => ({
    ...{ key: "a", kind: "room" as const, name: "Annex", parentKey: null, parentId: null, sourceIds: [] },
    ...change,
  });

  test("are made with what stands in them, and its history", async () => {
    await motion("bannex", 20, true, { room: "Annex" });
    const building = await id("space", "kind = 'building' AND parent_id", String(await siteId("oslo")));
    const items = [
      place({ key: "floor", kind: "floor", name: "Level 9", parentId: building }),
      place({ parentKey: "floor", sourceIds: [await sourceId("bannex")] }),
    ];
    const { answer, floorIds } = await createPlaces({ items }, ADMIN, ingest.db);
    expect(answer).toEqual({ spaces: 2, sources: 1 });
    const floor = await readFloorSnapshot(String(floorIds[0]), ingest.db);
    expect(floor?.spaces.map(({ name, sources }) => [name, sources.length])).toEqual([["Annex", 1]]);
    expect(await motionHistory(await id("space", "name", "Annex"))).toEqual([[20, 1]]);
  });

  test("all or nothing, and only where one may", async () => {
    const floor = await id("space", "name", "Level 9");
    const twice = [place({ name: "One", parentId: floor }), place({ key: "b", name: "Two", parentKey: "nowhere" })];
    await expect(createPlaces({ items: twice }, ADMIN, ingest.db)).rejects.toMatchObject({ code: "invalid" });
    await expect(id("space", "name", "One")).rejects.toThrow();
    const rome = anActor([await siteId("rome")]);
    const elsewhere = createPlaces({ items: [place({ name: "Two", parentId: floor })] }, rome, ingest.db);
    await expect(elsewhere).rejects.toMatchObject({ code: "not-found" });
    const site = createPlaces({ items: [place({ kind: "site", name: "Paris" })] }, rome, ingest.db);
    await expect(site).rejects.toMatchObject({ code: "forbidden" });
  });
});
