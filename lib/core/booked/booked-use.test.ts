import { describe, expect, test } from "vitest";
import { localHours } from "../local-hours";
import { bookedFigures, ghostCells, organisersOf } from "./booked-figures";
import type { TimedBooking } from "./booked-time";
import { BookedHours, bookedUse } from "./booked-use";
import type { SeenStretch } from "./seen-time";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONE = "Europe/Oslo";
/** A Monday in winter; Oslo is an hour ahead of UTC. */
const at = (time: string, day = "2026-11-16") => Date.parse(`${day}T${time}:00+01:00`);
const DAY = { from: at("00:00"), to: at("00:00", "2026-11-17") };
const LATER = at("12:00", "2026-11-17");

const booked = (from: string, to: string, change: Partial<TimedBooking> = {}): TimedBooking => ({
  startsAt: at(from),
  endsAt: at(to),
  checkedInAt: null,
  checkedOutAt: null,
  cancelledAt: null,
  ...change,
});

/** Seen from 8 to 18: in use in these stretches, unknown in those, else empty. */
function seen(used: [string, string][], unknown: [string, string][] = []): SeenStretch[] {
  const marks = [
    ...used.map(([from, to]) => ({ from: at(from), to: at(to), isUsed: true as boolean | null })),
    ...unknown.map(([from, to]) => ({ from: at(from), to: at(to), isUsed: null })),
  ].sort((a, b) => a.from - b.from);
  const stretches: SeenStretch[] = [];
  let now = at("08:00");
  for (const { from, to, isUsed } of marks) {
    if (from > now) stretches.push({ from: now, to: from, isUsed: false });
    if (isUsed !== null) stretches.push({ from, to, isUsed });
    now = to;
  }
  if (now < at("18:00")) stretches.push({ from: now, to: at("18:00"), isUsed: false });
  return stretches;
}

interface Told {
  readonly seen?: SeenStretch[];
  readonly scope?: { from: number; to: number }[];
  readonly holdMs?: number | null;
  readonly now?: number;
}

function use(bookings: TimedBooking[], told: Told = {}) {
  const stretches = told.seen ?? seen([]);
  const scope = told.scope ?? [{ from: at("08:00"), to: at("18:00") }];
  const within = stretches.flatMap(({ from, to, isUsed }) =>
    scope.map((span) => ({ isUsed, length: Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)) })),
  );
  const sum = (some: typeof within) => some.reduce((total, { length }) => total + length, 0);
  const facts = {
    bookings,
    seen: stretches,
    scope,
    holdMs: told.holdMs ?? null,
    validMs: sum(within),
    usedMs: sum(within.filter(({ isUsed }) => isUsed)),
  };
  return bookedUse(facts, DAY, told.now ?? LATER);
}
const figures = (...told: Parameters<typeof use>) => bookedFigures([use(...told)]);

describe("the four quarters", () => {
  test("of a day add up to all of it, and what nobody saw is none of them", () => {
    // In use 9:00–10:30 and 14:00–15:00; nothing known 16:00–17:00. Booked 9:00–10:00, 11:00–12:00, 15:30–16:30.
    const all = figures([booked("09:00", "10:00"), booked("11:00", "12:00"), booked("15:30", "16:30")], {
      seen: seen(
        [
          ["09:00", "10:30"],
          ["14:00", "15:00"],
        ],
        [["16:00", "17:00"]],
      ),
    });
    expect(all).toMatchObject({
      ...{ bookedUsed: 60, bookedEmpty: 90, openUsed: 90, openEmpty: 300, bookedUnseen: 30, openUnseen: 30 },
      ...{ ghost: 60, coverage: 0.9, bookings: 3, cameAnyway: 1, noShows: 1, unknown: 1 },
    });
    expect(all.bookedCoverage).toBeCloseTo(150 / 180, 10);
  });

  test("hold the common time of overlapping bookings once, and count each of them", () => {
    const all = figures([booked("09:00", "10:30"), booked("10:00", "11:00")], { seen: seen([["09:00", "09:30"]]) });
    expect(all).toMatchObject({ bookedUsed: 30, bookedEmpty: 90, bookings: 2, cameAnyway: 1, noShows: 1, ghost: 60 });
  });

  test("know only the time that counts", () => {
    const all = figures([booked("07:00", "09:00"), booked("19:00", "20:00")]);
    expect(all).toMatchObject({ bookedEmpty: 60, bookings: 1, unknown: 1, noShows: 0 });
  });
});

