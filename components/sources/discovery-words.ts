import { intlLocale } from "@/lib/core/locale";
import type { SpaceKind } from "@/lib/core/space";
import { type Text, text } from "@/lib/core/text";

const COUNTS: Record<SpaceKind, string> = {
  site: text("{count, plural, one {# site} other {# sites}}"),
  building: text("{count, plural, one {# building} other {# buildings}}"),
  floor: text("{count, plural, one {# floor} other {# floors}}"),
  room: text("{count, plural, one {# room} other {# rooms}}"),
  zone: text("{count, plural, one {# zone} other {# zones}}"),
  desk: text("{count, plural, one {# desk} other {# desks}}"),
};

/** "1 site", "42 rooms". */
export const countWords = (kind: SpaceKind, count: number, t: Text): string => t(COUNTS[kind], { count });

/** "Create 3 floors and 42 rooms". */
export function createWords(kinds: readonly SpaceKind[], t: Text): string {
  const parts = (Object.keys(COUNTS) as SpaceKind[]).flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count > 0 ? [countWords(kind, count, t)] : [];
  });
  if (parts.length === 0) return t("Create");
  return t("Create {list}", { list: new Intl.ListFormat(intlLocale(t.locale)).format(parts) });
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
