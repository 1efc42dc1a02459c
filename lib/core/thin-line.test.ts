import { expect, test } from "vitest";
import { thinLine } from "./thin-line";

const span = { from: 0, to: 1_440 };
const point = (at: number, value: number | null, correctedAt: number | null = null) => ({ at, value, correctedAt });

test("a short line stays as it is", () => {
  const line = [point(0, 1), point(5, null)];
  expect(thinLine(line, span, 500)).toBe(line);
});

test("a long line keeps its extremes, its silences, its corrections, and what holds after each stretch", () => {
  const line = Array.from({ length: 1_440 }, (_, i) => point(i, i === 700 ? 99 : i === 300 ? null : i % 7));
  line[900] = point(900, 3, 905);
  const thin = thinLine(line, span, 500);
  expect(thin.length).toBeLessThanOrEqual(500);
  expect(thin).toContainEqual(point(700, 99));
  expect(thin).toContainEqual(point(300, null));
  expect(thin).toContainEqual(point(900, 3, 905));
  expect(thin.at(-1)).toEqual(line.at(-1));
  expect(thin.map(({ at }) => at)).toEqual(thin.map(({ at }) => at).toSorted((a, b) => a - b));
});
