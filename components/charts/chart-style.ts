import type { DayAxis } from "./day-axis";

/** A line that holds until it changes. */
export const STEP = {
  type: "stepAfter",
  isAnimationActive: false,
  dot: false,
  activeDot: false,
  connectNulls: false,
} as const;

export const CHART_LABEL = { fill: "var(--muted)", fontSize: 11, fontWeight: 500 } as const;

/** From here on, as a share of the window, a label at the right end would stand in the line of now. */
const NOW_IS_RIGHT = 0.7;

/** Where the label of a level stands: at the end that now is not at. */
export function labelSide({ now, from, to }: DayAxis): "insideBottomLeft" | "insideBottomRight" {
  const share = (now - from) / (to - from);
  return share > NOW_IS_RIGHT && share < 1.02 ? "insideBottomLeft" : "insideBottomRight";
}
