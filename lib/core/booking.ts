import type { BookingFact, SourceRef } from "./observation";

/** Where nobody said when a booking ends, it is over this long after its check-in, ms. */
export const UNKNOWN_END_MS = 12 * 60 * 60_000;

/** One booking of a room or desk, as all that was said about it adds up. Moments are ms since the epoch. */
export interface Booking {
  readonly source: SourceRef;
  /** Null while only check-ins are known: the vendor did not say the times. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  /** Sealed, or null. */
  readonly topic: string | null;
  readonly reservedFor: string | null;
  /** When the source, times and names were said: by the latest "set", or before any by the latest word. */
  readonly saidAt: number;
  readonly checkedInAt: number | null;
  readonly checkedOutAt: number | null;
  /** Final. */
  readonly cancelledAt: number | null;
}

/** What decides where a booking is. */
export type BookingTimes = Pick<Booking, "startsAt" | "endsAt" | "checkedInAt" | "checkedOutAt" | "cancelledAt">;

/** `running`: its time has come and nobody has checked in. `checked-in` may be before its time. */
export type BookingState = "cancelled" | "upcoming" | "running" | "checked-in" | "checked-out" | "ended";

/** What a booking is at a moment (ms). */
export function bookingState(booking: BookingTimes, now: number): BookingState {
  const { startsAt, checkedInAt, checkedOutAt, cancelledAt } = booking;
  if (cancelledAt !== null) return "cancelled";
  if (checkedOutAt !== null && checkedOutAt >= (checkedInAt ?? checkedOutAt)) return "checked-out";
  const endsAt = booking.endsAt ?? (checkedInAt === null ? null : checkedInAt + UNKNOWN_END_MS);
  if (endsAt !== null && now >= endsAt) return "ended";
  if (checkedInAt !== null) return "checked-in";
  return startsAt !== null && now < startsAt ? "upcoming" : "running";
}

/** What is said about one booking, in any order and any number of times; null when nothing is. */
export function bookingOf(facts: readonly BookingFact[]): Booking | null {
  return facts.reduce<Booking | null>(withFact, null);
}

/** One more word about a booking. The order the words come in does not matter. */
function withFact(booking: Booking | null, fact: BookingFact): Booking {
  const said = bookingSaid(fact);
  if (booking === null) return said;
  const words = outranks(said, booking) ? said : booking;
  return {
    ...words,
    checkedInAt: latest(booking.checkedInAt, said.checkedInAt),
    checkedOutAt: latest(booking.checkedOutAt, said.checkedOutAt),
    cancelledAt: latest(booking.cancelledAt, said.cancelledAt),
  };
}

/** The booking as this fact alone tells it. */
function bookingSaid({ source, change, observedAtUs }: BookingFact): Booking {
  const saidAt = ms(observedAtUs);
  const at = (type: BookingFact["change"]["type"]) => (change.type === type ? saidAt : null);
  const set = change.type === "set" ? change : null;
  return {
    source,
    startsAt: set && ms(set.startsAtUs),
    endsAt: set && ms(set.endsAtUs),
    topic: set?.topic ?? null,
    reservedFor: set?.reservedFor ?? null,
    saidAt,
    checkedInAt: at("checked-in"),
    checkedOutAt: at("checked-out"),
    cancelledAt: at("cancelled"),
  };
}

/** A "set" outranks what has no times, then the later word wins; of one moment either, but always the same one. */
function outranks(a: Booking, b: Booking): boolean {
  if ((a.startsAt === null) !== (b.startsAt === null)) return a.startsAt !== null;
  return a.saidAt === b.saidAt ? wordsOf(a) > wordsOf(b) : a.saidAt > b.saidAt;
}

function wordsOf({ source, startsAt, endsAt, topic, reservedFor }: Booking): string {
  return JSON.stringify([startsAt, endsAt, topic, reservedFor, source.vendor, source.kind, source.externalId]);
}

const ms = (us: number) => Math.floor(us / 1000);

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
