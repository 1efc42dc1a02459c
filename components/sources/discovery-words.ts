import { counted } from "@/components/spaces/space-words";
import { intlLocale } from "@/lib/core/locale";
import type { SpaceKind } from "@/lib/core/space";
import type { Text } from "@/lib/core/text";

const KINDS: readonly SpaceKind[] = ["site", "building", "floor", "room", "zone", "desk"];

/** "Create 3 floors and 42 rooms". */
export function createWords(kinds: readonly SpaceKind[], t: Text): string {
  const parts = KINDS.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count > 0 ? [counted(count, kind, t)] : [];
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
