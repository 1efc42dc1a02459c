import { describe, expect, test } from "vitest";
import type { ImportWorld, KnownSource, PlannedRow } from "./import-plan";
import { type KnownSpace, wayOf } from "./import-tree";
import { planImport } from "./plan-import";
import { readSheet } from "./read-sheet";
import { rowWish } from "./row-wish";

const space = (id: number, kind: KnownSpace["kind"], parentId: number | null, name: string, more = {}): KnownSpace => ({
  ...{ id, kind, parentId, name, customId: null, typeId: null, capacity: null, tags: [], timeZone: null },
  ...more,
});

const OSLO: readonly KnownSpace[] = [
  space(1, "site", null, "Oslo", { timeZone: "Europe/Oslo" }),
  space(2, "building", 1, "K12"),
  space(3, "floor", 2, "2"),
  space(4, "room", 3, "Fjord", { capacity: 8, customId: "F-1", tags: ["quiet"], typeId: 90 }),
  space(5, "desk", 4, "D1"),
  space(6, "room", 3, "Vik"),
  space(7, "room", 3, "Twin"),
  space(8, "room", 3, "Twin"),
  space(9, "floor", 2, "3"),
];
const source = (id: number, externalId: string, more: Partial<KnownSource> = {}): KnownSource => ({
  ...{ id, vendor: "disruptive", kind: "device", externalId, customId: null, spaceId: null, spaceName: null },
  ...more,
});
const WORLD: ImportWorld = {
  spaces: OSLO,
  types: [
    { id: 90, name: "Meeting room", kind: "room" },
    { id: 91, name: "Hot desk", kind: "desk" },
  ],
  sources: [
    source(50, "bh1"),
    source(51, "bh2", { spaceId: 6, spaceName: "Vik", customId: "C2" }),
    source(52, "same", { vendor: "zoom", kind: "workspace" }),
    source(53, "same", { vendor: "zoom", kind: "room" }),
  ],
  mayCreateSites: true,
};

const plan = (text: string, world: Partial<ImportWorld> = {}) => {
  const lines = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return planImport(readSheet(lines).rows.map(rowWish), { ...WORLD, ...world });
};
const short = ({ outcome, node, changes, problems, source }: PlannedRow) =>
  [
    outcome,
    node &&
      wayOf(node)
        .map(({ name }) => name)
        .join("/"),
    ...changes.map(({ column, before, after }) => `${column}: ${before} → ${after}`),
    ...(source ? [`source ${source.id}`] : []),
    ...problems.map(({ column, message }) => `${column}! ${message}`),
  ]
    .filter((part) => part !== null)
    .join(" · ");
const outcomes = (text: string, world?: Partial<ImportWorld>) => plan(text, world).rows.map(short);

