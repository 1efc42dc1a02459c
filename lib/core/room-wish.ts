import { bookingState } from "./booking";
import { type SpaceSnapshot, spaceFacts, verdictAt } from "./floor";

/** What somebody looks for. */
export interface RoomWish {
  /** People; 0 for any. A room whose capacity nobody knows fits nobody. */
  readonly seats: number;
  /** All of these. */
  readonly tags: readonly string[];
}

type Candidate = Pick<
  SpaceSnapshot,
  "kind" | "capacity" | "tags" | "holdMinutes" | "metrics" | "others" | "sources" | "bookings"
>;

/** Is it a room of that size with those tags, and known to be free at a moment (ms)? */
export function isRoomFor(space: Candidate, { seats, tags }: RoomWish, now: number): boolean {
  if (space.kind !== "room" || (seats > 0 && (space.capacity ?? 0) < seats)) return false;
  const has = new Set(space.tags?.map((tag) => tag.toLowerCase()));
  return tags.every((tag) => has.has(tag.toLowerCase())) && verdictAt(space, now).state === "free";
}

/** Until when nobody has booked a space (ms); null while no booking is known to come. */
export function freeUntil(space: Candidate, now: number): number | null {
  const { bookings } = spaceFacts(space);
  const coming = bookings.flatMap((booking) =>
    bookingState(booking, now) === "upcoming" && booking.startsAt !== null ? [booking.startsAt] : [],
  );
  return coming.length > 0 ? Math.min(...coming) : null;
}
