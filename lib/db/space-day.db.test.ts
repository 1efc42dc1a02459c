import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarDay } from "@/lib/core/calendar-day";
import { METRICS, type Metric } from "@/lib/core/metric";
import { tellDay } from "@/lib/core/tell-day";
import { openIngest } from "@/lib/testing/ingest-fixture";
import { readDayEvidence, readSpacePlace } from "./space-day-repository";

const ZONE = "Europe/Berlin";
const DAY = calendarDay("2026-11-18", ZONE);
/** A time of that day there. */
const at = (time: string) => new Date(`2026-11-18T${time}:00+01:00`);

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest();
});
afterAll(() => ingest.close());

const insertedId = async (sql: string, values: unknown[]) =>
  (await ingest.db.read.query<{ id: number }>(`${sql} RETURNING id`, values)).rows[0]?.id ?? 0;

async function room(change: { workingHours?: object; holidays?: object; capacity?: number } = {}) {
  const site = await insertedId(
    "INSERT INTO space (kind, name, time_zone, working_hours, holidays) VALUES ('site', 'S', $1, $2, $3)",
    [ZONE, JSON.stringify(change.workingHours ?? null), JSON.stringify(change.holidays ?? null)],
  );
  return insertedId("INSERT INTO space (kind, name, parent_id, capacity) VALUES ('room', 'R', $1, $2)", [
    site,
    change.capacity ?? null,
  ]);
}

let made = 0;
async function device(name: string, vendor = "disruptive") {
  return insertedId("INSERT INTO source (vendor, kind, external_id, name) VALUES ($1, 'device', $2, $3)", [
    vendor,
    `device ${made++}`,
    name,
  ]);
}

const stay = (source: number, space: number, from: Date, to: Date | null = null, replaces: number | null = null) =>
  insertedId(
    "INSERT INTO assignment (source_id, space_id, starts_at, ends_at, replaces_id) VALUES ($1, $2, $3, $4, $5)",
    [source, space, from, to, replaces],
  );

async function said(source: number, metric: Metric, time: Date, value: number, first = value) {
  await ingest.db.read.query(
    `INSERT INTO reading (source_id, metric, observed_at, value, first_value, version, received_at, revisions, changed_at)
     VALUES ($1, $2, $3, $4, $5, 1, $3, $6, $7)`,
    [source, METRICS[metric].code, time, value, first, value === first ? 0 : 1, new Date(time.getTime() + 180_000)],
  );
}

async function told(space: number, now = at("18:00")) {
  const place = await readSpacePlace(String(space), ingest.db);
  return tellDay(place, DAY, await readDayEvidence(space, DAY, ingest.db), now.getTime());
}

const clock = (time: string) => new Date(Date.parse(time) + 3_600_000).toISOString().slice(11, 16);

test("a device that is swapped at noon leaves one continuous line with a mark, also for what comes late", async () => {
  const space = await room({ capacity: 4 });
  const [old, next] = [await device("Old counter"), await device("New counter")];
  const first = await stay(old, space, at("06:00"), at("12:00"));
  await stay(next, space, at("12:00"), null, first);
  await said(old, "occupancy", at("09:00"), 2);
  await said(next, "occupancy", at("12:00"), 3);
  await said(next, "occupancy", at("11:00"), 9); // still on the desk of its fitter
  await said(old, "occupancy", at("13:00"), 9); // in the bin
  await said(old, "occupancy", at("11:50"), 5); // late
  const day = await told(space);
  expect(day.people?.points.map((point) => [clock(point.at), point.value])).toEqual([
    ["00:00", null],
    ["09:00", 2],
    ["11:50", 5],
    ["12:00", 3],
  ]);
  expect(day.states.map(({ at, state }) => [clock(at), state])).toEqual([
    ["00:00", "unmonitored"],
    ["06:00", "unknown"],
    ["09:00", "occupied"],
    ["11:50", "over"],
    ["12:00", "occupied"],
  ]);
  expect(day.swaps.map((swap) => [clock(swap.at), swap.from, swap.to])).toEqual([
    ["12:00", "Old counter", "New counter"],
  ]);
});

test("the count of the better source speaks; a corrected minute keeps what was said first", async () => {
  const space = await room();
  const [counter, motion] = [await device("Counter"), await device("Motion")];
  await stay(counter, space, at("00:00"));
  await stay(motion, space, at("00:00"));
  await said(motion, "motion", at("08:00"), 1);
  await said(counter, "occupancy", at("09:00"), 0);
  await said(counter, "occupancy", at("10:00"), 3, 9);
  const day = await told(space);
  expect(day.states.map(({ at, state }) => [clock(at), state])).toEqual([
    ["00:00", "unknown"],
    ["08:00", "occupied"],
    ["09:00", "free"],
    ["10:00", "occupied"],
  ]);
  expect(day.people?.points).toContainEqual({
    at: at("10:00").toISOString(),
    value: 3,
    firstValue: 9,
    correctedAt: at("10:03").toISOString(),
  });
});

test("bookings say what became of them, and the working hours and days off are the site's", async () => {
  const hours = { wed: [["08:00", "17:30"]] };
  const space = await room({ workingHours: hours, holidays: [{ date: "2026-11-19", name: "Founders' day" }] });
  const source = await device("Desk");
  await stay(source, space, at("00:00"));
  await said(source, "deskOccupied", at("07:00"), 0);
  await said(source, "deskOccupied", at("10:20"), 1);
  await said(source, "deskOccupied", at("10:50"), 0);
  for (const [id, from, to] of [
    ["gone", "08:00", "09:00"],
    ["came", "10:00", "11:00"],
    ["later", "20:00", "21:00"],
  ] as const)
    await ingest.db.read.query(
      "INSERT INTO booking (vendor, external_id, source_id, starts_at, ends_at) VALUES ('zoom', $1, $2, $3, $4)",
      [`${id} ${space}`, source, at(from), at(to)],
    );
  const day = await told(space);
  expect(day.bookings.map(({ startsAt, outcome }) => [clock(startsAt), outcome])).toEqual([
    ["08:00", "no-show"],
    ["10:00", "used"],
    ["20:00", "to-come"],
  ]);
  expect(day.states.map(({ at, state }) => [clock(at), state])).toEqual([
    ["00:00", "unknown"],
    ["07:00", "free"],
    ["07:50", "held"],
    ["08:10", "ghost"],
    ["09:00", "free"],
    ["09:50", "held"],
    ["10:10", "ghost"],
    ["10:20", "occupied"],
    ["10:50", "free"],
  ]);
  expect(day.working).toEqual([{ from: at("08:00").toISOString(), to: at("17:30").toISOString() }]);
  const holiday = calendarDay("2026-11-19", ZONE);
  const place = await readSpacePlace(String(space), ingest.db);
  const off = tellDay(place, holiday, await readDayEvidence(space, holiday, ingest.db), holiday.to);
  expect([off.holiday, off.working]).toEqual(["Founders' day", []]);
  expect(off.states[0]?.state).toBe("free"); // what the evening before said still holds
});

test("a day of minute counts is at most 500 points, with its highest in it", async () => {
  const space = await room();
  const source = await device("Counter");
  await stay(source, space, at("00:00"));
  for (let minute = 0; minute < 1_000; minute++)
    await said(source, "occupancy", new Date(DAY.from + minute * 60_000), minute === 777 ? 40 : minute % 5);
  const { people } = await told(space);
  expect(people?.points.length).toBeLessThanOrEqual(500);
  expect(Math.max(...(people?.points ?? []).map(({ value }) => value ?? 0))).toBe(40);
});
