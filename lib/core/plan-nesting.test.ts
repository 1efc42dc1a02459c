import { expect, test } from "vitest";
import type { Point, Shape } from "./floor-plan";
import { holderOf, inOrderOfMaking } from "./plan-nesting";
import { areaOf, contains, middleOf } from "./plan-polygon";

const box = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
const shape = (id: string, kind: Shape["kind"], points: Point[]): Shape => ({ id, kind, points, spaceId: null });

const L: Point[] = [
  [0, 0],
  [1, 0],
  [1, 0.2],
  [0.2, 0.2],
  [0.2, 1],
  [0, 1],
];

test("areas and middles, whichever way the corners go", () => {
  expect(areaOf(box(0.1, 0.1, 0.2, 0.5))).toBeCloseTo(0.1);
  expect(areaOf(box(0.1, 0.1, 0.2, 0.5).reverse())).toBeCloseTo(0.1);
  const [x, y] = middleOf(box(0.1, 0.1, 0.2, 0.5));
  expect([x, y]).toEqual([expect.closeTo(0.2), expect.closeTo(0.35)]);
  expect(middleOf([[0.5, 0.5]])).toEqual([0.5, 0.5]);
});

test("the corner an L leaves out is not inside", () => {
  expect(contains(L, [0.1, 0.9])).toBe(true);
  expect(contains(L, [0.9, 0.9])).toBe(false);
});

test("a desk stands in the zone around it, a zone in its room, a room on the floor", () => {
  const big = shape("big", "room", box(0, 0, 1, 1));
  const room = shape("room", "room", box(0, 0, 0.5, 0.5));
  const zone = shape("zone", "zone", box(0.1, 0.1, 0.2, 0.2));
  const desk = shape("desk", "desk", box(0.15, 0.15, 0.02, 0.02));
  const all = [desk, big, zone, room];
  expect(holderOf(desk, all)?.id).toBe("zone");
  expect(holderOf(zone, all)?.id).toBe("room");
  expect(holderOf(room, all)).toBeNull();
  expect(holderOf(shape("far", "desk", box(2, 2, 0.1, 0.1)), all)).toBeNull();
  expect(inOrderOfMaking(all).map(({ id }) => id)).toEqual(["big", "room", "zone", "desk"]);
});
