import { expect, test } from "vitest";
import { movedBy, scaledAt, WHOLE, wheelFactor, within } from "./plan-transform";

const ROOM = { width: 400, height: 300 };

test("what is under the pointer stays there", () => {
  const twice = scaledAt(WHOLE, 2, { x: 100, y: 150 }, ROOM);
  expect(twice).toEqual({ k: 2, x: -100, y: -150 });
  expect(scaledAt(twice, 0.5, { x: 300, y: 10 }, ROOM)).toEqual(WHOLE);
});

test("goes no further than twelvefold and no smaller than whole", () => {
  expect(scaledAt(WHOLE, 100, { x: 0, y: 0 }, ROOM)).toEqual({ k: 12, x: 0, y: 0 });
  expect(scaledAt(WHOLE, 0.1, { x: 50, y: 50 }, ROOM)).toEqual(WHOLE);
});

test("stays at the edges of the stage", () => {
  const twice = { k: 2, x: -100, y: -150 };
  expect(movedBy(twice, 30, -20, ROOM)).toEqual({ k: 2, x: -70, y: -170 });
  expect(movedBy(twice, 1_000, -1_000, ROOM)).toEqual({ k: 2, x: 0, y: -300 });
  expect(movedBy(WHOLE, 30, 30, ROOM)).toEqual(WHOLE);
  expect(within(twice, { width: 50, height: 60 })).toEqual({ k: 2, x: -50, y: -60 });
});

test.each([
  [{ deltaY: -500, deltaMode: 0, ctrlKey: false }, 2],
  [{ deltaY: 50, deltaMode: 0, ctrlKey: true }, 0.5],
  [{ deltaY: -20, deltaMode: 1, ctrlKey: false }, 2],
  [{ deltaY: 1, deltaMode: 2, ctrlKey: false }, 0.5],
])("a wheel of %j scales by %f", (event, factor) => {
  expect(wheelFactor(event)).toBeCloseTo(factor);
});
