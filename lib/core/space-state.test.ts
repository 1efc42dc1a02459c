import { describe, expect, test } from "vitest";
import { bandOf, judgeReadings, type ReadingFacts, type SourceFacts, type SpaceFacts, spaceState } from "./space-state";

const NOW = Date.parse("2026-11-16T09:30:00Z");
const MINUTE = 60_000;
const source: SourceFacts = {
  id: "1",
  assignedAt: NOW - 60 * MINUTE,
  expectedIntervalMs: MINUTE,
  senses: true,
  offlineAt: null,
  heardAt: null,
};

function reading(value: number, change: Partial<ReadingFacts> & { ageMinutes?: number } = {}): ReadingFacts {
  const { ageMinutes = 0, ...rest } = change;
  return {
    metric: "occupancy",
    source: "1",
    value,
    observedAt: NOW - ageMinutes * MINUTE,
    bandSince: NOW - 20 * MINUTE,
    uncertain: false,
    ...rest,
  };
}

function facts(value: number | null, { ageMinutes = 0, capacity = 8 as number | null } = {}): SpaceFacts {
  const readings = value === null ? [] : [reading(value, { ageMinutes })];
  return { capacity, holdMs: null, sources: [source], readings, bookings: [] };
}

describe("the state of a space", () => {
  test.each([
    ["nobody mapped a sensor", { ...facts(4), sources: [] }, "unmonitored", null],
    ["only a thermometer is mapped", { ...facts(null), sources: [{ ...source, senses: false }] }, "unmonitored", null],
    ["mapped, never a reading", facts(null), "unknown", null],
    ["nobody in", facts(0), "free", 0],
    ["somebody in", facts(3), "occupied", 3],
    ["exactly full", facts(8), "occupied", 8],
    ["one too many", facts(9), "over", 9],
    ["many, capacity unknown", facts(90, { capacity: null }), "occupied", 90],
    ["a fraction that rounds to nobody", facts(0.4), "free", 0],
    ["a fraction that rounds up", facts(0.5), "occupied", 1],
    ["just inside the limit", facts(4, { ageMinutes: 9.99 }), "occupied", 4],
    ["at the limit", facts(4, { ageMinutes: 10 }), "stale", 4],
    ["an empty room that went silent is not free", facts(0, { ageMinutes: 11 }), "stale", 0],
  ] as const)("%s", (_, given, state, count) => {
    expect(spaceState(given, NOW)).toMatchObject({ state, count });
  });
});

test("stale says since when, and what it was before", () => {
  const verdict = spaceState(facts(9, { ageMinutes: 38 }), NOW);
  expect(verdict).toMatchObject({ state: "stale", since: NOW - 28 * MINUTE, count: 9, lastState: "over" });
});

test("a fresh state tells when time alone will end it", () => {
  expect(spaceState(facts(4), NOW)).toMatchObject({ since: NOW - 20 * MINUTE, changesAt: NOW + 10 * MINUTE });
});

test("where silence is normal nothing goes stale", () => {
  const quiet = { ...facts(4, { ageMinutes: 600 }), sources: [{ ...source, expectedIntervalMs: null }] };
  expect(spaceState(quiet, NOW)).toMatchObject({ state: "occupied", changesAt: null });
});

