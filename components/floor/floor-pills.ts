import { STATE_WORD } from "@/components/state/state-words";
import type { SpaceStateName } from "@/lib/core/space-state";
import type { Text } from "@/lib/core/text";
import { type JudgedSpace, needsAttention } from "./group-spaces";

/** What a phone can narrow its list to besides a state. */
export const PILL_GROUPS = ["attention", "zones"] as const;
type PillGroup = (typeof PILL_GROUPS)[number];

export interface PillChoice {
  readonly state: SpaceStateName | null;
  readonly group: PillGroup | null;
}

export interface FloorPill extends PillChoice {
  readonly label: string;
  readonly count: number;
}

const IN_GROUP: Record<PillGroup, (judged: JudgedSpace) => boolean> = {
  attention: (judged) => judged.space.kind !== "desk" && needsAttention(judged),
  zones: ({ space }) => space.kind === "zone",
};

/** The spaces a choice leaves. */
export function chosenSpaces<T extends JudgedSpace>(judged: readonly T[], { state, group }: PillChoice): readonly T[] {
  if (group) return judged.filter(IN_GROUP[group]);
  return state ? judged.filter(({ verdict }) => verdict.state === state) : judged;
}

/**
 * The pills over a phone's list: free and in use, and booked where something is. A state that came with a link has one
 * too, so that it can be undone.
 */
export function floorPills(judged: readonly JudgedSpace[], { state }: PillChoice, t: Text): FloorPill[] {
  const pill = (label: string, choice: PillChoice): FloorPill => ({
    label,
    ...choice,
    count: chosenSpaces(judged, choice).length,
  });
  const isAnyHeld = judged.some(({ verdict }) => verdict.state === "held");
  const states: SpaceStateName[] = isAnyHeld ? ["free", "held", "occupied"] : ["free", "occupied"];
  if (state && !states.includes(state)) states.push(state);
  return [
    pill(t("All"), { state: null, group: null }),
    ...states.map((one) => pill(t(STATE_WORD[one]), { state: one, group: null })),
    pill(t("Attention"), { state: null, group: "attention" }),
    pill(t("Zones"), { state: null, group: "zones" }),
  ];
}
