import { describe, expect, test } from "vitest";
import { EMPTY_PLAN, type FloorPlan, type Point, type Shape } from "./floor-plan";
import { type PlanSpace, planIssues } from "./plan-checks";

const box = (x: number, y: number, width = 0.2, height = 0.2): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
const shape = (id: string, change: Partial<Shape> = {}): Shape => ({
  id,
  kind: "room",
  points: box(0.1, 0.1),
  spaceId: null,
  edit: { name: `Room ${id}`, capacity: 4 },
  ...change,
});
const bound = (id: string, spaceId: string, change: Partial<Shape> = {}): Shape => {
  const { edit: _, ...rest } = shape(id, { spaceId, ...change });
  return rest;
};
const plan = (...shapes: Shape[]): FloorPlan => ({ ...EMPTY_PLAN, shapes });
const space = (id: string, change: Partial<PlanSpace> = {}): PlanSpace => ({
  id,
  kind: "room",
  name: `Space ${id}`,
  capacity: 8,
  sources: 1,
  ...change,
});
const found = (shapes: Shape[], spaces: PlanSpace[] = []) =>
  planIssues(plan(...shapes), spaces)
    .filter(({ code }) => code !== "no-sensor" || spaces.length > 0)
    .map(({ code, shapeIds }) => `${code} ${shapeIds.join("+")}`.trim());

describe("what should be looked at", () => {
  test.each<[string, Shape[], PlanSpace[], string[]]>([
    ["nothing, when all is well", [bound("a", "1")], [space("1")], []],
    ["an empty plan of an empty floor", [], [], []],
    ["rooms that overlap", [shape("a"), shape("b", { points: box(0.2, 0.2) })], [], ["overlap a+b"]],
    ["rooms that lie on each other", [shape("a"), shape("b")], [], ["overlap a+b"]],
    ["a room inside another", [shape("a", { points: box(0, 0, 0.9, 0.9) }), shape("b")], [], ["overlap a+b"]],
    ["rooms that share a wall", [shape("a"), shape("b", { points: box(0.3, 0.1) })], [], []],
    ["rooms drawn a little over each other", [shape("a"), shape("b", { points: box(0.298, 0.1) })], [], []],
    [
      "boxes that touch, shapes that do not",
      [
        shape("a", {
          points: [
            [0, 0],
            [0.5, 0],
            [0, 0.5],
          ],
        }),
        shape("b", {
          points: [
            [0.5, 0.5],
            [0.5, 0.1],
            [0.1, 0.5],
          ],
        }),
      ],
      [],
      [],
    ],
    [
      "a desk and a zone inside a room",
      [shape("a", { points: box(0, 0, 0.9, 0.9) }), shape("d", { kind: "desk" }), shape("z", { kind: "zone" })],
      [],
      [],
    ],
    ["desks on each other", [shape("a", { kind: "desk" }), shape("b", { kind: "desk" })], [], ["overlap a+b"]],
    ["outside the frame", [shape("a", { points: box(0.9, 0.1) })], [], ["outside a"]],
    ["a hair outside", [shape("a", { points: box(0.804, 0.1) })], [], []],
    ["a wall is no space", [shape("w", { kind: "wall", points: box(5, 5) })], [], []],
    [
      "a line is no room",
      [
        shape("a", {
          points: [
            [0, 0],
            [1, 1],
          ],
        }),
      ],
      [],
      ["no-area a"],
    ],
    [
      "a room folded flat",
      [
        shape("a", {
          points: [
            [0, 0],
            [1, 1],
            [0.5, 0.5],
          ],
        }),
      ],
      [],
      ["no-area a"],
    ],
    ["a space that is not on the plan", [], [space("1")], ["not-on-plan"]],
    [
      "two outlines for one space",
      [bound("a", "1"), bound("b", "1", { points: box(0.5, 0.5) })],
      [space("1")],
      ["two-shapes a+b"],
    ],
    ["no name", [shape("a", { edit: { capacity: 3 } })], [], ["no-space a"]],
    ["a space that is archived", [bound("a", "9")], [], ["gone a"]],
    ["no capacity", [bound("a", "1")], [space("1", { capacity: null })], ["no-capacity a"]],
    [
      "a capacity taken away",
      [shape("a", { spaceId: "1", edit: { capacity: null } })],
      [space("1")],
      ["no-capacity a"],
    ],
    ["no capacity, but a type", [shape("a", { edit: { name: "A", typeId: "1" } })], [], []],
    ["a desk needs none", [bound("a", "1", { kind: "desk" })], [space("1", { kind: "desk", capacity: null })], []],
    ["no sensor", [bound("a", "1")], [space("1", { sources: 0 })], ["no-sensor a"]],
    [
      "a new room called like a known one",
      [bound("a", "1"), shape("b", { edit: { name: "space 1", capacity: 1 }, points: box(0.5, 0.5) })],
      [space("1")],
      ["same-name a+b", "no-sensor b"],
    ],
    [
      "desks called alike in different rooms",
      [
        shape("a", { points: box(0, 0) }),
        shape("b", { points: box(0.5, 0.5) }),
        shape("d", { kind: "desk", points: box(0.05, 0.05, 0.02, 0.02), edit: { name: "Desk 1" } }),
        shape("e", { kind: "desk", points: box(0.55, 0.55, 0.02, 0.02), edit: { name: "Desk 1" } }),
      ],
      [],
      [],
    ],
  ])("%s", (_, shapes, spaces, expected) => {
    expect(found(shapes, spaces)).toEqual(expected);
  });

  test("errors come first, and every issue is a sentence about something", () => {
    const issues = planIssues(
      plan(bound("a", "1"), bound("b", "1"), shape("c", { edit: { name: "C" }, points: box(0.95, 0.5) })),
      [space("1", { capacity: null, sources: 0 }), space("2", { name: "Vik" })],
    );
    expect(issues.map(({ level }) => level)).toEqual([...issues.map(({ level }) => level)].sort(byLevel));
    expect(issues.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "“Space 1” has 2 outlines; it can have one",
        "Room “C” reaches outside the plan",
        "“Vik” is not on the plan",
        "Room “C” has no capacity",
        "Room “Space 1” has no sensor: it will read “Not monitored”",
      ]),
    );
  });
});

const LEVELS = ["error", "warning", "note"];
const byLevel = (a: string, b: string) => LEVELS.indexOf(a) - LEVELS.indexOf(b);
