import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Signal } from "@/lib/core/observation";
import { parse } from "./parse";

const NOW = Date.parse("2026-03-09T09:30:00Z");
const read = (name: string) => JSON.parse(readFileSync(path.join(import.meta.dirname, "fixtures", name), "utf8"));
const base = read("zoomroom.alert.json");

function signal(change: object, envelope: object = {}): Signal {
  const object = { ...base.payload.object, ...change };
  const payload = { ...base, payload: { ...base.payload, object }, ...envelope };
  const parsed = parse(payload, NOW, { accountId: null, temperatureUnit: "C" });
  if (parsed.kind !== "observations") throw new Error(JSON.stringify(parsed));
  return parsed.observations[0] as Signal;
}

describe("every type", () => {
  test.each([
    [0, "other", "info", "raised"],
    [1, "controller-disconnected", "major", "raised"],
    [2, "device-disconnected", "major", "raised"],
    [3, "room-offline", "critical", "raised"],
    [4, "cpu-high", "minor", "raised"],
    [5, "bandwidth-low", "minor", "raised"],
    [6, "battery-low", "minor", "raised"],
    [7, "display-disconnected", "major", "raised"],
    [8, "audio-quality", "minor", "raised"],
    [9, "sip-registration", "major", "raised"],
    [10, "wrong-passcode", "minor", "noted"],
    [42, "other", "info", "raised"],
    [-1, "other", "info", "raised"],
    [1.5, "other", "info", "raised"],
  ])("%d is %s, %s, %s when triggered", (alert_type, name, severity, phase) => {
    expect(signal({ alert_type, component: 1, alert_kind: 1 })).toMatchObject({
      code: `zoom.alert.${name}.computer`,
      severity,
      phase,
    });
  });
});

test.each([
  [1, "raised"],
  [2, "cleared"],
  [3, "noted"],
  [4, "noted"],
  [0, "noted"],
  [7, "noted"],
])("kind %d is %s", (alert_kind, phase) => {
  expect(signal({ alert_kind }).phase).toBe(phase);
});

test("a kind nobody knows informs, whatever its type", () => {
  expect(signal({ alert_type: 3, alert_kind: 7 }).severity).toBe("info");
});

test.each([
  [0, "other"],
  [1, "computer"],
  [2, "controller"],
  [3, "scheduling-display"],
  [4, "microphone"],
  [5, "camera"],
  [6, "speaker"],
  [99, "other"],
])("component %d is %s", (component, name) => {
  expect(signal({ alert_type: 6, component }).code).toBe(`zoom.alert.battery-low.${name}`);
});

describe("which device is disconnected", () => {
  const code = (issue: string, component = 0, alert_type = 2) => signal({ issue, component, alert_type }).code;

  test.each([
    ["Selected camera has disconnected", "camera"],
    ["Selected camera is disconnected.", "camera"],
    ["SELECTED MICROPHONE IS RECONNECTED", "microphone"],
    ["Selected speaker is reconnected", "speaker"],
    ["Selected loudspeakers are gone", "other"],
    ["", "other"],
  ])("%j without a component: %s", (issue, name) => {
    expect(code(issue)).toBe(`zoom.alert.device-disconnected.${name}`);
  });

  test("the component outranks the words, and words tell only disconnected devices apart", () => {
    expect(code("Selected camera is disconnected", 4)).toBe("zoom.alert.device-disconnected.microphone");
    expect(code("camera quality", 0, 8)).toBe("zoom.alert.audio-quality.other");
  });

  test("a microphone that is back does not bring back the camera", () => {
    const gone = code("Selected camera has disconnected", 5);
    expect(code("Selected microphone is reconnected", 4)).not.toBe(gone);
    expect(code("Selected microphone is reconnected")).not.toBe(gone);
    expect(code("Selected camera is reconnected", 5)).toBe(gone);
    expect(code("Selected camera is reconnected")).toBe(gone);
  });
});

test("a delayed alert is the same problem", () => {
  const { code, source } = signal({});
  expect(signal({}, { event: "zoomroom.delayed_alert" })).toMatchObject({ code, source });
});

test("a wrong passcode is never open, but can be taken back", () => {
  const phases = [1, 2, 3, 4].map((alert_kind) => signal({ alert_type: 10, alert_kind }).phase);
  expect(phases).toEqual(["noted", "cleared", "noted", "noted"]);
});

test("it happened at alert_time, else at event_ts, else now", () => {
  expect(signal({}).observedAtUs).toBe(base.payload.object.alert_time * 1000);
  expect(signal({ alert_time: undefined }).observedAtUs).toBe(base.event_ts * 1000);
  expect(signal({ alert_time: null }, { event_ts: undefined }).observedAtUs).toBe(NOW * 1000);
});

test("the words are Zoom's, or ours when there are none", () => {
  expect(signal({ issue: "Zoom room\0 is offline" }).text).toBe("Zoom room is offline");
  expect(signal({ issue: undefined }).text).toBe("Zoom Room is offline");
});
