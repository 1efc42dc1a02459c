import { useMemo, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { useUtilization } from "@/lib/client/use-utilization";
import { type AirLimits, limitsWithin } from "@/lib/core/air-limits";
import type { FloorHead, FloorSnapshot } from "@/lib/core/floor";
import type { FloorPlan } from "@/lib/core/floor-plan";
import { type DrawnSpace, spaceDrawer } from "./drawn-space";
import { matchesOf } from "./floor-filter";
import { spaceJudge } from "./group-spaces";
import type { FloorView } from "./use-floor-view";
import type { LegendLine } from "./views/look";
import { legendOf } from "./views/look-of";

/** A floor at a moment, judged, drawn and narrowed to what is looked for. */
export interface FloorPicture {
  readonly floor: FloorHead;
  /** Null while there is none: cards are what a floor is until it is drawn. */
  readonly plan: FloorPlan | null;
  readonly floorView: FloorView;
  readonly now: number;
  readonly drawn: readonly DrawnSpace[];
  readonly isAsked: (drawn: DrawnSpace) => boolean;
  /** Of the floor itself. */
  readonly limits: AirLimits;
  readonly legend: readonly LegendLine[];
  /** By line of the legend. */
  readonly counts: ReadonlyMap<string, number>;
  /** The figures of today could not be read. */
  readonly isUtilizationFailed: boolean;
}

const NO_USE = () => null;

/** What all views of a floor show at a moment (ms). What has not changed since the last time is the same object. */
export function useFloorPicture(
  snapshot: FloorSnapshot,
  plan: FloorPlan | null,
  floorView: FloorView,
  now: number,
): FloorPicture {
  const t = useText();
  const { show, only, wish } = floorView;
  const { floor, spaces } = snapshot;
  const { timeZone } = floor.site;
  const [judge] = useState(spaceJudge);
  const draw = useMemo(() => spaceDrawer(t), [t]);
  const limitsOf = useLimits(snapshot);
  const { uses, isFailed } = useUtilization({ id: floor.id, timeZone, now }, show === "utilization");
  const utilizationOf = useMemo(() => (uses === null ? NO_USE : (id: string) => uses.get(id) ?? null), [uses]);
  const drawn = draw(judge(spaces, now), { now, timeZone, show, limitsOf, utilizationOf });
  const limits = limitsOf(floor.id);
  return {
    floor,
    plan,
    floorView,
    now,
    drawn,
    isAsked: matchesOf(wish, only),
    limits,
    legend: useMemo(() => legendOf(show, limits, t), [show, limits, t]),
    counts: countLines(drawn),
    isUtilizationFailed: isFailed,
  };
}

/** The same function until a limit changes, however often something else does. */
function useLimits({ spaces, limits }: FloorSnapshot): (spaceId: string) => AirLimits {
  const own = spaces.filter((space) => space.limits !== undefined);
  const key = JSON.stringify([
    limits ?? null,
    own.length === 0 ? [] : spaces.map((one) => [one.id, one.parentId, one.limits]),
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that limits are made of
  return useMemo(() => limitsWithin(own.length === 0 ? [] : spaces, limits), [key]);
}

function countLines(drawn: readonly DrawnSpace[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { look } of drawn) counts.set(look.key, (counts.get(look.key) ?? 0) + 1);
  return counts;
}
