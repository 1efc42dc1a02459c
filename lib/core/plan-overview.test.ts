import { expect, test } from "vitest";
import { EMPTY_PLAN, type Shape } from "./floor-plan";
import { thumbnailOf } from "./plan-overview";

const shape = (kind: Shape["kind"], points: Shape["points"]): Shape => ({ id: kind, kind, points, spaceId: null });

test("an empty plan has no picture", () => {
  expect(thumbnailOf(EMPTY_PLAN)).toBeNull();
  expect(thumbnailOf({ ...EMPTY_PLAN, shapes: [shape("text", [[0, 0]])] })).toBeNull();
});

test("outlines are closed, lines are not, in a frame that is 100 wide", () => {
  const shapes = [
    shape("room", [
      [0, 0],
      [0.5, 0],
      [0.5, 1],
    ]),
    shape("wall", [
      [0, 0],
      [1, 0.123456],
    ]),
  ];
  expect(thumbnailOf({ ...EMPTY_PLAN, aspect: 2, shapes })).toEqual({
    aspect: 2,
    areas: "M0 0L50 0L50 50Z",
    desks: "",
    lines: "M0 0L100 6.2",
  });
});
