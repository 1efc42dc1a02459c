import { expect, test } from "vitest";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { todayMetrics } from "./today-metrics";

const value = aValue(1, "2026-11-17T10:42:00.000Z");

test.each<[string, Partial<SpaceSnapshot>, string[]]>([
  ["nothing yet", {}, ["occupancy People"]],
  ["no source at all", { sources: [] }, ["occupancy People"]],
  ["a smoothed count only", { metrics: { occupancySmoothed: value } }, ["occupancySmoothed People"]],
  ["a count and motion", { metrics: { motion: value, occupancy: value } }, ["occupancy People"]],
  [
    "a desk and the air",
    { metrics: { humidity: value, co2: value, deskOccupied: value } },
    ["deskOccupied In use", "co2 CO₂", "humidity Humidity"],
  ],
  [
    "only the air",
    { metrics: { temperature: value }, sources: [aSource({ senses: false })] },
    ["temperature Temperature"],
  ],
  [
    "the air, and a sensor that is still silent",
    { metrics: { temperature: value } },
    ["occupancy People", "temperature Temperature"],
  ],
])("today of %s", (_, space, expected) => {
  expect(todayMetrics(aSpace(space)).map(({ metric, label }) => `${metric} ${label}`)).toEqual(expected);
});
