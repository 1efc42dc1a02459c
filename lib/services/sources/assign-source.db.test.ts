import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { readFloorSnapshot } from "@/lib/db/floor-repository";
import { readSpaceHistory } from "@/lib/db/history-repository";
import { butlrEvent, ingestInto, openIngest } from "@/lib/testing/ingest-fixture";
import { assignSource } from "./assign-source";

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
  for (const [room, name] of [
    ["room_1", "Fjord"],
    ["room_2", "Vik"],
  ]) {
    const metadata = { room_id: room, room_name: name };
    await ingest.post(butlrEvent({ at: NOW - 40 * 3_600_000, data: 0, metadata }));
  }
});
afterAll(() => ingest.close());

const one = async <T extends object>(sql: string, values: unknown[] = []): Promise<T> => {
  const { rows } = await ingest.db.read.query<T>(sql, values);
  if (!rows[0]) throw new Error("No row");
  return rows[0];
};
const sourceId = async (externalId: string) =>
  String((await one<{ id: number }>("SELECT id FROM source WHERE external_id = $1", [externalId])).id);
const spaceId = async (name: string) =>
  String((await one<{ id: number }>("SELECT id FROM space WHERE vendor_name = $1", [name])).id);
const shown = async (name: string) => {
  const { id } = await one<{ id: number }>("SELECT id FROM space WHERE kind = 'floor' ORDER BY id");
  const floor = await readFloorSnapshot(String(id), ingest.db);
  return floor?.spaces.find((space) => space.name === name);
};
const people = (value: string, secondsAgo: number) => ({
  event: "zoomroom.sensor_data",
  payload: {
    account_id: "acc",
    object: {
      id: "zr1",
      room_name: "Fjord",
      device_id: "dev==",
      sensor_data: [
        {
          date_time: new Date(NOW - secondsAgo * 1000).toISOString(),
          sensor_type: "REAL_TIME_PEOPLE_COUNT",
          sensor_value: value,
        },
      ],
    },
  },
  event_ts: NOW - secondsAgo * 1000,
});

test("what a Zoom Room sent before it stood anywhere is there the moment it does, appliance and all", async () => {
  await ingest.post(people("6", 300), "zoom");
  await ingest.post(people("4", 60), "zoom");
  const fjord = await spaceId("Fjord");
  expect((await shown("Fjord"))?.metrics.occupancy).toBeUndefined();
  const floors = await assignSource(await sourceId("zr1"), { spaceId: fjord }, ADMIN, ingest.db);
  expect(floors).toHaveLength(1);
  expect(await shown("Fjord")).toMatchObject({ state: "occupied", metrics: { occupancy: { value: 4 } } });
  const span = { from: new Date(NOW - 600_000), to: new Date(NOW) };
  const history = await readSpaceHistory(fjord, { metric: "occupancy", ...span, bucket: "none" }, ingest.db);
  expect(history.points.map(({ value }) => value)).toEqual([6, 4]);
});

test("moved, its past stays where it was; taken out, it leaves the floor", async () => {
  const [source, vik] = [await sourceId("zr1"), await spaceId("Vik")];
  await assignSource(source, { spaceId: vik }, ADMIN, ingest.db);
  expect((await shown("Fjord"))?.metrics.occupancy).toBeUndefined();
  expect(await shown("Vik")).toMatchObject({ state: "unknown", metrics: {} }); // nothing since it stands there
  await assignSource(source, { spaceId: null }, ADMIN, ingest.db);
  expect((await shown("Vik"))?.sources.map(({ vendor }) => vendor)).toEqual(["butlr"]);
});

test("every move is in the audit log, a move to where it stands is none", async () => {
  const [source, fjord] = [await sourceId("zr1"), await spaceId("Fjord")];
  const count = async () => (await one<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry")).n;
  const before = await count();
  await assignSource(source, { spaceId: fjord }, ADMIN, ingest.db);
  expect(await assignSource(source, { spaceId: fjord }, ADMIN, ingest.db)).toEqual([]);
  expect(await count()).toBe(before + 1);
});

/** A process that has just started: it knows no source and looks every claim up. */
const afterRestart = () => ingestInto(ingest.db, { now: () => NOW });

test("what an admin took out stays out, and goes on being stored", async () => {
  const [room, vik] = [await sourceId("room_2"), await spaceId("Vik")];
  await assignSource(room, { spaceId: null }, ADMIN, ingest.db);
  const metadata = { room_id: "room_2", room_name: "Vik" };
  expect(await afterRestart().post(butlrEvent({ at: NOW - 120_000, data: 3, metadata }))).toMatchObject({
    kind: "stored",
  });
  expect((await shown("Vik"))?.sources).toEqual([]);
  await assignSource(await sourceId("zr1"), { spaceId: vik }, ADMIN, ingest.db);
  await assignSource(await sourceId("zr1/dev=="), { spaceId: null }, ADMIN, ingest.db);
  expect(await afterRestart().post(people("2", 30), "zoom")).toMatchObject({ kind: "stored" });
  expect((await shown("Vik"))?.sources.map(({ kind }) => kind)).toEqual(["room"]);
});

test("where an admin put it, a vendor's word neither renames nor moves the space", async () => {
  await assignSource(await sourceId("room_2"), { spaceId: await spaceId("Fjord") }, ADMIN, ingest.db);
  const metadata = { room_id: "room_2", room_name: "Vik", floor_id: "space_9", floor_name: "Attic" };
  await afterRestart().post(butlrEvent({ at: NOW - 60_000, data: 3, metadata }));
  expect((await shown("Fjord"))?.name).toBe("Fjord");
});

test.each([
  ["999999", null],
  ["x", null],
  ["1", "999999"],
])("source %s into space %s: not found", async (source, space) => {
  await expect(assignSource(source, { spaceId: space }, ADMIN, ingest.db)).rejects.toMatchObject({ code: "not-found" });
});
