import type { BookedSpace } from "@/lib/core/booked/booked-history";
import { isThin } from "@/lib/core/figure-words";

/** Columns by which the table of spaces can be sorted. */
export const BOOKED_COLUMNS = [
  "name",
  "bookings",
  "noShows",
  "ghost",
  "bookedUsed",
  "bookedEmpty",
  "openUsed",
  "recovered",
  "coverage",
] as const;
export type BookedColumn = (typeof BOOKED_COLUMNS)[number];

export interface RankedBooked {
  readonly space: BookedSpace;
  /** Too little of its booked time was seen to rank it. */
  readonly isUnranked: boolean;
}

/** In the order of a column; what was hardly seen, or never booked, stands below. */
export function rankBooked(items: readonly BookedSpace[], by: BookedColumn, up: boolean): RankedBooked[] {
  const direction = up ? 1 : -1;
  const order = (a: BookedSpace, b: BookedSpace) =>
    by === "name"
      ? a.name.localeCompare(b.name) * direction
      : (a[by] - b[by]) * direction || a.name.localeCompare(b.name);
  const ranked = items.map((space) => ({ space, isUnranked: space.bookings > 0 && isThin(space.bookedCoverage) }));
  return ranked.sort((a, b) => Number(a.isUnranked) - Number(b.isUnranked) || order(a.space, b.space));
}
