import type { DrawingPlacement } from "../floor-plan";
import { committed } from "./changing";
import { finishPath, moveDraw, pressDraw, releaseDraw, stepBack } from "./draw-tools";
import type { EditorEvent, PlanEvents, PointerEvents, ScreenEvents, SelectionEvents } from "./editor-events";
import {
  type EditorState,
  firstState,
  frameOfState,
  isReachable,
  KIND_WORDS,
  onlySelected,
  planOf,
  selectedShapes,
  shapeName,
} from "./editor-state";
import { lengthWords, pointsOf } from "./frame";
import { type Box, boundsOf } from "./geometry";
import { commit, redo, seal, undo } from "./history";
import { cancelSelect, dragSelect, pressHandle, pressSelect, releaseSelect } from "./select-tool";
import { applyToShapes } from "./shape-commands";
import { fitBox, reveal, toPlanUnits, zoomAt } from "./view";

/** What happens next in the editor. Pure: the same events make the same plan. */
export function editorReducer(state: EditorState, event: EditorEvent): EditorState {
  switch (event.type) {
    case "press":
    case "move":
    case "leave":
    case "release":
    case "finish":
    case "cancel":
    case "step-back":
      return applyPointer(state, event);
    case "select":
    case "select-all":
    case "select-next":
    case "corners":
      return applySelection(state, event);
    case "undo":
    case "redo":
    case "seal":
    case "drawing":
    case "plan":
    case "replace":
    case "restart":
      return applyToPlan(state, event);
    case "tool":
    case "layer":
    case "desk-grid":
    case "spaces":
    case "canvas":
    case "pan":
    case "zoom":
    case "zoom-to":
    case "fit":
      return applyToScreen(state, event);
    default:
      return applyToShapes(state, event);
  }
}

const DRAWS = new Set(["box", "line", "path", "align"]);

function applyPointer(state: EditorState, event: PointerEvents): EditorState {
  const { doing } = state;
  switch (event.type) {
    case "press": {
      const held = event.on && event.on.kind !== "shape" ? pressHandle(state, event.at, event.on) : null;
      if (held) return held;
      if (state.tool === "pan") return state;
      return state.tool === "select"
        ? pressSelect(state, event.at, event.on, event.keys)
        : pressDraw(state, event.at, event.keys);
    }
    case "move": {
      const here = { ...state, pointer: event.at };
      if (!doing) return here;
      if (DRAWS.has(doing.kind)) return moveDraw(here, doing, event.at, event.keys);
      return event.isHeld ? dragSelect(here, doing, event.at, event.keys) : here;
    }
    case "leave":
      return { ...state, pointer: null };
    case "release":
      if (!doing) return state;
      return DRAWS.has(doing.kind) ? releaseDraw(state, doing) : releaseSelect(state, doing);
    case "finish":
      return finishPath(state);
    case "cancel":
      return cancel(state);
    case "step-back":
      return stepBack(state);
  }
}

/** Esc: first what is under way, then the tool, then the corners, then the selection. */
function cancel(state: EditorState): EditorState {
  const { t } = state;
  if (state.doing) return cancelSelect(state, state.doing);
  if (state.tool !== "select") return { ...state, tool: "select", measured: null, said: t("Select") };
  if (state.editsCorners) return { ...state, editsCorners: false, corner: null };
  return state.selection.length === 0 ? state : { ...state, selection: [], corner: null, said: t("Nothing selected") };
}

/** "Spruce, room, 6.25 m by 4.75 m, 3 of 19". */
function selectionWords(state: EditorState): string {
  const { t } = state;
  const count = selectedShapes(state).length;
  const only = onlySelected(state);
  if (!only) return count === 0 ? t("Nothing selected") : t("{count} shapes selected", { count });
  const frame = frameOfState(state);
  const { width, height } = boundsOf(pointsOf(frame, only));
  const { shapes } = planOf(state);
  return [
    shapeName(only, state.spaces, t),
    t(KIND_WORDS[only.kind]).toLowerCase(),
    ...(only.points.length > 1
      ? [t("{width} by {height}", { width: lengthWords(frame, width), height: lengthWords(frame, height) })]
      : []),
    ...(only.locked ? [t("locked")] : []),
    t("{count} of {all}", { count: shapes.indexOf(only) + 1, all: shapes.length }),
  ].join(", ");
}

