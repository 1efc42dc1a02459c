import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOf, type ReadingFacts, spaceState } from "./space-state";
import { type PastFacts, type PastReading, stateLine } from "./state-line";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SPAN = { from: 0, to: 10 * HOUR };

const stay = (source = "1", change = {}) => ({
  source,
  from: -HOUR,
  to: null,
  expectedIntervalMs: MINUTE,
  senses: true,
  hasHeartbeat: false,
  ...change,
});
const read = (minute: number, value: number, change: Partial<PastReading> = {}): PastReading => ({
  at: minute * MINUTE,
  source: "1",
  metric: "occupancy",
  value,
  firstValue: value,
  correctedAt: null,
  ...change,
});
const facts = (change: Partial<PastFacts>): PastFacts => ({
  capacity: 10,
  holdMs: null,
  stays: [stay()],
  readings: [],
  bookings: [],
  ...change,
});
const line = (change: Partial<PastFacts>, span = SPAN) =>
  stateLine(facts(change), span).map(({ at, state, count }) => [at / MINUTE, state, count]);

test("a count changes the state, and silence makes it stale", () => {
  expect(line({ readings: [read(5, 0), read(8, 4), read(9, 4), read(12, 11)] })).toEqual([
    [0, "unknown", null],
    [5, "free", 0],
    [8, "occupied", 4],
    [12, "over", 11],
    [22, "stale", null],
  ]);
});

test("motion that ended is away for the hold time, then free", () => {
  const readings = [read(0, 1, { metric: "motion" }), read(20, 0, { metric: "motion" })];
  expect(line({ holdMs: 15 * MINUTE, stays: [stay("1", { expectedIntervalMs: null })], readings })).toEqual([
    [0, "occupied", null],
    [20, "away", null],
    [35, "free", null],
  ]);
});

test("a booking nobody comes to holds the room and is then a no-show; the check-in counts from when it was", () => {
  const booking = { startsAt: HOUR, endsAt: 2 * HOUR, checkedInAt: null, checkedOutAt: null, cancelledAt: null };
  const readings = [read(0, 0, { metric: "deskOccupied" })];
  const stays = [stay("1", { expectedIntervalMs: null })];
  expect(line({ stays, readings, bookings: [booking] })).toEqual([
    [0, "free", null],
    [50, "held", null],
    [70, "ghost", null],
    [120, "free", null],
  ]);
  const late = { ...booking, checkedInAt: 80 * MINUTE };
  expect(line({ stays, readings, bookings: [late] })[3]).toEqual([80, "held", null]);
});

test("offline and back", () => {
  const readings = [read(0, 3), read(2, 0, { metric: "online" }), read(6, 1, { metric: "online" }), read(7, 2)];
  expect(line({ readings }, { from: 0, to: 10 * MINUTE })).toEqual([
    [0, "occupied", 3],
    [2, "offline", null],
    [6, "occupied", 3],
    [7, "occupied", 2],
  ]);
});

test("a device takes over: what it said before its stay is not of this space", () => {
  const readings = [read(0, 3), read(4, 9, { source: "2" }), read(8, 3), read(11, 5, { source: "2" })];
  const stays = [stay("1", { to: 10 * MINUTE }), stay("2", { from: 10 * MINUTE })];
  expect(line({ stays, readings }, { from: 0, to: 15 * MINUTE })).toEqual([
    [0, "occupied", 3],
    [10, "unknown", null],
    [11, "occupied", 5],
  ]);
});

test("a corrected minute carries what was said first", () => {
  const corrected = read(5, 3, { firstValue: 9, correctedAt: 7 * MINUTE });
  const points = stateLine(facts({ readings: [read(4, 3), corrected, read(6, 3)] }), { from: 0, to: 10 * MINUTE });
  expect(points.map(({ at, corrected: reading }) => [at / MINUTE, reading?.firstValue ?? null])).toEqual([
    [0, null],
    [4, null],
    [5, 9],
    [6, null],
  ]);
});

const METRIC = fc.constantFrom("occupancy", "occupancySmoothed", "deskOccupied", "motion", "online", "signal");
const READING = fc.record({
  at: fc.integer({ min: -30, max: 590 }).map((minute) => minute * MINUTE),
  source: fc.constantFrom("1", "2", "3"),
  metric: METRIC,
  value: fc.integer({ min: 0, max: 14 }),
});
const BOOKING = fc.record({
  startsAt: fc.integer({ min: 0, max: 500 }).map((minute) => minute * MINUTE),
  endsAt: fc.integer({ min: 500, max: 590 }).map((minute) => minute * MINUTE),
  checkedInAt: fc.constant(null),
  checkedOutAt: fc.constant(null),
  cancelledAt: fc.constant(null),
});

test("at any moment the line says what spaceState says of everything heard until then", () => {
  const stays = [
    stay("1"),
    stay("2", { expectedIntervalMs: null, hasHeartbeat: true }),
    stay("3", { from: HOUR, to: 5 * HOUR, senses: false }),
  ];
  const world = fc.record({
    told: fc.uniqueArray(READING, { maxLength: 40, selector: (one) => `${one.source} ${one.metric} ${one.at}` }),
    bookings: fc.array(BOOKING, { maxLength: 2 }),
    moment: fc.integer({ min: 0, max: SPAN.to - 1 }),
  });
  fc.assert(
    fc.property(world, ({ told, bookings, moment }) => {
      const readings = told
        .map((one): PastReading => ({ ...one, firstValue: one.value, correctedAt: null }))
        .sort((a, b) => a.at - b.at);
      const past = facts({ stays, readings, bookings, holdMs: 20 * MINUTE });
      const said = stateLine(past, SPAN).findLast(({ at }) => at <= moment);
      expect(said?.state).toBe(naiveState(past, moment));
    }),
    { numRuns: 400 },
  );
});

/** Everything from scratch for one moment. */
function naiveState({ stays, readings, bookings, capacity, holdMs }: PastFacts, moment: number) {
  const here = stays.filter(({ from, to }) => from <= moment && (to === null || moment < to));
  const heard = readings.filter(({ at }) => at <= moment);
  const sources = here.map((one) => {
    const words = heard.filter(({ source }) => source === one.source);
    const online = words.findLast(({ metric }) => metric === "online");
    return {
      id: one.source,
      assignedAt: one.from,
      expectedIntervalMs: one.expectedIntervalMs,
      senses: one.senses,
      offlineAt: online?.value === 0 ? online.at : null,
      heardAt: one.hasHeartbeat ? (words.findLast(({ metric }) => metric !== "online")?.at ?? null) : null,
    };
  });
  const values = here.flatMap(({ source, from }) =>
    (["occupancy", "occupancySmoothed", "deskOccupied", "motion"] as const).flatMap((metric): ReadingFacts[] => {
      const words = heard.filter((one) => one.source === source && one.metric === metric);
      const last = words.at(-1);
      if (!last || last.at < from) return [];
      const band = bandOf(last.value, capacity);
      const other = words.findLastIndex((one) => bandOf(one.value, capacity) !== band);
      const bandSince = words[other + 1]?.at ?? last.at;
      return [{ metric, source, value: last.value, observedAt: last.at, bandSince, uncertain: false }];
    }),
  );
  return spaceState({ capacity, holdMs, sources, readings: values, bookings }, moment).state;
}
