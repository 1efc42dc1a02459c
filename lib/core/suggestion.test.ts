import { describe, expect, test } from "vitest";
import {
  fittingKinds,
  rankPlaces,
  type SourceSense,
  type SuggestionSource,
  type SuggestionSpace,
  senseOf,
  settleRivals,
} from "./suggestion";

const LEVEL_1 = { id: "100", name: "Level 1" };
const LEVEL_2 = { id: "200", name: "Level 2" };

const aSource = (change: Partial<SuggestionSource> = {}): SuggestionSource => ({
  id: "1",
  vendor: "disruptive",
  kind: "device",
  externalId: "bpir0001",
  customId: null,
  name: null,
  type: "motion",
  labels: {},
  measures: ["motion"],
  heardOn: [],
  ...change,
});

const aPlace = (change: Partial<SuggestionSpace> = {}): SuggestionSpace => ({
  id: "10",
  kind: "room",
  name: "Quiet room",
  customIds: [],
  floor: LEVEL_1,
  above: ["Level 1", "Alder House", "Riverside"],
  senses: [],
  ...change,
});

const desk = (name: string, change: Partial<SuggestionSpace> = {}) => aPlace({ kind: "desk", name, ...change });
const deskSensor = (label: string, change: Partial<SuggestionSource> = {}) =>
  aSource({ type: "deskOccupancy", measures: ["deskOccupied"], labels: { desk: label }, ...change });

const best = (source: SuggestionSource, ...spaces: SuggestionSpace[]) => rankPlaces(source, spaces)[0];

describe("what speaks for a place", () => {
  test("the picture: a label close to the name, the gateway, and nobody else there", () => {
    const heardOn = [{ floorId: "100", gateway: "Connector 2", share: 1 }];
    const found = best(aSource({ labels: { room: "Quiet rm" }, heardOn }), aPlace());
    expect(found?.reasons.map(({ text, points }) => ({ text, points }))).toEqual([
      { text: "Label room is “Quiet rm”, close to “Quiet room”", points: 63 },
      { text: "Heard by gateway Connector 2, which serves Level 1", points: 24 },
      { text: "No other motion sensor there", points: 8 },
    ]);
    expect(found).toMatchObject({ confidence: 95, basis: "similar-name", space: { id: "10", floor: LEVEL_1 } });
  });

  test.each([
    ["the same custom id", aSource({ customId: "QR-1" }), aPlace({ customIds: ["qr-1"] }), 98, "custom-id"],
    ["the vendor's id as custom id", aSource({ externalId: "x9" }), aPlace({ customIds: ["X9"] }), 98, "custom-id"],
    [
      "a label that is the custom id",
      aSource({ labels: { code: "QR-1" } }),
      aPlace({ customIds: ["QR-1"] }),
      96,
      "custom-id",
    ],
    ["a label room with the name", aSource({ labels: { room: "Quiet room" } }), aPlace(), 96, "label"],
    ["any label with the name", aSource({ labels: { note: "Quiet room" } }), aPlace(), 84, "label"],
    ["its own name", aSource({ name: "Quiet room" }), aPlace(), 90, "name"],
    ["the name within its own", aSource({ name: "Quiet room air" }), aPlace(), 63, "similar-name"],
    ["a desk by its label", deskSensor("T05"), desk("T05"), 96, "label"],
  ] as const)("%s", (_, source, space, confidence, basis) => {
    expect(best(source, space)).toMatchObject({ confidence, basis });
  });

  test("a label that says the floor", () => {
    const source = aSource({ labels: { room: "Quiet rm", floor: "Level 1" } });
    expect(best(source, aPlace())?.confidence).toBe(81);
    expect(best(source, aPlace({ floor: LEVEL_2 }))?.confidence).toBe(41);
  });

  test("only the gateway: when one place on its floor has none of these", () => {
    const heardOn = [{ floorId: "100", gateway: "c2", share: 1 }];
    const cafe = aPlace({ id: "11", name: "Café" });
    const others = [aPlace({ id: "12", name: "Oak", senses: ["motion"] })];
    expect(best(aSource({ heardOn }), cafe, ...others)).toMatchObject({ confidence: 60, basis: "gateway" });
    expect(best(aSource({ heardOn }), cafe, aPlace({ id: "13", name: "Ash" }))).toBeUndefined();
  });
});