function selecting(state: EditorState, ids: readonly string[], reveals = false): EditorState {
  const chosen: EditorState = { ...state, selection: ids, corner: null, editsCorners: false };
  const frame = frameOfState(state);
  const box = boundsOf(selectedShapes(chosen).flatMap((shape) => pointsOf(frame, shape)));
  const view = reveals && ids.length > 0 ? reveal(state.view, box) : state.view;
  return { ...chosen, view, said: selectionWords(chosen) };
}

function applySelection(state: EditorState, event: SelectionEvents): EditorState {
  const reachable = () =>
    planOf(state)
      .shapes.filter((shape) => isReachable(state, shape))
      .map(({ id }) => id);
  switch (event.type) {
    case "select":
      return selecting(state, event.ids, event.reveals);
    case "select-all":
      return selecting(state, reachable());
    case "select-next": {
      const ids = reachable();
      const at = ids.indexOf(state.selection.at(-1) ?? "");
      const from = at < 0 && event.step < 0 ? ids.length : at;
      const next = ids[from + event.step];
      return next === undefined ? selecting(state, []) : selecting(state, [next], true);
    }
    case "corners":
      return { ...state, editsCorners: event.isOn, corner: null };
  }
}

function withDrawing(state: EditorState, change: Partial<DrawingPlacement> | null, step?: string): EditorState {
  const plan = planOf(state);
  if (change === null) return committed(state, { ...plan, drawing: null }, step);
  const drawing = plan.drawing ? { ...plan.drawing, ...change } : asPlacement(change);
  return drawing ? committed(state, { ...plan, drawing }, step) : state;
}

const asPlacement = ({
  id,
  x = 0,
  y = 0,
  width = 1,
  height = 1,
  rotation = 0,
  opacity = 0.6,
}: Partial<DrawingPlacement>) => (id === undefined ? null : { id, x, y, width, height, rotation, opacity });

function applyToPlan(state: EditorState, event: PlanEvents): EditorState {
  const { t } = state;
  const idle = { ...state, doing: null, guides: [], corner: null };
  switch (event.type) {
    case "undo":
      return state.history.past.length === 0 ? state : { ...idle, history: undo(state.history), said: t("Undone") };
    case "redo":
      return state.history.future.length === 0 ? state : { ...idle, history: redo(state.history), said: t("Redone") };
    case "seal":
      return { ...state, history: seal(state.history) };
    case "drawing":
      return withDrawing(state, event.change, event.step);
    case "plan":
      return committed(state, { ...planOf(state), ...event.change }, event.step);
    case "replace":
      return {
        ...idle,
        history: event.plans.reduce((history, plan) => commit(history, plan), state.history),
        said: event.said,
      };
    case "restart":
      return { ...idle, history: firstState(event.plan, state.seed).history };
  }
}

/** The whole plan with its drawing, in units. */
function everything(state: EditorState): Box {
  const { width, height } = frameOfState(state);
  return { x: 0, y: 0, width, height };
}

function applyToScreen(state: EditorState, event: ScreenEvents): EditorState {
  const { view } = state;
  switch (event.type) {
    case "tool":
      return { ...state, tool: event.tool, doing: null, guides: [], measured: null, editsCorners: false, corner: null };
    case "layer":
      return {
        ...state,
        layers: { ...state.layers, [event.layer]: { ...state.layers[event.layer], ...event.change } },
      };
    case "desk-grid":
      return { ...state, deskGrid: { ...state.deskGrid, ...event.change } };
    case "spaces":
      return { ...state, spaces: new Map(event.spaces.map((space) => [space.id, space])) };
    case "canvas": {
      const sized = { ...view, width: event.width, height: event.height };
      return { ...state, view: view.width === 0 ? fitBox(sized, everything(state)) : sized };
    }
    case "pan":
      return { ...state, view: { ...view, x: view.x + event.by[0], y: view.y + event.by[1] } };
    case "zoom":
      return { ...state, view: zoomAt(view, event.at ?? [view.width / 2, view.height / 2], event.factor) };
    case "zoom-to":
      return { ...state, view: zoomAt(view, [view.width / 2, view.height / 2], event.scale / view.scale) };
    case "fit":
      return { ...state, view: fitBox(view, fittedBox(state, event.what)) };
  }
}

function fittedBox(state: EditorState, what: "plan" | "selection" = "plan"): Box {
  const shapes = what === "selection" ? selectedShapes(state) : [];
  if (shapes.length === 0) return everything(state);
  const frame = frameOfState(state);
  return boundsOf(shapes.flatMap((shape) => pointsOf(frame, shape)));
}

/** The middle of what is on screen, in units. */
export const middleOfView = (state: EditorState) =>
  toPlanUnits(state.view, [state.view.width / 2, state.view.height / 2]);
