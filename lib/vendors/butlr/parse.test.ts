import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Reading } from "@/lib/core/observation";
import { ksuidSeconds } from "./ksuid";
import { parse } from "./parse";

const NOW = Date.parse("2026-11-16T09:30:00Z");
const folder = path.join(import.meta.dirname, "fixtures");
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
const events = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));

test.each(events)("golden: %s", (name) => {
  expect(parse(read(name), NOW)).toEqual(read(name.replace(".json", ".expected.json")));
});

const base = read("room-occupancy.json");
const event = (change: object) => ({ ...base, ...change });
const place = (change: object) => event({ metadata: { ...base.metadata, ...change } });
const sensor = read("traffic.json");
const traffic = (data: unknown) => ({ ...sensor, data });
const detections = (data: unknown) => ({ ...read("detections.json"), data });
const points = (count: number) => Array.from({ length: count }, (_, n) => [n, 0.5]);
const observations = (payload: unknown) => {
  const parsed = parse(payload, NOW);
  if (parsed.kind !== "observations") throw new Error(JSON.stringify(parsed));
  return parsed;
};
const parsedReading = (payload: unknown) => observations(payload).observations[0] as Reading;

describe("quarantined with the path that failed, never coerced", () => {
  test.each([
    ["data", event({ data: null })],
    ["data", event({ data: "4" })],
    ["data", event({ data: true })],
    ["data", event({ data: [4] })],
    ["data", event({ data: -1 })],
    ["data", event({ data: 900_000 })],
    ["data", event({ data: undefined })],
    ["data", JSON.parse('{"data":1e309}', (key, value) => (key === "" ? event(value) : value))],
    ["timestamp", event({ timestamp: "1794820812000" })],
    ["timestamp", event({ timestamp: "2026-11-16T09:20:00Z" })],
    ["timestamp", event({ timestamp: 0 })],
    ["timestamp", event({ timestamp: -1 })],
    ["timestamp", event({ timestamp: null })],
    ["timestamp", event({ timestamp: 4_102_444_800_000 })],
    ["timestamp", event({ timestamp: 8_640_000_000_000_001 })],
    ["timestamp", event({ timestamp: NOW + 5 * 60_000 + 1 })],
    ["type", event({ type: " ROOM_OCCUPANCY" })],
    ["type", event({ type: 7 })],
    ["type", event({ type: "constructor()" })],
    ["id", event({ id: undefined })],
    ["id", event({ id: "" })],
    ["metadata", event({ metadata: undefined })],
    ["metadata", event({ metadata: [] })],
    ["metadata", event({ metadata: "x" })],
    ["metadata.room_id", place({ room_id: undefined })],
    ["metadata.room_id", place({ room_id: "" })],
    ["metadata.room_id", place({ room_id: "room_\0" })],
    ["metadata.room_id", place({ room_id: { not: "" } })],
    ["metadata.room_id", place({ room_id: "x".repeat(257) })],
    ["metadata.site_id", place({ site_id: undefined })],
    ["metadata.room_id", { ...read("pir-motion.json"), metadata: read("floor-occupancy.json").metadata }],
    ["metadata.floor_id", { ...read("floor-occupancy.json"), metadata: { ...base.metadata, floor_id: null } }],
    ["data", { ...read("floor-occupancy.json"), data: { count: 63 } }],
    ["metadata.sensor_id", { ...sensor, metadata: base.metadata }],
    ["metadata.zone_id", { ...sensor, metadata: { ...sensor.metadata, zone_id: { not: "" } } }],
    ["data", traffic(2)],
    ["data", traffic(undefined)],
    ["data.in", traffic({ in: -1, out: 0 })],
    ["data.in", traffic({ in: "1", out: 0 })],
    ["data.in", traffic({ out: 0 })],
    ["data.out", traffic({ in: 1, out: null })],
    ["data", detections(4)],
    ["data.local", detections({ world: [] })],
    ["data.world", detections({ local: [], world: {} })],
    ["data.local.0", detections({ local: [[1]], world: [] })],
    ["data.local.0.1", detections({ local: [[1, "2"]], world: [] })],
    ["data.local.0.1", detections({ local: [[1, null]], world: [] })],
    ["data.world.0.0", detections(JSON.parse('{"local":[],"world":[[1e309,0]]}'))],
    ["data.local", detections({ local: points(101), world: [] })],
  ])("%s", (at, payload) => {
    const parsed = parse(payload, NOW);
    expect(parsed.kind).toBe("malformed");
    expect(parsed.kind === "malformed" && parsed.issues[0]).toMatch(new RegExp(`^${at.replace(".", "\\.")}`));
  });
});

