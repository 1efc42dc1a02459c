import type { SpaceKind } from "@/lib/core/space";

const PLURALS: Record<SpaceKind, readonly [one: string, many: string]> = {
  site: ["site", "sites"],
  building: ["building", "buildings"],
  floor: ["floor", "floors"],
  room: ["room", "rooms"],
  zone: ["zone", "zones"],
  desk: ["desk", "desks"],
};

/** "1 site", "42 rooms". */
export const countWords = (kind: SpaceKind, count: number) => `${count} ${PLURALS[kind][count === 1 ? 0 : 1]}`;

/** "Create 3 floors and 42 rooms". */
export function createWords(kinds: readonly SpaceKind[]): string {
  const parts = (Object.keys(PLURALS) as SpaceKind[]).flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count > 0 ? [countWords(kind, count)] : [];
  });
  const last = parts.pop();
  if (last === undefined) return "Create";
  return `Create ${parts.length > 0 ? `${parts.join(", ")} and ` : ""}${last}`;
}

/** What each kind of place is in. */
export const PARENT_KINDS: Record<SpaceKind, readonly SpaceKind[]> = {
  site: [],
  building: ["site"],
  floor: ["building"],
  room: ["floor"],
  zone: ["floor", "room"],
  desk: ["floor", "room", "zone"],
};
