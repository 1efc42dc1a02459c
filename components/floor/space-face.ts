import { type SpaceWords, spaceWords } from "@/components/state/state-words";
import type { SpaceUse } from "@/lib/client/use-utilization";
import type { AirLimits } from "@/lib/core/air-limits";
import { type SpaceSnapshot, spaceFacts } from "@/lib/core/floor";
import { judgeReadings, type SpaceVerdict } from "@/lib/core/space-state";
import type { Text } from "@/lib/core/text";
import type { JudgedSpace } from "./group-spaces";
import type { FloorShow } from "./views/floor-shows";

/** How all spaces of a floor are looked at. */
export interface FaceView {
  readonly now: number;
  readonly timeZone: string;
  readonly show: FloorShow;
  readonly limitsOf: (spaceId: string) => AirLimits;
  /** Null where utilization is not known, or not shown. */
  readonly utilizationOf: (spaceId: string) => SpaceUse | null;
}

/** What a space is drawn from. Nothing in it is made anew, so that what has not changed is seen. */
export interface SpaceFace extends Omit<SpaceVerdict, "changesAt"> {
  readonly space: SpaceSnapshot;
  /** When its maintenance ends, ms; null for no end, and for other states. */
  readonly closedUntil: number | null;
  /** The minute it is drawn in, ms, for the day that clock times are of. */
  readonly minute: number;
  /** Whole minutes since the newest count was taken; only stale says so. */
  readonly ageMinutes: number | null;
  readonly timeZone: string;
  readonly show: FloorShow;
  readonly limits: AirLimits;
  readonly use: SpaceUse | null;
}

const MINUTE_MS = 60_000;

export function faceOf({ space, verdict }: JudgedSpace, view: FaceView): SpaceFace {
  const { changesAt, ...shown } = verdict;
  return {
    ...shown,
    space,
    closedUntil: verdict.state === "maintenance" ? changesAt : null,
    minute: Math.floor(view.now / MINUTE_MS) * MINUTE_MS,
    ageMinutes: verdict.state === "stale" ? minutesSinceReading(space, view.now) : null,
    timeZone: view.timeZone,
    show: view.show,
    limits: view.limitsOf(space.id),
    use: view.utilizationOf(space.id),
  };
}

function minutesSinceReading(space: SpaceSnapshot, now: number): number | null {
  const [best] = judgeReadings(spaceFacts(space), now);
  return best ? Math.floor((now - best.reading.observedAt) / MINUTE_MS) : null;
}

export function wordsOf(face: SpaceFace, t: Text): SpaceWords {
  const { space, minute, ageMinutes, timeZone } = face;
  const countedAt = ageMinutes === null ? null : minute - ageMinutes * MINUTE_MS;
  return spaceWords(space, { ...face, changesAt: face.closedUntil }, { now: minute, timeZone }, countedAt, t);
}
