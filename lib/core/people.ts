import { type SpaceEvidence, type SpaceSnapshot, verdictAt } from "./floor";
import type { SpaceVerdict } from "./space-state";

type PlacedSpace = Pick<SpaceSnapshot, "id" | "parentId" | "kind">;

/** As `peopleAmong`, at a moment (ms). */
export function peopleIn(spaces: readonly (PlacedSpace & SpaceEvidence)[], now: number): number | null {
  return peopleAmong(spaces.map((space) => ({ space, verdict: verdictAt(space, now) })));
}

type Judged = readonly {
  readonly space: PlacedSpace;
  readonly verdict: Pick<SpaceVerdict, "count" | "state">;
}[];

/**
 * People in the spaces that have a fresh count; a space inside a counted one is not added to it, because it is part
 * of that count. Null when nothing has a fresh count: no data is not nobody.
 */
export function peopleAmong(judged: Judged): number | null {
  const counted = countedOnce(judged);
  return counted.size > 0 ? [...counted.values()].reduce((sum, count) => sum + count, 0) : null;
}

/** The fresh counts that add up, by space: none of a space inside a counted one. */
export function countedOnce(judged: Judged): ReadonlyMap<string, number> {
  const fresh = new Map<string, number>();
  for (const { space, verdict } of judged) {
    if (space.kind !== "floor" && verdict.count !== null && !["stale", "offline"].includes(verdict.state))
      fresh.set(space.id, verdict.count);
  }
  const parents = new Map(judged.map(({ space }) => [space.id, space.parentId]));
  const isInsideCounted = (id: string): boolean => {
    const parent = parents.get(id);
    return parent ? fresh.has(parent) || isInsideCounted(parent) : false;
  };
  return new Map([...fresh].filter(([id]) => !isInsideCounted(id)));
}