describe("several sources: count before desk before motion, and only who is awake has a vote", () => {
  const of = (readings: ReadingFacts[], sources: Partial<SourceFacts>[] = [{}]): SpaceFacts => ({
    capacity: 8,
    holdMs: null,
    sources: sources.map((change, i) => ({ ...source, id: String(i + 1), ...change })),
    readings,
    bookings: [],
  });
  const count = (value: number, ageMinutes = 0, id = "1") => reading(value, { ageMinutes, source: id });
  const smoothed = (value: number, ageMinutes = 0) => reading(value, { metric: "occupancySmoothed", ageMinutes });
  const desk = (value: number, ageMinutes = 0, id = "2") =>
    reading(value, { metric: "deskOccupied", ageMinutes, source: id });
  const motion = (value: number, ageMinutes = 0, id = "2") =>
    reading(value, { metric: "motion", ageMinutes, source: id });
  const two = [{}, { expectedIntervalMs: null }];

  test.each([
    ["the plain count speaks while it is fresh", of([smoothed(7), count(4, 3)]), "occupied", 4],
    ["the smoothed one when only it is fresh", of([count(4, 15), smoothed(7)]), "occupied", 7],
    ["the newer of two counts, never their sum", of([count(4, 3), count(2, 1, "2")], [{}, {}]), "occupied", 2],
    ["a count of 0 beats motion", of([motion(1), count(0)], two), "free", 0],
    ["motion speaks once the count is stale", of([motion(1), count(0, 15)], two), "occupied", null],
    ["a desk sensor beats motion", of([motion(1), desk(0, 5)], two), "free", null],
    ["motion seen hours ago still holds: only its change is told", of([motion(1, 300)], two), "occupied", null],
    [
      "motion of a device whose heartbeat came just now",
      of([motion(1, 300)], [{}, { heardAt: NOW }]),
      "occupied",
      null,
    ],
    [
      "motion of a device whose heartbeat is missing for three hours",
      of([motion(0, 300)], [{}, { heardAt: NOW - 180 * MINUTE }]),
      "stale",
      null,
    ],
    ["an offline sensor has no vote", of([motion(1, 9)], [{}, { offlineAt: NOW - 5 * MINUTE }]), "stale", null],
    [
      "all offline",
      of([motion(1, 9)], [{ offlineAt: NOW - MINUTE }, { offlineAt: NOW - 5 * MINUTE }]),
      "offline",
      null,
    ],
    [
      "what it said after it went offline has",
      of([motion(1, 1)], [{}, { offlineAt: NOW - 5 * MINUTE }]),
      "occupied",
      null,
    ],
    ["offline before it ever spoke", of([], [{ offlineAt: NOW - MINUTE }]), "offline", null],
    ["the air says nothing of people", of([reading(900, { metric: "co2" })]), "unknown", null],
  ] as const)("%s", (_, given, state, counted) => {
    expect(spaceState(given, NOW)).toMatchObject({ state, count: counted });
  });

  test("offline says what stood there before", () => {
    const given = of([motion(1, 9)], [{ senses: false }, { offlineAt: NOW - 5 * MINUTE }]);
    expect(spaceState(given, NOW)).toMatchObject({ state: "offline", since: NOW - 5 * MINUTE, lastState: "occupied" });
  });

  test("every reading says why it decides or does not", () => {
    const given = of(
      [motion(1, 1, "3"), count(4), desk(1, 9)],
      [{}, { offlineAt: NOW - 5 * MINUTE }, { expectedIntervalMs: null }],
    );
    expect(judgeReadings(given, NOW).map(({ reading: { metric }, vote }) => [metric, vote])).toEqual([
      ["occupancy", "speaks"],
      ["motion", "outranked"],
      ["deskOccupied", "offline"],
    ]);
  });

  test("a desk that is not sure says so", () => {
    const unsure = reading(1, { metric: "deskOccupied", uncertain: true });
    expect(spaceState(of([unsure]), NOW)).toMatchObject({ state: "occupied", uncertain: true });
  });
});

