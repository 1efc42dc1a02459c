import type { SpaceKind } from "./space";

/** Something that a history can be about, with what stands above it. */
export interface HistoryPlace {
  readonly id: string;
  readonly kind: Extract<SpaceKind, "site" | "building" | "floor">;
  readonly name: string;
  /** Null for a site. */
  readonly parentId: string | null;
  /** IANA zone of its site. */
  readonly timeZone: string;
}

/** What a history can be about, in the order of the tree; only what the person may see. */
export interface HistoryChoices {
  readonly places: readonly HistoryPlace[];
  readonly types: readonly { readonly id: string; readonly name: string }[];
  readonly tags: readonly string[];
}
