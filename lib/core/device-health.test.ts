import { describe, expect, test } from "vitest";
import { batteryClass, countDevices, type Device, deviceState, silenceLimitMs, sortDevices } from "./device-health";

const MINUTE = 60_000;
const NOW = Date.parse("2026-11-16T09:30:00Z");
const FACTS = { vendor: "disruptive", heardAt: NOW - MINUTE, isOnline: null, onlineAt: null, intervalMs: null };

test.each([
  [null, "unknown"],
  [0, "critical"],
  [10, "critical"],
  [10.1, "low"],
  [25, "low"],
  [26, "good"],
])("a battery of %j %% is %s", (percent, expected) => {
  expect(batteryClass(percent)).toBe(expected);
});

test.each([
  ["disruptive", 5 * MINUTE, 15 * MINUTE],
  ["disruptive", 60 * MINUTE, 90 * MINUTE],
  ["butlr", MINUTE, 10 * MINUTE],
  ["zoom", 10 * MINUTE, 30 * MINUTE],
  ["disruptive", null, null],
])("a %s device heard every %j ms may be silent for %j ms", (vendor, intervalMs, limit) => {
  expect(silenceLimitMs({ vendor, intervalMs })).toBe(limit);
});

describe("a device is", () => {
  test.each([
    ["fine while it speaks", {}, "fine"],
    ["fine when silence is normal", { heardAt: NOW - 3 * 86_400_000 }, "fine"],
    ["silent when it missed its rhythm", { heardAt: NOW - 16 * MINUTE, intervalMs: 5 * MINUTE }, "silent"],
    ["fine on the last moment of its limit", { heardAt: NOW - 15 * MINUTE, intervalMs: 5 * MINUTE }, "fine"],
    ["waiting when it was never heard", { heardAt: null }, "waiting"],
    ["offline when its vendor says so", { isOnline: false, onlineAt: NOW }, "offline"],
    ["offline although it was never heard", { heardAt: null, isOnline: false, onlineAt: NOW }, "offline"],
    ["back when it spoke after that", { isOnline: false, onlineAt: NOW - 2 * MINUTE }, "fine"],
    [
      "offline rather than silent",
      { heardAt: NOW - 99 * MINUTE, intervalMs: MINUTE, isOnline: false, onlineAt: NOW },
      "offline",
    ],
  ])("%s", (_, facts, state) => {
    expect(deviceState({ ...FACTS, ...facts }, NOW).state).toBe(state);
  });
});

const device = (id: string, more: Partial<Device> = {}): Device => ({
  id,
  name: `Desk ${id}`,
  vendor: "disruptive",
  model: null,
  externalId: id,
  space: null,
  floor: null,
  site: null,
  state: "fine",
  since: null,
  lastHeardAt: null,
  intervalMs: null,
  battery: null,
  batteryClass: "unknown",
  signal: null,
  ...more,
});

test("what needs somebody comes first, and the rest in the order one walks", () => {
  const floor = { id: "1", name: "Floor 2" };
  const devices = [
    device("10", { floor, space: { id: "9", name: "Fjord" } }),
    device("2", { batteryClass: "low", battery: 20 }),
    device("3", { state: "silent" }),
    device("4", { state: "offline", batteryClass: "good", battery: 80 }),
    device("5", { batteryClass: "critical", battery: 3 }),
    device("6", { floor: { id: "2", name: "Floor 10" } }),
  ];
  const ids = (sort: Parameters<typeof sortDevices>[1]) => sortDevices(devices, sort).map(({ id }) => id);
  expect(ids("attention")).toEqual(["4", "3", "5", "2", "10", "6"]);
  expect(ids("battery").slice(0, 3)).toEqual(["5", "2", "4"]);
  expect(ids("name")).toEqual(["2", "3", "4", "5", "6", "10"]);
  expect(countDevices(devices)).toEqual({
    states: { offline: 1, silent: 1, waiting: 0, fine: 4 },
    batteries: { critical: 1, low: 1, good: 1, unknown: 3 },
  });
});
