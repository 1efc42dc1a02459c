import { expect, test } from "vitest";
import { busierThan, levelOf, usualOf } from "./usual";

const hour = (date: string, value: number | null, coverage = 1) => ({ date, value, coverage });
const four = [hour("2026-11-17", 3), hour("2026-11-10", 9), hour("2026-11-03", 2), hour("2026-10-27", 4)];

test("usual is the median of four comparable weeks", () => {
  expect(usualOf(four, [])).toEqual({ value: 3.5, weeks: 4 });
});

test("with fewer than four nothing is usual; holidays and hours that are hardly known do not count", () => {
  expect(usualOf(four.slice(1), [])).toEqual({ value: null, weeks: 3 });
  expect(usualOf(four, ["2026-11-10"])).toEqual({ value: null, weeks: 3 });
  expect(usualOf([...four.slice(1), hour("2026-11-17", 3, 0.4)], [])).toEqual({ value: null, weeks: 3 });
});

test("the newest four count", () => {
  expect(usualOf([hour("2026-10-20", 99), ...four], [])).toEqual({ value: 3.5, weeks: 4 });
});

test.each([
  [3, 3, "as-usual"],
  [4, 3, "as-usual"],
  [5, 3, "busier"],
  [1, 3, "quieter"],
  [11, 9, "as-usual"],
  [13, 9, "busier"],
] as const)("%d people where %d are usual is %s", (now, usual, word) => {
  expect(busierThan(now, usual)).toBe(word);
});

test.each([
  [0, 9, "quiet"],
  [3, 9, "moderate"],
  [6, 9, "busy"],
  [12, 9, "busy"],
] as const)("%d of %d is %s", (people, capacity, word) => {
  expect(levelOf(people, capacity)).toBe(word);
});
