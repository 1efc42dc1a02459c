import { expect, test } from "vitest";
import { BandLimits, BUILT_IN_LIMITS, bandNumber, type ComfortMetric, limitsWithin } from "./air-limits";

test.each<[ComfortMetric, number, number]>([
  ["co2", 599, 1],
  ["co2", 600, 2],
  ["co2", 900, 3],
  ["co2", 1200, 4],
  ["co2", 1600, 5],
  ["temperature", 17.9, 1],
  ["temperature", 18, 2],
  ["temperature", 20, 3],
  ["temperature", 26, 3],
  ["temperature", 26.1, 4],
  ["temperature", 28, 4],
  ["temperature", 28.1, 5],
  ["humidity", 24, 1],
  ["humidity", 70, 4],
  ["humidity", 71, 5],
])("%s %d stands in band %d", (metric, value, band) => {
  expect(bandNumber(metric, value, BUILT_IN_LIMITS[metric])).toBe(band);
});

test("limits rise", () => {
  expect(BandLimits.safeParse([600, 900, 900, 1600]).success).toBe(false);
  expect(BandLimits.safeParse([600, 900, 1200]).success).toBe(false);
  expect(BandLimits.safeParse([600, 900, 1200, 1600]).success).toBe(true);
});

test("a space has its own limits, else those around it, metric by metric", () => {
  const spaces = [
    { id: "room", parentId: "floor", limits: { co2: [500, 700, 800, 900] as BandLimits } },
    { id: "zone", parentId: "room", limits: { humidity: [1, 2, 3, 4] as BandLimits } },
    { id: "desk", parentId: "zone" },
    { id: "other", parentId: "floor" },
  ];
  const of = limitsWithin(spaces, { temperature: [17, 19, 25, 27] });
  expect(of("other")).toEqual({ ...BUILT_IN_LIMITS, temperature: [17, 19, 25, 27] });
  expect(of("desk")).toEqual({
    co2: [500, 700, 800, 900],
    temperature: [17, 19, 25, 27],
    humidity: [1, 2, 3, 4],
  });
  expect(of("desk")).toBe(of("zone"));
  expect(of("other")).toBe(of("floor"));
});

test("a tree that bites its tail ends", () => {
  const own = { co2: [1, 2, 3, 4] as BandLimits };
  const of = limitsWithin(
    [
      { id: "a", parentId: "b", limits: own },
      { id: "b", parentId: "a" },
    ],
    undefined,
  );
  expect(of("a").co2).toEqual([1, 2, 3, 4]);
});
