/** A line that holds until it changes. */
export const STEP = {
  type: "stepAfter",
  isAnimationActive: false,
  dot: false,
  activeDot: false,
  connectNulls: false,
} as const;

export const CHART_LABEL = { fill: "var(--muted)", fontSize: 11, fontWeight: 500 } as const;