describe("which space a row is about", () => {
  test("by its way, whatever the case of the letters", () => {
    expect(outcomes("Site|Building|Floor|Room|Capacity\noslo|k12|2|FJORD|8")).toEqual(["unchanged · Oslo/K12/2/Fjord"]);
  });
  test("by a path, the kind from where it stands", () => {
    expect(outcomes("Path|Kind|Capacity\nOslo > K12 > 2 > Vik||4\nOslo / K12 / 2 / Bay|zone|")).toEqual([
      "update · Oslo/K12/2/Vik · capacity: null → 4",
      "create · Oslo/K12/2/Bay",
    ]);
  });
  test("by its id: then the way says where it stands and what it is called from now on", () => {
    expect(outcomes("Space id|Site|Building|Floor|Room\n4|Oslo|K12|2|Fjell\n6|Oslo|K12|3|Vik\n5||||")).toEqual([
      "update · Oslo/K12/2/Fjell · name: Fjord → Fjell",
      "update · Oslo/K12/3/Vik · floor: 2 → 3",
      "unchanged · Oslo/K12/2/Fjell/D1",
    ]);
  });
  test("by its custom id, within its site", () => {
    expect(outcomes("Custom id|Name|Capacity\nF-1||9\nnobody||1")).toEqual([
      "update · Oslo/K12/2/Fjord · capacity: 8 → 9",
      'problem · customId! No space has the custom id "nobody".',
    ]);
  });
  test("a name beside the way: what is below it, or its new name", () => {
    expect(outcomes("Site|Building|Floor|Room|Name\nOslo|K12|2||New\nOslo|K12|2|Vik|Voe")).toEqual([
      "create · Oslo/K12/2/New",
      "update · Oslo/K12/2/Voe · name: Vik → Voe",
    ]);
  });
  test("one of several of the same name needs the id", () => {
    expect(outcomes("Space id|Site|Building|Floor|Room|Capacity\n|Oslo|K12|2|Twin|1\n7|Oslo|K12|2|Twin|1")).toEqual([
      'problem · room! There are 2 rooms called "Twin" here. Give the Space id.',
      "update · Oslo/K12/2/Twin · capacity: null → 1",
    ]);
  });
  test("the only site and building need not be named", () => {
    expect(outcomes("Floor|Desk\n2|D9")).toEqual(["create · Oslo/K12/2/D9"]);
    const two = { spaces: [...OSLO, space(20, "site", null, "Bergen")] };
    expect(outcomes("Floor|Desk\n2|D9", two)).toEqual(['problem · site! Site of the floor "2" is missing.']);
  });
  test("a way with a step left out is no way", () => {
    expect(outcomes("Site|Building|Floor|Room\nOslo|K12||Vik")).toEqual([
      'problem · floor! Floor of the room "Vik" is missing.',
    ]);
  });
});

