import { describe, expect, test } from "vitest";
import type { ComfortMetric } from "@/lib/core/air-limits";
import type { SpaceHistory } from "@/lib/core/history";
import { airHint, airSummary, airTable } from "./air-chart-words";
import { prepareAir } from "./prepare-air";

const at = (time: string) => `2026-11-17T${time}:00.000Z`;
const prepare = (metric: ComfortMetric, points: [time: string, value: number | null][]) => {
  const history: SpaceHistory = {
    spaceId: "1",
    metric,
    unit: "",
    from: at("00:00"),
    to: "2026-11-18T00:00:00.000Z",
    points: points.map(([time, value]) => ({ at: at(time), value })),
  };
  return prepareAir(history, { metric, now: Date.parse(at("10:42")), timeZone: "UTC", window: "hours" });
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
  expect(rows.map(({ at: ms, value }) => [new Date(ms).toISOString().slice(11, 16), value])).toEqual([
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
    const { yMin, yMax, limits, yTicks } = prepare("temperature", [["08:00", 22.43]]);
    expect([Math.round(yMin), Math.round(yMax)]).toEqual([18, 28]);
    expect(limits.map(({ label }) => label)).toEqual(["20\u2009°C", "26\u2009°C"]);
    expect(yTicks.map(({ label }) => label)).toEqual(["25\u2009°C"]);
  });

  test("has room for what is outside of it", () => {
    const { yMin, yMax } = prepare("temperature", [
      ["08:00", 12],
      ["09:00", 31],
    ]);
    expect(yMin).toBeLessThan(12);
    expect(yMax).toBeGreaterThan(31);
  });

  test("says its unit once, at the top", () => {
    expect(prepare("co2", CO2).yTicks.map(({ label }) => label)).toEqual(["500", "1000\u2009ppm"]);
    expect(prepare("humidity", [["08:00", 41]]).yTicks.map(({ label }) => label)).toEqual(["40\u2009%RH"]);
  });

  test("labels only the higher of two limits that are too close", () => {
    expect(prepare("co2", [["08:00", 4000]]).limits.map(({ label }) => label)).toEqual(["", "1200\u2009ppm"]);
  });
});

describe("in words", () => {
  test("a moment, with its band", () => {
    expect(airHint(prepare("co2", CO2), Date.parse(at("09:30")))?.lines).toEqual(["09:20–10:20 · 1300\u2009ppm act"]);
  });

  test("the day", () => {
    expect(airSummary(prepare("co2", CO2))).toBe(
      "CO₂ from 07:00 to 10:42: 1040\u2009ppm elevated now, lowest 480\u2009ppm at 07:30, highest 1300\u2009ppm at 09:20, no data 07:00 to 07:30, no data 08:40 to 09:20.",
    );
    expect(airSummary(prepare("co2", []))).toBe("No reading today.");
  });

  test("hour by hour", () => {
    expect(airTable(prepare("co2", CO2)).rows.map(({ cells }) => cells.join(" "))).toEqual([
      "10:00–now 1040\u2009ppm 1300\u2009ppm",
      "09:00–10:00 1300\u2009ppm 1300\u2009ppm",
      "08:00–09:00 480\u2009ppm 950\u2009ppm",
      "07:00–08:00 480\u2009ppm 480\u2009ppm",
    ]);
  });
});
