import type { AlertKind, AlertSeverity } from "@/lib/core/alert";
import { type AlertFilter, ANY_ALERT } from "@/lib/core/alert-filter";
import type { VendorId } from "@/lib/core/observation";
import type { Text } from "@/lib/core/text";

/** What people come for, in the order of the menu. */
export const VIEW_NAMES = ["needs", "mine", "new", "snoozed", "resolved", "suppressed"] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** What narrows a view down. Kinds are chosen by group. */
export interface AlertChoice {
  readonly view: ViewName;
  readonly severity: AlertSeverity[];
  readonly kind: KindGroup[];
  readonly site: string[];
  readonly floor: string[];
  /** This space and all that is in it; null for any. */
  readonly space: string | null;
  readonly vendor: VendorId[];
  readonly assignee: string[];
  readonly q: string;
  readonly sort: AlertFilter["sort"];
}

/** Kinds as people think of them. */
export const KIND_GROUPS = {
  connection: ["device-offline", "connector-offline", "floor-offline", "feed-silent", "gateway", "no-data"],
  equipment: ["room-equipment"],
  air: ["environment"],
  capacity: ["over-capacity"],
  noshow: ["ghost"],
  battery: ["battery"],
  water: ["water"],
  wire: ["wire"],
  hint: ["hint"],
} as const satisfies Record<string, readonly AlertKind[]>;
export type KindGroup = keyof typeof KIND_GROUPS;
export const KIND_GROUP_NAMES = Object.keys(KIND_GROUPS) as KindGroup[];

export const groupOf = (kind: AlertKind): KindGroup =>
  KIND_GROUP_NAMES.find((name) => (KIND_GROUPS[name] as readonly AlertKind[]).includes(kind)) ?? "hint";

/** A group of kinds, as a word. */
export function kindWord(group: KindGroup, t: Text): string {
  const words: Record<KindGroup, string> = {
    connection: t("Connection"),
    equipment: t("Room equipment"),
    air: t("Air"),
    capacity: t("Capacity"),
    noshow: t("No show"),
    battery: t("Battery"),
    water: t("Water"),
    wire: t("Probe wire"),
    hint: t("Hint"),
  };
  return words[group];
}

/** The moments that views are about, ISO 8601. */
export interface ViewMoments {
  /** Since when alerts are new to who looks; null when nothing is known. */
  readonly newSince: string | null;
  /** When today began on the clock of who looks. */
  readonly today: string;
}

/** What the server is asked for. */
export function filterOf({ view, kind, ...rest }: AlertChoice, { newSince, today }: ViewMoments): AlertFilter {
  const base: AlertFilter = { ...ANY_ALERT, ...rest, kind: kind.flatMap((group) => [...KIND_GROUPS[group]]) };
  switch (view) {
    case "needs":
      return { ...base, status: ["open", "acknowledged"] };
    case "mine":
      return { ...base, assignee: ["me"] };
    case "new":
      return { ...base, openedSince: newSince, sort: "newest" };
    case "snoozed":
      return { ...base, status: ["snoozed"] };
    case "resolved":
      return { ...base, status: ["resolved"], since: today };
    case "suppressed":
      return { ...base, suppressed: "only" };
  }
}

/** Is anything narrowed down beyond the view itself? */
export const isNarrowed = ({ severity, kind, site, floor, space, vendor, assignee, q }: AlertChoice): boolean =>
  q !== "" || space !== null || [severity, kind, site, floor, vendor, assignee].some((list) => list.length > 0);
