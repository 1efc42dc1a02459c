import { PARENT_KINDS, type SpaceKind } from "@/lib/core/space";
import type { TreeSpace } from "@/lib/core/space-tree";

/** The one above all sites; no space has this id. */
export const ROOT = "root";

/** The tree as its page walks it. Siblings are in order; what is not in `children` has none. */
export interface Forest {
  readonly byId: ReadonlyMap<string, TreeSpace>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const KIND_ORDER: readonly SpaceKind[] = ["site", "building", "floor", "room", "zone", "desk"];

/** Rooms before zones before desks, then the order that was set, then names as people count: Desk 2 before Desk 10. */
function inOrder(a: TreeSpace, b: TreeSpace): number {
  return (
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    a.sortOrder - b.sortOrder ||
    collator.compare(a.name, b.name) ||
    Number(a.id) - Number(b.id)
  );
}

export function growForest(spaces: readonly TreeSpace[]): Forest {
  const byId = new Map(spaces.map((space) => [space.id, space]));
  const groups = new Map<string, TreeSpace[]>();
  for (const space of spaces) {
    const parent = space.parentId !== null && byId.has(space.parentId) ? space.parentId : ROOT;
    const siblings = groups.get(parent);
    if (siblings) siblings.push(space);
    else groups.set(parent, [space]);
  }
  const children = new Map([...groups].map(([id, group]) => [id, group.sort(inOrder).map((space) => space.id)]));
  return { byId, children };
}

/** From what it stands in up to the site. */
export function wayUp({ byId }: Forest, id: string): TreeSpace[] {
  const way: TreeSpace[] = [];
  let parentId = byId.get(id)?.parentId ?? null;
  while (parentId !== null) {
    const parent = byId.get(parentId);
    if (!parent) break;
    way.push(parent);
    parentId = parent.parentId;
  }
  return way;
}

/** "Oslo / Kvartal 12 / 2nd Floor": where it stands; empty for a site. */
export const placeWords = (forest: Forest, id: string): string =>
  wayUp(forest, id)
    .map(({ name }) => name)
    .reverse()
    .join(" / ");

/** It and everything inside it. */
export function withInner({ byId, children }: Forest, id: string): TreeSpace[] {
  const space = byId.get(id);
  if (!space) return [];
  return [space, ...(children.get(id) ?? []).flatMap((child) => withInner({ byId, children }, child))];
}

/** May all of these stand in there? What stands there already may stay, but then there is nothing to move. */
export function mayMoveInto(forest: Forest, ids: readonly string[], targetId: string): boolean {
  const target = forest.byId.get(targetId);
  if (!target || ids.length === 0) return false;
  const moved = ids.flatMap((id) => forest.byId.get(id) ?? []);
  if (moved.every(({ parentId }) => parentId === targetId)) return false;
  return (
    moved.length === ids.length &&
    moved.every(({ kind, id }) => PARENT_KINDS[kind].includes(target.kind) && id !== targetId)
  );
}

/** Where a space of this kind may stand, with the way to it. */
export function possibleParents(forest: Forest, kind: SpaceKind): { id: string; words: string }[] {
  return [...forest.byId.values()]
    .filter((space) => PARENT_KINDS[kind].includes(space.kind))
    .map(({ id, name }) => ({ id, words: [placeWords(forest, id), name].filter(Boolean).join(" / ") }))
    .sort((a, b) => collator.compare(a.words, b.words));
}

/** Only what is chosen and what is below it: moving a room moves its desks, whether they are chosen or not. */
export function outermost(forest: Forest, ids: readonly string[]): string[] {
  const chosen = new Set(ids);
  return ids.filter((id) => !wayUp(forest, id).some((above) => chosen.has(above.id)));
}

export interface Found {
  /** What is left of the tree: matches, and the way to each. */
  readonly forest: Forest;
  readonly matches: number;
  /** Opened, every match is in sight. */
  readonly expanded: string[];
}

/** Looks for every word of the query in names, custom ids and tags. */
export function search(forest: Forest, query: string): Found {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = [...forest.byId.values()].filter((space) => {
    const text = [space.name, space.vendorName, space.customId, space.vendorCustomId, ...space.tags]
      .filter(Boolean)
      .join("\n")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const above = new Set(matches.flatMap(({ id }) => wayUp(forest, id).map((space) => space.id)));
  const kept = new Set([...above, ...matches.map(({ id }) => id)]);
  const children = new Map([...forest.children].map(([id, inner]) => [id, inner.filter((child) => kept.has(child))]));
  return { forest: { byId: forest.byId, children }, matches: matches.length, expanded: [...above] };
}

/** How much there is of each kind. */
export function countKinds({ byId }: Forest): ReadonlyMap<SpaceKind, number> {
  const counts = new Map<SpaceKind, number>();
  for (const { kind } of byId.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** What is open at first: sites and buildings, and floors while there is not much on them. */
export function firstExpanded({ byId }: Forest): string[] {
  const kinds: SpaceKind[] = byId.size <= 80 ? ["site", "building", "floor"] : ["site", "building"];
  return [...byId.values()].filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
}
