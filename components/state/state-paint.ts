import type { SpaceStateName } from "@/lib/core/space-state";

/** States we are not sure of, or that shut a space, are never plain: id of their pattern in StatePatterns. */
const PATTERN: Partial<Record<SpaceStateName, string>> = {
  ghost: "dots",
  stale: "diagonal",
  offline: "cross",
  unknown: "sparse",
  maintenance: "stripes",
};

const EDGE: Partial<Record<SpaceStateName, "dashed" | "dotted">> = {
  ghost: "dashed",
  stale: "dashed",
  unknown: "dotted",
  unmonitored: "dotted",
};

const DASH = { solid: undefined, dashed: "5 3", dotted: "1.5 3" } as const;

/** How much of the pattern the plain plate under an icon hides; without it an icon is lost in the hatch. */
export const PLATE_OPACITY = 0.85;

export interface StatePaint {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
  readonly strokeWidth: number;
  readonly dash: string | undefined;
  /** The same edge where only CSS can draw it. */
  readonly borderStyle: "solid" | "dashed" | "dotted";
  /** `url(#…)` of the pattern over the fill. */
  readonly pattern: string | undefined;
}

/** How a state is drawn, everywhere: mark, chip, legend, card and later the plan. What is not sure has a broken edge. */
export function statePaint(state: SpaceStateName, lastState: SpaceStateName | null, uncertain = false): StatePaint {
  const token = (part: string) => `var(--st-${state}-${part})`;
  const pattern = PATTERN[state];
  const edge = EDGE[state] ?? (uncertain ? "dashed" : "solid");
  return {
    fill: fillOf(state, lastState),
    stroke: token("stroke"),
    text: token("text"),
    strokeWidth: state === "over" ? 2.5 : 1.5,
    dash: DASH[edge],
    borderStyle: edge,
    pattern: pattern && `url(#state-${pattern})`,
  };
}

/** Stale keeps a third of the colour it had, so that the last known state is still there to see. */
function fillOf(state: SpaceStateName, lastState: SpaceStateName | null): string {
  if (state === "unmonitored") return "transparent";
  if (state !== "stale") return `var(--st-${state}-fill)`;
  return `color-mix(in srgb, var(--st-${lastState ?? "occupied"}-fill) 35%, var(--plan-floor))`;
}
