import type { DayAxis, Stretch } from "./day-axis";

/** From where it was begun to where the hand is now, ms; either may be the earlier. */
export interface SpanSelection {
  readonly anchor: number;
  readonly head: number;
}

type Span = Pick<DayAxis, "from" | "to" | "end">;

/** What a selection is rounded to, ms: every zone's clock is a multiple of it ahead of UTC. */
const STEP_MS = 5 * 60_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * 60_000;
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: STEP_MS,
  ArrowUp: STEP_MS,
  ArrowLeft: -STEP_MS,
  ArrowDown: -STEP_MS,
  PageUp: HOUR_MS,
  PageDown: -HOUR_MS,
};

/** Nothing is known of what is to come, so a selection ends with the last whole minute. */
const within = (at: number, { from, to, end }: Span) =>
  Math.max(from, Math.min(at, to, Math.floor(end / MINUTE_MS) * MINUTE_MS));

/** The nearest five minutes of what is shown and known, or its end when that is nearer, ms. */
export function snapped(at: number, axis: Span): number {
  const whole = within(Math.round(at / STEP_MS) * STEP_MS, axis);
  const end = within(axis.end, axis);
  return Math.abs(end - at) < Math.abs(whole - at) ? end : whole;
}

/** What is selected, in order; null for nothing. */
export function spanOf(selection: SpanSelection | null): Stretch | null {
  if (selection === null || selection.anchor === selection.head) return null;
  const { anchor, head } = selection;
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}

/** What a key, pressed with Shift, makes of a selection; it begins at `at` (ms). Null for a key that means nothing here. */
export function extended(selection: SpanSelection | null, key: string, at: number, axis: Span): SpanSelection | null {
  const { anchor, head } = selection ?? { anchor: snapped(at, axis), head: snapped(at, axis) };
  if (key === "Home") return { anchor, head: axis.from };
  if (key === "End") return { anchor, head: within(axis.to, axis) };
  const step = STEPS[key];
  if (step === undefined) return null;
  const whole = step > 0 ? Math.floor(head / STEP_MS) : Math.ceil(head / STEP_MS);
  return { anchor, head: within(whole * STEP_MS + step, axis) };
}
