import { type Booking, bookingState, UNKNOWN_END_MS } from "./booking";
import type { BookingOutcome } from "./space-day";
import { NO_SHOW_AFTER_MS, type SpaceStateName } from "./space-state";

/** States of a stretch of time, ms. */
export interface StateStretch {
  readonly from: number;
  readonly to: number;
  readonly state: SpaceStateName;
}

const USED: readonly SpaceStateName[] = ["occupied", "over"];
const EMPTY: readonly SpaceStateName[] = ["free", "held", "ghost", "away"];

/** What became of a booking by `now` (ms), from what was seen during it; null when it was cancelled. */
export function bookingOutcome(
  booking: Pick<Booking, "startsAt" | "endsAt" | "checkedInAt" | "checkedOutAt" | "cancelledAt">,
  states: readonly StateStretch[],
  now: number,
): BookingOutcome | null {
  if (booking.cancelledAt !== null) return null;
  if (booking.checkedInAt !== null) return "checked-in";
  const startsAt = booking.startsAt ?? now;
  if (bookingState(booking, now) === "upcoming") return "to-come";
  const endsAt = Math.min(booking.endsAt ?? startsAt + UNKNOWN_END_MS, now);
  const seen = states.filter(({ from, to }) => from < endsAt && to > startsAt).map(({ state }) => state);
  if (seen.some((state) => USED.includes(state))) return "used";
  if (now < startsAt + NO_SHOW_AFTER_MS) return "running";
  return seen.length > 0 && seen.every((state) => EMPTY.includes(state)) ? "no-show" : "unknown";
}
