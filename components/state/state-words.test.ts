import { describe, expect, test } from "vitest";
import type { SpaceBooking, SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceVerdict } from "@/lib/core/space-state";
import { aSpace } from "@/lib/testing/space-fixture";
import { ageWords, clockTime, spaceWords } from "./state-words";

const NOW = Date.parse("2026-11-16T09:30:00Z");
const MINUTE = 60_000;
const moment = { now: NOW, timeZone: "Europe/Oslo" };
const verdict = (change: Partial<SpaceVerdict>): SpaceVerdict => ({
  state: "free",
  since: NOW - 27 * MINUTE,
  count: 0,
  lastState: null,
  changesAt: null,
  uncertain: false,
  heldBy: null,
  ...change,
});
const words = (change: Partial<SpaceVerdict>, space: Partial<SpaceSnapshot> = {}, age = 1) =>
  Object.values(spaceWords(aSpace(space), verdict(change), moment, NOW - age * MINUTE));
const booked = (from: number, to: number | null, change: Partial<SpaceBooking> = {}): SpaceBooking => ({
  startsAt: new Date(NOW + from * MINUTE).toISOString(),
  endsAt: to === null ? null : new Date(NOW + to * MINUTE).toISOString(),
  checkedInAt: null,
  checkedOutAt: null,
  ...change,
});
const held = (booking: SpaceBooking) => words({ state: "held", heldBy: 0 }, { bookings: [booking] });

describe("a space in words", () => {
  test.each([
    [
      "closed until the end of its maintenance",
      words({ state: "maintenance", count: null, changesAt: NOW + 4 * 24 * 60 * MINUTE }),
      ["Closed", "until Fri", "Birch, closed, until Fri"],
    ],
    [
      "closed until later today",
      words({ state: "maintenance", count: null, changesAt: NOW + 90 * MINUTE }),
      ["Closed", "until 12:00", "Birch, closed, until 12:00"],
    ],
    [
      "closed until somebody says otherwise",
      words({ state: "maintenance", count: null }),
      ["Closed", "", "Birch, closed"],
    ],
    [
      "in use",
      words({ state: "occupied", count: 7 }),
      ["7 of 10", "since 10:03", "Birch, in use, 7 of 10, since 10:03"],
    ],
    [
      "in use, capacity unknown",
      words({ state: "occupied", count: 1 }, { capacity: null }),
      ["1 person", "since 10:03", "Birch, in use, 1 person, since 10:03"],
    ],
    [
      "in use, by a sensor that does not count",
      words({ state: "occupied", count: null }),
      ["In use", "since 10:03", "Birch, in use, since 10:03"],
    ],
    [
      "in use, by a sensor that is not sure",
      words({ state: "occupied", count: null, uncertain: true }),
      ["In use", "since 10:03 · not sure", "Birch, in use, since 10:03, not sure: the sensor has incomplete data"],
    ],
    [
      "too full",
      words({ state: "over", count: 18 }, { capacity: 16 }),
      ["18 of 16", "since 10:03", "Birch, over capacity, 18 of 16, since 10:03"],
    ],
    [
      "away",
      words({ state: "away", count: null, since: NOW - 6 * MINUTE }),
      ["Away 6 min", "since 10:24", "Birch, away, left 6 min ago"],
    ],
    [
      "away since a moment",
      words({ state: "away", count: null, since: NOW - MINUTE / 2 }),
      ["Away", "since 10:29", "Birch, away, since 10:29"],
    ],
    ["free", words({}), ["Free", "since 10:03", "Birch, free, since 10:03"]],
    [
      "stale",
      words({ state: "stale", count: 1 }, {}, 38),
      ["1 ?", "38 min ago", "Birch, stale, last count 1, 38 min ago"],
    ],
    [
      "stale without a count",
      words({ state: "stale", count: null }, {}, 38),
      ["Stale", "38 min ago", "Birch, stale, 38 min ago"],
    ],
    [
      "offline",
      words({ state: "offline", count: null, lastState: "occupied" }),
      ["Offline", "since 10:03 · last: in use", "Birch, offline, since 10:03, last: in use"],
    ],
    [
      "offline before it ever spoke",
      words({ state: "offline", count: null }),
      ["Offline", "since 10:03", "Birch, offline, since 10:03"],
    ],
    ["booked soon", held(booked(5, 65)), ["Booked 10:35", "until 11:35", "Birch, booked 10:35, until 11:35"]],
    ["booked now", held(booked(-5, 55)), ["Booked", "until 11:25", "Birch, booked until 11:25"]],
    [
      "checked in, nobody said until when",
      held({ ...booked(-5, null), startsAt: null, checkedInAt: new Date(NOW - 5 * MINUTE).toISOString() }),
      ["Booked", "checked in 10:25", "Birch, booked, checked in 10:25"],
    ],
    [
      "a no show",
      words({ state: "ghost", heldBy: 0 }, { bookings: [booked(-14, 46)] }),
      ["No show", "booked, empty 14 min", "Birch, no show, booked, empty 14 min"],
    ],
    [
      "a long no show",
      words({ state: "ghost", heldBy: 0 }, { bookings: [booked(-80, 46)] }),
      ["No show", "booked, empty 1 h 20 min", "Birch, no show, booked, empty 1 h 20 min"],
    ],
    [
      "never heard",
      words({ state: "unknown", count: null }),
      ["Waiting", "for the first reading", "Birch, waiting, for the first reading"],
    ],
    [
      "no sensor",
      words({ state: "unmonitored", count: null, since: null }, { sources: [] }),
      ["Not monitored", "no sensor mapped", "Birch, not monitored, no sensor mapped"],
    ],
    [
      "only a thermometer",
      words({ state: "unmonitored", count: null, since: null }),
      ["Not monitored", "no people sensor", "Birch, not monitored, no people sensor"],
    ],
  ])("%s", (_, said, expected) => {
    expect(said).toEqual(expected);
  });
});

test("ages use the largest unit that says it", () => {
  expect([3, 20, 119, 3_600, 86_400, 3 * 86_400].map((s) => ageWords(s * 1_000))).toEqual([
    "just now",
    "20 s ago",
    "1 min ago",
    "1 h ago",
    "1 day ago",
    "3 days ago",
  ]);
});

test("times are on the site's clock, with the day when it is another", () => {
  expect(clockTime(NOW, "Asia/Tokyo", NOW)).toBe("18:30");
  expect(clockTime(NOW - 24 * 60 * MINUTE, "Europe/Oslo", NOW)).toBe("Sun 15 Nov 10:30");
});
