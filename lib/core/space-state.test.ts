import { describe, expect, test } from "vitest";
import { bandOf, type SpaceFacts, spaceState } from "./space-state";

const NOW = Date.parse("2026-11-16T09:30:00Z");
const MINUTE = 60_000;
const source = { assignedAt: NOW - 60 * MINUTE, expectedIntervalMs: MINUTE };

function facts(
  value: number | null,
  { ageMinutes = 0, capacity = 8 as number | null, metric = "occupancy" as const } = {},
): SpaceFacts {
  const reading = {
    metric,
    value: value ?? 0,
    observedAt: NOW - ageMinutes * MINUTE,
    bandSince: NOW - 20 * MINUTE,
    expectedIntervalMs: MINUTE,
  };
  return { capacity, sources: [source], readings: value === null ? [] : [reading] };
}

describe("the state of a space", () => {
  test.each([
    ["nobody mapped a sensor", { ...facts(4), sources: [] }, "unmonitored", null],
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
  expect(verdict).toEqual({ state: "stale", since: NOW - 28 * MINUTE, count: 9, lastState: "over", changesAt: null });
});

test("a fresh state tells when time alone will end it", () => {
  expect(spaceState(facts(4), NOW)).toMatchObject({ since: NOW - 20 * MINUTE, changesAt: NOW + 10 * MINUTE });
});

test("where silence is normal nothing goes stale", () => {
  const quiet = facts(4, { ageMinutes: 600 });
  const readings = quiet.readings.map((r) => ({ ...r, expectedIntervalMs: null }));
  expect(spaceState({ ...quiet, readings }, NOW)).toMatchObject({ state: "occupied", changesAt: null });
});

describe("a plain count and a smoothed one", () => {
  const both = (plainAge: number, smoothedAge: number) => ({
    ...facts(4, { ageMinutes: plainAge }),
    readings: [
      ...facts(4, { ageMinutes: plainAge }).readings,
      ...facts(7, { ageMinutes: smoothedAge }).readings.map((r) => ({ ...r, metric: "occupancySmoothed" as const })),
    ],
  });
  test("the plain count speaks while it is fresh", () => {
    expect(spaceState(both(3, 0), NOW).count).toBe(4);
  });
  test("the smoothed one speaks when only it is fresh", () => {
    expect(spaceState(both(15, 0), NOW).count).toBe(7);
  });
});

test("bands follow the rounded count", () => {
  expect([bandOf(0, 2), bandOf(0.49, 2), bandOf(0.5, 2), bandOf(2.4, 2), bandOf(2.5, 2), bandOf(5, null)]).toEqual([
    0, 0, 1, 1, 2, 1,
  ]);
});
