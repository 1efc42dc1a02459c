import { expect, test } from "vitest";
import { BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { english } from "@/lib/core/text";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { spaceDrawer } from "./drawn-space";
import { matchesOf, NO_WISH } from "./floor-filter";
import { type Sort, sortedRows, tableColumns, tableCsv, tableRows } from "./floor-table";
import { spaceJudge } from "./group-spaces";

const NOW = Date.parse("2026-11-17T10:00:00Z");
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const room = (name: string, people: number | null, change: Partial<SpaceSnapshot> = {}) =>
  aSpace({
    id: name,
    name,
    sources: [aSource({ id: name })],
    metrics: people === null ? {} : { occupancy: aValue(people, ago(1), { source: name }) },
    ...change,
  });
const drawn = (spaces: SpaceSnapshot[]) =>
  spaceDrawer(english)(spaceJudge()(spaces, NOW), {
    now: NOW,
    timeZone: "UTC",
    show: "occupancy",
    limitsOf: () => BUILT_IN_LIMITS,
    utilizationOf: () => null,
  });
const floor = drawn([
  room("Room 10", 3, { capacity: 12, tags: ["screen"] }),
  room("Room 9", 0, { capacity: null }),
  room("=Silent", null, { capacity: 4, metrics: { co2: aValue(1384, ago(300)) } }),
]);
const sorted = (sort: Sort, isDescending = false) =>
  sortedRows(tableRows(floor, NOW, english), sort, isDescending).map(({ drawn: { space } }) => space.name);

test("names as people count, and what is not known is last, either way", () => {
  expect(sorted("name")).toEqual(["=Silent", "Room 9", "Room 10"]);
  expect(sorted("people")).toEqual(["Room 9", "Room 10", "=Silent"]);
  expect(sorted("people", true)).toEqual(["Room 10", "Room 9", "=Silent"]);
  expect(sorted("capacity", true)).toEqual(["Room 10", "=Silent", "Room 9"]);
});

test("the file says what is shown: no zero for what is not known, no old air, no formula", () => {
  const columns = tableColumns("Occupancy", english);
  const lines = tableCsv(columns, tableRows(floor, NOW, english), english)
    .trimEnd()
    .split("\r\n");
  expect(lines[0]).toBe(
    '"Space","Kind","Type","Occupancy","People","Seats","CO₂, ppm","Temperature, °C","Humidity, %RH"',
  );
  expect(lines[1]).toBe('"Room 10","Room","","3 of 12 · since 09:59","3","12","","",""');
  expect(lines[3]).toBe(`"'=Silent","Room","","Waiting · for the first reading","","4","","",""`);
});

test("a wish is answered by what is known", () => {
  const asked = (wish: Partial<typeof NO_WISH>, only: string | null = null) =>
    floor.filter(matchesOf({ ...NO_WISH, ...wish }, only)).map(({ space }) => space.name);
  expect(asked({ seats: 4 })).toEqual(["Room 10", "=Silent"]); // nobody knows how many fit into Room 9
  expect(asked({ tags: ["screen"] })).toEqual(["Room 10"]);
  expect(asked({ find: true })).toEqual(["Room 9"]);
  expect(asked({}, "occupied")).toEqual(["Room 10"]);
  expect(asked({ kind: "desk" })).toEqual([]);
});
