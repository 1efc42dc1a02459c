import type { RuleMeasure, RuleSchedule } from "../alert-rule";
import { type Calendar, isScheduled, workingHoursChangeAt } from "./scope";

/** A rule that watches a number, and the clock of the place it is watched at. */
export interface WatchedRule extends Pick<RuleMeasure, "comparison" | "threshold" | "clearThreshold"> {
  readonly forMs: number;
  readonly clearMs: number;
  readonly schedule: RuleSchedule;
  readonly calendar: Calendar;
  /** How long a value stands for "now", ms. */
  readonly holdMs: number;
}

/** `waiting`: wrong, but not for long enough; `easing`: right again, but not for long enough. */
type RulePhase = "fine" | "waiting" | "firing" | "easing";

/** Where a rule stands at a place between two readings. Moments are ms since the epoch. */
export interface RuleState {
  readonly phase: RulePhase;
  /** Since when it has been in this phase. */
  readonly phaseAt: number;
  /** Since when it has been wrong; null while it is fine. */
  readonly since: number | null;
  /** The latest value and its moment; null before the first. */
  readonly value: number | null;
  readonly valueAt: number | null;
  /** Up to where time has been looked at. */
  readonly at: number;
}

export const startState = (at: number): RuleState => ({
  phase: "fine",
  phaseAt: at,
  since: null,
  value: null,
  valueAt: null,
  at,
});

/** What happened on the way. */
export type Fired =
  | { readonly kind: "fired"; readonly at: number; readonly since: number; readonly value: number }
  | { readonly kind: "over"; readonly at: number };

export interface Sample {
  /** ms */
  readonly at: number;
  readonly value: number;
}

/** A fold over samples in order and the time between them: live and for a preview the same. */
export function foldRule(
  rule: WatchedRule,
  from: RuleState,
  samples: readonly Sample[],
  until: number,
): { readonly state: RuleState; readonly fired: readonly Fired[] } {
  const fired: Fired[] = [];
  let state = from;
  for (const sample of samples) {
    if (state.valueAt !== null && sample.at <= state.valueAt) continue;
    state = advance(rule, state, sample.at, fired);
    state = withSample(rule, state, sample, fired);
  }
  return { state: advance(rule, state, until, fired), fired };
}

/** When time alone changes something, ms; null when only a reading can. */
export function nextMoment(rule: WatchedRule, state: RuleState): number | null {
  const { phase, phaseAt, at, value, valueAt } = state;
  const edge = rule.schedule === "always" ? null : workingHoursChangeAt(rule.calendar, at);
  const runsOut = valueAt === null || value === null ? null : valueAt + rule.holdMs;
  const moments = [
    edge,
    phase === "waiting" ? phaseAt + rule.forMs : null,
    phase === "easing" ? phaseAt + rule.clearMs : null,
    phase === "waiting" || phase === "easing" ? runsOut : null,
  ].filter((moment) => moment !== null);
  return moments.length > 0 ? Math.max(at, Math.min(...moments)) : null;
}

/** A fold must end even if a rule contradicts itself: more turns than this at one moment are a mistake. */
const MOST_TURNS = 10_000;

function advance(rule: WatchedRule, from: RuleState, until: number, fired: Fired[]): RuleState {
  let state = from;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const next = nextMoment(rule, state);
    if (next === null || next > until) break;
    const changed = turned(rule, state, next, fired);
    if (changed === null) break;
    state = changed;
  }
  return until > state.at ? { ...state, at: until } : state;
}

/** What a moment of `nextMoment` changes; null when nothing. */
function turned(rule: WatchedRule, state: RuleState, at: number, fired: Fired[]): RuleState | null {
  const isOn = isScheduled(rule.schedule, rule.calendar, at);
  const moved = { ...state, at: Math.max(state.at, at) };
  if (!isOn) return state.phase === "fine" ? (at > state.at ? moved : null) : ended(moved, at, fired);
  const ranOut = state.valueAt !== null && at >= state.valueAt + rule.holdMs;
  if (state.phase === "waiting" && at >= state.phaseAt + rule.forMs) return fires(moved, rule, fired);
  if (state.phase === "easing" && at >= state.phaseAt + rule.clearMs) return ended(moved, at, fired);
  // What is not known any more neither gets wrong nor right.
  if (state.phase === "waiting" && ranOut) return { ...moved, phase: "fine", phaseAt: at, since: null };
  if (state.phase === "easing" && ranOut) return { ...moved, phase: "firing", phaseAt: at };
  // The schedule begins: what is wrong then begins then.
  if (state.phase === "fine" && state.value !== null && !ranOut && isWrong(rule, state.value)) {
    return begins(rule, moved, at, fired);
  }
  return at > state.at ? moved : null;
}

function withSample(rule: WatchedRule, before: RuleState, { at, value }: Sample, fired: Fired[]): RuleState {
  const state = { ...before, value, valueAt: at };
  if (!isScheduled(rule.schedule, rule.calendar, at)) return state;
  switch (state.phase) {
    case "fine":
      return isWrong(rule, value) ? begins(rule, state, at, fired) : state;
    case "waiting":
      return isWrong(rule, value) ? state : { ...state, phase: "fine", phaseAt: at, since: null };
    case "firing":
      if (!isRight(rule, value)) return state;
      return rule.clearMs === 0 ? ended(state, at, fired) : { ...state, phase: "easing", phaseAt: at };
    case "easing":
      return isRight(rule, value) ? state : { ...state, phase: "firing", phaseAt: at };
  }
}

function begins(rule: WatchedRule, state: RuleState, at: number, fired: Fired[]): RuleState {
  const waiting: RuleState = { ...state, phase: "waiting", phaseAt: at, since: at };
  return rule.forMs === 0 ? fires(waiting, rule, fired) : waiting;
}

function fires(state: RuleState, rule: WatchedRule, fired: Fired[]): RuleState {
  const since = state.since ?? state.phaseAt;
  fired.push({ kind: "fired", at: since + rule.forMs, since, value: state.value ?? 0 });
  return { ...state, phase: "firing", phaseAt: since + rule.forMs };
}

function ended(state: RuleState, at: number, fired: Fired[]): RuleState {
  if (state.phase !== "waiting") fired.push({ kind: "over", at });
  return { ...state, phase: "fine", phaseAt: at, since: null };
}

const isWrong = ({ comparison, threshold }: WatchedRule, value: number) =>
  comparison === "above" ? value > threshold : value < threshold;

/** Right by the separate clear threshold: between the two nothing changes. */
function isRight({ comparison, threshold, clearThreshold }: WatchedRule, value: number): boolean {
  const clear = clearThreshold ?? threshold;
  return comparison === "above" ? value <= clear : value >= clear;
}
