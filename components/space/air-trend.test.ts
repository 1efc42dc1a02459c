import { expect, test } from "vitest";
import type { SpaceDay } from "@/lib/core/space-day";
import { airTrend } from "./air-trend";

const at = (time: string) => `2026-11-17T${time}:00.000Z`;
const co2 = (...points: [time: string, value: number | null][]): SpaceDay["air"] => [
  { metric: "co2", unit: "ppm", points: points.map(([time, value]) => ({ at: at(time), value })) },
];

test.each([
  ["more than the noise is rising", co2(["09:50", 700], ["10:20", 840]), "rising"],
  ["less is falling", co2(["09:50", 900], ["10:20", 700]), "falling"],
  ["within the noise is steady", co2(["09:50", 700], ["10:20", 740]), "steady"],
  ["what was half an hour ago must be known", co2(["10:20", 740]), null],
  ["what is now must be known", co2(["09:50", 700], ["10:20", null]), null],
  ["nothing measured has no trend", [], null],
] as const)("%s", (_, air, trend) => {
  expect(airTrend("co2", air, Date.parse(at("10:30")))).toBe(trend);
});
