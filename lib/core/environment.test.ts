import { expect, test } from "vitest";
import { type AirMetric, airBand, airFigure, airLimits, airOf, airText } from "./environment";
import { AIR_FRESH_MS } from "./space";
import { textIn } from "./text";

const NOW = Date.parse("2026-11-17T10:42:00Z");
const value = (reading: number, ageMs: number) => {
  const at = new Date(NOW - ageMs).toISOString();
  return { value: reading, observedAt: at, receivedAt: at, since: at, source: "9" };
};

test.each<[AirMetric, number, ReturnType<typeof airBand>]>([
  ["co2", 420, "in-range"],
  ["co2", 899.4, "in-range"],
  ["co2", 899.6, "elevated"], // shown as 900
  ["co2", 900, "elevated"],
  ["co2", 1199, "elevated"],
  ["co2", 1200, "high"],
  ["temperature", 19.9, "low"],
  ["temperature", 19.96, "in-range"], // shown as 20.0
  ["temperature", 26, "in-range"],
  ["temperature", 26.04, "in-range"],
  ["temperature", 26.1, "high"],
  ["humidity", 29, "low"],
  ["humidity", 30, "in-range"],
  ["humidity", 60.4, "in-range"],
  ["humidity", 61, "high"],
  ["pressure", 101_325, null],
  ["voc", 0.4, null],
])("%s %d is %s", (metric, reading, band) => {
  expect(airBand(metric, reading)).toBe(band);
});

test.each<[AirMetric, number, string]>([
  ["co2", 1384.2, "1384\u2009ppm"],
  ["co2", 12_345, "12\u2009345\u2009ppm"],
  ["temperature", 22, "22.0\u2009°C"],
  ["temperature", -0.04, "0.0\u2009°C"],
  ["humidity", 40.6, "41\u2009%RH"],
  ["pressure", 101_325, "1013\u2009hPa"],
  ["pm25", 7.25, "7.3\u2009µg/m³"],
  ["voc", 0.35, "0.3"],
  ["aqi", 41, "41"],
])("%s %d is written %s", (metric, reading, text) => {
  expect(airText(metric, reading)).toBe(text);
});

test("limits are where bands change", () => {
  expect([airLimits("co2"), airLimits("temperature"), airLimits("humidity")]).toEqual([
    [900, 1200],
    [20, 26],
    [30, 60],
  ]);
});

test("the air of a space is told in one order, and what is old is no longer now", () => {
  const metrics = {
    humidity: value(41, 0),
    occupancy: value(7, 0),
    co2: value(1300, AIR_FRESH_MS),
    temperature: value(27, AIR_FRESH_MS - 1),
  };
  expect(airOf({ metrics }, NOW).map(({ metric, isFresh, band }) => [metric, isFresh, band])).toEqual([
    ["co2", false, null],
    ["temperature", true, "high"],
    ["humidity", true, "in-range"],
  ]);
});

test("a clock that runs ahead does not keep a value fresh", () => {
  const ahead = { ...value(800, AIR_FRESH_MS), observedAt: new Date(NOW + 60_000).toISOString() };
  expect(airOf({ metrics: { co2: ahead } }, NOW)[0]?.isFresh).toBe(false);
});

test("figures stand without their unit where it is written beside them", () => {
  expect(airFigure("co2", 1040)).toBe("1040");
});

test("tenths as each language writes them", () => {
  expect(
    (["en", "de", "fr", "es", "ja"] as const).map((one) => airFigure("temperature", 22.44, textIn(one, {}))),
  ).toEqual(["22.4", "22,4", "22,4", "22,4", "22.4"]);
});
