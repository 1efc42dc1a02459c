import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading } from "@/lib/core/observation";
import { parse } from "./parse";

const NOW = Date.parse("2026-11-16T09:30:00Z");
const folder = path.join(import.meta.dirname, "fixtures");
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
const payloads = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));

const DOCUMENTED = [
  ...["touch", "temperature", "objectPresent", "humidity", "objectPresentCount", "touchCount", "waterPresent", "co2"],
  ...["pressure", "motion", "deskOccupancy", "contact", "probeWireStatus", "batteryStatus", "networkStatus"],
  ...["labelsChanged", "connectionStatus", "ethernetStatus", "cellularStatus"],
];

test.each(payloads)("golden: %s", (name) => {
  expect(parse(read(name), NOW)).toEqual(read(name.replace(".json", ".expected.json")));
});

test("every documented type has a golden pair", () => {
  const types = new Set(payloads.map((name) => read(name).event.eventType));
  expect([...types].sort()).toEqual([...DOCUMENTED, "vibration"].sort());
});

const base = read("motion.json");
const DEVICE = "b7galley0pir000000a1";
const event = (change: object) => ({ ...base, event: { ...base.event, ...change } });
const saying = (eventType: string, body: unknown) => event({ eventType, data: { [eventType]: body } });
const at = (timestamp: unknown) => event({ timestamp });
const motion = (state: unknown) => saying("motion", { state });

function observed(payload: unknown) {
  const parsed = parse(payload, NOW);
  if (parsed.kind !== "observations") throw new Error(JSON.stringify(parsed));
  return parsed;
}
const readings = (payload: unknown) => observed(payload).observations as readonly Reading[];
const deviceIn = (payload: unknown) => observed(payload).claims[0]?.[0];

