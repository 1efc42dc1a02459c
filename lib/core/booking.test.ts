import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bookingOf, bookingState, UNKNOWN_END_MS } from "./booking";
import type { BookingFact, SourceRef } from "./observation";

const MINUTE = 60_000;
const us = (minute: number) => minute * MINUTE * 1000;
const desk = (externalId: string): SourceRef => ({ vendor: "zoom", kind: "workspace", externalId });
const fact = (minute: number, change: BookingFact["change"], source = desk("d1")): BookingFact => ({
  kind: "booking",
  source,
  bookingId: "b1",
  observedAtUs: us(minute),
  change,
});
const set = (minute: number, from: number, to: number, source = desk("d1"), topic: string | null = null) =>
  fact(minute, { type: "set", startsAtUs: us(from), endsAtUs: us(to), topic, reservedFor: null }, source);
const checkedIn = (minute: number) => fact(minute, { type: "checked-in" });
const checkedOut = (minute: number) => fact(minute, { type: "checked-out" });
const cancelled = (minute: number) => fact(minute, { type: "cancelled" });

describe("what all that was said adds up to", () => {
  test("nothing is no booking", () => expect(bookingOf([])).toBeNull());

  test("the latest times win, and the desk they name", () => {
    expect(bookingOf([set(2, 20, 40, desk("d2"), "late"), set(1, 10, 30, desk("d1"), "early")])).toEqual({
      source: desk("d2"),
      startsAt: 20 * MINUTE,
      endsAt: 40 * MINUTE,
      topic: "late",
      reservedFor: null,
      saidAt: 2 * MINUTE,
      checkedInAt: null,
      checkedOutAt: null,
      cancelledAt: null,
    });
  });

  test("times said before a check-in are not forgotten by it", () => {
    expect(bookingOf([checkedIn(5), set(1, 10, 30)])).toMatchObject({ startsAt: 10 * MINUTE, saidAt: MINUTE });
  });

  test("a check-in alone is a booking without times", () => {
    expect(bookingOf([checkedIn(5)])).toMatchObject({ startsAt: null, endsAt: null, checkedInAt: 5 * MINUTE });
  });

  test("a late set does not bring back what was cancelled", () => {
    expect(bookingOf([cancelled(3), set(4, 10, 30)])).toMatchObject({ cancelledAt: 3 * MINUTE, saidAt: 4 * MINUTE });
  });
});

describe("what it is now", () => {
  const state = (minute: number, ...facts: BookingFact[]) => {
    const booking = bookingOf(facts);
    if (!booking) throw new Error("no booking");
    return bookingState(booking, minute * MINUTE);
  };
  const booked = set(0, 10, 30);

  test.each([
    ["upcoming", 9, [booked]],
    ["running", 10, [booked]],
    ["running", 29, [booked]],
    ["ended", 30, [booked]],
    ["checked-in", 9, [booked, checkedIn(8)]],
    ["checked-in", 29, [booked, checkedIn(12)]],
    ["ended", 30, [booked, checkedIn(12)]],
    ["checked-out", 21, [booked, checkedIn(12), checkedOut(20)]],
    ["checked-out", 99, [booked, checkedIn(12), checkedOut(20)]],
    ["checked-out", 21, [booked, checkedOut(20)]],
    ["checked-out", 21, [booked, checkedIn(20), checkedOut(20)]],
    ["checked-in", 25, [booked, checkedIn(12), checkedOut(20), checkedIn(22)]],
    ["cancelled", 9, [booked, cancelled(5)]],
    ["cancelled", 99, [booked, checkedIn(12), checkedOut(20), cancelled(21)]],
    ["checked-in", 5 + UNKNOWN_END_MS / MINUTE - 1, [checkedIn(5)]],
    ["ended", 5 + UNKNOWN_END_MS / MINUTE, [checkedIn(5)]],
    ["checked-out", 9, [checkedOut(5)]],
    ["cancelled", 9, [cancelled(5)]],
  ] as const)("%s at %i", (expected, minute, facts) => {
    expect(state(minute, ...facts)).toBe(expected);
  });
});

test("any order and any repetition ends in the same booking", () => {
  const moment = fc.integer({ min: 0, max: 5 });
  const change: fc.Arbitrary<BookingFact["change"]> = fc.oneof(
    fc.record({
      type: fc.constant("set" as const),
      startsAtUs: moment.map(us),
      endsAtUs: moment.map(us),
      topic: fc.constantFrom(null, "", "a"),
      reservedFor: fc.constantFrom(null, "b"),
    }),
    fc.record({ type: fc.constantFrom("cancelled" as const, "checked-in" as const, "checked-out" as const) }),
  );
  const anyFact = fc
    .tuple(moment, change, fc.constantFrom(desk("d1"), desk("d2")))
    .map(([minute, what, source]) => fact(minute, what, source));
  const shuffled = fc
    .array(anyFact, { maxLength: 10 })
    .chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }), fc.shuffledSubarray(facts)),
    );
  fc.assert(
    fc.property(shuffled, ([facts, again, some]) => {
      expect(bookingOf([...again, ...some])).toEqual(bookingOf(facts));
    }),
  );
});
