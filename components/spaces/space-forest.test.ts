import { describe, expect, test } from "vitest";
import type { TreeSpace } from "@/lib/core/space-tree";
import {
  firstExpanded,
  growForest,
  mayMoveInto,
  outermost,
  placeWords,
  possibleParents,
  ROOT,
  search,
  withInner,
} from "./space-forest";

const space = (id: string, kind: TreeSpace["kind"], parentId: string | null, name: string, rest = {}): TreeSpace => ({
  id,
  kind,
  parentId,
  name,
  ownName: name,
  vendorName: null,
  customId: null,
  vendorCustomId: null,
  capacity: null,
  effectiveCapacity: null,
  typeId: null,
  tags: [],
  timeZone: null,
  workingHours: null,
  hoursFrom: null,
  holidays: null,
  sortOrder: 0,
  sources: 0,
  archivedAt: null,
  ...rest,
});

const forest = growForest([
  space("9", "desk", "4", "Desk 10"),
  space("8", "desk", "4", "Desk 2", { tags: ["window"] }),
  space("7", "room", "4", "Fjord", { customId: "r-7" }),
  space("5", "floor", "2", "2nd Floor", { sortOrder: 2 }),
  space("4", "floor", "2", "Ground", { sortOrder: 1 }),
  space("2", "building", "1", "House"),
  space("1", "site", null, "Oslo"),
  space("6", "site", null, "Bergen"),
  space("10", "desk", "7", "Desk 1"),
]);

test("siblings stand by kind, set order and number, whatever order they came in", () => {
  expect(forest.children.get(ROOT)).toEqual(["6", "1"]);
  expect(forest.children.get("2")).toEqual(["4", "5"]);
  expect(forest.children.get("4")).toEqual(["7", "8", "9"]);
});

test("the way to a space, and all inside it", () => {
  expect(placeWords(forest, "10")).toBe("Oslo / House / Ground / Fjord");
  expect(placeWords(forest, "1")).toBe("");
  expect(withInner(forest, "4").map(({ id }) => id)).toEqual(["4", "7", "10", "8", "9"]);
});

describe("moving", () => {
  test.each<[string, string[], string, boolean]>([
    ["a desk into a room", ["8"], "7", true],
    ["desks and a room to another floor", ["7", "8"], "5", true],
    ["a room into a room", ["7"], "7", false],
    ["a room into a building", ["7"], "2", false],
    ["to where it stands", ["8"], "4", false],
    ["one of two is there already", ["8", "10"], "4", true],
    ["a building to another site", ["2"], "6", true],
    ["nothing", [], "4", false],
  ])("%s: %j into %s: %s", (_, ids, target, may) => expect(mayMoveInto(forest, ids, target)).toBe(may));

  test("what is inside goes along without being asked", () => {
    expect(outermost(forest, ["10", "7", "8"])).toEqual(["7", "8"]);
  });

  test("where a room may stand", () => {
    expect(possibleParents(forest, "room").map(({ words }) => words)).toEqual([
      "Oslo / House / 2nd Floor",
      "Oslo / House / Ground",
    ]);
  });
});

test.each([
  ["fjord", ["1", "2", "4"], 1],
  ["R-7", ["1", "2", "4"], 1],
  ["desk window", ["1", "2", "4"], 1],
  ["desk", ["1", "2", "4", "7"], 3],
  ["nowhere", [], 0],
])("looking for %j opens the way to every match", (query, expanded, matches) => {
  const found = search(forest, query);
  expect(found.matches).toBe(matches);
  expect([...found.expanded].sort()).toEqual(expanded);
});

test("a small house is open down to its rooms", () => {
  expect(firstExpanded(forest).sort()).toEqual(["1", "2", "4", "5", "6"]);
});
