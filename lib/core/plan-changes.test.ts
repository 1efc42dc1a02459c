import { expect, test } from "vitest";
import { EMPTY_PLAN, type FloorPlan, type Shape } from "./floor-plan";
import { planChanges } from "./plan-changes";

const NAMES: Record<string, string> = { "1": "Birch", "2": "Oak" };
const room: Shape = {
  id: "a",
  kind: "room",
  points: [
    [0.1, 0.1],
    [0.3, 0.1],
    [0.3, 0.3],
    [0.1, 0.3],
  ],
  spaceId: "1",
};
const moved: Shape = { ...room, points: room.points.map(([x, y]) => [x + 0.05, y - 0.02]) };
const wider: Shape = { ...room, points: room.points.map(([x, y]) => [x * 1.5, y]) };
const wall: Shape = {
  id: "w",
  kind: "wall",
  points: [
    [0, 0],
    [1, 0],
  ],
  spaceId: null,
};
const drawing = { id: "5", x: 0, y: 0, width: 1, height: 1, rotation: 0, opacity: 1 };
const plan = (shapes: Shape[], change: Partial<FloorPlan> = {}): FloorPlan => ({ ...EMPTY_PLAN, shapes, ...change });

test.each<[string, FloorPlan | null, FloorPlan, string[]]>([
  ["nothing", plan([room]), plan([room]), []],
  [
    "the same after rounding",
    plan([room]),
    plan([{ ...room, points: room.points.map(([x, y]) => [x + 1e-7, y]) }]),
    [],
  ],
  ["the first plan", null, plan([room, wall]), ["added: Room “Birch” added", "added: Wall added"]],
  ["a shape taken away", plan([room, wall]), plan([wall]), ["removed: Room “Birch” removed"]],
  ["moved", plan([room]), plan([moved]), ["moved: Room “Birch” moved"]],
  ["made wider", plan([room]), plan([wider]), ["reshaped: Room “Birch” has another outline"]],
  ["renamed", plan([room]), plan([{ ...room, edit: { name: "Beech" } }]), ["renamed: Room “Birch” renamed to “Beech”"]],
  [
    "bound to another space",
    plan([room]),
    plan([{ ...room, spaceId: "2" }]),
    ["renamed: Room “Birch” renamed to “Oak”"],
  ],
  [
    "named at last",
    plan([{ ...room, spaceId: null }]),
    plan([{ ...room, spaceId: null, edit: { name: "Ash" } }]),
    ["renamed: Room without a name renamed to “Ash”"],
  ],
  ["another capacity", plan([room]), plan([{ ...room, edit: { capacity: 6 } }]), ["changed: Room “Birch”: capacity 6"]],
  [
    "no capacity",
    plan([room]),
    plan([{ ...room, edit: { capacity: null } }]),
    ["changed: Room “Birch”: no capacity of its own"],
  ],
  ["another id", plan([room]), plan([{ ...room, edit: { customId: "R-1" } }]), ["changed: Room “Birch”: id R-1"]],
  ["another kind", plan([room]), plan([{ ...room, kind: "zone" }]), ["changed: Room “Birch” is a zone now"]],
  ["a drawing", plan([]), plan([], { drawing }), ["frame: A drawing placed under the plan"]],
  [
    "another drawing",
    plan([], { drawing }),
    plan([], { drawing: { ...drawing, id: "6" } }),
    ["frame: The drawing replaced"],
  ],
  [
    "the drawing turned",
    plan([], { drawing }),
    plan([], { drawing: { ...drawing, rotation: 90 } }),
    ["frame: The drawing placed differently"],
  ],
  ["the scale", plan([]), plan([], { widthM: 42.04 }), ["frame: The scale set: 42 m wide"]],
  [
    "two things at once",
    plan([room]),
    plan([{ ...moved, edit: { name: "Beech" } }]),
    ["renamed: Room “Birch” renamed to “Beech”", "moved: Room “Beech” moved"],
  ],
])("%s", (_, before, after, expected) => {
  const changes = planChanges(before, after, (id) => NAMES[id] ?? null);
  expect(changes.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(expected);
});
