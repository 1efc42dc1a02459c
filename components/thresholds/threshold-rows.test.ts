import { expect, test } from "vitest";
import type { SpaceKind } from "@/lib/core/space";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { Threshold } from "@/lib/core/threshold";
import { thresholdRows } from "./threshold-rows";

const space = (id: string, kind: SpaceKind, parentId: string | null): TreeSpace => ({
  id,
  kind,
  parentId,
  name: id,
  ownName: null,
  vendorName: id,
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
});
const spaces = [
  space("site", "site", null),
  space("house", "building", "site"),
  space("floor", "floor", "house"),
  space("birch", "room", "floor"),
  space("cedar", "room", "floor"),
];
const own = (spaceId: string | null, first: number): Threshold => ({
  spaceId,
  metric: "co2",
  limits: [first, 900, 1200, 1600],
});
const told = (thresholds: Threshold[], also: string | null = null) =>
  thresholdRows(spaces, thresholds, "co2", also).map(({ id, limits, isOwn, from, overrides }) => [
    id,
    limits[0],
    isOwn,
    from === null || from === "built-in" ? from : from.id,
    overrides,
  ]);

test("without a word everything is as built in, and rooms are not listed", () => {
  expect(told([])).toEqual([
    [null, 600, false, "built-in", 0],
    ["site", 600, false, "built-in", 0],
    ["house", 600, false, "built-in", 0],
    ["floor", 600, false, "built-in", 0],
  ]);
});

test("each says what counts, who said it, and how many inside it do otherwise", () => {
  expect(told([own(null, 500), own("house", 400), own("cedar", 300)])).toEqual([
    [null, 500, true, "built-in", 2],
    ["site", 500, false, null, 2],
    ["house", 400, true, null, 1],
    ["floor", 400, false, "house", 1],
    ["cedar", 300, true, "house", 0],
  ]);
});

test("other metrics are another matter, and a room that is being set is listed", () => {
  expect(told([{ ...own("house", 21), metric: "temperature" }], "birch").at(-1)).toEqual([
    "birch",
    600,
    false,
    "built-in",
    0,
  ]);
});
