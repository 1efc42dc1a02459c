import { expect, test } from "vitest";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { english } from "@/lib/core/text";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { floorFigures } from "./floor-figures";
import { floorPills } from "./floor-pills";
import { groupSpaces, spaceJudge } from "./group-spaces";

const judge = (spaces: readonly SpaceSnapshot[], now: number) => spaceJudge()(spaces, now);
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
});

test("people are counted once and silent rooms are neither people nor free", () => {
  const [people, rooms, desks, attention] = floorFigures(judge(floor, NOW), english);
  expect(people).toMatchObject({
    value: 3 + 9 + 2,
    explanation: expect.stringContaining("1 space has no fresh count"),
  });
  expect(rooms).toMatchObject({ value: 1, words: "of 5 rooms free" });
  expect(desks).toMatchObject({ value: 1, words: "of 2 desks free" });
  expect(attention).toMatchObject({ value: 2 });
});

test("a floor that says nothing has no number, not zero", () => {
  const [people, rooms] = floorFigures(judge([space("a", "room", null)], NOW), english);
  expect([people?.value, rooms?.value]).toEqual([null, null]);
});

const booked = (minutes: number) => ({
  startsAt: new Date(NOW - minutes * 60_000).toISOString(),
  endsAt: new Date(NOW + 3_600_000).toISOString(),
  checkedInAt: null,
  checkedOutAt: null,
});
const freeForHours = {
  occupancy: aValue(0, new Date(NOW).toISOString(), { since: new Date(NOW - 9_000_000).toISOString() }),
};

test("booked and unused spaces, and grave troubles, are told apart from what is free", () => {
  const alert = { source: "9", code: "c", phase: "raised", text: "", since: new Date(NOW).toISOString() } as const;
  const judged = judge(
    [
      aSpace({ id: "held", metrics: freeForHours, bookings: [booked(-5)] }),
      aSpace({ id: "ghost", metrics: freeForHours, bookings: [booked(20)] }),
      aSpace({ id: "wet", metrics: freeForHours, alerts: [{ ...alert, severity: "critical" }] }),
      aSpace({ id: "low", metrics: freeForHours, alerts: [{ ...alert, severity: "minor" }] }),
      aSpace({ id: "moved", metrics: { motion: aValue(1, new Date(NOW).toISOString()) } }),
    ],
    NOW,
  );
  expect(judged.map(({ verdict }) => verdict.state)).toEqual(["held", "ghost", "free", "free", "occupied"]);
  expect(groupSpaces(judged).attention.map(({ space }) => space.id)).toEqual(["ghost", "wet"]);
  const [people, rooms] = floorFigures(judged, english);
  expect(people).toMatchObject({ value: 0, explanation: expect.stringContaining("1 space is in use without a count") });
  expect(rooms).toMatchObject({ value: 2, words: "of 5 rooms free" });
  const pills = floorPills(judged, { state: null, group: null }, english);
  expect(pills.map(({ label, count }) => `${label} ${count}`)).toEqual([
    "All 5",
    "Free 2",
    "Booked 1",
    "In use 1",
    "Attention 2",
    "Zones 0",
  ]);
});
