import { expect, test } from "vitest";
import { counterDifferences } from "./counter-differences";

test.each([
  ["no totals, no differences", [], []],
  ["one total has nothing before it", [4176], []],
  ["a counter that rises", [4176, 4180, 4181], [4, 1]],
  ["nothing happened", [469, 469, 469], [0, 0]],
  ["a counter that starts at nothing", [0, 3], [3]],
  ["a lower total is another device, and counts on from there", [4176, 4180, 12, 15], [4, 0, 3]],
  ["replaced twice in a row", [900, 50, 7, 8], [0, 0, 1]],
])("%s", (_, totals, differences) => {
  const given = totals.map((total, index) => ({ observedAtUs: index * 60_000_000, total }));
  const expected = differences.map((difference, index) => ({ observedAtUs: (index + 1) * 60_000_000, difference }));
  expect(counterDifferences(given)).toEqual(expected);
});
