import { expect, test } from "vitest";
import { proposePlaces } from "./discovery";
import type { Source } from "./source";

let nr = 0;
const aSource = (change: Partial<Source>): Source => ({
  ...{ id: String(++nr), vendor: "disruptive", kind: "device", externalId: `x${nr}`, name: null, space: null },
  ...{ assignment: null, ignoredAt: null, firstSeenAt: "2026-11-21T10:00:00.000Z", lastReadingAt: null },
  ...{ values: {}, facts: {}, troubles: [] },
  ...change,
});
const location = (externalId: string, type: string, parent: string | null, change: Partial<Source> = {}) =>
  aSource({
    ...{ vendor: "zoom", kind: "location", externalId, name: `Name ${externalId}` },
    facts: { type, ...(parent ? { parent: { kind: "location", externalId: parent } } : {}) },
    ...change,
  });
const suggested = (confidence: number): NonNullable<Source["waiting"]> => ({
  suggestion: {
    space: { id: "77", name: "There", kind: "room", floor: null },
    ...{ confidence, basis: "label", reasons: [], rivalKey: null },
  },
  sparkline: null,
  events: { count: 0, isMore: false, since: null },
});

test("Zoom's locations become a tree, parents first, under what is mapped", () => {
  const mapped = location("site", "campus", null, { space: { id: "5", name: "Oslo", floor: null } });
  const floor = location("f1", "floor", "b");
  const building = location("b", "building", "site");
  const found = proposePlaces([floor, building, location("?", "planet", null)], [mapped], []);
  expect(found.map(({ kind, parentKey, parentId }) => [kind, parentKey, parentId])).toEqual([
    ["building", null, "5"],
    ["floor", `source-${building.id}`, null],
  ]);
});

test("rooms by their names, unless there is a place that fits", () => {
  const room = { vendor: "zoom", kind: "room", name: "Oak" } as const;
  const found = proposePlaces([aSource(room), aSource({ ...room, waiting: suggested(92) })], [], []);
  expect(found.map(({ kind, name, from }) => [kind, name, from])).toEqual([["room", "Oak", "Zoom Room"]]);
});

test("devices with the same label share one place, on the floor their labels say", () => {
  const facts = { "label:room": "Quiet rm", "label:floor": "Level 1" };
  const sources = [aSource({ facts }), aSource({ facts: { ...facts, "label:room": "quiet room" } }), aSource({})];
  const [found, ...others] = proposePlaces(sources, [], [{ id: "3", name: "level 1" }]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ kind: "room", name: "Quiet rm", parentId: "3", from: "label room of 2 sources" });
  expect(found?.sourceIds).toHaveLength(2);
});

test("a floor name that two floors have says nothing", () => {
  const facts = { "label:desk": "T05", "label:floor": "Level 1" };
  const floors = ["3", "4"].map((id) => ({ id, name: "Level 1" }));
  expect(proposePlaces([aSource({ facts })], [], floors)[0]).toMatchObject({ kind: "desk", parentId: null });
});
