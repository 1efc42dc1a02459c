import type { VendorId } from "../observation";
import type { SpaceKind } from "../space";
import type { Column } from "./import-columns";
import type { KnownSpace, Node } from "./import-tree";
import type { Problem } from "./row-problem";

export interface KnownType {
  readonly id: number;
  readonly name: string;
  /** Which kind it is for; null for any. */
  readonly kind: SpaceKind | null;
}

export interface KnownSource {
  readonly id: number;
  readonly vendor: VendorId;
  readonly kind: string;
  readonly externalId: string;
  readonly customId: string | null;
  /** Where it stands; null for nowhere. */
  readonly spaceId: number | null;
  /** Name of that space; null for nowhere. */
  readonly spaceName: string | null;
}

/** What an import is planned against: only what exists for the person who imports. */
export interface ImportWorld {
  readonly spaces: readonly KnownSpace[];
  readonly types: readonly KnownType[];
  /** Those that the rows name; what stands outside the person's sites is left out. */
  readonly sources: readonly KnownSource[];
  readonly mayCreateSites: boolean;
}

/** One value that a row changes, as words. Null: there was none, or is none any more. */
export interface ValueChange {
  readonly column: Column;
  readonly before: string | null;
  readonly after: string | null;
}

/** What becomes of one row. */
export interface PlannedRow {
  readonly row: number;
  readonly outcome: "create" | "update" | "unchanged" | "problem";
  /** The space it is about; null when it is not known or there is a problem. */
  readonly node: Node | null;
  readonly changes: readonly ValueChange[];
  /** The source that it puts into the space. */
  readonly source: KnownSource | null;
  readonly problems: readonly Problem[];
}

export interface ImportPlan {
  /** In the order of the file. */
  readonly rows: readonly PlannedRow[];
  /** What will be made, parents first: by its own row, or on the way of others (`row` is null). */
  readonly made: readonly Node[];
}