describe("a booking", () => {
  test.each<[string, TimedBooking, Told, object]>([
    ["nobody came to", booked("09:00", "10:00"), {}, { noShows: 1, ghost: 60 }],
    [
      "somebody came to late",
      booked("09:00", "10:00"),
      { seen: seen([["09:40", "09:50"]]) },
      { cameAnyway: 1, ghost: 0, bookedUsed: 10, bookedEmpty: 50 },
    ],
    [
      "that was checked in to, unseen by sensors",
      booked("09:00", "10:00", { checkedInAt: at("09:02") }),
      {},
      { checkedIn: 1, noShows: 0, ghost: 0, bookedEmpty: 60 },
    ],
    [
      "with a gap in what was seen",
      booked("09:00", "10:00"),
      { seen: seen([], [["09:30", "09:40"]]) },
      { unknown: 1, noShows: 0, ghost: 0, bookedEmpty: 50, bookedUnseen: 10 },
    ],
    [
      "cancelled before it began",
      booked("09:00", "10:00", { cancelledAt: at("08:00") }),
      {},
      { bookings: 0, bookedEmpty: 0 },
    ],
    [
      "released when nobody came",
      booked("09:00", "10:00", { cancelledAt: at("09:15") }),
      {},
      { noShows: 1, released: 1, ghost: 15, recovered: 45 },
    ],
    [
      "taken back at once",
      booked("09:00", "10:00", { cancelledAt: at("09:05") }),
      {},
      { givenBack: 1, released: 1, noShows: 0, ghost: 0, recovered: 55 },
    ],
    [
      "checked out of early",
      booked("09:00", "10:00", { checkedInAt: at("09:00"), checkedOutAt: at("09:20") }),
      { seen: seen([["09:00", "09:20"]]) },
      { checkedIn: 1, bookedUsed: 20, bookedEmpty: 0, recovered: 40 },
    ],
    ["that just began", booked("09:00", "10:00"), { now: at("09:09") }, { running: 1, noShows: 0 }],
    ["to come", booked("09:00", "10:00"), { now: at("08:59") }, { bookings: 0, bookedEmpty: 0 }],
    [
      "after somebody whose hold reaches into it",
      booked("09:00", "10:00"),
      { seen: seen([["08:00", "09:15"]]), holdMs: 15 * MINUTE },
      { noShows: 1, ghost: 45, bookedUsed: 15 },
    ],
    [
      "into which somebody stayed on",
      booked("09:00", "10:00"),
      { seen: seen([["08:00", "09:20"]]), holdMs: 15 * MINUTE },
      { noShows: 0, cameAnyway: 1 },
    ],
    [
      "given back as it began",
      booked("09:00", "10:00", { checkedInAt: at("08:50"), checkedOutAt: at("09:00") }),
      {},
      { bookings: 1, checkedIn: 1, bookedEmpty: 0, recovered: 60 },
    ],
  ])("%s", (_, booking, told, expected) => {
    expect(figures([booking], told)).toMatchObject(expected);
  });

  test("over midnight counts on the day it began, and holds time on both", () => {
    const over = [{ ...booked("23:30", "23:59"), endsAt: at("00:30", "2026-11-17") }];
    const scope = [{ from: at("00:00", "2026-11-15"), to: at("00:00", "2026-11-19") }];
    const facts = {
      ...{ bookings: over, scope, holdMs: null, validMs: 24 * HOUR, usedMs: 0 },
      seen: [{ from: at("20:00"), to: at("04:00", "2026-11-17"), isUsed: false }],
    };
    const next = { from: DAY.to, to: DAY.to + 24 * HOUR };
    const monday = bookedFigures([bookedUse(facts, DAY, LATER)]);
    const tuesday = bookedFigures([bookedUse(facts, next, LATER)]);
    expect(monday).toMatchObject({ bookings: 1, noShows: 1, bookedEmpty: 30, ghost: 30 });
    expect(tuesday).toMatchObject({ bookings: 0, noShows: 0, bookedEmpty: 30, ghost: 30 });
  });
});

test("the hours of the week: which part of the booked time nobody came to", () => {
  const hours = new BookedHours(localHours(DAY, ZONE));
  const told = { seen: seen([["09:00", "09:30"]], [["11:00", "11:30"]]) };
  hours.add(use([booked("09:00", "10:00"), booked("10:00", "10:30")], told).spans);
  hours.add(use([booked("09:30", "10:30"), booked("11:00", "12:00")]).spans);
  expect(ghostCells(hours)).toEqual([
    { weekday: 1, hour: 9, value: 33.3, coverage: 1, days: 1 },
    { weekday: 1, hour: 10, value: 100, coverage: 1, days: 1 },
    { weekday: 1, hour: 11, value: 100, coverage: 1, days: 1 },
  ]);
});

test("on the day of 25 hours the hour that comes twice is one cell with both", () => {
  const from = Date.parse("2026-10-25T02:00:00+02:00");
  const day = { from: Date.parse("2026-10-25T00:00:00+02:00"), to: Date.parse("2026-10-26T00:00:00+01:00") };
  expect(day.to - day.from).toBe(25 * HOUR);
  const booking = { ...booked("09:00", "10:00"), startsAt: from, endsAt: from + 2 * HOUR };
  const facts = {
    ...{ bookings: [booking], scope: [day], holdMs: null, validMs: 25 * HOUR, usedMs: HOUR },
    seen: [
      { from: from + HOUR, to: from + 2 * HOUR, isUsed: true },
      { from: from + 2 * HOUR, to: day.to, isUsed: false },
    ],
  };
  const hours = new BookedHours(localHours(day, ZONE));
  const space = bookedUse(
    { ...facts, seen: [{ from: day.from, to: from + HOUR, isUsed: false }, ...facts.seen] },
    day,
    LATER,
  );
  hours.add(space.spans);
  expect(bookedFigures([space])).toMatchObject({ bookedUsed: 60, bookedEmpty: 60, openEmpty: 23 * 60, coverage: 1 });
  expect(ghostCells(hours)).toEqual([{ weekday: 7, hour: 2, value: 0, coverage: 1, days: 1 }]);
});

test("organisers are counted, and those who do it again", () => {
  expect(organisersOf(["Hana", "ivo", "Ivo ", null, "Ivo", "Hana", "Jo"])).toEqual({ recurring: 2, noShows: 5, of: 6 });
  expect(organisersOf([null, null])).toBeNull();
});
