import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { BookedUse } from "@/lib/core/booked/booked-history";
import type { FigureQuery } from "@/lib/core/space-metrics";
import { rollUp } from "@/lib/services/rollups/roll-up";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { bookedCsv } from "./booked-csv";
import { readBooked } from "./read-booked";

/**
 * Bookings and readings with figures worked out by hand. Oslo, Monday to Friday 8 to 18; Monday 19 October.
 *
 * Fjord: in use 9:00–10:30 and 14:00–15:00, nothing known 16:00–17:00. Booked 9–10; 11–12, to which nobody came;
 * 15:30–16:30; 13:00–13:30, moved there from Birch, to which nobody came; 10:30–11:00, cancelled the hour before; and
 * 23:30–0:30, to which nobody came. Birch: in use 13–15. Booked 9–10, checked in to but unseen, checked out at 9:30;
 * 10–11 and 10:30–11:30, which was released at 10:45; 17:30–18:30: nobody came to these three. Cedar cannot be booked.
 * Sunday 25 October, the day of 25 hours: Birch is booked from 2 o'clock for two hours, and used in the first of them.
 */
const NOW = Date.parse("2026-10-27T11:00:00Z");
const MINUTE = 60_000;
const oslo = (time: string, day = "2026-10-19") => Date.parse(`${day}T${time}:00+02:00`);
const iso = (at: number) => new Date(at).toISOString().replace(".000Z", "Z");
const admin: Actor = {
  ...{ userId: "1", name: "Ada", email: "ada@example.com", role: "admin" },
  ...{ sites: null, scopes: null, sessionId: "1", address: null },
};

let ingest: Awaited<ReturnType<typeof openIngest>>;
const ids = { fjord: 0, birch: 0, floor: 0 };

/** A count every ten minutes; it is believed for ten, so there is no gap. */
async function counts(room: string, [from, to]: [number, number], people: (time: string) => number) {
  for (let at = from; at < to; at += 10 * MINUTE) {
    const data = people(new Date(at + 120 * MINUTE).toISOString().slice(11, 16));
    await ingest.post(butlrEvent({ at, data, metadata: { room_id: `room_${room}`, room_name: room } }));
  }
}

/** Zoom's word about a reservation; `at` is when it was said. */
async function zoom(event: string, object: object, at: number) {
  const { kind } = await ingest.post({ event, payload: { account_id: "acc1", object }, event_ts: at }, "zoom");
  expect(kind).toBe("stored");
}
const reservation = (id: string, room: string, from: number, to: number, who: string) => ({
  ...{ id, workspace_id: `ws-${room}`, start_time: iso(from), end_time: iso(to), topic: "Standup", reserve_for: who },
});
const BEFORE = oslo("07:00");
async function book(id: string, room: string, [from, to]: [string, string], who: string) {
  const object = reservation(id, room, oslo(from), oslo(to), who);
  await zoom("workspace.reservation_created", object, BEFORE);
  return (event: string, time: string) => zoom(`workspace.reservation_${event}`, object, oslo(time));
}

beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
  await counts("Fjord", [oslo("08:00"), oslo("16:00")], (time) =>
    (time >= "09:00" && time < "10:30") || (time >= "14:00" && time < "15:00") ? 4 : 0,
  );
  await counts("Fjord", [oslo("17:00"), oslo("18:00")], () => 0);
  await counts("Fjord", [oslo("23:00"), oslo("01:00", "2026-10-20")], () => 0);
  await counts("Birch", [oslo("08:00"), oslo("19:00")], (time) => (time >= "13:00" && time < "15:00" ? 2 : 0));
  await counts("Birch", [oslo("02:00", "2026-10-25"), oslo("04:00", "2026-10-25")], (time) => (time < "03:00" ? 2 : 0));
  await counts("Cedar", [oslo("08:00"), oslo("18:00")], () => 1);
  const { read } = ingest.db;
  const week = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["08:00", "18:00"]]]));
  const hours = JSON.stringify(week);
  await read.query("UPDATE space SET time_zone = 'Europe/Oslo', working_hours = $1 WHERE kind = 'site'", [hours]);
  for (const room of ["Fjord", "Birch"])
    await zoom("workspace.created", { id: `ws-${room}`, workspace_name: room }, BEFORE);
  await read.query(
    `INSERT INTO assignment (source_id, space_id, starts_at) SELECT o.id, s.id, 'epoch'
     FROM source o JOIN space s ON o.kind = 'workspace' AND s.vendor_name = o.name`,
  );
  await book("a", "Fjord", ["09:00", "10:00"], "hana");
  await book("b", "Fjord", ["11:00", "12:00"], "hana");
  await book("c", "Fjord", ["15:30", "16:30"], "ivo");
  await book("d", "Birch", ["12:00", "13:00"], "ivo");
  const moved = reservation("d", "Fjord", oslo("13:00"), oslo("13:30"), "ivo");
  await zoom("workspace.reservation_update", moved, oslo("07:30"));
  await (await book("e", "Fjord", ["10:30", "11:00"], "ivo"))("deleted", "09:30");
  const f = await book("f", "Birch", ["09:00", "10:00"], "jo");
  await f("checked_in", "09:05");
  await f("checked_out", "09:30");
  await book("g", "Birch", ["10:00", "11:00"], "hana");
  await (await book("h", "Birch", ["10:30", "11:30"], "hana"))("deleted", "10:45");
  await book("i", "Birch", ["17:30", "18:30"], "jo");
  const night = reservation("k", "Fjord", oslo("23:30"), oslo("00:30", "2026-10-20"), "lee");
  await zoom("workspace.reservation_created", night, BEFORE);
  const sunday = reservation("j", "Birch", oslo("02:00", "2026-10-25"), oslo("04:00", "2026-10-25"), "lee");
  await zoom("workspace.reservation_created", sunday, BEFORE);
  const { rows } = await read.query<{ id: number; vendor_name: string }>("SELECT id, vendor_name FROM space");
  const idOf = (name: string) => rows.find((row) => row.vendor_name === name)?.id ?? 0;
  Object.assign(ids, { fjord: idOf("Fjord"), birch: idOf("Birch"), floor: idOf("2nd Floor") });
});
afterAll(() => ingest.close());

const monday = { from: "2026-10-19", to: "2026-10-19", hours: "working", kind: "room" } as const;
const NAMES: Record<string, string> = {};
const ask = (change: Partial<FigureQuery> = {}) =>
  readBooked({ ...monday, within: String(ids.floor), ...change }, admin, {
    ...{ db: ingest.db, now: NOW },
    // Sealed twice is never the same: whoever opens it says who it is.
    open: (sealed) => NAMES[sealed] ?? null,
  });

const FJORD: Partial<BookedUse> = {
  ...{ bookedUsed: 60, bookedEmpty: 120, openUsed: 90, openEmpty: 270, bookedUnseen: 30, openUnseen: 30 },
  ...{ ghost: 90, recovered: 0, coverage: 0.9 },
  ...{ bookings: 4, checkedIn: 0, cameAnyway: 1, noShows: 2, unknown: 1, running: 0, givenBack: 0, released: 0 },
};
const BIRCH: Partial<BookedUse> = {
  ...{ bookedUsed: 0, bookedEmpty: 120, openUsed: 120, openEmpty: 360, bookedUnseen: 0, openUnseen: 0 },
  ...{ ghost: 90, recovered: 75, coverage: 1, bookedCoverage: 1 },
  ...{ bookings: 4, checkedIn: 1, cameAnyway: 0, noShows: 3, unknown: 0, running: 0, givenBack: 0, released: 1 },
};
const BOTH: Partial<BookedUse> = {
  ...{ bookedUsed: 60, bookedEmpty: 240, openUsed: 210, openEmpty: 630, bookedUnseen: 30, openUnseen: 30 },
  ...{ ghost: 180, recovered: 75, coverage: 0.95, bookings: 8, noShows: 5 },
};

