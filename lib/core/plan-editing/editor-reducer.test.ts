import { describe, expect, test } from "vitest";
import type { FloorPlan, Shape } from "../floor-plan";
import type { EditorEvent, Keys } from "./editor-events";
import { editorReducer } from "./editor-reducer";
import { type EditorState, firstState, planOf, selectedShapes, selectionBox, shapeName } from "./editor-state";
import type { XY } from "./frame";
import { boundsOf } from "./geometry";

// 16 m wide, 10 m deep: 100 units are a metre.
const EMPTY: FloorPlan = { aspect: 1.6, widthM: 16, drawing: null, shapes: [] };
const NONE: Keys = { shift: false, alt: true };

const box = (id: string, x: number, y: number, width: number, height: number, more: Partial<Shape> = {}): Shape => ({
  id,
  kind: "room",
  points: [
    [x / 1600, y / 1000],
    [(x + width) / 1600, y / 1000],
    [(x + width) / 1600, (y + height) / 1000],
    [x / 1600, (y + height) / 1000],
  ],
  spaceId: null,
  edit: { name: id },
  ...more,
});

function start(shapes: readonly Shape[] = [], ...events: EditorEvent[]): EditorState {
  const first = firstState({ ...EMPTY, shapes: [...shapes] }, "t");
  return play({ ...first, view: { ...first.view, scale: 1, width: 1600, height: 1000 } }, ...events);
}
const play = (state: EditorState, ...events: EditorEvent[]): EditorState => events.reduce(editorReducer, state);

const press = (at: XY, on: Extract<EditorEvent, { type: "press" }>["on"] = null, keys = NONE): EditorEvent => ({
  type: "press",
  at,
  on,
  keys,
});
const drag = (at: XY, keys = NONE): EditorEvent => ({ type: "move", at, keys, isHeld: true });
const hover = (at: XY, keys = NONE): EditorEvent => ({ type: "move", at, keys, isHeld: false });
const release: EditorEvent = { type: "release" };
const onShape = (id: string) => ({ kind: "shape", id }) as const;
const select = (...ids: string[]): EditorEvent => ({ type: "select", ids });
const tool = (name: EditorState["tool"]): EditorEvent => ({ type: "tool", tool: name });

/** x, y, width, height of a shape, in units. */
function boxOf(state: EditorState, id: string): number[] {
  const shape = planOf(state).shapes.find((one) => one.id === id);
  const { x, y, width, height } = boundsOf((shape?.points ?? []).map(([px, py]) => [px * 1600, py * 1000] as const));
  return [x, y, width, height].map((value) => Math.round(value * 10) / 10);
}
const names = (state: EditorState) => planOf(state).shapes.map((shape) => shapeName(shape, state.spaces, state.t));
const last = (state: EditorState) => planOf(state).shapes.at(-1);

