import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verdictAt } from "@/lib/core/floor";
import { pastReader } from "@/lib/core/floor-past";
import type { SpaceStateName } from "@/lib/core/space-state";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { readFloorPast } from "./floor-past-repository";
import { readFloorSnapshot } from "./floor-repository";
import { readPastEvents } from "./past-events-repository";

const NOW = Math.floor(Date.now() / 60_000) * 60_000;
const MINUTE = 60_000;
const ago = (minutes: number) => NOW - minutes * MINUTE;
const iso = (ms: number) => new Date(ms).toISOString();

let ingest: Awaited<ReturnType<typeof openIngest>>;
let floorId: string;

const count = (room: string, minutesAgo: number, data: number) =>
  ingest.post(butlrEvent({ at: ago(minutesAgo), data, metadata: { room_id: `room_${room}`, room_name: room } }));

let events = 0;
const dt = (device: string, eventType: string, data: object, minutesAgo: number) =>
  ingest.post(
    {
      event: {
        eventId: `e${events++}`,
        targetName: `projects/p/devices/${device}`,
        eventType,
        data: { [eventType]: data },
        timestamp: iso(ago(minutesAgo)).replace("Z", "000Z"),
      },
      labels: { name: device },
      metadata: { deviceId: device, projectId: "p", deviceType: "motion", productNumber: "102588" },
    },
    "disruptive",
  );
const motion = (device: string, minutesAgo: number, state: "MOTION_DETECTED" | "NO_MOTION_DETECTED") =>
  dt(device, "motion", { state }, minutesAgo);

async function stand(device: string, room: string, from: number, until: number | null = null) {
  await ingest.db.read.query(
    `INSERT INTO assignment (source_id, space_id, starts_at, ends_at)
     SELECT o.id, s.id, $3, $4 FROM source o, space s WHERE o.external_id = $1 AND coalesce(s.name, s.vendor_name) = $2`,
    [device, room, new Date(from), until === null ? null : new Date(until)],
  );
}

beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
  // Fjord: empty, three people, empty; a corrected minute; silent from 40 min ago to 20 min ago.
  for (let minute = 90; minute >= 0; minute--) {
    const people = minute > 75 ? 0 : minute > 60 ? 3 : 0;
    if (minute > 40 || minute <= 20) await count("Fjord", minute, people);
  }
  await count("Fjord", 70, 5);
  // Lab: a motion sensor that was offline for ten minutes.
  await count("Lab", 3_000, 0);
  await motion("pir", 80, "NO_MOTION_DETECTED");
  await motion("pir", 50, "MOTION_DETECTED");
  await dt("pir", "connectionStatus", { connection: "OFFLINE", available: [] }, 30);
  await motion("pir", 20, "NO_MOTION_DETECTED");
  await stand("pir", "Lab", ago(200));
  await ingest.db.read.query(
    "UPDATE assignment SET ends_at = $1 FROM source o WHERE o.id = source_id AND o.external_id = 'room_Lab'",
    [new Date(ago(150))],
  );
  // Den: a device that stood there until 45 min ago.
  await count("Den", 3_000, 0);
  await motion("old", 70, "MOTION_DETECTED");
  await stand("old", "Den", ago(200), ago(45));
  const { rows } = await ingest.db.read.query<{ id: number }>("SELECT id FROM space WHERE kind = 'floor'");
  floorId = String(rows[0]?.id);
  await ingest.db.read.query(
    `INSERT INTO booking (vendor, external_id, source_id, starts_at, ends_at, cancelled_at)
     SELECT 'zoom', b.id, o.id, b.starts_at, b.ends_at, b.cancelled_at FROM source o,
     (VALUES ('kept', $1::timestamptz, $2::timestamptz, NULL::timestamptz), ('dropped', $2, $3, $1)) AS b(id, starts_at, ends_at, cancelled_at)
     WHERE o.external_id = 'room_Fjord'`,
    [iso(ago(55)), iso(ago(25)), iso(ago(-60))],
  );
  await ingest.db.read.query(
    `INSERT INTO maintenance_window (space_id, name, starts_at, ends_at, created_by)
     SELECT id, 'Paint', $1, $2, 'Ada' FROM space WHERE vendor_name = 'Fjord'`,
    [iso(ago(12)), iso(ago(8))],
  );
});
afterAll(() => ingest.close());

async function stateThen(room: string, minutesAgo: number) {
  const past = await readFloorPast(
    floorId,
    { from: ago(minutesAgo) - 7 * MINUTE, to: ago(minutesAgo) + MINUTE },
    ingest.db,
  );
  if (!past) throw new Error("There is no floor");
  const at = ago(minutesAgo);
  const space = pastReader(past)(at).find(({ name }) => name === room);
  if (!space) throw new Error(`There is no ${room}`);
  const { state, since, count: people } = verdictAt(space, at);
  return { state, people, since: since === null ? null : (NOW - since) / MINUTE };
}

test.each<[string, number, SpaceStateName, number | null]>([
  ["Fjord", 80, "free", 0],
  ["Fjord", 70, "occupied", 5], // as it is known today
  ["Fjord", 65, "occupied", 3],
  ["Fjord", 58, "held", 0],
  ["Fjord", 32, "ghost", 0],
  ["Fjord", 26, "stale", 0],
  ["Fjord", 15, "free", 0],
  ["Fjord", 10, "maintenance", null],
  ["Fjord", 5, "free", 0],
  ["Lab", 60, "free", null],
  ["Lab", 45, "occupied", null],
  ["Lab", 25, "offline", null],
  ["Lab", 10, "free", null],
  ["Den", 60, "occupied", null],
  ["Den", 40, "unknown", null], // a count that came two days late was never "now"
])("%s, %i min ago: %s", async (room, minutesAgo, state, people) => {
  expect(await stateThen(room, minutesAgo)).toMatchObject({ state, people });
});

test("since when is known from before the span", async () => {
  expect(await stateThen("Fjord", 62)).toMatchObject({ state: "occupied", since: 75 });
  expect(await stateThen("Lab", 45)).toMatchObject({ state: "occupied", since: 50 });
});

test("the past as of now is what the floor shows live", async () => {
  const past = await readFloorPast(floorId, { from: NOW - 30 * MINUTE, to: NOW + 60 * MINUTE }, ingest.db);
  const live = await readFloorSnapshot(floorId, ingest.db);
  if (!past || !live) throw new Error("There is no floor");
  const at = Date.parse(live.now);
  const then = new Map(pastReader(past)(at).map((space) => [space.id, space]));
  for (const space of live.spaces) {
    const other = then.get(space.id);
    expect(other && verdictAt(other, at)).toEqual(verdictAt(space, at));
    expect(other?.bookings).toEqual(space.bookings);
    expect(other?.sources.map(({ id, senses, online }) => [id, senses, online])).toEqual(
      space.sources.map(({ id, senses, online }) => [id, senses, online]),
    );
  }
});

describe("what happened", () => {
  test("bookings that were not cancelled, and corrections, in order", async () => {
    const {
      events: told,
      more,
      keptSince,
    } = await readPastEvents(floorId, { from: ago(120), to: NOW, hasAlerts: true }, ingest.db);
    expect(told.map(({ kind, space, at }) => [kind, space, (NOW - Date.parse(at)) / MINUTE])).toEqual([
      ["correction", "Fjord", 70],
      ["booking", "Fjord", 55],
    ]);
    expect(more).toBe(false);
    expect(keptSince).toBe(iso(ago(90)));
  });
});

test("a floor that is not there has no past", async () => {
  expect(await readFloorPast("99999", { from: ago(2), to: NOW }, ingest.db)).toBeNull();
});
