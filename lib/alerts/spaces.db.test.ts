import { afterAll, beforeAll, expect, test } from "vitest";
import { connectionEvent, dtEvent, heardEvent, openAlerting } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { zoomAlert } from "@/lib/testing/wire-zoom-alert";

const MINUTE = 60_000;
/** The floor asks the database what time it is, so the story ends now. */
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE;
const ago = (minutes: number) => NOW - minutes * MINUTE;
const clock = { now: ago(180) };
let world: Awaited<ReturnType<typeof openAlerting>>;
beforeAll(async () => {
  world = await openAlerting(clock);
});
afterAll(() => world.close());

const query = async <T extends object>(sql: string, values: unknown[] = []) =>
  (await world.db.read.query<T>(sql, values)).rows;

/** A room with a Butlr count; answers its id. */
async function room(name: string, capacity: number | null = null): Promise<number> {
  const metadata = { room_id: `room_${name}`, room_name: name };
  await world.post(butlrEvent({ at: ago(200), data: 0, metadata }));
  const [space] = await query<{ id: number }>("UPDATE space SET capacity = $2 WHERE vendor_name = $1 RETURNING id", [
    name,
    capacity,
  ]);
  return space?.id ?? 0;
}
const count = (name: string, minutesAgo: number, people: number) => {
  clock.now = Math.max(clock.now, ago(minutesAgo));
  return world.post(
    butlrEvent({ at: ago(minutesAgo), data: people, metadata: { room_id: `room_${name}`, room_name: name } }),
  );
};

async function put(externalId: string, spaceId: number) {
  await query(
    `INSERT INTO assignment (source_id, space_id, starts_at, created_at) SELECT id, $2, '-infinity', now() FROM source WHERE external_id = $1`,
    [externalId, spaceId],
  );
  await query(`UPDATE floor_member SET "offset" = "offset" WHERE space_id = $1`, [spaceId]);
}
const at = async (minutesAgo: number, ...bodies: object[]) => {
  clock.now = ago(minutesAgo);
  for (const body of bodies) expect((await world.post(body, "disruptive")).kind).toBe("stored");
  await world.look();
};
const co2 = (device: string, minutesAgo: number, ppm: number) =>
  dtEvent(device, "co2", { ppm }, ago(minutesAgo), "co2");
const of = (spaceId: number, kind: string) => world.alerts(`a.space_id = ${spaceId} AND a.kind = '${kind}'`);

test("CO₂ above 1200 for ten minutes is one alert; 1195 does not end it, and under 1000 for five minutes does", async () => {
  const id = await room("Willow", 10);
  clock.now = ago(170);
  await world.post(co2("air1", 170, 700), "disruptive");
  await put("air1", id);
  await at(160, co2("air1", 160, 1_300));
  await at(151, co2("air1", 151, 1_350));
  expect(await of(id, "environment")).toEqual([]);
  await at(150);
  expect(await of(id, "environment")).toMatchObject([
    { status: "open", severity: "warning", since: new Date(ago(160)) },
  ]);
  await at(140, co2("air1", 140, 1_195));
  await at(130, co2("air1", 130, 1_001));
  expect(await of(id, "environment")).toMatchObject([{ status: "open" }]);
  await at(120, co2("air1", 120, 900));
  expect(await of(id, "environment")).toMatchObject([{ status: "open" }]);
  await at(115);
  expect(await of(id, "environment")).toMatchObject([{ status: "resolved", reason: "cleared" }]);
});

test("over capacity counts people and seats", async () => {
  const id = await room("Oak", 4);
  clock.now = ago(100);
  await count("Oak", 100, 6);
  await world.look();
  for (const minute of [98, 96, 95]) {
    clock.now = ago(minute);
    await count("Oak", minute, 6);
    await world.look();
  }
  const [alert] = await query<{ value: number; threshold: number; status: string }>(
    "SELECT value, threshold, status FROM alert WHERE space_id = $1 AND kind = 'over-capacity'",
    [id],
  );
  expect(alert).toEqual({ value: 6, threshold: 4, status: "open" });
});

test("a maintenance window keeps an alert quiet, and it fires when the window is over and it is still so", async () => {
  const id = await room("Rowan");
  clock.now = ago(60);
  await world.post(zoomAlert("zoom-rowan", 3, ago(60)), "zoom");
  await put("zoom-rowan", id);
  await query(
    `INSERT INTO maintenance_window (space_id, name, starts_at, ends_at, created_by) VALUES ($1, 'HVAC works', $2, $3, 'test')`,
    [id, new Date(ago(90)), new Date(ago(30))],
  );
  await world.look();
  await world.look();
  const [quiet] = await query<{ suppressed_name: string }>("SELECT suppressed_name FROM alert WHERE space_id = $1", [
    id,
  ]);
  expect(quiet).toEqual({ suppressed_name: "HVAC works" });
  clock.now = ago(30);
  await world.post(zoomAlert("zoom-rowan", 3, ago(31)), "zoom");
  await world.look();
  expect(await of(id, "room-equipment")).toMatchObject([
    { status: "open", events: expect.arrayContaining(["unsuppressed"]) },
  ]);
});

