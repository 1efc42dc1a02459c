import { committed, freeIds, transformed, withShapes } from "./changing";
import type { Keys, Target } from "./editor-events";
import {
  type Doing,
  type EditorState,
  frameOfState,
  isReachable,
  onlySelected,
  planOf,
  selectedShapes,
  selectionBox,
} from "./editor-state";
import { gridOf, pointsOf, toPlan, type XY } from "./frame";
import { angleOf, between, boundsOf, boxBetween, minus, plus, touches, turn } from "./geometry";
import { abandon, beginningOf, seal } from "./history";
import { carry, handleAt, resizeBox } from "./resizing";
import { type SnapOptions, snapMove, snapPoint, snapTargets } from "./snapping";

/** How near on screen is near enough, px. */
const REACH_PX = 8;
/** Less than this is a click, px. */
const CLICK_PX = 3;

export const snapOptions = (state: EditorState): SnapOptions => ({
  reach: REACH_PX / state.view.scale,
  grid: gridOf(frameOfState(state)),
});

/** What there is to snap to when some shapes move. */
export const targetsBut = (state: EditorState, ids: readonly string[]) =>
  snapTargets(
    frameOfState(state),
    planOf(state).shapes.filter((shape) => !ids.includes(shape.id) && isReachable(state, shape)),
  );

const begin = (state: EditorState, doing: Doing, ids: readonly string[]): EditorState => ({
  ...state,
  doing,
  made: state.made + 1,
  targets: targetsBut(state, ids),
});

const stepName = (state: EditorState) => `drag ${state.made + 1}`;

/** Pressing a handle of the selection; the same for every tool. Null when it is none. */
export function pressHandle(state: EditorState, at: XY, on: Target): EditorState | null {
  const step = stepName(state);
  const box = selectionBox(state);
  const only = onlySelected(state);
  if (on.kind === "handle" && box)
    return begin(state, { kind: "resize", step, box, handle: on.handle }, freeIds(state));
  if (on.kind === "turn" && box) return begin(state, { kind: "turn", step, centre: box.centre, from: at }, []);
  if (!only || freeIds(state).length === 0) return null;
  if (on.kind === "corner") {
    const doing: Doing = { kind: "corner", step, id: only.id, index: on.index };
    return begin({ ...state, corner: on.index }, doing, [only.id]);
  }
  if (on.kind === "edge") {
    const index = on.index + 1;
    const points = [...only.points.slice(0, index), toPlan(frameOfState(state), at), ...only.points.slice(index)];
    const plan = withShapes(planOf(state), [only.id], (shape) => ({ ...shape, points }));
    const split = { ...committed(state, plan), corner: index };
    return begin(split, { kind: "corner", step, id: only.id, index }, [only.id]);
  }
  return null;
}

function pressShape(state: EditorState, at: XY, id: string, { shift }: Keys): EditorState {
  const isSelected = state.selection.includes(id);
  if (shift) {
    const selection = isSelected ? state.selection.filter((one) => one !== id) : [...state.selection, id];
    return { ...state, selection, corner: null };
  }
  const chosen = isSelected ? state : { ...state, selection: [id], corner: null, editsCorners: false };
  const ids = freeIds(chosen);
  if (ids.length === 0) return chosen;
  const frame = frameOfState(chosen);
  const moving = selectedShapes(chosen).filter((shape) => ids.includes(shape.id));
  const box = boundsOf(moving.flatMap((shape) => pointsOf(frame, shape)));
  return begin(chosen, { kind: "move", step: stepName(chosen), from: at, box, pressed: id }, ids);
}

/** The select tool: shapes, or a marquee over nothing. */
export function pressSelect(state: EditorState, at: XY, on: Target | null, keys: Keys): EditorState {
  if (on?.kind === "shape") return pressShape(state, at, on.id, keys);
  const kept = keys.shift ? state.selection : [];
  return {
    ...state,
    selection: kept,
    corner: null,
    editsCorners: false,
    doing: { kind: "marquee", from: at, to: at, kept },
  };
}

/** With a handle, a shape or a marquee in hand. */
export function dragSelect(state: EditorState, doing: Doing, at: XY, keys: Keys): EditorState {
  switch (doing.kind) {
    case "move":
      return dragMove(state, doing, at, keys);
    case "resize":
      return dragResize(state, doing, at, keys);
    case "turn":
      return dragTurn(state, doing, at, keys);
    case "corner":
      return dragCorner(state, doing, at, keys);
    case "marquee":
      return dragMarquee(state, doing, at);
    default:
      return state;
  }
}

