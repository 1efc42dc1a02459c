import type { DrawnSpace } from "./drawn-space";

/** What somebody looks for on a floor, besides a line of the legend. */
export interface FloorWish {
  readonly kind: "room" | "zone" | "desk" | null;
  /** Name of a type. */
  readonly type: string | null;
  /** All of these. */
  readonly tags: string[];
  /** People; 0 for any. Where nobody knows the capacity, it does not fit. */
  readonly seats: number;
  /** Only rooms that are free now. */
  readonly find: boolean;
}

export const NO_WISH: FloorWish = { kind: null, type: null, tags: [], seats: 0, find: false };

/** How many things it asks for. */
export const wishCount = ({ kind, type, tags, seats }: FloorWish): number =>
  Number(kind !== null) + Number(type !== null) + tags.length + Number(seats > 0);

/** Does a space answer the wish, and stand on that line of the legend (null: any)? */
export function matchesOf(wish: FloorWish, only: string | null): (drawn: DrawnSpace) => boolean {
  const { kind, type, tags, seats, find } = wish;
  return ({ space, verdict, look }) => {
    if (only !== null && look.key !== only) return false;
    if (find && (space.kind !== "room" || verdict.state !== "free")) return false;
    if (kind !== null && space.kind !== kind) return false;
    if (type !== null && space.type !== type) return false;
    if (seats > 0 && (space.capacity ?? 0) < seats) return false;
    return tags.every((tag) => space.tags?.includes(tag));
  };
}

/** Types and tags that there are to choose from, by name. */
export function wishChoices(spaces: readonly DrawnSpace["space"][]): {
  readonly types: readonly string[];
  readonly tags: readonly string[];
} {
  const sorted = (words: Iterable<string>) => [...new Set(words)].sort((a, b) => a.localeCompare(b));
  return {
    types: sorted(spaces.flatMap(({ type }) => type ?? [])),
    tags: sorted(spaces.flatMap(({ tags }) => tags ?? [])),
  };
}