describe("what is made", () => {
  test("parents once, whatever the order of the rows", () => {
    const { made, rows } = plan("Site|Building|Floor|Room|Desk|Capacity\nA|B|1|R|D1|1\nA|B|1|R|D2|1\nA|B|1|R||6");
    expect(made.map(({ kind, name, capacity, row }) => [kind, name, capacity, row])).toEqual([
      ["site", "A", null, null],
      ["building", "B", null, null],
      ["floor", "1", null, null],
      ["room", "R", 6, 4],
      ["desk", "D1", 1, 2],
      ["desk", "D2", 1, 3],
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["create", "create", "create"]);
  });
  test("nothing for a row with a problem", () => {
    const { made } = plan("Site|Building|Floor|Room|Type|Capacity\nA|B|1|R|No such|\nA|B|2|R||many");
    expect(made).toEqual([]);
  });
  test("a renamed room is still found by its former name", () => {
    expect(
      outcomes(
        "Space id|Site|Building|Floor|Room|Desk\n4|Oslo|K12|2|Fjell|\n5|Oslo|K12|2|Fjord|D1\n|Oslo|K12|2|Fjord|D2",
      ),
    ).toEqual([
      "update · Oslo/K12/2/Fjell · name: Fjord → Fjell",
      "unchanged · Oslo/K12/2/Fjell/D1",
      "create · Oslo/K12/2/Fjell/D2",
    ]);
  });
});

describe("values", () => {
  test("an empty cell leaves a value, a dash takes it away", () => {
    expect(outcomes("Space id|Capacity|Type|Tags\n4|||\n")).toEqual(["unchanged · Oslo/K12/2/Fjord"]);
    expect(outcomes("Space id|Capacity|Type|Tags\n4|-|–|-")).toEqual([
      "update · Oslo/K12/2/Fjord · type: Meeting room → null · capacity: 8 → null · tags: quiet → null",
    ]);
  });
  test.each([
    ["Capacity", "many", 'capacity! Capacity is a whole number from 0 to 100000, not "many".'],
    ["Capacity", "-3", 'capacity! Capacity is a whole number from 0 to 100000, not "-3".'],
    ["Capacity", "2.5", 'capacity! Capacity is a whole number from 0 to 100000, not "2.5".'],
    ["Type", "Focus", 'type! There is no type "Focus". There are: Meeting room.'],
    ["Type", "hot desk", 'type! "Hot desk" is a type for a desk, and this is a room.'],
    ["Time zone", "Europe/Oslo", "timeZone! Only sites have a time zone, and this is a room."],
    ["Time zone", "Mars/Dome", 'timeZone! "Mars/Dome" is no time zone. It is written like Europe/Oslo.'],
    ["Custom id", "x".repeat(201), "customId! Custom id is longer than 200 characters."],
    ["Custom id", "F-1", 'customId! The custom id "F-1" is that of the room "Fjord".'],
    ["Kind", "planet", 'kind! "planet" is no kind of space: site, building, floor, room, zone or desk.'],
  ])("%s %s is a problem", (column, cell, problem) => {
    expect(outcomes(`Space id|${column}\n6|${cell}`)).toEqual([`problem · ${problem}`]);
  });
  test.each(["8", "8.0", " 8 "])("capacity %j is eight", (cell) => {
    expect(outcomes(`Space id|Capacity\n4|${cell}`)).toEqual(["unchanged · Oslo/K12/2/Fjord"]);
  });
});

describe("rows that meet", () => {
  test("the same space twice is a problem, unless the second adds a source", () => {
    const head = "Site|Building|Floor|Room|Capacity|Source vendor|Source id";
    expect(
      outcomes(`${head}\nOslo|K12|2|Vik|4|DT|bh1\nOslo|K12|2|Vik|4||\nOslo|K12|2|Vik||DT|C2\nOslo|K12|2|Vik|5||`),
    ).toEqual([
      "update · Oslo/K12/2/Vik · capacity: null → 4 · source 50",
      "problem · null! Row 2 is about the same space.",
      "unchanged · Oslo/K12/2/Vik",
      "problem · capacity! Row 2 is about the same space and says something else.",
    ]);
  });
  test("two spaces cannot get one name in one place", () => {
    expect(outcomes("Space id|Name\n4|Vik")).toEqual(['problem · room! There is already a room called "Vik" there.']);
  });
});

describe("sources", () => {
  const head = "Space id|Source vendor|Source kind|Source id";
  test.each([
    ["4|Disruptive Technologies||bh2", "update · Oslo/K12/2/Fjord · source 51"],
    ["6|dt||bh2", "unchanged · Oslo/K12/2/Vik"],
    ["4|zoom|room|same", "update · Oslo/K12/2/Fjord · source 53"],
    [
      "4|zoom||same",
      'problem · sourceKind! Several sources have the id "same": workspace, room. Give the Source kind.',
    ],
    [
      "4|dt||gone",
      'problem · sourceId! No source of disruptive with the id "gone" has sent anything to your sites yet.',
    ],
    ["4|acme||x", 'problem · sourceVendor! "acme" is no vendor: Butlr, Disruptive or Zoom.'],
    ["4|||bh1", "problem · sourceVendor! Source vendor is missing: Butlr, Disruptive or Zoom."],
  ])("%s", (row, outcome) => {
    expect(outcomes(`${head}\n${row}`)).toEqual([outcome]);
  });
  test("one source goes into one space", () => {
    expect(outcomes(`${head}\n4|dt||bh1\n6|dt||bh1`)[1]).toBe(
      'problem · sourceId! Row 2 already puts this source into "Fjord".',
    );
  });
});

test("who is not of every site makes no site, and learns nothing of the others", () => {
  const mine = { mayCreateSites: false };
  expect(outcomes("Site|Building|Floor|Room\nBergen|B|1|R", mine)).toEqual([
    'problem · site! "Bergen" is not one of your sites.',
  ]);
  expect(outcomes("Space id|Capacity\n999|1", mine)).toEqual([
    "problem · spaceId! There is no space 999 in your sites.",
  ]);
});

test.each(["constructor", "__proto__", "toString"])(
  "a space, header, type and source called %s is nothing special",
  (word) => {
    expect(outcomes(`Site|${word}|Type\n${word}|x|`)).toEqual([`create · ${word}`]);
    expect(outcomes(`Space id|Type\n4|${word}`)[0]).toContain(`There is no type "${word}"`);
    expect(outcomes(`Space id|Source vendor|Source id\n4|${word}|${word}`)[0]).toContain("is no vendor");
  },
);
