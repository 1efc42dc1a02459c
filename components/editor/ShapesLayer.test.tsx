// @vitest-environment jsdom
import "@/lib/testing/setup-dom";
import { act, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Shape } from "@/lib/core/floor-plan";
import { firstState } from "@/lib/core/plan-editing/editor-state";
import { createEditorStore, EditorContext } from "./editor-store";
import { ShapesLayer } from "./ShapesLayer";

const drawn = vi.hoisted(() => vi.fn());
vi.mock("@/lib/core/plan-geometry", async (load) => {
  const real = await load<typeof import("@/lib/core/plan-geometry")>();
  const pathOf: typeof real.pathOf = (...given) => {
    drawn();
    return real.pathOf(...given);
  };
  return { ...real, pathOf };
});

const desk = (index: number): Shape => {
  const [x, y] = [(index % 40) / 40, Math.floor(index / 40) / 25];
  return {
    id: `d${index}`,
    kind: "desk",
    points: [
      [x, y],
      [x + 0.02, y],
      [x + 0.02, y + 0.02],
      [x, y + 0.02],
    ],
    spaceId: null,
    edit: { name: `Desk ${index}` },
  };
};

test("of a thousand shapes only the one that is dragged is drawn again", () => {
  const shapes = Array.from({ length: 1_000 }, (_, index) => desk(index));
  const store = createEditorStore(firstState({ aspect: 1.6, widthM: 40, drawing: null, shapes }, "t"));
  render(
    <EditorContext value={store}>
      <svg role="img" aria-label="plan">
        <ShapesLayer />
      </svg>
    </EditorContext>,
  );
  expect(drawn).toHaveBeenCalledTimes(1_000);
  drawn.mockClear();
  const keys = { shift: false, alt: true };
  act(() => store.dispatch({ type: "press", at: [5, 5], on: { kind: "shape", id: "d0" }, keys }));
  expect(screen.getByRole("button", { name: "Desk 0, desk", pressed: true })).toBeTruthy();
  for (const x of [20, 40, 60]) act(() => store.dispatch({ type: "move", at: [x, 5], keys, isHeld: true }));
  act(() => store.dispatch({ type: "release" }));
  expect(drawn).toHaveBeenCalledTimes(4); // selected, and three moves
  drawn.mockClear();
  act(() => store.dispatch({ type: "pan", by: [30, 0] }));
  expect(drawn).not.toHaveBeenCalled();
});