test("a hundred positions are a crowd, none is an empty room", () => {
  const value = (data: unknown) => observations(detections(data)).observations[0];
  expect(value({ local: points(100), world: points(100) })).toMatchObject({ name: "positions" });
  expect(value({ local: [], world: [] })).toMatchObject({ value: { local: [], world: [] } });
});

test("what a level does not have is not believed of it", () => {
  const path = (payload: unknown) => observations(payload).claims[0]?.map((step) => step.source.kind);
  expect(path(place({ zone_id: { not: "" } }))).toEqual(["site", "building", "floor", "room"]);
  expect(path({ ...read("floor-occupancy.json"), metadata: base.metadata })).toEqual(["site", "building", "floor"]);
});

test("a sensor hangs on its room or zone when the event names one", () => {
  const path = (change: object) =>
    observations({ ...sensor, metadata: { ...sensor.metadata, ...change } }).claims[0]?.map((step) => step.source.kind);
  expect(path({ zone_id: "zone_2aBar" })).toEqual(["site", "building", "floor", "room", "zone", "sensor"]);
  expect(path({ room_id: "" })).toEqual(["site", "building", "floor", "sensor"]);
});

test("an unhandled event tells its moment only when that is plausible", () => {
  const momentOf = (timestamp: unknown) => parse({ type: "ESCALATOR_SPEED", timestamp }, NOW);
  const unhandled = { kind: "unhandled", eventType: "ESCALATOR_SPEED", eventId: null };
  expect(momentOf(NOW - 0.5)).toEqual({ ...unhandled, observedAtUs: (NOW - 1) * 1000 });
  for (const timestamp of [undefined, "1794820812000", 0, NOW + 300_001, Number.POSITIVE_INFINITY, Number.NaN]) {
    expect(momentOf(timestamp)).toEqual({ ...unhandled, observedAtUs: null });
  }
});

test.each([[null], [42], ["x"], [[base]], [{}], [{ hello: "world" }]])("%j is no Butlr event", (payload) => {
  expect(parse(payload, NOW)).toEqual({ kind: "foreign" });
});

test("the type is compared without regard to case", () => {
  expect(parse(event({ type: "room_occupancy" }), NOW)).toMatchObject({
    kind: "observations",
    eventType: "ROOM_OCCUPANCY",
  });
});

test("fractions of a count are kept, fractions of a millisecond are cut", () => {
  expect(parsedReading(event({ data: 2.5, timestamp: 1794820800000.5 }))).toMatchObject({
    value: 2.5,
    observedAtUs: 1794820800000_000,
  });
});

test("two minutes ahead of our clock is skew, not the future", () => {
  expect(parsedReading(event({ timestamp: NOW + 120_000 }))?.observedAtUs).toBe((NOW + 120_000) * 1000);
});

test("hostile names are carried, made storable, and cut at 512", () => {
  const nameOf = (room_name: string) => observations(place({ room_name })).claims[0]?.at(-1)?.name;
  expect(nameOf('=HYPERLINK("http://x")')).toBe('=HYPERLINK("http://x")');
  expect(nameOf("Fjo\0rd")).toBe("Fjord");
  expect(nameOf("a\ud800b")).toBe("a\ufffdb");
  expect(nameOf("x".repeat(9_999))).toHaveLength(512);
  expect(nameOf("")).toBeNull();
});

test("a __proto__ key touches nothing", () => {
  const payload = JSON.parse(JSON.stringify(base).replace('"metadata":{', '"metadata":{"__proto__":{"isAdmin":true},'));
  expect(parse(payload, NOW).kind).toBe("observations");
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

describe("the version inside the event id", () => {
  test("a KSUID tells its second", () => {
    expect(new Date((ksuidSeconds("event_2oUBiSXgx48RtbZKXHm5ekpAzFe") ?? 0) * 1000).toISOString()).toBe(
      "2024-11-06T17:33:20.000Z",
    );
    expect(ksuidSeconds("event_short")).toBeNull();
    expect(ksuidSeconds(`event_${"z".repeat(27)}`)).toBeNull();
  });

  test("it counts only when it can be true: after the minute it counts, before now", () => {
    // 2oUBiSX… was made in 2024, long before this event's minute.
    expect(parsedReading(event({ id: "event_2oUBiSXgx48RtbZKXHm5ekpAzFe" }))?.version).toBeNull();
    const made = 1_730_914_400;
    const then = parse(event({ id: "event_2oUBiSXgx48RtbZKXHm5ekpAzFe", timestamp: (made - 60) * 1000 }), NOW);
    expect(then.kind === "observations" && (then.observations[0] as Reading).version).toBe(made);
  });
});
