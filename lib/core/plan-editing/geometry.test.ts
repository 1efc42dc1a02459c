import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DrawingPlacement } from "../floor-plan";
import { frameOf, lengthWords, toPlan, toUnits, type XY } from "./frame";
import { distance, rectangleOf, turn, turnedCorners } from "./geometry";
import { alignDrawing, fitDrawing, replaceDrawing, widthByLength } from "./placing";
import { HANDLES, handleAt, resizeBox } from "./resizing";
import { FIRST_VIEW, fitBox, toPlanUnits, toScreen, zoomAt } from "./view";

const frame = frameOf({ aspect: 1.6, widthM: 40 });
const coordinate = fc.double({ min: -500, max: 2000, noNaN: true });
const anywhere = fc.tuple(coordinate, coordinate);
const size = fc.double({ min: 10, max: 800, noNaN: true });
const turned = fc.record({
  centre: anywhere,
  width: size,
  height: size,
  angle: fc.double({ min: -44, max: 44, noNaN: true }),
});

test("a point survives the way into the plan and back", () => {
  fc.assert(fc.property(anywhere, (point) => distance(toUnits(frame, toPlan(frame, point)), point) < 0.01));
});

test("four corners of a turned box are that box, wherever they begin", () => {
  fc.assert(
    fc.property(turned, fc.integer({ min: 0, max: 3 }), (box, first) => {
      const corners = turnedCorners(box);
      const found = rectangleOf([...corners.slice(first), ...corners.slice(0, first)]);
      expect(found?.angle).toBeCloseTo(box.angle, 2);
      expect(found?.width).toBeCloseTo(box.width, 3);
      expect(found?.height).toBeCloseTo(box.height, 3);
    }),
  );
});

test("a slanted quadrangle is no rectangle", () => {
  const kite: XY[] = [
    [0, 0],
    [100, 20],
    [120, 120],
    [20, 100],
  ];
  expect(rectangleOf(kite)).toBeNull();
});

test("a resized box keeps the opposite side, whatever its angle", () => {
  fc.assert(
    fc.property(turned, fc.constantFrom(...HANDLES), anywhere, (box, handle, to) => {
      const opposite = { u: -handle.u, v: -handle.v } as typeof handle;
      const after = resizeBox(box, handle, to);
      expect(distance(handleAt(box, opposite), handleAt(after, opposite))).toBeLessThan(0.001);
      expect(Math.min(after.width, after.height)).toBeGreaterThanOrEqual(4);
    }),
  );
});

test.each([
  [40, 250, "6.25\u2009m"],
  [40, 240, "6\u2009m"],
  [40, 244, "6.1\u2009m"],
  [null, 250, "15.6\u2009%"],
])("in a frame of %s m %d units are %s", (widthM, units, words) => {
  expect(lengthWords(frameOf({ aspect: 1.6, widthM }), units)).toBe(words);
});

describe("the drawing", () => {
  const info = { id: "1", name: "a.png", width: 800, height: 400, createdAt: "2026-01-01T00:00:00Z" };

  test("fits into the frame without distortion, in the middle", () => {
    expect(fitDrawing(frame, info)).toMatchObject({ x: 0, width: 1, height: 0.8, y: expect.closeTo(0.1) });
  });

  test("is replaced in its place, with its own proportions", () => {
    const tall = { ...info, id: "2", width: 400, height: 400 };
    const old: DrawingPlacement = { id: "1", x: 0.1, y: 0.1, width: 0.5, height: 0.4, rotation: 5, opacity: 0.4 };
    expect(replaceDrawing(frame, old, tall)).toEqual({ ...old, id: "2", y: expect.closeTo(-0.1), height: 0.8 });
  });

  test("aligned by two points, both lie where they belong", () => {
    const placed: DrawingPlacement = { id: "1", x: 0.1, y: 0.2, width: 0.6, height: 0.5, rotation: 20, opacity: 1 };
    /** Where a point of the drawing, in parts of it, is on the plan. */
    const onPlan = (at: DrawingPlacement, [u, v]: XY): XY => {
      const upright: XY = [(at.x + u * at.width) * frame.width, (at.y + v * at.height) * frame.height];
      const middle: XY = [(at.x + at.width / 2) * frame.width, (at.y + at.height / 2) * frame.height];
      return turn(upright, middle, at.rotation);
    };
    const inside = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    const target = fc.tuple(fc.integer({ min: 0, max: 1600 }), fc.integer({ min: 0, max: 1000 }));
    fc.assert(
      fc.property(inside, inside, target, target, (a, b, toA, toB) => {
        fc.pre(distance(onPlan(placed, a), onPlan(placed, b)) > 100 && distance(toA, toB) > 50);
        const done = alignDrawing(frame, placed, [onPlan(placed, a), onPlan(placed, b)], [toA, toB]);
        if (!done) throw new Error("it can be aligned");
        fc.pre(done.width < 9 && Math.abs(done.x) < 4 && Math.abs(done.y) < 4);
        expect(distance(onPlan(done, a), toA)).toBeLessThan(0.1);
        expect(distance(onPlan(done, b), toB)).toBeLessThan(0.1);
      }),
    );
  });

  test.each([
    [400, 10, 40],
    [0, 10, null],
    [1, 100, null],
    [400, -1, null],
  ])("%d units that are %d m make a frame of %s m", (units, metres, width) => {
    expect(widthByLength(units, metres)).toBe(width);
  });
});

test("what is under the pointer stays there while zooming", () => {
  const view = fitBox({ ...FIRST_VIEW, width: 900, height: 700 }, { x: 0, y: 0, width: 1600, height: 1000 });
  const before = toPlanUnits(view, [321, 456]);
  const after = toPlanUnits(zoomAt(view, [321, 456], 1.7), [321, 456]);
  expect(distance(before, after)).toBeLessThan(0.001);
  expect(toScreen(view, [0, 0])[0]).toBeCloseTo(36);
});
