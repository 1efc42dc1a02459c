import { expect, test } from "vitest";
import { createPlaces } from "./places";
import type { SpaceKind } from "./space";
import type { TreeSpace } from "./space-tree";

const space = (id: string, kind: SpaceKind, name: string, parentId: string | null, sortOrder = 0): TreeSpace => ({
  ...{ id, kind, name, parentId, sortOrder, ownName: name, vendorName: null, customId: null, vendorCustomId: null },
  ...{ capacity: null, effectiveCapacity: null, typeId: null, tags: [], timeZone: null, workingHours: null },
  ...{ hoursFrom: null, holidays: null, sources: 0, archivedAt: null },
});

const places = createPlaces([
  space("7", "desk", "T05", "6"),
  space("1", "site", "Riverside", null),
  space("2", "building", "Alder House", "1"),
  space("4", "floor", "Level 2", "2", 2),
  space("3", "floor", "Level 1", "2", 1),
  space("5", "room", "Quiet room", "3"),
  space("6", "zone", "South desks", "4"),
  space("8", "desk", "T05", "3"),
]);

test("knows floors in their order, what is on them, and what a place is in", () => {
  expect(places.floors.map(({ name }) => name)).toEqual(["Level 1", "Level 2"]);
  expect(places.floorOf("7")?.name).toBe("Level 2");
  expect(places.floorOf("2")).toBeNull();
  expect(places.above("7")).toBe("South desks · Level 2 · Alder House · Riverside");
  expect(places.onFloor("4").map(({ id }) => id)).toEqual(["6", "7"]);
});

test.each([
  ["quiet", ["5"]],
  ["t5", ["7", "8"]],
  ["t05 level 2", ["7"]],
  ["desks", ["6", "7"]],
  ["zzz", []],
  ["", []],
])("finds %s", (words, ids) => {
  expect(
    places
      .find(words, 9)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ids);
});
