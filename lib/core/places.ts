import { nameParts } from "./name-match";
import type { TreeSpace } from "./space-tree";

/** The tree of spaces, to be asked about. */
export interface Places {
  readonly byId: ReadonlyMap<string, TreeSpace>;
  /** Sites to floors, in the order of the switcher. */
  readonly floors: readonly TreeSpace[];
  /** The floor a space is on, or is; null for none. */
  readonly floorOf: (spaceId: string) => TreeSpace | null;
  /** "Level 1 · Alder House · Riverside": what it is in. */
  readonly above: (spaceId: string) => string;
  /** Rooms, zones and desks of a floor, by name. */
  readonly onFloor: (floorId: string) => readonly TreeSpace[];
  /** Places whose name, or what they are in, begins with each word; the best first. */
  readonly find: (words: string, most: number) => readonly TreeSpace[];
}

const byName = (a: TreeSpace, b: TreeSpace) => a.name.localeCompare(b.name, "en", { numeric: true });

/** Ancestors from the inside out. A circle, which the server refuses, would end. */
function wayUp(byId: ReadonlyMap<string, TreeSpace>, spaceId: string): TreeSpace[] {
  const way: TreeSpace[] = [];
  let at = byId.get(spaceId);
  while (at && way.length < 8) {
    way.push(at);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return way;
}

export function createPlaces(spaces: readonly TreeSpace[]): Places {
  const byId = new Map(spaces.map((space) => [space.id, space]));
  const floorOf = (id: string) => wayUp(byId, id).find(({ kind }) => kind === "floor") ?? null;
  const above = (id: string) =>
    wayUp(byId, id)
      .slice(1)
      .map(({ name }) => name)
      .join(" · ");
  const inner = new Map<string, TreeSpace[]>();
  for (const space of spaces) {
    const floor = ["room", "zone", "desk"].includes(space.kind) ? floorOf(space.id) : null;
    if (floor) inner.set(floor.id, [...(inner.get(floor.id) ?? []), space]);
  }
  const order = (id: string) =>
    wayUp(byId, id)
      .toReversed()
      .map(({ sortOrder, name }) => `${String(sortOrder + 1_000_000).padStart(8, "0")} ${name}`)
      .join("\n");
  const floors = spaces
    .filter(({ kind }) => kind === "floor")
    .sort((a, b) => order(a.id).localeCompare(order(b.id), "en", { numeric: true }));
  return {
    byId,
    floors,
    floorOf,
    above,
    onFloor: (floorId) => (inner.get(floorId) ?? []).toSorted(byName),
    find: (words, most) => find(spaces, above, words, most),
  };
}

function find(spaces: readonly TreeSpace[], above: Places["above"], words: string, most: number): TreeSpace[] {
  const wanted = nameParts(words);
  if (wanted.length === 0) return [];
  const isPart = (parts: readonly string[], word: string) => parts.some((part) => part.startsWith(word));
  return spaces
    .flatMap((space) => {
      const own = [...nameParts(space.name), ...nameParts(space.customId ?? space.vendorCustomId ?? "")];
      const all = [...own, ...nameParts(above(space.id))];
      if (!wanted.every((word) => isPart(all, word))) return [];
      const isSame = own.join(" ") === wanted.join(" ");
      return [{ space, missing: isSame ? -1 : wanted.filter((word) => !isPart(own, word)).length }];
    })
    .sort((a, b) => a.missing - b.missing || byName(a.space, b.space))
    .slice(0, most)
    .map(({ space }) => space);
}