/** The same before there are any rollups, from the readings alone, and after. */
describe.each(["readings", "rollups"])("from %s", (from) => {
  beforeAll(async () => {
    if (from === "rollups") await rollUp(ingest.db, NOW);
  });

  test("rooms and all together have the figures that a person works out; who cannot be booked is left out", async () => {
    const { items, group, spaces, notBookable } = await ask();
    expect(items.map(({ name }) => name)).toEqual(["Birch", "Fjord"]);
    expect(items[0]).toMatchObject(BIRCH);
    expect(items[1]).toMatchObject(FJORD);
    expect(group).toMatchObject(BOTH);
    expect([spaces, notBookable]).toEqual([2, 1]);
  });

  test("no-shows are listed, the newest first, without who booked", async () => {
    const { noShows } = await ask();
    expect(
      noShows.map(({ space, startsAt, empty, isReleased }) => [space.name, startsAt.slice(11, 16), empty, isReleased]),
    ).toEqual([
      ["Birch", "17:30", 30, false],
      ["Fjord", "13:00", 30, false],
      ["Fjord", "11:00", 60, false],
      ["Birch", "10:30", 15, true],
      ["Birch", "10:00", 60, false],
    ]);
    expect(JSON.stringify(await ask())).not.toMatch(/hana|Standup|sealed/);
  });

  test("the hours of the week: which part of the booked time nobody came to", async () => {
    const { cells } = await ask();
    const shares = cells.map(({ weekday, hour, value, coverage }) => [weekday, hour, value, coverage]);
    expect(shares).toEqual([
      [1, 9, 0, 1],
      [1, 10, 100, 1],
      [1, 11, 100, 1],
      [1, 13, 100, 1],
      [1, 15, 0, 1],
      [1, 16, null, 0],
      [1, 17, 100, 1],
    ]);
  });

  test("the hour that comes twice counts twice", async () => {
    const sunday = { from: "2026-10-25", to: "2026-10-25", hours: "all" } as const;
    const { group, cells } = await ask({ ...sunday, spaces: [String(ids.birch)], within: undefined });
    expect(group).toMatchObject({ bookedUsed: 60, bookedEmpty: 60, openEmpty: 0, openUnseen: 23 * 60, bookings: 1 });
    expect(cells).toEqual([{ weekday: 7, hour: 2, value: 0, coverage: 1, days: 1 }]);
  });

  test("a booking over midnight counts on its first day, and holds time on both", async () => {
    const fjord: Partial<FigureQuery> = { hours: "all", spaces: [String(ids.fjord)], within: undefined };
    const first = await ask(fjord);
    const second = await ask({ ...fjord, from: "2026-10-20", to: "2026-10-20" });
    expect(first.group).toMatchObject({ bookings: 5, noShows: 3, ghost: 120 });
    expect(second.group).toMatchObject({ bookings: 0, noShows: 0, bookedEmpty: 30, ghost: 30 });
  });

  test("the file says exactly what the answer says", async () => {
    const answer = await ask();
    const lines: string[][] = parse(bookedCsv(answer), { bom: true });
    const column = (title: string) => lines[0]?.indexOf(title) ?? -1;
    const told = lines
      .slice(1)
      .map((line) => [line[1], line[column("booked and empty (min)")], line[column("no-shows")]]);
    expect(told).toEqual([
      ["Birch", "120", "3"],
      ["Fjord", "120", "2"],
      ["All together", "240", "5"],
    ]);
  });
});

test("organisers are counted, never told", async () => {
  expect((await ask()).organisers).toBeNull();
  const { rows } = await ingest.db.read.query<{ id: string; sealed: string }>(
    "SELECT external_id AS id, reserved_for AS sealed FROM booking",
  );
  const who: Record<string, string> = { b: "hana", g: "hana", h: "hana", d: "ivo", i: "jo" };
  for (const { id, sealed } of rows) NAMES[sealed] = who[id] ?? "nobody";
  expect((await ask()).organisers).toEqual({ recurring: 1, noShows: 3, of: 5 });
});