describe("drawing", () => {
  test.each(["room", "zone", "desk"] as const)("a drag of the %s tool makes one, selected and named", (kind) => {
    const state = start([], tool(kind), press([100, 100]), drag([300, 250]), release);
    expect(last(state)).toMatchObject({ kind, spaceId: null });
    expect(boxOf(state, last(state)?.id ?? "")).toEqual([100, 100, 200, 150]);
    expect(state.selection).toEqual([last(state)?.id]);
    expect(state.tool).toBe(kind);
  });

  test("names go on counting, and skip those of spaces that are not drawn", () => {
    const space = {
      id: "7",
      kind: "room",
      name: "Room 2",
      capacity: null,
      effectiveCapacity: null,
      typeId: null,
      customId: null,
    } as const;
    const draw = (x: number) => [press([x, 100]), drag([x + 50, 200]), release];
    const state = start([], { type: "spaces", spaces: [space] }, tool("room"), ...draw(100), ...draw(200));
    expect(names(state)).toEqual(["Room 1", "Room 3"]);
  });

  test("a click of the room tool draws nothing, one of the desk tool a desk of the usual size", () => {
    expect(planOf(start([], tool("room"), press([100, 100]), release)).shapes).toEqual([]);
    const desk = start([], tool("desk"), press([100, 100]), release);
    expect(boxOf(desk, last(desk)?.id ?? "")).toEqual([20, 60, 160, 80]);
    expect(last(desk)?.edit).toEqual({ name: "Desk 1", capacity: 1 });
  });

  test("a grid of desks fills the box with its gaps", () => {
    const grid: EditorEvent = { type: "desk-grid", change: { columns: 3, rows: 2, gap: { x: 10, y: 20 } } };
    const state = start([], grid, tool("desks"), press([0, 0]), drag([320, 220]), release);
    expect(names(state)).toEqual(["Desk 1", "Desk 2", "Desk 3", "Desk 4", "Desk 5", "Desk 6"]);
    expect(boxOf(state, state.selection[5] ?? "")).toEqual([220, 120, 100, 100]);
    expect(names(play(state, { type: "undo" }))).toEqual([]);
  });

  const corners: XY[] = [
    [100, 100],
    [400, 100],
    [400, 300],
    [100, 300],
  ];
  test("a polygon closes by Enter, by a double click and by its first corner", () => {
    const clicks = corners.map((at) => press(at));
    const byEnter = start([], tool("polygon"), ...clicks, { type: "finish" });
    const twice = start([], tool("polygon"), ...clicks, press([100, 300]), { type: "finish" });
    const byCorner = start([], tool("polygon"), ...clicks, press([103, 102]));
    for (const state of [byEnter, twice, byCorner]) {
      expect(last(state)?.points).toHaveLength(4);
      expect(state.doing).toBeNull();
    }
  });

  test("Esc leaves a polygon undrawn, Backspace takes a corner back", () => {
    const three = [tool("polygon"), press([0, 0]), press([100, 0]), press([500, 500])];
    expect(planOf(start([], ...three, { type: "cancel" })).shapes).toEqual([]);
    const back = start([], ...three, { type: "step-back" }, press([100, 100]), { type: "finish" });
    expect(last(back)?.points).toHaveLength(3);
    expect(boxOf(back, last(back)?.id ?? "")).toEqual([0, 0, 100, 100]);
  });

  test("Shift holds a wall to 45°, a room to a square", () => {
    const shift = { shift: true, alt: true };
    const wall = start([], tool("wall"), press([0, 0]), press([300, 20], null, shift), { type: "finish" });
    expect(boxOf(wall, last(wall)?.id ?? "")).toEqual([0, 0, 300.7, 0]);
    const room = start([], tool("room"), press([0, 0]), drag([100, 40], shift), release);
    expect(boxOf(room, last(room)?.id ?? "")).toEqual([0, 0, 100, 100]);
  });

  test("measuring changes nothing of the plan", () => {
    const state = start([], tool("measure"), press([0, 0]), drag([300, 400]), release);
    expect(state.measured).toEqual([
      [0, 0],
      [300, 400],
    ]);
    expect(state.history.past).toEqual([]);
  });

  test("the drawing goes where two of its points belong", () => {
    const drawing = { id: "1", x: 0, y: 0, width: 1, height: 1, rotation: 0, opacity: 1 };
    const plan: EditorEvent = { type: "plan", change: { drawing } };
    const clicks = [press([0, 0]), press([100, 0]), press([200, 200]), hover([200, 300]), press([200, 400])];
    const state = start([], plan, tool("align"), ...clicks);
    expect(planOf(state).drawing).toMatchObject({ rotation: 90, width: 2, height: 2 });
    expect(state.tool).toBe("select");
  });
});

describe("selecting", () => {
  const two = [box("a", 100, 100, 100, 100), box("b", 300, 100, 100, 100)];
  test("click, Shift and marquee", () => {
    const a = start(two, press([110, 110], onShape("a")), release);
    expect(a.selection).toEqual(["a"]);
    const both = play(a, press([310, 110], onShape("b"), { shift: true, alt: false }), release);
    expect(both.selection).toEqual(["a", "b"]);
    expect(play(both, press([310, 110], onShape("b")), release).selection).toEqual(["b"]);
    expect(play(a, press([290, 90]), drag([410, 150]), release).selection).toEqual(["b"]);
    expect(play(a, press([900, 900]), release).selection).toEqual([]);
  });

  test("Tab goes from shape to shape and past the last", () => {
    const next: EditorEvent = { type: "select-next", step: 1 };
    expect(start(two, next).selection).toEqual(["a"]);
    expect(start(two, next, next).selection).toEqual(["b"]);
    expect(start(two, next, next).said).toBe("b, room, 1\u2009m by 1\u2009m, 2 of 2");
    expect(start(two, next, next, next).selection).toEqual([]);
    expect(start(two, { type: "select-next", step: -1 }).selection).toEqual(["b"]);
  });

  test("what lies in a locked or hidden layer is out of reach", () => {
    const locked: EditorEvent = { type: "layer", layer: "spaces", change: { isLocked: true } };
    const hidden: EditorEvent = { type: "layer", layer: "spaces", change: { isShown: false } };
    expect(start(two, locked, { type: "select-all" }).selection).toEqual([]);
    expect(start(two, hidden, press([0, 0]), drag([999, 999]), release).selection).toEqual([]);
  });

  test("what undo brings back is selected again", () => {
    const state = start(two, select("a"), { type: "remove" });
    expect(selectedShapes(state)).toEqual([]);
    expect(selectedShapes(play(state, { type: "undo" })).map(({ id }) => id)).toEqual(["a"]);
  });
});