type DoingOf<Kind extends Doing["kind"]> = Extract<Doing, { kind: Kind }>;

function dragMove(state: EditorState, { from, step, box }: DoingOf<"move">, at: XY, { shift, alt }: Keys) {
  const by = minus(at, from);
  const isUnderWay = state.history.step === step;
  if (!isUnderWay && Math.hypot(...by) * state.view.scale < CLICK_PX) return state;
  const straight: XY = Math.abs(by[0]) > Math.abs(by[1]) ? [by[0], 0] : [0, by[1]];
  const wanted = shift ? straight : by;
  const free = { at: wanted, guides: [] };
  const snapped = alt ? free : snapMove(box, wanted, state.targets, snapOptions(state));
  const kept: XY = shift ? [wanted[0] && snapped.at[0], wanted[1] && snapped.at[1]] : snapped.at;
  return { ...transformed(state, (point) => plus(point, kept), step), guides: snapped.guides };
}

function dragResize(state: EditorState, { box, handle, step }: DoingOf<"resize">, at: XY, { shift, alt }: Keys) {
  const held = handleAt(box, handle);
  const upright = box.angle === 0;
  const axis: XY = upright ? [handle.u === 0 ? held[0] : at[0], handle.v === 0 ? held[1] : at[1]] : at;
  const snapped = alt || !upright ? { at: axis, guides: [] } : snapPoint(axis, state.targets, snapOptions(state));
  const to = carry(box, resizeBox(box, handle, snapped.at, shift));
  const guides = snapped.guides.filter((one) => (one.axis === "x" ? handle.u : handle.v) !== 0);
  return { ...transformed(state, to, step), guides };
}

const TURN_STEP = 15;

function dragTurn(state: EditorState, { centre, from, step }: DoingOf<"turn">, at: XY, { alt }: Keys) {
  const degrees = angleOf(minus(at, centre)) - angleOf(minus(from, centre));
  const turned = alt ? degrees : Math.round(degrees / TURN_STEP) * TURN_STEP;
  return transformed(state, (point) => turn(point, centre, turned), step);
}

function dragCorner(state: EditorState, { id, index, step }: DoingOf<"corner">, at: XY, { alt }: Keys) {
  const frame = frameOfState(state);
  const snapped = alt ? { at, guides: [] } : snapPoint(at, state.targets, snapOptions(state));
  const plan = withShapes(beginningOf(state.history, step), [id], (shape) => ({
    ...shape,
    points: shape.points.map((point, place) => (place === index ? toPlan(frame, snapped.at) : point)),
  }));
  return { ...committed(state, plan, step), guides: snapped.guides };
}

function dragMarquee(state: EditorState, { from, kept }: DoingOf<"marquee">, to: XY): EditorState {
  const frame = frameOfState(state);
  const box = boxBetween(from, to);
  const met = planOf(state)
    .shapes.filter((shape) => isReachable(state, shape) && touches(boundsOf(pointsOf(frame, shape)), box))
    .map(({ id }) => id);
  const selection = [...new Set([...kept, ...met])];
  return {
    ...state,
    doing: { kind: "marquee", from, to, kept },
    selection: selection.join() === state.selection.join() ? state.selection : selection,
  };
}

/** Letting go. A click on one of several selects that one. */
export function releaseSelect(state: EditorState, doing: Doing): EditorState {
  const rest = { ...state, doing: null, guides: [], history: seal(state.history) };
  const wasClick = doing.kind === "move" && state.history.step !== doing.step;
  return wasClick && state.selection.length > 1 ? { ...rest, selection: [doing.pressed] } : rest;
}

/** As before the press. */
export function cancelSelect(state: EditorState, doing: Doing): EditorState {
  const history = "step" in doing ? abandon(state.history, doing.step) : state.history;
  return { ...state, doing: null, guides: [], history };
}

/** The middles of the edges of a closed shape: where a corner can be added. */
export const edgeMiddles = (points: readonly XY[]): readonly XY[] =>
  points.map((point, index) => between(point, points[(index + 1) % points.length] ?? point));
