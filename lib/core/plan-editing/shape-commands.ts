import type { Shape } from "../floor-plan";
import { alignShapes, distributeShapes } from "./arranging";
import { added, committed, freeIds, transformed, withShapes } from "./changing";
import { addBoxes } from "./draw-tools";
import type { ShapeEvents } from "./editor-events";
import {
  type EditorState,
  frameOfState,
  isFree,
  onlySelected,
  planOf,
  selectedShapes,
  selectionBox,
  shapeName,
} from "./editor-state";
import { fromLength, gridOf, pointsOf, toPlan, withPoints, type XY } from "./frame";
import { type Box, cornersOf, plus } from "./geometry";
import { beginningOf } from "./history";
import { asNewSpace, renamed } from "./naming";
import { carry, LEAST_SIZE } from "./resizing";

/** Least corners of a shape; fewer, and it is gone. */
const leastCorners = (kind: Shape["kind"]) => (kind === "wall" || kind === "door" ? 2 : 3);

/** What a command does to the shapes of the plan. */
export function applyToShapes(state: EditorState, event: ShapeEvents): EditorState {
  switch (event.type) {
    case "remove":
      return remove(state);
    case "nudge":
      return nudge(state, event.by);
    case "change":
      return change(state, (shape) => ({ ...shape, ...event.change }), event.step);
    case "edit":
      return change(state, (shape) => ({ ...shape, edit: { ...shape.edit, ...event.edit } }), event.step);
    case "bind":
      return bind(state, event.spaceId);
    case "resize":
      return resize(state, event.box, event.step);
    case "align":
      return rearrange(state, alignShapes(frameOfState(state), freeShapes(state), event.edge));
    case "distribute":
      return rearrange(state, distributeShapes(frameOfState(state), freeShapes(state), event.axis));
    case "copy":
      return copy(state);
    case "cut":
      return remove(copy(state));
    case "paste":
      return paste(state, state.clipboard);
    case "duplicate":
      return paste(state, copied(state));
    case "order":
      return order(state, event.to);
    case "lock":
      return lock(state, event.isLocked);
    case "add":
      return addBoxes(state, event.kind, [event.box]);
    case "place":
      return place(state, event.spaceId, event.at);
  }
}

/** Steps of the arrow keys in a row are one step back. */
function nudge(state: EditorState, by: XY): EditorState {
  const frame = frameOfState(state);
  const plan = withShapes(planOf(state), freeIds(state), (shape) =>
    withPoints(
      frame,
      shape,
      pointsOf(frame, shape).map((point) => plus(point, by)),
    ),
  );
  return committed(state, plan, `nudge ${state.selection.join()}`);
}

const freeShapes = (state: EditorState) => selectedShapes(state).filter((shape) => isFree(state, shape));

const change = (state: EditorState, how: (shape: Shape) => Shape, step?: string) =>
  committed(state, withShapes(planOf(state), freeIds(state), how), step);

function remove(state: EditorState): EditorState {
  const { t } = state;
  const only = onlySelected(state);
  if (only && state.corner !== null && state.editsCorners && freeIds(state).length > 0) {
    if (only.points.length <= leastCorners(only.kind)) return { ...state, said: t("It has no corner to spare.") };
    const points = only.points.filter((_, index) => index !== state.corner);
    const plan = withShapes(planOf(state), [only.id], (shape) => ({ ...shape, points }));
    return { ...committed(state, plan), corner: null, said: t("Corner removed") };
  }
  const ids = freeIds(state);
  if (ids.length === 0) return state.selection.length > 0 ? { ...state, said: t("It is locked.") } : state;
  const plan = planOf(state);
  const gone = new Set(ids);
  const shapes = plan.shapes.filter(({ id }) => !gone.has(id));
  return {
    ...committed(state, { ...plan, shapes }),
    corner: null,
    said: t("{count, plural, one {# shape} other {# shapes}} removed", { count: ids.length }),
  };
}

/** The outline of another space: what was to be changed of the former does not go along. */
function bind(state: EditorState, spaceId: string | null): EditorState {
  const only = onlySelected(state);
  if (!only || !isFree(state, only)) return state;
  const name = shapeName(only, state.spaces, state.t);
  const { edit: _, ...bare } = only;
  const shape: Shape = spaceId === null ? { ...bare, spaceId, edit: { name } } : { ...bare, spaceId };
  return committed(
    state,
    withShapes(planOf(state), [only.id], () => shape),
  );
}

