import type { FloorPlan, Shape } from "../floor-plan";
import { type EditorState, frameOfState, isFree, planOf, selectedShapes } from "./editor-state";
import { pointsOf, withPoints, type XY } from "./frame";
import { beginningOf, commit } from "./history";

/** The plan with some of its shapes changed; the same plan when none was. */
export function withShapes(plan: FloorPlan, ids: readonly string[], change: (shape: Shape) => Shape): FloorPlan {
  const wanted = new Set(ids);
  let isChanged = false;
  const shapes = plan.shapes.map((shape) => {
    if (!wanted.has(shape.id)) return shape;
    const changed = change(shape);
    isChanged ||= changed !== shape;
    return changed;
  });
  return isChanged ? { ...plan, shapes } : plan;
}

/** A new plan, as a step that can be undone. */
export const committed = (state: EditorState, plan: FloorPlan, step?: string): EditorState => {
  const history = commit(state.history, plan, step ?? null);
  return history === state.history ? state : { ...state, history };
};

/** Ids of the selected shapes that may be changed. */
export const freeIds = (state: EditorState): readonly string[] =>
  selectedShapes(state)
    .filter((shape) => isFree(state, shape))
    .map(({ id }) => id);

/** The free selected shapes with their points elsewhere, reckoned from where the step began. */
export function transformed(state: EditorState, change: (point: XY) => XY, step?: string): EditorState {
  const frame = frameOfState(state);
  const base = step === undefined ? planOf(state) : beginningOf(state.history, step);
  const plan = withShapes(base, freeIds(state), (shape) =>
    withPoints(frame, shape, pointsOf(frame, shape).map(change)),
  );
  return committed(state, plan, step);
}

/** New shapes on top of the others, selected. */
export function added(state: EditorState, shapes: readonly Omit<Shape, "id">[]): EditorState {
  const made = shapes.map((shape, index) => ({ ...shape, id: `${state.seed}-${state.made + index + 1}` }));
  const plan = planOf(state);
  return {
    ...committed(state, { ...plan, shapes: [...plan.shapes, ...made] }),
    selection: made.map(({ id }) => id),
    corner: null,
    made: state.made + made.length,
  };
}