describe("quarantined with the path that failed, never coerced", () => {
  const { event: _event, ...withoutEvent } = base;
  test.each([
    ["event", withoutEvent],
    ["event", { ...base, event: null }],
    ["event", { ...base, event: [base.event] }],
    ["event.eventType", event({ eventType: undefined })],
    ["event.eventType", event({ eventType: 7 })],
    ["event.eventType", event({ eventType: "constructor()" })],
    ["event.eventId", event({ eventId: undefined })],
    ["event.eventId", event({ eventId: "" })],
    ["event.eventId", event({ eventId: { not: "" } })],
    ["event.targetName", event({ targetName: undefined })],
    ["event.targetName", event({ targetName: "projects/p1harbour0works0quay" })],
    ["event.targetName", event({ targetName: "projects/p1harbour0works0quay/devices/" })],
    ["event.targetName", event({ targetName: "projects//devices/b7galley0pir000000a1" })],
    ["event.targetName", event({ targetName: "projects/p1/devices/b7/labels/name" })],
    ["event.targetName", event({ targetName: "organizations/p1/devices/b7" })],
    ["event.targetName", event({ targetName: "projects/p1/devices/b7\0" })],
    ["event.targetName", event({ targetName: `projects/p1/devices/${"b".repeat(257)}` })],
    ["event.timestamp", at(undefined)],
    ["event.timestamp", at(1_794_819_600_000)],
    ["event.timestamp", at("2026-11-16 09:20:00")],
    ["event.timestamp", at("2026-11-16T09:20:00.361454")],
    ["event.timestamp", at("2026-02-30T09:20:00.000000Z")],
    ["event.timestamp", at("2014-12-31T23:59:59.999999Z")],
    ["event.timestamp", at("9999-12-31T23:59:59.999999Z")],
    ["event.timestamp", at("2026-11-16T09:35:00.000001Z")],
    ["event.data", event({ data: undefined })],
    ["event.data", event({ data: null })],
    ["event.data", event({ data: [] })],
    ["event.data.motion", event({ data: {} })],
    ["event.data.motion", event({ data: { contact: { state: "OPEN" } } })],
    ["event.data.motion", saying("motion", null)],
    ["event.data.motion.state", motion(undefined)],
    ["event.data.motion.state", motion("FOO")],
    ["event.data.motion.state", motion("motion_detected")],
    ["event.data.motion.state", motion(["MOTION_DETECTED"])],
    ["event.data.contact.state", saying("contact", { state: "AJAR" })],
    ["event.data.objectPresent.state", saying("objectPresent", { state: true })],
    ["event.data.waterPresent.state", saying("waterPresent", { state: "DAMP" })],
    ["event.data.deskOccupancy.state", saying("deskOccupancy", { state: "MAYBE", remarks: [] })],
    ["event.data.deskOccupancy.remarks", saying("deskOccupancy", { state: "OCCUPIED", remarks: "INCOMPLETE_DATA" })],
    ["event.data.probeWireStatus.state", saying("probeWireStatus", { state: "FIVE_WIRE" })],
    ["event.data.connectionStatus.connection", saying("connectionStatus", { connection: "WIFI", available: [] })],
    ["event.data.connectionStatus.available", saying("connectionStatus", { connection: "SDS", available: "SDS" })],
    ["event.data.temperature.value", saying("temperature", { value: null })],
    ["event.data.temperature.value", saying("temperature", { value: "21.5" })],
    ["event.data.temperature.value", saying("temperature", { value: -273.16 })],
    ["event.data.temperature.value", saying("temperature", JSON.parse('{"value":1e400}'))],
    ["event.data.humidity.relativeHumidity", saying("humidity", { temperature: 22, relativeHumidity: 150 })],
    ["event.data.humidity.temperature", saying("humidity", { relativeHumidity: 40 })],
    ["event.data.co2.ppm", saying("co2", { ppm: -1 })],
    ["event.data.co2.ppm", saying("co2", { ppm: 1_000_001 })],
    ["event.data.pressure.pascal", saying("pressure", { pascal: true })],
    ["event.data.objectPresentCount.total", saying("objectPresentCount", { total: 1.5 })],
    ["event.data.touchCount.total", saying("touchCount", { total: JSON.parse("12345678901234567890") })],
    ["event.data.batteryStatus.percentage", saying("batteryStatus", { percentage: 101 })],
    ["event.data.networkStatus.signalStrength", saying("networkStatus", { rssi: -83 })],
    ["event.data.cellularStatus.signalStrength", saying("cellularStatus", { errors: [] })],
    ["event.data.ethernetStatus.errors", saying("ethernetStatus", { errors: "none" })],
    ["event.data.added", event({ eventType: "labelsChanged", data: { added: ["room"] } })],
    ["event.data.removed", event({ eventType: "labelsChanged", data: { removed: "room" } })],
    ["event.data.labelsChanged", saying("labelsChanged", "room")],
  ])("%s", (where, payload) => {
    const parsed = parse(payload, NOW);
    expect(parsed.kind).toBe("malformed");
    expect(parsed.kind === "malformed" && parsed.issues[0]?.split(": ")[0]).toMatch(new RegExp(`^${where}(\\.\\d+)?$`));
  });

  test("the type is told as soon as it is known", () => {
    expect(parse(at(null), NOW)).toMatchObject({ kind: "malformed", eventType: "motion" });
    expect(parse({ ...base, event: null }, NOW)).toMatchObject({ kind: "malformed", eventType: "" });
  });
});

test.each([[null], [42], ["x"], [[base]], [{}], [base.event], [{ hello: "world" }]])(
  "%j is no event of theirs",
  (payload) => {
    expect(parse(payload, NOW)).toEqual({ kind: "foreign" });
  },
);

describe("a type they have added since is kept, with what can be read of it", () => {
  test.each([
    ["toString", {}],
    ["constructor", {}],
    ["MOTION", {}],
  ])("%s", (eventType, data) => {
    expect(parse(event({ eventType, data }), NOW)).toEqual({
      kind: "unhandled",
      eventType,
      observedAtUs: 1_794_820_080_361_454,
      eventId: base.event.eventId,
    });
  });

  test("nothing but the type", () => {
    const unreadable = { kind: "unhandled", eventType: "ping", observedAtUs: null, eventId: null };
    expect(parse({ event: { eventType: "ping", data: null } }, NOW)).toEqual(unreadable);
    const impossible = { eventType: "ping", timestamp: "9999-12-31T23:59:59Z", eventId: "" };
    expect(parse({ event: impossible }, NOW)).toEqual(unreadable);
  });
});

