import type { Shape } from "../floor-plan";
import { areaOf } from "../plan-geometry";
import { added, committed } from "./changing";
import { deskBoxes } from "./desk-grid";
import type { Keys } from "./editor-events";
import { type Doing, type EditorState, frameOfState, KIND_WORDS, planOf } from "./editor-state";
import { fromLength, lengthWords, toPlan, type XY } from "./frame";
import { angleOf, type Box, boxBetween, cornersOf, distance, minus, plus, turn } from "./geometry";
import { firstEdits } from "./naming";
import { alignDrawing } from "./placing";
import { LEAST_SIZE } from "./resizing";
import { snapOptions, targetsBut } from "./select-tool";
import { snapPoint } from "./snapping";

/** A desk that was only clicked, cm wide and deep. */
const DESK_M = [1.6, 0.8] as const;
const DESK_PARTS = [4, 2] as const;
const TEXT_SIZE = 0.022;

function snapped(state: EditorState, at: XY, { alt }: Keys) {
  return alt ? { at, guides: [] } : snapPoint(at, state.targets, snapOptions(state));
}

/** To the nearest 45° as seen from a point, for lines with Shift. */
function straightened(from: XY | undefined, at: XY, { shift }: Keys): XY {
  if (!shift || !from) return at;
  const length = distance(from, at);
  const angle = Math.round(angleOf(minus(at, from)) / 45) * 45;
  return plus(from, turn([length, 0], [0, 0], angle));
}

function squared(from: XY, at: XY, { shift }: Keys): XY {
  if (!shift) return at;
  const [dx, dy] = minus(at, from);
  const side = Math.max(Math.abs(dx), Math.abs(dy));
  return plus(from, [Math.sign(dx || 1) * side, Math.sign(dy || 1) * side]);
}

/** The first press, or the next point, of a drawing tool. */
export function pressDraw(state: EditorState, at: XY, keys: Keys): EditorState {
  const ready = state.doing ? state : { ...state, targets: targetsBut(state, []) };
  const start = snapped(ready, at, keys).at;
  switch (state.tool) {
    case "room":
    case "zone":
    case "desk":
    case "desks":
      return { ...ready, selection: [], doing: { kind: "box", makes: state.tool, from: start, to: start } };
    case "door":
    case "measure":
      return { ...ready, doing: { kind: "line", makes: state.tool, from: start, to: start } };
    case "polygon":
    case "wall":
      return pressPath(ready, at, keys);
    case "text":
      return addText(ready, start);
    case "align":
      return pressAlign(ready, at, keys);
    default:
      return state;
  }
}

function pressPath(state: EditorState, at: XY, keys: Keys): EditorState {
  const points = state.doing?.kind === "path" ? state.doing.points : [];
  const next = snapped(state, straightened(points.at(-1), at, keys), keys).at;
  const [first] = points;
  const closes = first && points.length > 2 && distance(first, next) <= snapOptions(state).reach;
  if (closes && state.tool === "polygon") return finishPath(state);
  const makes = state.tool === "wall" ? "wall" : "room";
  return { ...state, selection: [], doing: { kind: "path", makes, points: [...points, next], to: next } };
}

/** With the pointer moving, held or not. */
export function moveDraw(state: EditorState, doing: Doing, at: XY, keys: Keys): EditorState {
  switch (doing.kind) {
    case "box": {
      const { at: to, guides } = snapped(state, at, keys);
      return { ...state, guides, doing: { ...doing, to: squared(doing.from, to, keys) } };
    }
    case "line": {
      const { at: to, guides } = snapped(state, straightened(doing.from, at, keys), keys);
      return { ...state, guides, doing: { ...doing, to } };
    }
    case "path": {
      const { at: to, guides } = snapped(state, straightened(doing.points.at(-1), at, keys), keys);
      return { ...state, guides, doing: { ...doing, to } };
    }
    case "align":
      return { ...state, doing: { ...doing, to: at } };
    default:
      return state;
  }
}

/** Letting go of a box or a line makes it. A path goes on. */
export function releaseDraw(state: EditorState, doing: Doing): EditorState {
  const rest = { ...state, guides: [] };
  if (doing.kind === "line") return finishLine({ ...rest, doing: null }, doing);
  if (doing.kind !== "box") return rest;
  const box = boxBetween(doing.from, doing.to);
  const done = { ...rest, doing: null };
  const isClick = box.width < LEAST_SIZE || box.height < LEAST_SIZE;
  if (isClick && doing.makes === "desk") return addBoxes(done, "desk", [deskAt(done, doing.from)]);
  const { t } = state;
  if (isClick) return { ...done, said: t("Drag to draw.") };
  return doing.makes === "desks"
    ? addBoxes(done, "desk", deskBoxes(box, state.deskGrid))
    : addBoxes(done, doing.makes, [box]);
}

