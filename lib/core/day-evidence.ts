import type { BookingTimes } from "./booking";
import type { PastReading, PastStay, StateRules } from "./state-line";
import type { Holidays, WorkingHours } from "./working-hours";

/** What of a space itself a day is told from. */
export interface SpacePlace {
  readonly id: number;
  readonly timeZone: string;
  /** People. */
  readonly capacity: number | null;
  readonly holdMs: number | null;
  readonly hours: WorkingHours | null;
  readonly holidays: Holidays | null;
  /** What besides readings decides its state between two moments, ms. */
  readonly rulesOver: (span: { readonly from: number; readonly to: number }) => StateRules;
}

/** One device took over from another; ms. */
export interface Swap {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** Everything that was said about a space in a span. */
export interface DayEvidence {
  readonly stays: readonly PastStay[];
  /** Oldest first; with what was last said before the span. */
  readonly readings: readonly PastReading[];
  readonly bookings: readonly BookingTimes[];
  readonly swaps: readonly Swap[];
}
