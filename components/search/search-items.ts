import type { NavEntry } from "@/components/frame/nav-entries";
import { KIND_ICON } from "@/components/spaces/space-words";
import { vendorName } from "@/components/vendors/vendor-name";
import { type Action, mayDo } from "@/lib/core/access";
import type { FoundSource, FoundSpace, SearchAnswer } from "@/lib/core/search";
import type { Text } from "@/lib/core/text";

/** One line of the answer. */
interface SearchItem {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly href: string;
  readonly icon: NavEntry["icon"];
}

export interface SearchGroup {
  readonly title: string;
  readonly items: readonly SearchItem[];
}

interface SearchContext {
  readonly role: string;
  readonly pages: readonly NavEntry[];
  readonly deviceIcon: NavEntry["icon"];
  readonly t: Text;
}

/** Spaces, devices and pages that somebody may open, in that order; groups without a line are left out. */
export function searchGroups(text: string, found: SearchAnswer | undefined, context: SearchContext): SearchGroup[] {
  const { role, pages, deviceIcon, t } = context;
  const wanted = text.trim().toLowerCase();
  const spaces = found?.spaces.flatMap((space) => spaceItem(space) ?? []) ?? [];
  const sources = found?.sources.flatMap((source) => sourceItem(source, role, deviceIcon) ?? []) ?? [];
  const named = pages
    .map(({ label, href, icon }) => ({ id: `page ${href}`, label: t(label), detail: "", href, icon }))
    .filter(({ label }) => label.toLowerCase().includes(wanted));
  const groups = [
    { title: t("Spaces"), items: spaces },
    { title: t("Devices"), items: sources },
    { title: t("Pages"), items: named },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function spaceItem({ id, kind, name, floorId, path }: FoundSpace): SearchItem | null {
  if (floorId === null) return null;
  const href = ["room", "zone", "desk"].includes(kind) ? `/floors/${floorId}?space=${id}` : `/floors/${floorId}`;
  return { id: `space ${id}`, label: name, detail: path.join(" / "), href, icon: KIND_ICON[kind] };
}

const MAPS: Action = "source:assign";

/** A device leads to the place it stands in; one that stands nowhere only helps those who can place it. */
function sourceItem({ id, vendor, name, space }: FoundSource, role: string, icon: NavEntry["icon"]): SearchItem | null {
  const place = space && spaceItem(space);
  if (!place && !mayDo(role, MAPS)) return null;
  const where = space ? [...space.path.slice(-1), space.name] : [];
  return {
    id: `source ${id}`,
    label: name,
    detail: [vendorName(vendor), ...where].join(" · "),
    href: place?.href ?? `/admin/sources?source=${id}`,
    icon,
  };
}