test("most devices of a floor that go silent together are one incident", async () => {
  const floor = { floor_id: "space_quiet", floor_name: "Quiet", room_id: "room_quiet", room_name: "Quiet room" };
  clock.now = ago(50);
  await world.post(butlrEvent({ at: ago(60), data: 0, metadata: floor }));
  const [space] = await query<{ id: number }>("SELECT id FROM space WHERE vendor_name = 'Quiet room'");
  for (let i = 0; i < 8; i++) {
    await world.post(connectionEvent(`quiet${i}`, "SDS", ago(59)), "disruptive");
    await put(`quiet${i}`, space?.id ?? 0);
    await world.post(heardEvent(`quiet${i}`, `other-connector`, ago(58)), "disruptive");
  }
  await at(50, ...Array.from({ length: 4 }, (_, i) => connectionEvent(`quiet${i}`, "OFFLINE", ago(50 + i))));
  expect(await world.alerts("a.kind = 'floor-offline'")).toEqual([]);
  await at(48, connectionEvent("quiet4", "OFFLINE", ago(49)));
  const [incident] = await world.alerts("a.kind = 'floor-offline'");
  expect(incident).toMatchObject({ status: "open", severity: "critical" });
  await at(46, connectionEvent("quiet5", "OFFLINE", ago(46)));
  expect(await world.alerts(`a.parent_id = ${incident?.id}`)).toHaveLength(6);
  await at(40, ...Array.from({ length: 6 }, (_, i) => connectionEvent(`quiet${i}`, "SDS", ago(41))));
  expect(await world.alerts("a.kind = 'floor-offline'")).toMatchObject([{ status: "resolved", reason: "cleared" }]);
});

const book = (zoomRoom: string, id: string, startMinutesAgo: number) =>
  query(
    `INSERT INTO booking (vendor, external_id, source_id, starts_at, ends_at, said_at)
     SELECT 'zoom', $2, id, $3, $4, $3 FROM source WHERE external_id = $1`,
    [zoomRoom, id, new Date(ago(startMinutesAgo)), new Date(ago(startMinutesAgo - 60))],
  );

test("a booking that nobody came to is told only where sensing was healthy", async () => {
  const rooms = { healthy: await room("Maple", 6), stale: await room("Larch", 6) };
  for (const [name, id] of Object.entries(rooms)) {
    clock.now = ago(30);
    await world.post(zoomAlert(`zr-${name}`, 2, ago(60)), "zoom");
    await put(`zr-${name}`, id);
    await book(`zr-${name}`, `booking-${name}`, 15);
  }
  for (let minute = 20; minute >= 0; minute--) {
    await count("Maple", minute, 0);
    if (minute >= 12) await count("Larch", minute, 0);
  }
  clock.now = NOW;
  await world.look();
  expect(await of(rooms.healthy, "ghost")).toMatchObject([{ status: "open" }]);
  expect(await of(rooms.stale, "ghost")).toEqual([]);
});

test("high CO₂ with few people is a matter of ventilation, with many of the crowd", async () => {
  clock.now = NOW;
  const named: Record<string, string> = {};
  for (const [name, people] of [
    ["Birch", 2],
    ["Beech", 11],
  ] as const) {
    const id = await room(name, 10);
    await world.post(co2(`air-${name}`, 20, 1_500), "disruptive");
    await put(`air-${name}`, id);
    for (const minute of [3, 2, 1]) await count(name, minute, people);
    await at(0, co2(`air-${name}`, 1, 1_500));
    const [alert] = await of(id, "environment");
    named[name] = alert?.code ?? "none";
  }
  expect(named).toEqual({ Birch: "co2:ventilation", Beech: "co2:crowded" });
});

test("the alert of the room with people comes first, until it is empty", async () => {
  const rooms = [await room("Ash", 8), await room("Elm", 8)];
  clock.now = NOW;
  for (const [i, id] of rooms.entries()) {
    await world.post(zoomAlert(`zoom-${i}`, 1, ago(5)), "zoom");
    await put(`zoom-${i}`, id);
  }
  await count("Ash", 1, 0);
  await count("Elm", 1, 3);
  await world.look();
  const order = () =>
    query<{ space: string; people: number | null }>(
      `SELECT s.vendor_name AS space, a.people FROM alert a JOIN space s ON s.id = a.space_id
       WHERE a.space_id = ANY($1) AND a.kind = 'room-equipment' ORDER BY a.rank DESC`,
      [rooms],
    );
  expect(await order()).toEqual([
    { space: "Elm", people: 3 },
    { space: "Ash", people: 0 },
  ]);
  await count("Ash", 0, 2);
  await count("Elm", 0, 0);
  await world.look();
  expect(await order()).toEqual([
    { space: "Ash", people: 2 },
    { space: "Elm", people: 0 },
  ]);
});
