import {
  IconArmchair,
  IconBuilding,
  IconDoor,
  IconMapPin,
  IconSquareDashed,
  IconStack2,
  type TablerIcon,
} from "@tabler/icons-react";
import type { SpaceKind } from "@/lib/core/space";

/** The icon of each kind; its word always stands beside it or is its label. */
export const KIND_ICON: Record<SpaceKind, TablerIcon> = {
  site: IconMapPin,
  building: IconBuilding,
  floor: IconStack2,
  room: IconDoor,
  zone: IconSquareDashed,
  desk: IconArmchair,
};

export const KIND_WORD: Record<SpaceKind, string> = {
  site: "Site",
  building: "Building",
  floor: "Floor",
  room: "Room",
  zone: "Zone",
  desk: "Desk",
};

/** "1 desk", "40 desks". */
export const plural = (count: number, word: string): string => (count === 1 ? `1 ${word}` : `${count} ${word}s`);

/** "3 rooms and 2 desks" from the kinds of spaces, largest first; of many kinds the plain number. */
export function kindsWords(kinds: readonly SpaceKind[]): string {
  const counts = new Map<SpaceKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = [...counts].map(([kind, count]) => plural(count, kind));
  if (parts.length > 2) return plural(kinds.length, "space");
  return parts.join(" and ");
}

/** "Desk 1, Desk 2 … Desk 40": the first two and the last. */
export function namesWords(names: readonly string[]): string {
  if (names.length <= 4) return names.join(", ");
  return `${names[0]}, ${names[1]} … ${names.at(-1)}`;
}
