import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { METRICS, type Metric } from "@/lib/core/metric";
import { readHours } from "@/lib/db/rollup-repository";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { rollUp } from "./roll-up";

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY_START = Date.parse("2026-10-20T00:00:00Z");
/** Wednesday 15:20: the hour from 15 is running. */
const NOW = DAY_START + 39 * HOUR + 20 * MINUTE;
const at = (hours: number) => DAY_START + hours * HOUR;

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
});
afterAll(() => ingest.close());

const run = async <T extends object>(sql: string, values: unknown[] = []) =>
  (await ingest.db.read.query<T>(sql, values)).rows;
const idOf = async (sql: string, values: unknown[] = []) =>
  (await run<{ id: number }>(`${sql} RETURNING id`, values))[0]?.id ?? 0;

let turn = 0;
let room = 0;
let sensor = 0;
let site = 0;
beforeEach(async () => {
  await run("DELETE FROM setting WHERE name = 'rollupsClosedUntil'");
  site = await idOf("INSERT INTO space (kind, name, time_zone) VALUES ('site', 'Oslo', 'UTC')");
  room = await idOf("INSERT INTO space (kind, parent_id, name) VALUES ('room', $1, 'Fjord')", [site]);
  sensor = await addSensor();
  await assign(sensor, room);
});

const addSensor = () =>
  idOf("INSERT INTO source (vendor, kind, external_id, expected_interval_ms) VALUES ('butlr', 'room', $1, 60000)", [
    `sensor ${turn++}`,
  ]);
const assign = (source: number, space: number, from = "epoch") =>
  idOf("INSERT INTO assignment (source_id, space_id, starts_at) VALUES ($1, $2, $3)", [source, space, from]);
const said = (time: number, value: number, metric: Metric = "occupancy", source = sensor) =>
  run(
    "INSERT INTO reading (source_id, metric, observed_at, value, first_value, version, received_at) VALUES ($1, $2, to_timestamp($3 / 1000.0), $4, $4, 1, to_timestamp($3 / 1000.0))",
    [source, METRICS[metric].code, time, value],
  );
const late = (time: number, value: number, metric: Metric = "occupancy") =>
  ingest.db.read.query(
    `WITH said AS (
       INSERT INTO reading (source_id, metric, observed_at, value, first_value, version, received_at)
       VALUES ($1, $2, to_timestamp($3 / 1000.0), $4, $4, 1, to_timestamp($3 / 1000.0)) RETURNING *)
     INSERT INTO dirty_span (source_id, metric, from_at, until_at) SELECT source_id, metric, observed_at, observed_at FROM said`,
    [sensor, METRICS[metric].code, time, value],
  );
const roll = (now = NOW) => rollUp(ingest.db, now);

/** [hour of the first day, minutes known, minutes used] of the room's hours. */
async function hours(scope = 0, space = room) {
  const rows = await readHours([space], scope, { from: at(0), to: at(100) }, ingest.db.read);
  return rows.map(({ from, validMs, usedMs }) => [(from - DAY_START) / HOUR, validMs / MINUTE, usedMs / MINUTE]);
}

