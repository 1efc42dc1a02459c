import { STATE_ICON } from "@/components/state/state-icon";
import { statePaint } from "@/components/state/state-paint";
import { STATE_WORD } from "@/components/state/state-words";
import type { SpaceStateName } from "@/lib/core/space-state";
import type { Text } from "@/lib/core/text";
import { cardWords } from "../card-words";
import type { SpaceFace } from "../space-face";
import type { LegendLine, Look, Mark } from "./look";

const SHARE: Partial<Record<SpaceStateName, number>> = {
  over: 2,
  occupied: 1,
  away: 0.5,
  ghost: 0.3,
  held: 0.2,
  free: 0,
};

/** Occupancy: one of the eleven states. */
export function stateLook(face: SpaceFace, t: Text): Look {
  const { space, state, lastState, uncertain, count } = face;
  const { headline, detail, sentence, air, trouble } = cardWords(face, t);
  return {
    key: state,
    ...stateMark(state, lastState, uncertain),
    headline,
    detail,
    ...shortWords(face, headline, detail, t),
    sentence,
    air,
    trouble,
    rank: count !== null && space.capacity ? count / space.capacity : (SHARE[state] ?? null),
  };
}

export const stateMark = (state: SpaceStateName, lastState: SpaceStateName | null = null, uncertain = false): Mark => ({
  paint: statePaint(state, lastState, uncertain),
  icon: STATE_ICON[state],
});

/** A plan has less room than a card: of a free room the seats are worth more than since when. */
function shortWords({ state, space: { capacity } }: SpaceFace, value: string, note: string, t: Text) {
  if (state === "unmonitored") return { value: t(STATE_WORD.unmonitored), note: "" };
  if (state === "free" && capacity !== null)
    return { value, note: t("{count, plural, one {# seat} other {# seats}}", { count: capacity }) };
  return { value, note };
}

/** Calm to loud. */
const ORDER: readonly SpaceStateName[] = [
  "free",
  "held",
  "away",
  "occupied",
  "ghost",
  "over",
  "stale",
  "offline",
  "unknown",
  "unmonitored",
  "maintenance",
];

export const stateLegend = (t: Text): LegendLine[] =>
  ORDER.map((state) => ({
    key: state,
    word: t(STATE_WORD[state]),
    ...stateMark(state, state === "stale" ? "occupied" : null),
  }));
