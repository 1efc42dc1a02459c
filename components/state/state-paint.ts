import type { SpaceStateName } from "@/lib/core/space-state";

/** States we are not sure of, or that shut a space, are never plain: id of their pattern in StatePatterns. */
const PATTERN: Partial<Record<SpaceStateName, string>> = {
  ghost: "dots",
  stale: "diagonal",
  offline: "cross",
  unknown: "sparse",
  maintenance: "stripes",
};

const EDGE_DASH: Partial<Record<SpaceStateName, string>> = {
  ghost: "5 3",
  stale: "5 3",
  unknown: "1.5 3",
  unmonitored: "1.5 3",
};

export interface StatePaint {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
  readonly strokeWidth: number;
  readonly dash: string | undefined;
  /** `url(#…)` of the pattern over the fill. */
  readonly pattern: string | undefined;
}

/** How a state is drawn, everywhere: mark, chip, legend, card and later the plan. */
export function statePaint(state: SpaceStateName, lastState: SpaceStateName | null): StatePaint {
  const token = (part: string) => `var(--st-${state}-${part})`;
  const pattern = PATTERN[state];
  return {
    fill: fillOf(state, lastState),
    stroke: token("stroke"),
    text: token("text"),
    strokeWidth: state === "over" ? 2.5 : 1.5,
    dash: EDGE_DASH[state],
    pattern: pattern && `url(#state-${pattern})`,
  };
}

/** Stale keeps a third of the colour it had, so that the last known state is still there to see. */
function fillOf(state: SpaceStateName, lastState: SpaceStateName | null): string {
  if (state === "unmonitored") return "transparent";
  if (state !== "stale") return `var(--st-${state}-fill)`;
  return `color-mix(in srgb, var(--st-${lastState ?? "occupied"}-fill) 35%, var(--plan-floor))`;
}
