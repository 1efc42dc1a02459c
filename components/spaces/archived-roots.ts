import type { TreeSpace } from "@/lib/core/space-tree";
import { type Forest, placeWords } from "./space-forest";

export interface ArchivedRoot {
  readonly space: TreeSpace;
  /** How many spaces were archived with it. */
  readonly inner: number;
  /** Where it stood. */
  readonly place: string;
  /** What it stood in is archived itself: that must come back first. */
  readonly isInArchived: boolean;
}

/** What was archived together is one entry, the newest first. `living` is the rest of the tree. */
export function archivedRoots(archived: readonly TreeSpace[], living: Forest): ArchivedRoot[] {
  const byId = new Map(archived.map((space) => [space.id, space]));
  const rootOf = (space: TreeSpace): TreeSpace => {
    const parent = space.parentId === null ? undefined : byId.get(space.parentId);
    return parent && parent.archivedAt === space.archivedAt ? rootOf(parent) : space;
  };
  const sizes = new Map<string, number>();
  for (const space of archived) {
    const { id } = rootOf(space);
    sizes.set(id, (sizes.get(id) ?? 0) + 1);
  }
  const whole: Forest = { byId: new Map([...living.byId, ...byId]), children: living.children };
  return archived
    .filter((space) => rootOf(space) === space)
    .map((space) => ({
      space,
      inner: (sizes.get(space.id) ?? 1) - 1,
      place: placeWords(whole, space.id),
      isInArchived: space.parentId !== null && byId.has(space.parentId),
    }))
    .sort((a, b) => ((a.space.archivedAt ?? "") < (b.space.archivedAt ?? "") ? 1 : -1));
}
