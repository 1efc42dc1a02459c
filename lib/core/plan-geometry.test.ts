import { describe, expect, test } from "vitest";
import {
  areaOf,
  boundsOf,
  centroidOf,
  clustersOf,
  doorPath,
  insetOf,
  isInside,
  labelBox,
  middleOf,
  type PlanBox,
  pathOf,
  placeSign,
  roundPath,
  type Spot,
  spotsOf,
} from "./plan-geometry";

const square: Spot[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];
/** An L: tall on the left, a foot to the right. */
const ell: Spot[] = [
  [0, 0],
  [40, 0],
  [40, 260],
  [300, 260],
  [300, 300],
  [0, 300],
];
/** A U whose middle is outside. */
const cup: Spot[] = [
  [0, 0],
  [30, 0],
  [30, 270],
  [270, 270],
  [270, 0],
  [300, 0],
  [300, 300],
  [0, 300],
];
const cornersOf = ({ left, top, width, height }: PlanBox): Spot[] => [
  [left + 0.5, top + 0.5],
  [left + width - 0.5, top + 0.5],
  [left + width - 0.5, top + height - 0.5],
  [left + 0.5, top + height - 0.5],
];

test("parts of the frame become units: both ways by the frame's own sides", () => {
  expect(spotsOf({ points: [[0.5, 0.5]] }, 2)).toEqual([[800, 400]]);
});

test("area, middle and bounds do not depend on which way round the corners go", () => {
  for (const outline of [square, square.toReversed()]) {
    expect([areaOf(outline), centroidOf(outline), boundsOf(outline)]).toEqual([
      10_000,
      [50, 50],
      { left: 0, top: 0, width: 100, height: 100 },
    ]);
  }
});

test("an outline without an area has a middle all the same", () => {
  expect(centroidOf([[10, 10]])).toEqual([10, 10]);
  expect(labelBox([[10, 10]])).toMatchObject({ width: 0, height: 0 });
});

describe("the box for words", () => {
  test.each([
    ["a square", square],
    ["an L", ell],
    ["a U", cup],
    ["a U, corners the other way round", cup.toReversed()],
  ])("lies inside %s", (_, outline) => {
    const box = labelBox(outline);
    expect(box.width * box.height).toBeGreaterThan(0);
    expect(cornersOf(box).every((corner) => isInside(outline, corner))).toBe(true);
  });

  test("is in the middle of a plain room", () => {
    expect(middleOf(labelBox(square))).toEqual([50, 50]);
  });
});

describe("a sign in a zone", () => {
  const size = { width: 30, height: 10 };

  test("stands in the middle while nothing is there", () => {
    expect(placeSign(square, size, [])).toEqual({ box: { left: 35, top: 45, ...size }, isFree: true });
  });

  test("makes way for desks", () => {
    const desks = [{ left: 20, top: 30, width: 60, height: 40 }];
    const { box, isFree } = placeSign(square, size, desks);
    expect(isFree).toBe(true);
    expect(box.top + box.height <= 30 || box.top >= 70).toBe(true);
  });

  test("says when there is no free place", () => {
    expect(placeSign(square, size, [{ left: 0, top: 0, width: 100, height: 100 }]).isFree).toBe(false);
    expect(placeSign(square, { width: 200, height: 10 }, []).isFree).toBe(false);
  });
});

test("an edge drawn inside keeps its distance on every side, whichever way the corners go", () => {
  for (const outline of [square, square.toReversed()]) {
    expect(boundsOf(insetOf(outline, 5))).toEqual({ left: 5, top: 5, width: 90, height: 90 });
  }
  const inner = insetOf(ell, 5);
  expect(inner).toContainEqual([35, 265]);
  expect(inner.every((spot) => isInside(ell, spot))).toBe(true);
});

test("desks that stand together are one group, and groups keep their distance", () => {
  const row = Array.from({ length: 30 }, (_, i): Spot => [i * 10, (i % 2) * 10]);
  const groups = clustersOf([...row, [1_000, 1_000]], 60);
  expect(groups.flat().toSorted((a, b) => a - b)).toEqual([...row, 0].map((_, i) => i));
  expect(groups).toContainEqual([30]);
  const middles = groups.map((members) => {
    const of = (axis: 0 | 1) => members.reduce((sum, i) => sum + (row[i]?.[axis] ?? 1_000), 0) / members.length;
    return [of(0), of(1)] as const;
  });
  for (const [i, [ax, ay]] of middles.entries()) {
    for (const [bx, by] of middles.slice(i + 1)) expect(Math.hypot(ax - bx, ay - by)).toBeGreaterThanOrEqual(60);
  }
});

test("round corners never overlap on a short side", () => {
  expect(roundPath(square, 10)).toMatch(/^M0 10Q0 0 10 0L90 0/);
  expect(roundPath(square, 500)).toMatch(/^M0 50Q0 0 50 0L50 0/);
});

test("paths for the drawing", () => {
  expect(pathOf(square, true)).toBe("M0 0L100 0L100 100L0 100Z");
  expect(doorPath([0, 0], [10, 0])).toBe("M0 0L0 -10A10 10 0 0 1 10 0");
});