describe("hold time: right after its motion a space is away", () => {
  const TEN = 10 * MINUTE;
  const left = (minutesAgo: number, change: Partial<SpaceFacts> = {}, metric: ReadingFacts["metric"] = "motion") => ({
    ...facts(0),
    holdMs: TEN,
    sources: [{ ...source, expectedIntervalMs: null }],
    readings: [reading(0, { metric, ageMinutes: minutesAgo, bandSince: NOW - minutesAgo * MINUTE })],
    ...change,
  });
  const booking = { endsAt: NOW + 60 * MINUTE, checkedInAt: null, checkedOutAt: null, cancelledAt: null };

  test.each([
    ["it ended just now", left(0), "away", 10],
    ["it ended six minutes ago", left(6), "away", 4],
    ["a moment before the hold is over", left(9.99), "away", 0.01],
    ["the hold is over", left(10), "free", null],
    ["there is no hold", left(6, { holdMs: null }), "free", null],
    ["somebody moves", left(6, { readings: [reading(1, { metric: "motion" })] }), "occupied", null],
    ["a count of nobody knows better", left(6, {}, "occupancy"), "free", null],
    ["a desk that is not in use knows better", left(6, {}, "deskOccupied"), "free", null],
    ["a booking changes nothing about it", left(6, { bookings: [{ ...booking, startsAt: NOW - MINUTE }] }), "away", 4],
    [
      "the booking starts before the hold ends",
      left(6, { bookings: [{ ...booking, startsAt: NOW + 2 * MINUTE }] }),
      "away",
      2,
    ],
    ["the booking holds it after", left(12, { bookings: [{ ...booking, startsAt: NOW - MINUTE }] }), "held", 9],
    ["a clock that is ahead", left(-3), "away", 10],
    [
      "its device went offline",
      left(6, { sources: [{ ...source, expectedIntervalMs: null, offlineAt: NOW }] }),
      "offline",
      null,
    ],
  ] as const)("%s", (_, given, state, changesInMinutes) => {
    const { changesAt, ...verdict } = spaceState(given, NOW);
    expect(verdict).toMatchObject({ state, count: ["occupancy"].includes(given.readings[0]?.metric ?? "") ? 0 : null });
    expect(changesAt).toBe(changesInMinutes === null ? null : NOW + changesInMinutes * MINUTE);
  });

  test("it is away since its motion ended, and free since then, too", () => {
    expect(spaceState(left(6), NOW).since).toBe(NOW - 6 * MINUTE);
    expect(spaceState(left(16), NOW).since).toBe(NOW - 16 * MINUTE);
  });
});

describe("bookings speak only of an empty space", () => {
  const booked = (startsInMinutes: number, change: object = {}, value = 0, freeForMinutes = 120): SpaceFacts => ({
    ...facts(value),
    readings: [reading(value, { bandSince: NOW - freeForMinutes * MINUTE })],
    bookings: [
      {
        startsAt: NOW + startsInMinutes * MINUTE,
        endsAt: NOW + (startsInMinutes + 60) * MINUTE,
        checkedInAt: null,
        checkedOutAt: null,
        cancelledAt: null,
        ...change,
      },
    ],
  });
  test.each([
    ["in an hour", booked(60), "free"],
    ["in ten minutes", booked(10), "held"],
    ["running, nobody yet", booked(-9), "held"],
    ["running, nobody for ten minutes", booked(-10), "ghost"],
    ["checked in, nobody seen", booked(-20, { checkedInAt: NOW - 20 * MINUTE }), "held"],
    ["used and left", booked(-20, {}, 0, 5), "free"],
    ["checked out", booked(-20, { checkedInAt: NOW - 20 * MINUTE, checkedOutAt: NOW - MINUTE }), "free"],
    ["cancelled", booked(-20, { cancelledAt: NOW - MINUTE }), "free"],
    ["over", booked(-61), "free"],
    ["somebody is there", booked(-20, {}, 3), "occupied"],
    ["a check-in is no head count", { ...booked(-20, { checkedInAt: NOW }), readings: [] }, "unknown"],
  ] as const)("%s", (_, given, state) => {
    expect(spaceState(given, NOW).state).toBe(state);
  });

  test("time alone turns free into held into a no-show", () => {
    expect(spaceState({ ...booked(15), sources: [{ ...source, expectedIntervalMs: null }] }, NOW).changesAt).toBe(
      NOW + 5 * MINUTE,
    );
    expect(spaceState({ ...booked(-3), sources: [{ ...source, expectedIntervalMs: null }] }, NOW).changesAt).toBe(
      NOW + 7 * MINUTE,
    );
  });
});

test("bands follow the rounded count", () => {
  expect([bandOf(0, 2), bandOf(0.49, 2), bandOf(0.5, 2), bandOf(2.4, 2), bandOf(2.5, 2), bandOf(5, null)]).toEqual([
    0, 0, 1, 1, 2, 1,
  ]);
});
