import { type SpaceWords, spaceWords } from "@/components/state/state-words";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceStateName } from "@/lib/core/space-state";
import type { JudgedSpace } from "./group-spaces";

export interface CardView {
  readonly now: number;
  readonly timeZone: string;
  readonly selectedId: string | null;
  /** Only this state is shown in full; null shows all. */
  readonly filter: SpaceStateName | null;
  readonly onOpen: (id: string) => void;
}

/** What a card or desk is drawn from. Nothing in it is made anew, so memo sees what really changed. */
export interface SpaceFace {
  readonly space: SpaceSnapshot;
  readonly state: SpaceStateName;
  readonly lastState: SpaceStateName | null;
  readonly since: number | null;
  readonly count: number | null;
  /** The minute it is drawn in, ms, for the day that clock times are of. */
  readonly minute: number;
  /** Whole minutes since the newest count was taken; only stale says so. */
  readonly ageMinutes: number | null;
  readonly timeZone: string;
  readonly selected: boolean;
  readonly dimmed: boolean;
  readonly onOpen: (id: string) => void;
}

const MINUTE_MS = 60_000;

export function faceOf({ space, verdict }: JudgedSpace, view: CardView): SpaceFace {
  const { state, lastState, since, count } = verdict;
  const reading = space.metrics.occupancy ?? space.metrics.occupancySmoothed;
  return {
    space,
    state,
    lastState,
    since,
    count,
    minute: Math.floor(view.now / MINUTE_MS) * MINUTE_MS,
    ageMinutes:
      state === "stale" && reading ? Math.floor((view.now - Date.parse(reading.observedAt)) / MINUTE_MS) : null,
    timeZone: view.timeZone,
    selected: view.selectedId === space.id,
    dimmed: view.filter !== null && view.filter !== state,
    onOpen: view.onOpen,
  };
}

export function wordsOf(face: SpaceFace): SpaceWords {
  const { space, state, lastState, since, count, minute, ageMinutes, timeZone } = face;
  const countedAt = ageMinutes === null ? null : minute - ageMinutes * MINUTE_MS;
  return spaceWords(space, { state, lastState, since, count, changesAt: null }, minute, timeZone, countedAt);
}
