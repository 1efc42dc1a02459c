import { type SpaceEvidence, type SpaceSnapshot, verdictAt } from "./floor";

/**
 * People in the spaces that have a fresh count; a space inside a counted one is not added to it, because it is part
 * of that count. Null when nothing has a fresh count: no data is not nobody.
 */
export function peopleIn(
  spaces: readonly (Pick<SpaceSnapshot, "id" | "parentId" | "kind"> & SpaceEvidence)[],
  now: number,
): number | null {
  const fresh = new Map<string, number>();
  for (const space of spaces) {
    const verdict = verdictAt(space, now);
    if (space.kind !== "floor" && verdict.count !== null && !["stale", "offline"].includes(verdict.state))
      fresh.set(space.id, verdict.count);
  }
  const parents = new Map(spaces.map((space) => [space.id, space.parentId]));
  const isInsideCounted = (id: string): boolean => {
    const parent = parents.get(id);
    return parent ? fresh.has(parent) || isInsideCounted(parent) : false;
  };
  const counted = [...fresh].filter(([id]) => !isInsideCounted(id));
  return counted.length > 0 ? counted.reduce((sum, [, count]) => sum + count, 0) : null;
}
