import { expect, test } from "vitest";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { floorFigures } from "./floor-figures";
import { countStates, groupSpaces, judge } from "./group-spaces";

const NOW = Date.parse("2026-11-16T09:30:00Z");

function space(
  id: string,
  kind: SpaceSnapshot["kind"],
  people: number | null,
  { ageMinutes = 0, parentId = "f", sensor = true } = {},
): SpaceSnapshot {
  const at = new Date(NOW - ageMinutes * 60_000).toISOString();
  const source = aSource({ id: `s${id}`, lastReadingAt: at });
  return aSpace({
    id,
    kind,
    parentId,
    name: id,
    capacity: 4,
    metrics: people === null ? {} : { occupancy: aValue(people, at, { source: source.id }) },
    sources: sensor ? [source] : [],
  });
}

const floor = [
  space("free", "room", 0),
  space("used", "room", 3),
  space("over", "room", 9),
  space("silent", "room", 2, { ageMinutes: 30 }),
  space("bare", "room", null, { sensor: false }),
  space("zone", "zone", 2),
  space("corner", "zone", 1, { parentId: "used" }),
  space("d1", "desk", 1, { parentId: "zone" }),
  space("d2", "desk", 0, { parentId: "zone" }),
  space("f", "floor", 40),
];

test("what needs somebody comes first, desks stand with their zone, the floor is no card", () => {
  const groups = groupSpaces(judge(floor, NOW));
  const names = (all: readonly { space: SpaceSnapshot }[]) => all.map((one) => one.space.id);
  expect(names(groups.attention)).toEqual(["over", "silent"]);
  expect(names(groups.rooms)).toEqual(["free", "used", "bare"]);
  expect(names(groups.zones)).toEqual(["zone", "corner"]);
  expect(groups.desks.map((g) => [g.parent?.id, names(g.desks)])).toEqual([["zone", ["d1", "d2"]]]);
  expect(countStates(judge(floor, NOW)).get("stale")).toBe(1);
});

test("people are counted once and silent rooms are neither people nor free", () => {
  const [people, rooms, desks, attention] = floorFigures(judge(floor, NOW), NOW);
  expect(people).toMatchObject({
    value: 3 + 9 + 2,
    explanation: expect.stringContaining("1 space has no fresh count"),
  });
  expect(rooms).toMatchObject({ value: 1, words: "of 5 rooms free" });
  expect(desks).toMatchObject({ value: 1, words: "of 2 desks free" });
  expect(attention).toMatchObject({ value: 2 });
});

test("a floor that says nothing has no number, not zero", () => {
  const [people, rooms] = floorFigures(judge([space("a", "room", null)], NOW), NOW);
  expect([people?.value, rooms?.value]).toEqual([null, null]);
});
