import { describe, expect, test } from "vitest";
import { BUILT_IN_LIMITS, type ComfortMetric } from "@/lib/core/air-limits";
import { english } from "@/lib/core/text";
import { aDay, iso, local } from "@/lib/testing/day-fixture";
import { prepareTimeline, type Timeline } from "./prepare-timeline";

const prepare = (metric: ComfortMetric, points: [time: string, value: number | null][]) => {
  const line = { metric, unit: "", points: points.map(([time, value]) => ({ at: iso(local(time)), value })) };
  const settings = { now: local("10:42"), window: "hours", limits: BUILT_IN_LIMITS, paleMs: 0, t: english } as const;
  const { air } = prepareTimeline(aDay([], { people: null, states: [], air: [line] }), settings);
  return air[0] as NonNullable<Timeline["air"][number]>;
};
const CO2: [string, number | null][] = [
  ["07:30", 480.2],
  ["08:10", 950],
  ["08:40", null],
  ["09:20", 1300],
  ["10:20", 1040],
];

test("the line steps, and a gap is drawn by no line", () => {
  const { rows, gaps, current } = prepare("co2", CO2);
  expect(rows.map(({ at: ms, value }) => [new Date(ms + 3_600_000).toISOString().slice(11, 16), value])).toEqual([
    ["07:00", null],
    ["07:30", null],
    ["07:30", 480],
    ["08:10", 480],
    ["08:10", 950],
    ["08:40", 950],
    ["08:40", null],
    ["09:20", null],
    ["09:20", 1300],
    ["10:20", 1300],
    ["10:20", 1040],
    ["10:42", 1040],
  ]);
  expect([gaps.length, current]).toEqual([2, 1040]);
});

describe("the axis", () => {
  test("of a temperature is not from zero, and has its limits on it", () => {
    const { yMin, yMax, limits } = prepare("temperature", [["08:00", 22.43]]);
    expect([Math.round(yMin), Math.round(yMax)]).toEqual([18, 28]);
    expect(limits.map(({ label }) => label)).toEqual(["20\u2009°C", "26\u2009°C"]);
  });

  test("has room for what is outside of it", () => {
    const { yMin, yMax } = prepare("temperature", [
      ["08:00", 12],
      ["09:00", 31],
    ]);
    expect(yMin).toBeLessThan(12);
    expect(yMax).toBeGreaterThan(31);
  });

  test("labels only the higher of two limits that are too close", () => {
    expect(prepare("co2", [["08:00", 4000]]).limits.map(({ label }) => label)).toEqual(["", "1200\u2009ppm"]);
  });
});
