// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useInTurns } from "./use-in-turns";

let pictures: (() => void)[] = [];
beforeEach(() => {
  pictures = [];
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => pictures.push(draw));
  vi.stubGlobal("cancelAnimationFrame", () => undefined);
});
afterEach(() => void vi.unstubAllGlobals());

const picture = () =>
  act(() => {
    for (const draw of pictures.splice(0)) draw();
  });
const follow = (parts: readonly string[]) =>
  renderHook(({ newest }) => useInTurns(newest), { initialProps: { newest: parts } });

test("all parts stand at once, and then take turns", () => {
  const { result, rerender } = follow(["a1", "b1", "c1"]);
  expect(result.current).toEqual(["a1", "b1", "c1"]);
  rerender({ newest: ["a2", "b2", "c2"] });
  expect(result.current).toEqual(["a1", "b1", "c1"]);
  picture();
  expect(result.current).toEqual(["a2", "b1", "c1"]);
  picture();
  picture();
  expect(result.current).toEqual(["a2", "b2", "c2"]);
  expect(pictures).toEqual([]);
});

test("news that come meanwhile start no part anew: each is the newest at its turn, and none waits for ever", () => {
  const { result, rerender } = follow(["a1", "b1", "c1"]);
  for (const turn of [2, 3, 4, 5]) {
    rerender({ newest: [`a${turn}`, `b${turn}`, `c${turn}`] });
    picture();
  }
  expect(result.current).toEqual(["a5", "b3", "c4"]);
  picture();
  picture();
  expect(result.current).toEqual(["a5", "b5", "c5"]);
});

test("what has not changed takes no turn", () => {
  const { result, rerender } = follow(["a1", "b1", "c1"]);
  rerender({ newest: ["a1", "b1", "c2"] });
  picture();
  expect(result.current).toEqual(["a1", "b1", "c2"]);
  expect(pictures).toEqual([]);
});

test("a single part is never late, nor are parts of another number", () => {
  const { result, rerender } = follow(["a1"]);
  rerender({ newest: ["a2"] });
  expect(result.current).toEqual(["a2"]);
  rerender({ newest: ["a3", "b3"] });
  expect(result.current).toEqual(["a3", "b3"]);
});
