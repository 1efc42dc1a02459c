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
import { type Text, text } from "@/lib/core/text";

/** The icon of each kind; its word always stands beside it or is its label. */
export const KIND_ICON: Record<SpaceKind, TablerIcon> = {
  site: IconMapPin,
  building: IconBuilding,
  floor: IconStack2,
  room: IconDoor,
  zone: IconSquareDashed,
  desk: IconArmchair,
};

/** Said by `t`. */
export const KIND_WORD: Record<SpaceKind, string> = {
  site: text("Site"),
  building: text("Building"),
  floor: text("Floor"),
  room: text("Room"),
  zone: text("Zone"),
  desk: text("Desk"),
};

/** The same for many; said by `t`. */
export const KINDS_WORD: Record<SpaceKind, string> = {
  site: text("Sites"),
  building: text("Buildings"),
  floor: text("Floors"),
  room: text("Rooms"),
  zone: text("Zones"),
  desk: text("Desks"),
};

const COUNTS = {
  site: text("{count, plural, one {# site} other {# sites}}"),
  building: text("{count, plural, one {# building} other {# buildings}}"),
  floor: text("{count, plural, one {# floor} other {# floors}}"),
  room: text("{count, plural, one {# room} other {# rooms}}"),
  zone: text("{count, plural, one {# zone} other {# zones}}"),
  desk: text("{count, plural, one {# desk} other {# desks}}"),
  space: text("{count, plural, one {# space} other {# spaces}}"),
  source: text("{count, plural, one {# source} other {# sources}}"),
  seat: text("{count, plural, one {# seat} other {# seats}}"),
};

/** "1 desk", "40 desks". */
export const counted = (count: number, what: keyof typeof COUNTS, t: Text): string => t(COUNTS[what], { count });

/** "3 rooms and 2 desks" from the kinds of spaces, largest first; of many kinds the plain number. */
export function kindsWords(kinds: readonly SpaceKind[], t: Text): string {
  const counts = new Map<SpaceKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [first = "", second, ...more] = [...counts].map(([kind, count]) => counted(count, kind, t));
  if (more.length > 0) return counted(kinds.length, "space", t);
  return second === undefined ? first : t("{first} and {second}", { first, second });
}

/** "Desk 1, Desk 2 … Desk 40": the first two and the last. */
export function namesWords(names: readonly string[]): string {
  if (names.length <= 4) return names.join(", ");
  return `${names[0]}, ${names[1]} … ${names.at(-1)}`;
}