/** By numbers. While the typing goes on, everything is reckoned from where it began. */
function resize(state: EditorState, wanted: Partial<Box & { angle: number }>, step?: string): EditorState {
  const began = step === undefined ? state.history.present : beginningOf(state.history, step);
  const box = selectionBox({ ...state, history: { ...state.history, present: began } });
  if (!box) return moveText(state, wanted, step);
  const width = Math.max(LEAST_SIZE, wanted.width ?? box.width);
  const height = Math.max(LEAST_SIZE, wanted.height ?? box.height);
  const left = wanted.x ?? box.centre[0] - box.width / 2;
  const top = wanted.y ?? box.centre[1] - box.height / 2;
  const angle = wanted.angle ?? box.angle;
  return transformed(state, carry(box, { centre: [left + width / 2, top + height / 2], width, height, angle }), step);
}

function moveText(state: EditorState, { x, y }: { x?: number; y?: number }, step?: string): EditorState {
  const frame = frameOfState(state);
  return change(
    state,
    (shape) =>
      withPoints(
        frame,
        shape,
        pointsOf(frame, shape).map(([px, py]): XY => [x ?? px, y ?? py]),
      ),
    step,
  );
}

function rearrange(state: EditorState, shapes: readonly Shape[]): EditorState {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  return change(state, (shape) => byId.get(shape.id) ?? shape);
}

const copied = (state: EditorState) => selectedShapes(state).map((shape) => asNewSpace(state, shape));

const copy = (state: EditorState): EditorState => {
  const { t } = state;
  const clipboard = copied(state);
  if (clipboard.length === 0) return state;
  return {
    ...state,
    clipboard,
    said: t("{count, plural, one {# shape} other {# shapes}} copied", { count: clipboard.length }),
  };
};

/** Copies a little aside, so that they are seen; pasting again goes further. */
function paste(state: EditorState, shapes: readonly Shape[]): EditorState {
  const { t } = state;
  if (shapes.length === 0) return state;
  const frame = frameOfState(state);
  const by = 2 * gridOf(frame);
  const aside = shapes.map((shape) =>
    withPoints(
      frame,
      shape,
      pointsOf(frame, shape).map((point) => plus(point, [by, by])),
    ),
  );
  const pasted = added(
    state,
    renamed(state, aside).map(({ id: _, locked: __, ...shape }) => shape),
  );
  return {
    ...pasted,
    clipboard: state.clipboard === shapes ? aside : state.clipboard,
    said: t("{count, plural, one {# shape} other {# shapes}} pasted", { count: shapes.length }),
  };
}

function order(state: EditorState, to: "front" | "back"): EditorState {
  const ids = new Set(freeIds(state));
  const plan = planOf(state);
  const [moved, rest] = [plan.shapes.filter(({ id }) => ids.has(id)), plan.shapes.filter(({ id }) => !ids.has(id))];
  if (moved.length === 0) return state;
  return committed(state, { ...plan, shapes: to === "front" ? [...rest, ...moved] : [...moved, ...rest] });
}

function lock(state: EditorState, isLocked: boolean): EditorState {
  const { t } = state;
  const plan = withShapes(planOf(state), state.selection, ({ locked: _, ...shape }) =>
    isLocked ? { ...shape, locked: true } : shape,
  );
  return { ...committed(state, plan), said: isLocked ? t("Locked") : t("Unlocked") };
}

const FIRST_SIZES = { room: [4, 3], zone: [6, 4], desk: [1.6, 0.8] } as const;
const FIRST_PARTS = { room: [10, 7.5], zone: [15, 10], desk: [4, 2] } as const;

/** The outline of a space that was not on the plan, with its middle at a point. */
function place(state: EditorState, spaceId: string, [x, y]: XY): EditorState {
  const { t } = state;
  const space = state.spaces.get(spaceId);
  if (!space || !(space.kind === "room" || space.kind === "zone" || space.kind === "desk")) return state;
  const frame = frameOfState(state);
  const [wide, deep] = (frame.perMetre === null ? FIRST_PARTS : FIRST_SIZES)[space.kind];
  const [width, height] = [fromLength(frame, wide), fromLength(frame, deep)];
  const points = cornersOf({ x: x - width / 2, y: y - height / 2, width, height }).map((one) => toPlan(frame, one));
  return {
    ...added(state, [{ kind: space.kind, points, spaceId }]),
    tool: "select",
    said: t("{name} placed", { name: space.name }),
  };
}