describe("time", () => {
  test("two events in one millisecond keep their order", () => {
    const [first, second] = ["09:20:00.361454Z", "09:20:00.361455Z"].map(
      (time) => readings(at(`2026-11-16T${time}`))[0],
    );
    expect((second?.observedAtUs ?? 0) - (first?.observedAtUs ?? 0)).toBe(1);
  });

  test("the event's timestamp is its time, whatever updateTime says", () => {
    const payload = saying("motion", { state: "MOTION_DETECTED", updateTime: "2020-01-01T00:00:00Z" });
    expect(readings(payload)[0]?.observedAtUs).toBe(1_794_820_080_361_454);
  });

  test("five minutes ahead of our clock is skew, not the future", () => {
    expect(readings(at("2026-11-16T09:35:00Z"))[0]?.observedAtUs).toBe((NOW + 5 * 60_000) * 1000);
  });
});

describe("samples", () => {
  const OUTER = "2026-11-16T09:20:00.100200Z";
  const temperature = (change: object) => ({
    ...saying("temperature", { value: 24.9, isBackfilled: false, ...change }),
    event: { ...saying("temperature", { value: 24.9, isBackfilled: false, ...change }).event, timestamp: OUTER },
  });
  const sample = (value: unknown, sampleTime: unknown) => ({ value, sampleTime });
  const said = (change: object) => {
    const { observations, notes } = observed(temperature(change));
    return {
      values: (observations as Reading[]).map((r) => (r.historyOnly ? `${r.value} then` : `${r.value} now`)),
      notes,
    };
  };

  test.each([
    ["missing, as old firmware has it", {}],
    ["null", { samples: null }],
    ["empty", { samples: [] }],
    ["the outer value again, with a time of its own", { samples: [sample(24.9, "2026-11-16T09:21:00Z")] }],
    ["one for the very moment of the outer value", { samples: [sample(24.9, OUTER), sample(24.3, OUTER)] }],
    ["backfilled in text", { isBackfilled: "False" }],
    ["backfilled in a number", { isBackfilled: 1 }],
  ])("only the outer value: %s", (_, change) => {
    expect(said(change)).toEqual({ values: ["24.9 now"], notes: [] });
  });

  test("backfilled is history, all of it", () => {
    const samples = [sample(24.9, OUTER), sample(24.3, "2026-11-16T09:15:00Z")];
    expect(said({ isBackfilled: true, samples }).values).toEqual(["24.9 then", "24.3 then"]);
  });

  test("a bad one is left out and noted, the rest stays", () => {
    const samples = [
      sample(24.9, OUTER),
      sample(null, "2026-11-16T09:19:00Z"),
      sample(24.5, "2026-11-16T09:18:00"),
      sample(24.4, "2026-11-16T09:40:00Z"),
      "24.3",
      sample(24.2, "2026-11-16T09:16:00Z"),
      sample(24.1, "2026-11-16T09:16:00Z"),
    ];
    expect(said({ samples })).toEqual({
      values: ["24.9 now", "24.2 then"],
      notes: [
        "event.data.temperature.samples.1: left out, is no measurement",
        "event.data.temperature.samples.2: left out, has no good sampleTime",
        "event.data.temperature.samples.3: left out, sampleTime is more than 5 minutes in the future",
        "event.data.temperature.samples.4: left out, has no good sampleTime",
      ],
    });
    expect(said({ samples: "24.3" }).notes).toEqual(["event.data.temperature.samples: left out, is no list"]);
  });

  test("a list far longer than documented is cut, and so are the notes", () => {
    const minute = (n: number) => new Date(Date.parse("2026-11-16T09:00:00Z") - n * 60_000).toISOString();
    const long = said({ samples: Array.from({ length: 5_000 }, (_, n) => sample(20, minute(n))) });
    expect(long.values).toHaveLength(100);
    expect(long.notes).toEqual(["event.data.temperature.samples: only the first 100 of 5000 are kept"]);
    expect(said({ samples: Array.from({ length: 90 }, () => null) }).notes).toHaveLength(20);
  });
});

describe("desks", () => {
  const desk = (remarks: unknown) => observed(saying("deskOccupancy", { state: "OCCUPIED", remarks }));

  test.each([[undefined], [null], [[]]])("remarks %j: sure", (remarks) => {
    expect(desk(remarks).observations[0]).not.toHaveProperty("uncertain");
  });

  test("a remark nobody knows is noted, and does not hide the one that is known", () => {
    const { observations, notes } = desk(["NEW\nREMARK", "INCOMPLETE_DATA"]);
    expect(observations[0]).toMatchObject({ metric: "deskOccupied", value: 1, uncertain: true });
    expect(notes).toEqual(['event.data.deskOccupancy.remarks: unknown remark "NEW\\nREMARK"']);
  });
});

