import { expect, test } from "vitest";
import type { Shape } from "../floor-plan";
import type { Frame, XY } from "./frame";
import { snapMove, snapPoint, snapTargets } from "./snapping";

const frame: Frame = { width: 1600, height: 1000, perMetre: 100 };
const triangle: Shape = {
  id: "a",
  kind: "room",
  points: [
    [0.25, 0.1],
    [0.5, 0.1],
    [0.25, 0.5],
  ],
  spaceId: null,
};
const targets = snapTargets(frame, [triangle]); // corners 400,100 · 800,100 · 400,500
const options = { reach: 8, grid: 25 };

test.each<[string, XY, XY, number]>([
  ["a corner comes first", [404, 104], [400, 100], 0],
  ["an edge lines up, the other axis goes to the grid", [403, 711], [400, 700], 1],
  ["the middle of a shape lines up", [597, 711], [600, 700], 1],
  ["both axes line up", [797, 495], [800, 500], 2],
  ["a slanted edge holds the point", [702, 204], [699, 201], 0],
  ["nothing near: the grid", [1211, 711], [1200, 700], 0],
  ["the edge of the frame", [1596, 711], [1600, 700], 1],
])("%s", (_, point, wanted, guides) => {
  const snapped = snapPoint(point, targets, options);
  expect(snapped.at.map(Math.round)).toEqual(wanted.map(Math.round));
  expect(snapped.guides).toHaveLength(guides);
});

test("without a grid a point far from everything stays", () => {
  expect(snapPoint([1211.5, 711.5], targets, { reach: 8, grid: null }).at).toEqual([1211.5, 711.5]);
});

test("a moved box lines up its far edge, and the guide reaches from one to the other", () => {
  const box = { x: 1000, y: 600, width: 100, height: 50 };
  const { at, guides } = snapMove(box, [-697, 100], targets, options);
  expect(at).toEqual([-700, 100]);
  expect(guides).toEqual([{ axis: "x", at: 400, from: 100, to: 750 }]);
});
