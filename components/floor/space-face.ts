import { type SpaceWords, spaceWords } from "@/components/state/state-words";
import { type SpaceSnapshot, spaceFacts } from "@/lib/core/floor";
import { judgeReadings, type SpaceStateName, type SpaceVerdict } from "@/lib/core/space-state";
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
export interface SpaceFace extends Omit<SpaceVerdict, "changesAt"> {
  readonly space: SpaceSnapshot;
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
  const { changesAt: _, ...shown } = verdict;
  return {
    ...shown,
    space,
    minute: Math.floor(view.now / MINUTE_MS) * MINUTE_MS,
    ageMinutes: verdict.state === "stale" ? minutesSinceReading(space, view.now) : null,
    timeZone: view.timeZone,
    selected: view.selectedId === space.id,
    dimmed: view.filter !== null && view.filter !== verdict.state,
    onOpen: view.onOpen,
  };
}

function minutesSinceReading(space: SpaceSnapshot, now: number): number | null {
  const [best] = judgeReadings(spaceFacts(space), now);
  return best ? Math.floor((now - best.reading.observedAt) / MINUTE_MS) : null;
}

export function wordsOf(face: SpaceFace): SpaceWords {
  const { space, minute, ageMinutes, timeZone } = face;
  const countedAt = ageMinutes === null ? null : minute - ageMinutes * MINUTE_MS;
  return spaceWords(space, { ...face, changesAt: null }, { now: minute, timeZone }, countedAt);
}
