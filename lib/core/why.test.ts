import fc from "fast-check";
import { expect, test } from "vitest";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { type SpaceSnapshot, verdictAt } from "./floor";
import type { Metric } from "./metric";
import { spaceState } from "./space-state";
import { reasonsOf } from "./why";

const NOW = Date.parse("2026-11-17T10:42:00Z");
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

const minutes = fc.integer({ min: 0, max: 400 });
const value = fc.record({
  metric: fc.constantFrom<Metric>("occupancy", "occupancySmoothed", "deskOccupied", "motion", "co2"),
  source: fc.constantFrom("1", "2", "3"),
  value: fc.integer({ min: 0, max: 12 }),
  at: minutes,
  since: minutes,
});
const source = fc.record({
  senses: fc.boolean(),
  interval: fc.constantFrom(null, 60_000, 600_000),
  offline: fc.option(minutes),
});
const span = fc.record({ from: fc.integer({ min: -200, max: 200 }), long: fc.integer({ min: 1, max: 200 }) });
const spaces = fc
  .record({
    values: fc.array(value, { maxLength: 6 }),
    sources: fc.tuple(source, source, source),
    capacity: fc.option(fc.integer({ min: 1, max: 10 })),
    holdMinutes: fc.option(fc.integer({ min: 1, max: 60 })),
    bookings: fc.array(span, { maxLength: 3 }),
    closings: fc.array(span, { maxLength: 2 }),
    order: fc.constantFrom(undefined, ["motion", "desk", "count"] as const),
  })
  .map(
    ({ values, sources, capacity, holdMinutes, bookings, closings, order }): SpaceSnapshot =>
      aSpace({
        ...{ capacity, holdMinutes },
        others: values.map((one) => ({
          ...aValue(one.value, ago(one.at), { source: one.source, since: ago(one.at + one.since) }),
          metric: one.metric,
        })),
        sources: sources.map(({ senses, interval, offline }, index) =>
          aSource({
            id: String(index + 1),
            senses,
            expectedIntervalMs: interval,
            ...(offline === null ? {} : { online: false, offlineAt: ago(offline) }),
          }),
        ),
        bookings: bookings.map(({ from, long }) => ({
          ...{ startsAt: ago(-from), endsAt: ago(-from - long), checkedInAt: null, checkedOutAt: null },
        })),
        closings: closings.map(({ from, long }) => ({
          id: "1",
          name: "Works",
          from: ago(-from),
          until: ago(-from - long),
        })),
        ...(order ? { speakers: [...order] } : {}),
      }),
  );

test("what is told as inputs gives the state that is shown, for any space", () => {
  fc.assert(
    fc.property(spaces, (space) => {
      const { inputs, verdict, readings, bookings } = reasonsOf(space, NOW);
      expect(spaceState(inputs, NOW)).toEqual(verdictAt(space, NOW));
      expect(verdict).toEqual(verdictAt(space, NOW));
      expect(readings.filter(({ vote }) => vote === "speaks").length).toBeLessThanOrEqual(1);
      expect(bookings.filter(({ decides }) => decides)).toHaveLength(verdict.heldBy === null ? 0 : 1);
    }),
    { numRuns: 500 },
  );
});

test("a window that is on decides; one to come is told", () => {
  const closing = (from: number, until: number) => ({ id: "1", name: "Works", from: ago(from), until: ago(until) });
  const { verdict, closings } = reasonsOf(aSpace({ closings: [closing(10, -10), closing(-60, -90)] }), NOW);
  expect(verdict.state).toBe("maintenance");
  expect(closings.map(({ decides }) => decides)).toEqual([true, false]);
});