describe("rollups", () => {
  test("close hours that are over, but not the one that is running", async () => {
    await said(NOW - 50 * MINUTE, 2);
    await said(NOW - 10 * MINUTE, 3);
    await roll();
    expect(await hours()).toEqual([[38, 10, 10]]);
    await roll(NOW + HOUR);
    expect(await hours()).toEqual([
      [38, 10, 10],
      [39, 10, 10],
    ]);
  });

  test("a thing that speaks only of changes is known in hours in which it says nothing", async () => {
    const desk = await addSensor();
    await assign(desk, room);
    await said(at(36.5), 1, "deskOccupied", desk);
    await roll();
    expect(await hours()).toEqual([
      [36, 30, 30],
      [37, 60, 60],
      [38, 60, 60],
    ]);
    await roll(NOW + 2 * HOUR);
    expect(await hours()).toHaveLength(5);
  });

  test("what was told between two milliseconds, as DT does, counts from the whole one", async () => {
    const desk = await addSensor();
    await assign(desk, room, "2026-10-21T12:00:00.000123Z");
    await said(at(36.5) + 0.896, 1, "deskOccupied", desk);
    await said(at(37.5) + 0.104, 0, "deskOccupied", desk);
    await roll();
    expect(await hours()).toEqual([
      [36, 30, 30],
      [37, 60, 30],
      [38, 60, 0],
    ]);
  });

  test("a late word changes its hour and as far as it holds; nothing else is touched", async () => {
    await said(at(10), 2);
    await roll();
    await late(at(10) + 55 * MINUTE, 4);
    expect(await roll()).toBe(2);
    expect(await hours()).toEqual([
      [10, 15, 15],
      [11, 5, 5],
    ]);
  });

  test("a session over an hour's edge is one in its day", async () => {
    for (let time = at(10.5); time < at(12); time += 5 * MINUTE) await said(time, 3);
    await said(at(12), 0);
    await roll();
    const [day] = await run<object>(
      "SELECT starts, longest_ms, used_ms FROM rollup_day WHERE space_id = $1 AND scope = 0",
      [room],
    );
    expect(day).toEqual({ starts: 1, longest_ms: 90 * MINUTE, used_ms: 90 * MINUTE });
  });

  test("assignments that begin, end or are taken back change what the space is told", async () => {
    const other = await addSensor();
    await said(at(10), 5, "occupancy", other);
    await said(at(20), 7, "occupancy", other);
    await roll();
    expect(await hours()).toEqual([]);
    const stay = await assign(other, room);
    await roll();
    expect((await hours()).map(([hour]) => hour)).toEqual([10, 20]);
    await run("UPDATE assignment SET ends_at = to_timestamp($2 / 1000.0) WHERE id = $1", [stay, at(15)]);
    expect(await roll()).toBeLessThan(30);
    expect((await hours()).map(([hour]) => hour)).toEqual([10]);
    await run("DELETE FROM assignment WHERE id = $1", [stay]);
    await roll();
    expect(await hours()).toEqual([]);
  });

  test("working hours, holidays and the zone of a site change the rollups of everything below", async () => {
    await said(at(10), 5);
    await roll();
    expect(await hours(1)).toEqual([[10, 10, 10]]);
    await run("UPDATE space SET working_hours = $2 WHERE id = $1", [
      site,
      JSON.stringify({ tue: [["10:05", "18:00"]] }),
    ]);
    await roll();
    expect(await hours(1)).toEqual([[10, 5, 5]]);
    await run("UPDATE space SET holidays = $2 WHERE id = $1", [
      site,
      JSON.stringify([{ date: "2026-10-20", name: "Off" }]),
    ]);
    await roll();
    expect(await hours(1)).toEqual([]);
    await run("UPDATE space SET time_zone = 'Asia/Kolkata', holidays = NULL, working_hours = NULL WHERE id = $1", [
      site,
    ]);
    await roll();
    expect(await hours(0)).toEqual([[9.5, 10, 10]]);
  });

  test("the hold time of a type changes how long its rooms are away", async () => {
    const type = await idOf("INSERT INTO space_type (name) VALUES ($1)", [`Type ${turn++}`]);
    await run("UPDATE space SET type_id = $2 WHERE id = $1", [room, type]);
    await said(at(37), 1, "motion");
    await said(at(37.5), 0, "motion");
    await roll();
    expect(await hours()).toEqual([
      [37, 60, 30],
      [38, 60, 0],
    ]);
    await run("UPDATE space_type SET hold_minutes = 15 WHERE id = $1", [type]);
    await roll();
    expect((await hours())[0]).toEqual([37, 60, 45]);
  });

  test("maintenance is not free time, and not known; ending it earlier gives its time back", async () => {
    const desk = await addSensor();
    await assign(desk, room);
    await said(at(36), 0, "deskOccupied", desk);
    await roll();
    expect(await hours()).toEqual([
      [36, 60, 0],
      [37, 60, 0],
      [38, 60, 0],
    ]);
    const window = await idOf(
      "INSERT INTO maintenance_window (space_id, name, starts_at, created_by) VALUES ($1, 'Carpet', to_timestamp($2 / 1000.0), 'Ada')",
      [site, at(37.5)],
    );
    await roll();
    expect(await hours()).toEqual([
      [36, 60, 0],
      [37, 30, 0],
    ]);
    await run("UPDATE maintenance_window SET ended_at = to_timestamp($2 / 1000.0) WHERE id = $1", [window, at(38)]);
    await roll();
    expect(await hours()).toEqual([
      [36, 60, 0],
      [37, 30, 0],
      [38, 60, 0],
    ]);
  });

  test("who speaks for a type decides what its rooms were", async () => {
    const type = await idOf("INSERT INTO space_type (name) VALUES ($1)", [`Type ${turn++}`]);
    await run("UPDATE space SET type_id = $2 WHERE id = $1", [room, type]);
    await said(at(37), 0, "occupancy");
    await said(at(37), 1, "motion");
    await roll();
    expect((await hours())[0]).toEqual([37, 60, 50]);
    await run("UPDATE space_type SET speakers = '{motion,desk,count}' WHERE id = $1", [type]);
    await roll();
    expect((await hours())[0]).toEqual([37, 60, 60]);
  });

  test("work that does not fit into one transaction is taken up again, until nothing is marked", async () => {
    for (let day = 0; day < 200; day++) await said(NOW - day * 24 * HOUR, 1);
    await roll();
    expect(await run("SELECT 1 FROM dirty_span")).toEqual([]);
    const [{ days } = { days: 0 }] = await run<{ days: number }>(
      "SELECT count(*)::int AS days FROM rollup_day WHERE space_id = $1 AND scope = 0",
      [room],
    );
    expect(days).toBe(199);
  });
});

