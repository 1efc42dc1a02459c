import type { Action } from "@/lib/core/access";
import type { Asker, Site, World } from "./world";

/**
 * One route and method. The path's own parameters ([floorId], …) are filled from the site's objects; a row only says
 * what is not evident from them.
 */
export interface Row {
  /** What it asks `authorize()` for. */
  readonly needs: Action;
  /** Is it about an object of a site? By default: when its path names one. */
  readonly placed?: boolean;
  /** What is sent; called once for each request, so it may count. */
  readonly body?: (at: Site) => unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: (at: Site) => string;
  /** Before each request, as an admin: what must be there for it to work. Answers parameters of its own. */
  readonly given?: (at: Site, world: World, asker: Asker) => Promise<Partial<Site> | undefined>;
  /** Bodies at one's own object that name another site's: 404, and nothing is changed. */
  readonly smuggles?: (mine: Site, theirs: Site) => readonly unknown[];
  /** How it answers those who may, where it is not 2xx. */
  readonly ok?: readonly number[];
  /** Entries it leaves in the audit log: one for a change, none for reading, unless said, and then why. */
  readonly audits?: readonly [count: number | "at most one", because: string];
}

/** A route that asks for no session. */
export interface Door {
  /** Why it may be open. */
  readonly door: string;
  readonly answers: readonly number[];
  /** A real path, where the route's own has parameters of its own. */
  readonly path?: string;
  readonly body?: unknown;
}

export type Rows = Readonly<Record<string, Row | Door>>;

export const isDoor = (row: Row | Door): row is Door => "door" in row;

/** A page, by its path. */
export type Pages = Readonly<
  Record<string, { readonly needs: Action; readonly query?: string } | { readonly door: string }>
>;
