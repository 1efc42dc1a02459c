import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "./parse";

const NOW = Date.parse("2026-03-09T09:30:00Z");
const base = JSON.parse(readFileSync(path.join(import.meta.dirname, "fixtures", "zoomroom.sensor_data.json"), "utf8"));
const AT = "2026-03-09T09:20:00Z";
const AT_US = Date.parse(AT) * 1000;

function told(items: unknown[], temperatureUnit: "C" | "F" = "C") {
  const payload = { ...base, payload: { ...base.payload, object: { ...base.payload.object, sensor_data: items } } };
  const parsed = parse(payload, NOW, { accountId: null, temperatureUnit });
  if (parsed.kind !== "observations") throw new Error(JSON.stringify(parsed));
  return parsed;
}
const item = (sensor_type: unknown, sensor_value: unknown, date_time: unknown = AT) => ({
  sensor_type,
  sensor_value,
  date_time,
});
const value = (type: string, given: unknown, unit: "C" | "F" = "C") => {
  const [reading] = told([item(type, given)], unit).observations;
  return reading?.kind === "reading" ? reading.value : null;
};

describe("a count of people", () => {
  test.each([
    ["6", 6],
    ["0", 0],
    [" 6 ", 6],
    ["6.0", 6],
    ["6.000", 6],
    ["007", 7],
    [6, 6],
    [0, 0],
    ["100000", 100_000],
  ])("%j is %i", (given, count) => expect(value("REAL_TIME_PEOPLE_COUNT", given)).toBe(count));

  test.each([
    ["NaN"],
    ["Infinity"],
    ["-3"],
    ["+3"],
    ["six"],
    [""],
    [" "],
    ["1,024"],
    ["6.5"],
    ["6."],
    [".0"],
    ["1e3"],
    ["0x1F"],
    ["12abc"],
    ["٦"],
    ["99999999"],
    ["100001"],
    [6.5],
    [-1],
    [1e21],
    [true],
    [null],
    [undefined],
    [["6"]],
    [{ valueOf: 6 }],
  ])("%j is none", (given) => {
    const { observations, notes } = told([item("REAL_TIME_PEOPLE_COUNT", given)]);
    expect(observations).toEqual([]);
    expect(notes[0]).toMatch(/^payload\.object\.sensor_data\.0\.sensor_value: is n/);
  });
});

describe("the air", () => {
  test.each([
    ["CO2", "812", 812],
    ["CO2", "-1", null],
    ["CO2", "1000001", null],
    ["TEMPERATURE", "22.4", 22.4],
    ["TEMPERATURE", "+22.4", 22.4],
    ["TEMPERATURE", "-5", -5],
    ["TEMPERATURE", "-0", 0],
    ["TEMPERATURE", "-274", null],
    ["TEMPERATURE", "22,4", null],
    ["TEMPERATURE", 22.4, 22.4],
    ["HUMIDITY", "100", 100],
    ["HUMIDITY", "100.1", null],
    ["VOC", "118", 118],
    ["AQI", "41", 41],
    ["PM25", "4.2", 4.2],
    ["PM10", "9.7", 9.7],
    ["AIR_PRESSURE", "1009.1", 100_910],
    ["AIR_PRESSURE", "300", 30_000],
    ["AIR_PRESSURE", "1200", 120_000],
    ["AIR_PRESSURE", "101325", 101_325],
    ["AIR_PRESSURE", "30000", 30_000],
    ["AIR_PRESSURE", "29.92", null],
    ["AIR_PRESSURE", "1201", null],
    ["AIR_PRESSURE", "120001", null],
  ])("%s %j is %j", (type, given, expected) => expect(value(type, given)).toBe(expected));

  test("degrees Fahrenheit become Celsius only where the appliances report them", () => {
    expect(value("TEMPERATURE", "72", "F")).toBe(22.22);
    expect(value("TEMPERATURE", "32", "F")).toBe(0);
    expect(value("TEMPERATURE", "-460", "F")).toBeNull();
    expect(value("TEMPERATURE", "72", "C")).toBe(72);
    expect(value("HUMIDITY", "72", "F")).toBe(72);
  });
});

test("a bad reading is noted and its neighbours are kept", () => {
  const { observations, notes } = told([
    item("REAL_TIME_PEOPLE_COUNT", "NaN"),
    item("CO2", "812"),
    item("CO2", "800", "yesterday"),
    item("CO2", "800", null),
    item("CO2", "800", "2026-03-09T09:36:00Z"),
    item("constructor", "1"),
    item(7, "1"),
    null,
    "x",
    [],
    item("AIR_PRESSURE", "1"),
    item("HUMIDITY", "31"),
  ]);
  expect(observations).toMatchObject([
    { metric: "co2", value: 812, observedAtUs: AT_US },
    { metric: "humidity", value: 31, observedAtUs: AT_US },
  ]);
  expect(notes).toEqual([
    "payload.object.sensor_data.0.sensor_value: is no number",
    "payload.object.sensor_data.2.date_time: is no moment",
    "payload.object.sensor_data.3.date_time: is no moment",
    "payload.object.sensor_data.4.date_time: is more than 5 minutes in the future",
    "payload.object.sensor_data.5.sensor_type: is not known",
    "payload.object.sensor_data.6.sensor_type: is not known",
    "payload.object.sensor_data.7: is no reading",
    "payload.object.sensor_data.8: is no reading",
    "payload.object.sensor_data.9: is no reading",
    "payload.object.sensor_data.10.sensor_value: is not possible",
  ]);
});

test("an empty list says that the device is there", () => {
  const { claims, observations } = told([]);
  expect(observations).toEqual([]);
  expect(claims).toHaveLength(1);
});

test("each device of a room is a source of its own", () => {
  const source = told([item("CO2", "800")]).observations[0];
  expect(source).toMatchObject({ source: { kind: "sensor", externalId: "r7Q-Skagen_Zr01/nB+4/kd=" } });
});

test("ten thousand bad readings cost little and are not all written down", () => {
  const started = performance.now();
  const { notes } = told(Array.from({ length: 10_000 }, () => item("CO2", "x")));
  expect(notes).toHaveLength(20);
  expect(performance.now() - started).toBeLessThan(500);
});