describe("what speaks against it", () => {
  test.each([
    ["another number", deskSensor("T06"), desk("T05")],
    ["another kind of place", deskSensor("Quiet room"), aPlace()],
    ["nothing in common", aSource({ labels: { room: "Oak" } }), aPlace()],
    ["nothing said at all", aSource(), aPlace()],
  ])("%s: no suggestion", (_, source, space) => {
    expect(best(source, space)).toBeUndefined();
  });

  test("a desk that has a desk sensor", () => {
    expect(best(deskSensor("T05"), desk("T05", { senses: ["desk"] }))?.confidence).toBe(43);
  });

  test("a second motion sensor in a room is fine", () => {
    expect(best(aSource({ labels: { room: "Quiet room" } }), aPlace({ senses: ["motion"] }))?.confidence).toBe(88);
  });

  test("the same name on two floors: neither is certain, and it says so", () => {
    const twins = [desk("T05", { id: "10" }), desk("T05", { id: "20", floor: LEVEL_2 })];
    const found = rankPlaces(deskSensor("T05"), twins);
    expect(found.map(({ confidence }) => confidence)).toEqual([66, 66]);
    expect(found[0]?.reasons.at(-1)).toMatchObject({ text: "“T05” is also on Level 2", points: -30 });
    const told = rankPlaces(deskSensor("T05", { labels: { desk: "T05", floor: "Level 2" } }), twins);
    expect(told[0]).toMatchObject({ confidence: 99, space: { id: "20" } });
  });
});

describe("several sources", () => {
  const candidate = (id: string, source: SuggestionSource, spaces: SuggestionSpace[]) => ({
    sourceId: id,
    sourceName: `Sensor ${id}`,
    ranked: rankPlaces(source, spaces),
  });

  test("never two certain ones for the same desk", () => {
    const spaces = [desk("T05")];
    const settled = settleRivals([
      candidate("8", deskSensor("T05"), spaces),
      candidate("7", deskSensor("T05"), spaces),
    ]);
    expect([settled.get("7")?.confidence, settled.get("8")?.confidence]).toEqual([96, 61]);
    expect(settled.get("8")?.reasons.at(-1)?.text).toBe("Sensor 7 fits better");
  });

  test("who loses gets its next place", () => {
    const spaces = [desk("Table 5", { id: "10" }), desk("Table 5a", { id: "11" })];
    const settled = settleRivals([
      candidate("7", deskSensor("Table 5"), spaces),
      candidate("8", deskSensor("Table 5"), spaces),
    ]);
    expect(settled.get("7")?.space.id).toBe("10");
    expect(settled.get("8")?.space.id).toBe("11");
  });

  test("other senses at a desk, and two motion sensors in a room, are no rivals", () => {
    const spaces = [desk("T05"), aPlace({ id: "30" })];
    const workspace = aSource({ vendor: "zoom", kind: "workspace", name: "T05", type: null, measures: [] });
    const settled = settleRivals([
      candidate("1", deskSensor("T05"), spaces),
      candidate("2", workspace, spaces),
      candidate("3", aSource({ labels: { room: "Quiet room" } }), spaces),
      candidate("4", aSource({ labels: { room: "Quiet room" } }), spaces),
    ]);
    expect([...settled.values()].every(({ confidence }) => confidence >= 90)).toBe(true);
    expect(settled.size).toBe(4);
  });

  test("the order in which they come does not matter", () => {
    const spaces = Array.from({ length: 9 }, (_, i) => desk(`T0${i}`, { id: String(10 + i) }));
    const all = Array.from({ length: 12 }, (_, i) => candidate(String(i + 1), deskSensor(`T0${i % 9}`), spaces));
    const sorted = (found: ReturnType<typeof settleRivals>) => [...found].sort(([a], [b]) => Number(a) - Number(b));
    expect(sorted(settleRivals(all))).toEqual(sorted(settleRivals([...all].reverse())));
  });
});

test.each<[Partial<SuggestionSource>, SourceSense, readonly string[]]>([
  [{ measures: [], type: "deskOccupancy" }, "desk", ["desk"]],
  [{ vendor: "zoom", kind: "workspace" }, "booking", ["desk"]],
  [{ vendor: "zoom", kind: "room" }, "room", ["room"]],
  [{ vendor: "zoom", kind: "location", type: "floor" }, "location", ["floor"]],
  [{ vendor: "zoom", kind: "location", type: null }, "location", ["site", "building", "floor"]],
  [{ vendor: "butlr", kind: "building", type: null }, "place", ["building"]],
  [{ vendor: "butlr", kind: "zone", measures: ["occupancy"] }, "count", ["room", "zone"]],
  [{ measures: ["co2"], type: null }, "air", ["room", "zone"]],
  [{ measures: ["signal"], type: "ccon" }, "other", ["floor", "building"]],
  [{ measures: ["touch"], type: "touch" }, "other", ["room", "zone"]],
])("%o is a %s", (change, sense, kinds) => {
  expect(senseOf(aSource(change))).toBe(sense);
  expect(fittingKinds(aSource(change))).toEqual(change.kind === "building" ? ["building"] : kinds);
});