describe("while others write", () => {
  test("a reading that is not committed yet is not lost, whoever comes first", async () => {
    await said(at(10), 2);
    await roll();
    const writer = await ingest.db.read.connect();
    await writer.query("BEGIN");
    await writer.query(
      "INSERT INTO reading (source_id, metric, observed_at, value, first_value, version, received_at) VALUES ($1, 1, to_timestamp($2 / 1000.0), 4, 4, 1, now())",
      [sensor, at(12)],
    );
    await writer.query(
      "INSERT INTO dirty_span (source_id, metric, from_at, until_at) VALUES ($1, 1, to_timestamp($2 / 1000.0), to_timestamp($2 / 1000.0))",
      [sensor, at(12)],
    );
    await late(at(12) + 5 * MINUTE, 6);
    await roll();
    expect(await hours()).toEqual([
      [10, 10, 10],
      [12, 10, 10],
    ]);
    await writer.query("COMMIT");
    writer.release();
    await roll();
    expect(await hours()).toEqual([
      [10, 10, 10],
      [12, 15, 15],
    ]);
  });

  test("several instances at once end like one", async () => {
    const rooms = [room];
    for (let i = 0; i < 5; i++) {
      const next = await idOf("INSERT INTO space (kind, parent_id, name) VALUES ('room', $1, $2)", [site, `Room ${i}`]);
      const source = await addSensor();
      await assign(source, next);
      for (let hour = 0; hour < 30; hour++) await said(at(hour), hour % 3, "occupancy", source);
      rooms.push(next);
    }
    await Promise.all([roll(), roll(), roll()]);
    await Promise.all([roll(), roll()]);
    const before = await Promise.all(rooms.map((space) => hours(0, space)));
    await run(
      "INSERT INTO dirty_span (space_id, from_at, until_at) SELECT unnest($1::int[]), '-infinity', 'infinity'",
      [rooms],
    );
    await roll();
    expect(await Promise.all(rooms.map((space) => hours(0, space)))).toEqual(before);
    expect(before[1]).toHaveLength(30);
  });
});

test("the write path marks what is late, once per hour, and nothing in a steady stream", async () => {
  const marks = async () =>
    Number((await run<{ n: string }>("SELECT count(*) AS n FROM dirty_span WHERE source_id IS NOT NULL"))[0]?.n);
  const metadata = { room_id: "room_live", room_name: "Live" };
  const real = await openIngest();
  try {
    const count = async () =>
      Number((await real.db.read.query("SELECT count(*) AS n FROM dirty_span WHERE source_id IS NOT NULL")).rows[0].n);
    const minute = Math.floor(Date.now() / MINUTE) * MINUTE;
    await real.post(butlrEvent({ at: minute, data: 3, metadata }));
    await real.post(butlrEvent({ at: minute - MINUTE, data: 2, metadata }));
    expect(await count()).toBe(0);
    await real.post(butlrEvent({ at: minute - 3 * HOUR, data: 2, metadata }));
    expect(await count()).toBe(1);
    await real.post(butlrEvent({ at: minute - 3 * HOUR, data: 2, metadata }));
    expect(await count()).toBe(1);
  } finally {
    await real.close();
  }
  expect(await marks()).toBe(0);
});
