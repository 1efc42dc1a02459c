import { expect, test } from "vitest";
import { nearest } from "./move-between-spaces";

const at = (name: string, column: number, row: number) => ({
  name,
  box: { left: column * 220, top: row * 130, width: 208, height: 120 },
});
const grid = [at("a", 0, 0), at("b", 1, 0), at("c", 0, 1), at("d", 1, 1)];

test.each([
  ["a", "ArrowRight", "b"],
  ["a", "ArrowDown", "c"],
  ["d", "ArrowUp", "b"],
  ["d", "ArrowLeft", "c"],
  ["b", "ArrowRight", undefined],
] as const)("from %s %s leads to %s", (from, key, to) => {
  const start = grid.find((cell) => cell.name === from);
  expect(start && nearest(start.box, grid, key)?.name).toBe(to);
});