describe("changing", () => {
  const room = box("a", 100, 100, 200, 100);
  const grab = [select("a"), press([150, 150], onShape("a"))];

  test("a drag is one step, reckoned from where it began", () => {
    const state = start([room], ...grab, drag([160, 150]), drag([260, 190]), release);
    expect(boxOf(state, "a")).toEqual([210, 140, 200, 100]);
    expect(boxOf(play(state, { type: "undo" }), "a")).toEqual([100, 100, 200, 100]);
    expect(boxOf(play(state, { type: "undo" }, { type: "redo" }), "a")).toEqual([210, 140, 200, 100]);
  });

  test("two drags are two steps", () => {
    const once = [press([150, 150], onShape("a")), drag([250, 150]), release];
    const state = start([room], ...once, ...once, { type: "undo" });
    expect(boxOf(state, "a")).toEqual([200, 100, 200, 100]);
  });

  test("Esc while dragging is as if nothing had been", () => {
    const state = start([room], ...grab, drag([260, 190]), { type: "cancel" });
    expect(boxOf(state, "a")).toEqual([100, 100, 200, 100]);
    expect(state.history.past).toEqual([]);
    expect(state.selection).toEqual(["a"]);
  });

  test("a hand that shakes while clicking moves nothing", () => {
    expect(start([room], ...grab, drag([152, 151]), release).history.past).toEqual([]);
  });

  test("what is locked stays, and can be unlocked", () => {
    const state = start([{ ...room, locked: true }], ...grab, drag([260, 190]), release, { type: "remove" });
    expect(boxOf(state, "a")).toEqual([100, 100, 200, 100]);
    const free = play(state, { type: "lock", isLocked: false }, { type: "remove" });
    expect(planOf(free).shapes).toEqual([]);
  });

  test.each([
    [{ u: 1, v: 1 }, [400, 400], [100, 100, 300, 300]],
    [{ u: -1, v: 0 }, [0, 999], [0, 100, 300, 100]],
    [{ u: 0, v: -1 }, [999, 50], [100, 50, 200, 150]],
    [{ u: 1, v: 0 }, [-500, 0], [100, 100, 4, 100]],
  ] as const)("handle %o drawn to %o", (handle, at, wanted) => {
    const state = start([room], select("a"), press([300, 200], { kind: "handle", handle }), drag(at), release);
    expect(boxOf(state, "a")).toEqual(wanted);
  });

  test("turning goes in steps of 15°, and the box turns along", () => {
    const state = start([room], select("a"), press([200, 50], { kind: "turn" }), drag([302, 150]), release);
    const { angle = Number.NaN, width = 0, height = 0 } = selectionBox(state) ?? {};
    expect([angle, Math.round(width), Math.round(height)]).toEqual([0, 100, 200]);
    const tilted = play(state, { type: "resize", box: { angle: 30 } });
    expect(selectionBox(tilted)?.angle).toBeCloseTo(30, 2);
    const wider = play(tilted, { type: "resize", box: { width: 150 } });
    expect(selectionBox(wider)?.width).toBeCloseTo(150, 1);
    expect(selectionBox(wider)?.angle).toBeCloseTo(30, 2);
  });

  test("corners are added, moved and removed", () => {
    const edit = [select("a"), { type: "corners", isOn: true } as const];
    const five = start([room], ...edit, press([200, 100], { kind: "edge", index: 0 }), drag([200, 50]), release);
    expect(planOf(five).shapes[0]?.points).toHaveLength(5);
    expect(boxOf(five, "a")).toEqual([100, 50, 200, 150]);
    const four = play(five, { type: "remove" });
    expect(planOf(four).shapes[0]?.points).toHaveLength(4);
    const gone = play(four, press([100, 100], { kind: "corner", index: 0 }), release, { type: "remove" });
    expect(planOf(gone).shapes[0]?.points).toHaveLength(3);
    const kept = play(gone, press([100, 100], { kind: "corner", index: 0 }), release, { type: "remove" });
    expect(planOf(kept).shapes[0]?.points).toHaveLength(3);
  });

  test("typing a size is one step, from where it began", () => {
    const typed = (width: number) => ({ type: "resize", box: { width }, step: "width a" }) as const;
    const state = start([room], select("a"), typed(3), typed(30), typed(300), { type: "seal" });
    expect(boxOf(state, "a")).toEqual([100, 100, 300, 100]);
    expect(boxOf(play(state, { type: "undo" }), "a")).toEqual([100, 100, 200, 100]);
  });

  test("arrow keys in a row are one step, of one shape", () => {
    const nudge: EditorEvent = { type: "nudge", by: [10, 0] };
    const state = start([room, box("b", 500, 500, 100, 100)], select("a"), nudge, nudge, select("b"), nudge);
    expect(boxOf(state, "a")).toEqual([120, 100, 200, 100]);
    expect(boxOf(play(state, { type: "undo" }), "a")).toEqual([120, 100, 200, 100]);
    expect(boxOf(play(state, { type: "undo" }, { type: "undo" }), "a")).toEqual([100, 100, 200, 100]);
  });

  test("copies are spaces of their own, with their own names", () => {
    const space = {
      id: "7",
      kind: "room",
      name: "Spruce",
      capacity: 8,
      effectiveCapacity: 8,
      typeId: "2",
      customId: "S",
    } as const;
    const { edit: _, ...bare } = room;
    const bound: Shape = { ...bare, spaceId: "7", edit: { customId: "X" } };
    const known: EditorEvent = { type: "spaces", spaces: [space] };
    const state = start([bound], known, select("a"), { type: "copy" }, { type: "paste" }, { type: "paste" });
    expect(names(state)).toEqual(["Spruce", "Spruce 2", "Spruce 3"]);
    expect(last(state)).toMatchObject({ spaceId: null, edit: { name: "Spruce 3", capacity: 8, typeId: "2" } });
    expect(last(state)?.edit).not.toHaveProperty("customId");
    expect(boxOf(state, last(state)?.id ?? "").slice(0, 2)).toEqual([200, 200]);
  });

  test("several copies at once take several names", () => {
    const desks = [1, 2].map((n) => box(`d${n}`, n * 100, 0, 50, 50, { kind: "desk", edit: { name: `Desk ${n}` } }));
    const state = start(desks, { type: "select-all" }, { type: "duplicate" });
    expect(names(state)).toEqual(["Desk 1", "Desk 2", "Desk 3", "Desk 4"]);
  });

  test.each([
    ["left", [100, 100]],
    ["right", [300, 500]],
    ["centre", [200, 300]],
  ] as const)("aligned %s", (edge, xs) => {
    const shapes = [box("a", 100, 0, 400, 100), box("b", 500, 200, 200, 100)];
    const state = start(shapes, { type: "select-all" }, { type: "align", edge });
    expect([boxOf(state, "a")[0], boxOf(state, "b")[0]]).toEqual(
      edge === "left" ? xs : edge === "right" ? [300, 500] : [200, 300],
    );
  });

  test("distributed: equal gaps, the outermost stay", () => {
    const shapes = [box("a", 0, 0, 100, 10), box("b", 120, 0, 100, 10), box("c", 500, 0, 200, 10)];
    const state = start(shapes, { type: "select-all" }, { type: "distribute", axis: "x" });
    expect(["a", "b", "c"].map((id) => boxOf(state, id)[0])).toEqual([0, 250, 500]);
  });

  test("another space takes nothing of what was to be changed of the former", () => {
    const state = start([room], select("a"), { type: "edit", edit: { capacity: 4 } }, { type: "bind", spaceId: "9" });
    expect(planOf(state).shapes[0]).toMatchObject({ spaceId: "9" });
    expect(planOf(state).shapes[0]).not.toHaveProperty("edit");
  });

  test("a command over nothing that changes is no step", () => {
    const state = start([room], select("a"), { type: "align", edge: "left" }, { type: "nudge", by: [0, 0] });
    expect(play(start([room]), { type: "remove" }).history.past).toEqual([]);
    expect(state.history.past.length).toBeLessThanOrEqual(1);
  });
});
