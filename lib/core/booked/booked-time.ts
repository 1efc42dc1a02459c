import type { BookingTimes } from "../booking";
import { bookingOutcome } from "../booking-outcome";
import type { Span } from "../moment-or-day";
import type { BookingOutcome } from "../space-day";
import { type SeenStretch, statesDuring } from "./seen-time";

/** A booking whose times were told. A check-in without times, as Zoom Rooms tell it, is none. */
export interface TimedBooking extends BookingTimes {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** When a booking held its space, ms. */
export interface BookedTime extends Span {
  /** What was given back before its end; null when nothing was. */
  readonly recovered: Span | null;
  /** It was taken back after its start. */
  readonly isReleased: boolean;
}

/**
 * From its start to its end, its check-out or its cancellation, whichever comes first; null for a booking that was
 * cancelled before it began.
 */
export function bookedTime(booking: TimedBooking): BookedTime | null {
  const { startsAt: from, endsAt, checkedInAt, checkedOutAt, cancelledAt } = booking;
  if (cancelledAt !== null && cancelledAt <= from) return null;
  // Who checks in again after a check-out is back.
  const outAt = checkedOutAt !== null && checkedOutAt >= (checkedInAt ?? checkedOutAt) ? checkedOutAt : endsAt;
  const to = Math.max(from, Math.min(endsAt, outAt, cancelledAt ?? endsAt));
  const recovered = to < endsAt ? { from: to, to: endsAt } : null;
  return { from, to, recovered, isReleased: cancelledAt !== null && cancelledAt < endsAt };
}

/** `given-back`: nobody came, and it was taken back before that could be called a no-show. */
export type BookedOutcome = BookingOutcome | "given-back";

/** What became of a booking by `now` (ms), from what was seen in its time. A release is no cancellation of what was. */
export function outcomeOf(
  booking: TimedBooking,
  time: BookedTime,
  seen: readonly SeenStretch[],
  holdMs: number | null,
  now: number,
): BookedOutcome {
  const span = { from: time.from, to: Math.min(time.to, now) };
  const states = statesDuring(seen, span, holdMs);
  const kept = { ...booking, startsAt: time.from, endsAt: time.to, cancelledAt: null };
  const isOver = time.isReleased && time.to <= now;
  const outcome = bookingOutcome(kept, states, isOver ? time.to : now) ?? "unknown";
  return isOver && outcome === "running" ? "given-back" : outcome;
}
