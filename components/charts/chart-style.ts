import type { DayAxis } from "./day-axis";

/** A line that holds until it changes. */
export const STEP = {
  type: "stepAfter",
  isAnimationActive: false,
  dot: false,
  activeDot: false,
  connectNulls: false,
} as const;

/** With an edge of paper, so that a line behind it does not cross the words. */
export const CHART_LABEL = {
  fill: "var(--muted)",
  fontSize: 11,
  fontWeight: 500,
  stroke: "var(--surface)",
  strokeWidth: 3,
  strokeLinejoin: "round",
  style: { paintOrder: "stroke" },
} as const;

/** From here on, as a share of the window, a label at the right end would stand in the line of now. */
const NOW_IS_RIGHT = 0.7;

/** Where the label of a level stands: above or below its line, at the end that now is not at. */
export function labelPlace<P extends "above" | "below">({ now, from, to }: DayAxis, place: P) {
  const share = (now - from) / (to - from);
  const side = share > NOW_IS_RIGHT && share < 1.02 ? "Left" : "Right";
  return place === "above" ? (`insideBottom${side}` as const) : (`insideTop${side}` as const);
}
