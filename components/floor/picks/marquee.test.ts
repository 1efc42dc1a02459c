import { expect, test } from "vitest";
import { frameBetween, framed, joined, toggled } from "./marquee";

const box = (id: string, left: number, top: number, size = 10) => ({
  id,
  left,
  top,
  right: left + size,
  bottom: top + size,
});
const BOXES = [box("a", 0, 0), box("b", 20, 0), box("c", 0, 20), box("all", 0, 0, 100)];

test.each<[string, [number, number], [number, number], string[]]>([
  ["drawn to the right and down", [-1, -1], [16, 16], ["a"]],
  ["drawn the other way round", [16, 16], [-1, -1], ["a"]],
  ["two of a row", [2, 2], [27, 8], ["a", "b"]],
  ["only an edge is touched", [8, 8], [19, 19], []],
  ["everything", [0, 0], [100, 100], ["a", "b", "c", "all"]],
])("%s", (_, [x, y], [toX, toY], ids) => {
  expect(framed(frameBetween({ x, y }, { x: toX, y: toY }), BOXES)).toEqual(ids);
});

test("one more or one less, and some more, each once", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  expect(joined(["a"], ["a", "b"])).toEqual(["a", "b"]);
});