function deskAt(state: EditorState, [x, y]: XY): Box {
  const frame = frameOfState(state);
  const [wide, deep] = frame.perMetre === null ? DESK_PARTS : DESK_M;
  const [width, height] = [fromLength(frame, wide), fromLength(frame, deep)];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Rectangular spaces, with names of their own. */
export function addBoxes(state: EditorState, kind: "room" | "zone" | "desk", boxes: readonly Box[]): EditorState {
  const { t } = state;
  if (boxes.length === 0) return { ...state, said: t("The gaps leave no room for desks.") };
  const frame = frameOfState(state);
  const edits = firstEdits(state, kind, boxes.length);
  const shapes = boxes.map((box, index) => ({
    kind,
    points: cornersOf(box).map((corner) => toPlan(frame, corner)),
    spaceId: null,
    edit: edits[index] ?? {},
  }));
  const [first] = boxes;
  const size = first && { width: lengthWords(frame, first.width), height: lengthWords(frame, first.height) };
  const said =
    size && boxes.length === 1
      ? t("{name} added, {width} by {height}", { name: edits[0]?.name ?? "", ...size })
      : t("{count} desks added", { count: boxes.length });
  return { ...added(state, shapes), said };
}

function addDetail(state: EditorState, shape: Omit<Shape, "id" | "spaceId">): EditorState {
  const { t } = state;
  return {
    ...added(state, [{ ...shape, spaceId: null }]),
    said: t("{label} added", { label: t(KIND_WORDS[shape.kind]) }),
  };
}

function finishLine(state: EditorState, { makes, from, to }: Extract<Doing, { kind: "line" }>): EditorState {
  if (distance(from, to) < LEAST_SIZE) return state;
  const frame = frameOfState(state);
  const { t } = state;
  if (makes === "measure")
    return {
      ...state,
      measured: [from, to],
      said: t("Measured {length}", { length: lengthWords(frame, distance(from, to)) }),
    };
  return addDetail(state, { kind: "door", points: [toPlan(frame, from), toPlan(frame, to)] });
}

const apart = (points: readonly XY[]) =>
  points.filter((point, index) => {
    const before = points[index - 1];
    return !before || distance(before, point) > 0.5;
  });

/** Enter, a double click or the first corner again: the path is done. Too few corners make nothing. */
export function finishPath(state: EditorState): EditorState {
  if (state.doing?.kind !== "path") return state;
  const { makes } = state.doing;
  const frame = frameOfState(state);
  const corners = apart(state.doing.points);
  const rest = { ...state, doing: null, guides: [] };
  const points = corners.map((corner) => toPlan(frame, corner));
  if (makes === "wall") return corners.length < 2 ? rest : addDetail(rest, { kind: "wall", points });
  const { t } = rest;
  if (corners.length < 3 || areaOf(corners) < LEAST_SIZE * LEAST_SIZE)
    return { ...rest, said: t("A room needs three corners.") };
  const [edit = {}] = firstEdits(rest, "room");
  return {
    ...added(rest, [{ kind: "room", points, spaceId: null, edit }]),
    said: t("{name} added, {count} corners", { name: edit.name ?? "", count: corners.length }),
  };
}

/** The last corner of a path is taken back. */
export function stepBack(state: EditorState): EditorState {
  if (state.doing?.kind !== "path" && state.doing?.kind !== "align") return state;
  const points = state.doing.points.slice(0, -1);
  return { ...state, doing: points.length === 0 ? null : { ...state.doing, points } };
}

function addText(state: EditorState, at: XY): EditorState {
  const frame = frameOfState(state);
  const made = addDetail(state, { kind: "text", points: [toPlan(frame, at)], text: "Text", size: TEXT_SIZE });
  return { ...made, tool: "select" };
}

/** Two points of the drawing, then the two places where they belong. */
function pressAlign(state: EditorState, at: XY, keys: Keys): EditorState {
  const points = state.doing?.kind === "align" ? state.doing.points : [];
  const [a, b, c] = points;
  const next = points.length < 2 ? at : snapped(state, at, keys).at;
  if (!a || !b || !c) return { ...state, doing: { kind: "align", points: [...points, next], to: at } };
  const plan = planOf(state);
  const drawing = plan.drawing && alignDrawing(frameOfState(state), plan.drawing, [a, b], [c, next]);
  const rest: EditorState = { ...state, doing: null, guides: [], tool: "select" };
  const { t } = state;
  if (!drawing) return { ...rest, said: t("The two points must be apart.") };
  return { ...committed(rest, { ...plan, drawing }), said: t("Drawing aligned") };
}
