import type { FloorPlan } from "../floor-plan";

/** More steps back than this are forgotten. */
const MOST_STEPS = 200;

/** The plan and the way to it. Plans share what did not change, so that a step costs little. */
export interface History {
  readonly past: readonly FloorPlan[];
  readonly present: FloorPlan;
  readonly future: readonly FloorPlan[];
  /** The step that may still go on (a drag, typing in one field); null when the last one is done. */
  readonly step: string | null;
}

export const historyOf = (present: FloorPlan): History => ({ past: [], present, future: [], step: null });

/** Where a step began: while it goes on, every state of it is computed from there. */
export const beginningOf = (history: History, step: string): FloorPlan =>
  history.step === step ? (history.past.at(-1) ?? history.present) : history.present;

/** A new plan. What carries the name of the step that goes on joins it; anything else can be undone on its own. */
export function commit(history: History, plan: FloorPlan, step: string | null = null): History {
  if (plan === history.present) return history;
  const joins = step !== null && history.step === step;
  const past = joins ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: plan, future: [], step };
}

/** The step is done: what comes next is another. */
export const seal = (history: History): History => (history.step === null ? history : { ...history, step: null });

/** As if the step had never begun. */
export function abandon(history: History, step: string): History {
  const before = history.past.at(-1);
  if (history.step !== step || !before) return history;
  return { ...history, past: history.past.slice(0, -1), present: before, step: null };
}

export function undo(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    step: null,
  };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future, step: null };
}