test("of two words on one heartbeat's signal the stronger has the higher version", () => {
  const [strong, weak] = [45, 12].map((signalStrength) => readings(saying("networkStatus", { signalStrength }))[0]);
  expect([strong?.observedAtUs, strong?.version, weak?.version]).toEqual([weak?.observedAtUs, 45, 12]);
});

test.each([
  [26, "cleared", "minor"],
  [25, "raised", "minor"],
  [11, "raised", "minor"],
  [10, "raised", "major"],
  [0, "raised", "major"],
])("a battery at %i %% is %s, %s", (percentage, phase, severity) => {
  const [value, signal] = observed(saying("batteryStatus", { percentage })).observations;
  expect(value).toMatchObject({ metric: "battery", value: percentage });
  expect(signal).toMatchObject({ code: "battery", phase, severity });
});

test.each([[undefined], [null], [[]]])("connected, and %j says of no other way", (available) => {
  expect(observed(saying("connectionStatus", { connection: "SDS", available })).observations).toMatchObject([
    { metric: "online", value: 1 },
    { name: "connection", value: { available: [] } },
  ]);
});

describe("errors of a Cloud Connector", () => {
  const signalOf = (errors: unknown) => observed(saying("ethernetStatus", { errors })).observations[0];

  test.each([
    [[{ code: 404, message: "Not found" }], "Ethernet: 404 Not found"],
    [[{ message: "No\0 link" }], "Ethernet: No link"],
    [[{ code: 9 }], "Ethernet: 9"],
    [["broken", {}], "Ethernet: unknown error; unknown error"],
    [[1, 2, 3, 4].map((code) => ({ code })), "Ethernet: 1; 2; 3"],
  ])("%j", (errors, text) => {
    expect(signalOf(errors)).toMatchObject({ code: "ethernet", phase: "raised", text });
  });

  test("long words are cut", () => {
    expect(signalOf([{ code: 1, message: "x".repeat(9_999) }])).toHaveProperty("text.length", 512);
  });

  test.each([[undefined], [null], [[]]])("%j: none", (errors) => {
    expect(signalOf(errors)).toMatchObject({ phase: "cleared" });
  });
});

describe("the device", () => {
  test("is what targetName says; what metadata says else is noted", () => {
    const { claims, notes } = observed({ ...base, metadata: { deviceId: "other", projectId: "elsewhere" } });
    expect(claims[0]?.[0]?.source).toEqual({ vendor: "disruptive", kind: "device", externalId: DEVICE });
    expect(notes).toEqual([
      "metadata.deviceId: contradicts event.targetName, which wins",
      "metadata.projectId: contradicts event.targetName, which wins",
    ]);
  });

  test.each([[undefined], [null]])("metadata %j: older connectors send none", (metadata) => {
    expect(deviceIn({ ...base, metadata })?.attributes).not.toHaveProperty("type");
    expect(observed({ ...base, metadata }).notes).toEqual([]);
  });

  test.each([["x"], [[]], [{ deviceId: 7 }]])("metadata %j: left out, the reading stays", (metadata) => {
    expect(observed({ ...base, metadata })).toMatchObject({
      observations: [{ metric: "motion", value: 1 }],
      notes: ["metadata: left out, is not as documented"],
    });
  });
});

