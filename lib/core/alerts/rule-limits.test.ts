import { expect, it } from "vitest";
import { BUILT_IN_LIMITS } from "../air-limits";
import { RuleMeasure } from "../alert-rule";
import { measureWithin } from "./rule-limits";

const co2: RuleMeasure = {
  metric: "co2",
  comparison: "above",
  threshold: 1_200,
  clearThreshold: 1_000,
  clearMinutes: 5,
  noDataMinutes: null,
};
const limits = { ...BUILT_IN_LIMITS, co2: [500, 700, 800, 1_500] as const satisfies readonly number[] };
const within = { ...limits, co2: [...limits.co2] as [number, number, number, number] };

it("keeps the threshold of a rule that follows nothing", () => {
  expect(measureWithin(co2, within)).toBe(co2);
});

it("takes the limit of the place and keeps as far from it for the end", () => {
  const following = measureWithin({ ...co2, followsLimit: 3 }, within);
  expect([following.threshold, following.clearThreshold]).toEqual([800, 600]);
});

it("ends at the limit itself where the rule ends at its threshold", () => {
  expect(measureWithin({ ...co2, clearThreshold: null, followsLimit: 4 }, within)).toMatchObject({
    threshold: 1_500,
    clearThreshold: null,
  });
});

it("is below a lower limit, and clears above it", () => {
  const cold: RuleMeasure = {
    ...co2,
    metric: "temperature",
    comparison: "below",
    threshold: 18,
    clearThreshold: 18.3,
    followsLimit: 2,
  };
  expect(measureWithin(cold, within)).toMatchObject({ threshold: 20, clearThreshold: 20.3 });
});

it("follows only what has limits, one of four", () => {
  expect(RuleMeasure.safeParse({ ...co2, followsLimit: 4 }).success).toBe(true);
  expect(RuleMeasure.safeParse({ ...co2, followsLimit: 5 }).success).toBe(false);
  expect(RuleMeasure.safeParse({ ...co2, metric: "voc", followsLimit: 1 }).success).toBe(false);
});