describe("labels", () => {
  const labelled = (labels: unknown) => ({ ...base, labels });

  test.each([[undefined], [null], [{}]])("%j: none, and no name", (labels) => {
    expect(deviceIn(labelled(labels))).toMatchObject({ name: null });
    expect(observed(labelled(labels)).notes).toEqual([]);
  });

  test("hostile ones are carried, made storable, and cut at 512", () => {
    const nameOf = (name: string) => deviceIn(labelled({ name }))?.name;
    expect(nameOf('"><svg onload=alert(1)>')).toBe('"><svg onload=alert(1)>');
    expect(nameOf("Gal\0ley")).toBe("Galley");
    expect(nameOf("a\ud800b")).toBe("a\ufffdb");
    expect(nameOf("x".repeat(9_999))).toHaveLength(512);
    expect(nameOf("")).toBeNull();
  });

  test("a key may be called anything", () => {
    const labels = JSON.parse('{"__proto__":"a","constructor":"b","type":"c","":"d"," n\\u0000 ":"e"}');
    const attributes = deviceIn(labelled(labels))?.attributes;
    expect(attributes).toMatchObject({
      "label:__proto__": "a",
      "label:constructor": "b",
      "label:type": "c",
      "label:n": "e",
    });
    expect(attributes?.type).toBe("motion");
    expect(({} as { a?: string }).a).toBeUndefined();
  });

  test("what is no text is left out and noted, and only 20 are kept", () => {
    expect(observed(labelled({ room: "Galley", floor: 3 })).notes).toEqual(["labels: left out 1, no text"]);
    expect(observed(labelled(["room"])).notes).toEqual(["labels: left out, is no object of labels"]);
    const many = labelled(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`key-${n}`, "x"])));
    expect(observed(many).notes).toEqual(["labels: only the first 20 of 50 are kept"]);
    expect(Object.keys(deviceIn(many)?.attributes ?? {}).filter((key) => key.startsWith("label:"))).toHaveLength(20);
  });

  const changed = (data: object, labels: object = {}) => ({ ...event({ eventType: "labelsChanged", data }), labels });
  const facts = (payload: unknown) => observed(payload).observations.map((o) => o.kind === "fact" && [o.name, o.value]);

  test.each([
    [{ added: { room: "Galley" }, modified: { name: "PIR" }, removed: ["note"] }],
    [{ labelsChanged: { added: { room: "Galley" }, modified: { name: "PIR" }, removed: ["note"] } }],
  ])("a change is told in either shape: %j", (data) => {
    expect(facts(changed(data))).toEqual([
      ["label:note", null],
      ["label:room", "Galley"],
      ["label:name", "PIR"],
    ]);
  });

  test.each([[{}], [{ labelsChanged: {} }], [{ added: null, modified: null, removed: null }]])(
    "%j: nothing changed",
    (data) => {
      expect(observed(changed(data)).observations).toEqual([]);
    },
  );

  test("a label called __proto__ changes like any other", () => {
    expect(facts(changed(JSON.parse('{"added":{"__proto__":"a"},"removed":["__proto__x"]}')))).toEqual([
      ["label:__proto__x", null],
      ["label:__proto__", "a"],
    ]);
  });

  test("a change too long to be one is cut and noted", () => {
    const removed = Array.from({ length: 30 }, (_, n) => `key-${n}`);
    const { observations, notes } = observed(changed({ removed, added: { floor: 3 } }));
    expect(observations).toHaveLength(20);
    expect(notes).toEqual(["event.data.added: left out 1, no text", "event.data: only the first 20 of 30 are kept"]);
  });

  test("the name follows the change; taken off and put on again is put on", () => {
    expect(deviceIn(changed({ added: { name: "New" } }))?.name).toBe("New");
    expect(deviceIn(changed({ modified: { name: "New" } }, { name: "Old" }))?.name).toBe("New");
    expect(deviceIn(changed({ removed: ["name"] }, { name: "Old" }))?.name).toBeNull();
    expect(deviceIn(changed({ added: { name: "New" }, removed: ["name"] }))?.name).toBe("New");
  });
});

describe("any JSON is read without throwing, and the same twice", () => {
  const types = fc.constantFrom(...DOCUMENTED);
  const calm = (payload: unknown) => {
    const before = JSON.stringify(payload);
    expect(parse(payload, NOW)).toEqual(parse(payload, NOW));
    expect(JSON.stringify(payload)).toBe(before);
  };

  test("as a payload", () => {
    fc.assert(fc.property(fc.jsonValue(), calm));
  });

  test("as the data of each type", () => {
    fc.assert(fc.property(types, fc.jsonValue(), (type, body) => calm(saying(type, body))));
  });

  test("in the place of any part of a good event", () => {
    const parts = payloads.flatMap((name) => pathsOf(read(name)).map((at) => ({ name, at })));
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.jsonValue(), ({ name, at }, junk) =>
        calm(replaced(read(name), at, junk)),
      ),
      { numRuns: 500 },
    );
  });
});

function pathsOf(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((rest) => [key, ...rest])]);
}

function replaced(value: Record<string, unknown>, [key = "", ...rest]: string[], junk: unknown): unknown {
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[key] = rest.length === 0 ? junk : replaced(copy[key] as Record<string, unknown>, rest, junk);
  return copy;
}
