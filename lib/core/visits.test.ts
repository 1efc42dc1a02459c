import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { VisitFact } from "./observation";
import { visitsOf } from "./visits";

const MINUTE = 60_000;
const us = (minute: number) => minute * MINUTE * 1000;
const NINE = 540;
const TEN = 600;

const fact = (minute: number, change: VisitFact["change"], more: Partial<VisitFact> = {}): VisitFact => ({
  kind: "visit",
  location: { vendor: "zoom", kind: "location", externalId: "l1" },
  change,
  invitationId: null,
  visitor: "ada",
  hostId: "hana",
  startsAtUs: null,
  endsAtUs: null,
  visitorName: null,
  hostName: null,
  observedAtUs: us(minute),
  ...more,
});
const starting = (minute: number | null) => ({ startsAtUs: minute === null ? null : us(minute) });
const invited = (minute: number, id: string, start: number | null = TEN, more: Partial<VisitFact> = {}) =>
  fact(minute, "expected", { invitationId: id, ...starting(start), ...more });
const arrived = (minute: number, start: number | null = TEN, more = {}) =>
  fact(minute, "checked-in", { ...starting(start), ...more });
const left = (minute: number, start: number | null = TEN, more = {}) =>
  fact(minute, "checked-out", { ...starting(start), ...more });
const deleted = (minute: number, more = {}) => fact(minute, "cancelled", more);

const told = (...facts: VisitFact[]) => visitsOf(facts).map(({ invitationId, status }) => `${invitationId} ${status}`);

describe("an invitation", () => {
  test("is expected, and changes by its id", () => {
    expect(visitsOf([invited(2, "i1", NINE, { visitor: "ada.l" }), invited(1, "i1", TEN)])).toMatchObject([
      { status: "expected", startsAt: NINE * MINUTE, visitor: "ada.l", saidAt: MINUTE },
    ]);
  });

  test("arrives, leaves, and stays one visit", () => {
    expect(told(invited(1, "i1"), arrived(2))).toEqual(["i1 in"]);
    expect(told(invited(1, "i1"), arrived(2), left(3))).toEqual(["i1 out"]);
    expect(visitsOf([invited(1, "i1"), arrived(2), left(3)])).toMatchObject([
      { checkedInAt: 2 * MINUTE, checkedOutAt: 3 * MINUTE },
    ]);
  });

  test("whose time was changed is met at the new time", () => {
    expect(told(invited(1, "i1", NINE), invited(2, "i1", TEN), arrived(3, TEN))).toEqual(["i1 in"]);
  });

  test("changed while the visitor is here is still that visit", () => {
    expect(told(invited(1, "i1"), arrived(2), invited(3, "i1", NINE))).toEqual(["i1 in"]);
  });

  test("that comes to be known after its visitor came is that visit", () => {
    expect(told(arrived(1), invited(2, "i1"))).toEqual(["i1 in"]);
    expect(told(arrived(1, null), invited(2, "i1"))).toEqual(["null in", "i1 expected"]);
  });
});

describe("a deletion", () => {
  test("takes the newest that is open", () => {
    expect(told(invited(1, "i1", NINE), invited(2, "i2", TEN), deleted(3))).toEqual(["i1 expected", "i2 cancelled"]);
    expect(told(invited(1, "i1", TEN), invited(2, "i2", NINE), deleted(3))).toEqual(["i1 expected", "i2 cancelled"]);
    expect(told(invited(1, "i1"), invited(2, "i2"), deleted(3), deleted(4))).toEqual(["i1 cancelled", "i2 cancelled"]);
  });

  test("wins over an invitation that arrives later but is older, not over a newer one", () => {
    expect(told(deleted(2), invited(1, "i1"))).toEqual(["i1 cancelled"]);
    expect(told(deleted(2), invited(3, "i1"))).toEqual(["i1 expected"]);
  });

  test("is of this visitor to this host only", () => {
    expect(told(invited(1, "i1"), deleted(2, { visitor: "bea" }), deleted(2, { hostId: "hugo" }))).toEqual([
      "i1 expected",
    ]);
  });

  test("takes nobody out of the building, and is nothing by itself", () => {
    expect(told(invited(1, "i1"), arrived(2), deleted(3))).toEqual(["i1 in"]);
    expect(told(deleted(1))).toEqual([]);
  });

  test("of another one is seen when the guess is changed afterwards", () => {
    expect(told(invited(1, "i1"), deleted(2), invited(3, "i1"))).toEqual(["i1 expected"]);
  });
});

describe("a check-in", () => {
  test("is met by its start", () => {
    expect(told(invited(1, "i1", NINE), invited(2, "i2", TEN), arrived(3, NINE))).toEqual(["i1 in", "i2 expected"]);
  });

  test("that does not say its start is the visit that starts nearest", () => {
    const tomorrow = TEN + 24 * 60;
    expect(told(invited(1, "i1", TEN), invited(2, "i2", tomorrow), arrived(TEN - 5, null))).toEqual([
      "i1 in",
      "i2 expected",
    ]);
    expect(told(invited(1, "i1", TEN), invited(2, "i2", null), arrived(TEN - 5, null))).toEqual([
      "i1 in",
      "i2 expected",
    ]);
  });

  test("that does not say its start is not the visit nobody checked out of yesterday", () => {
    const yesterday = TEN - 24 * 60;
    const facts = [invited(1, "i1", yesterday), invited(2, "i2", TEN), arrived(3, yesterday), arrived(TEN - 5, null)];
    expect(told(...facts)).toEqual(["i1 in", "i2 in"]);
    expect(told(...facts, left(TEN + 5, null))).toEqual(["i1 in", "i2 out"]);
  });

  test("is a visit of its own when nobody expected it then", () => {
    expect(told(arrived(1))).toEqual(["null in"]);
    expect(told(invited(1, "i1", NINE), arrived(2, TEN))).toEqual(["i1 expected", "null in"]);
    expect(told(invited(1, "i1"), deleted(2), arrived(3))).toEqual(["i1 cancelled", "null in"]);
  });

  test("twice is once; out and in again is the same visit", () => {
    expect(visitsOf([invited(1, "i1"), arrived(2), arrived(3)])).toMatchObject([{ checkedInAt: 2 * MINUTE }]);
    expect(visitsOf([invited(1, "i1"), arrived(2), left(3), arrived(4)])).toMatchObject([
      { status: "in", checkedInAt: 4 * MINUTE, checkedOutAt: null },
    ]);
    expect(told(arrived(2, null), left(3, null), arrived(4, null))).toEqual(["null out", "null in"]);
  });
});

describe("a check-out", () => {
  test("nobody checked in for is a visit that is over, never one less", () => {
    expect(told(left(1))).toEqual(["null out"]);
    expect(told(invited(1, "i1"), left(2))).toEqual(["i1 out"]);
    expect(told(arrived(1), left(2), left(3))).toEqual(["null out"]);
    expect(visitsOf([arrived(1), left(2), left(3)])).toMatchObject([{ checkedOutAt: 2 * MINUTE }]);
  });

  test("is of the visit with its start", () => {
    expect(
      told(invited(1, "i1", NINE), invited(1, "i2", TEN), arrived(2, NINE), arrived(3, TEN), left(4, NINE)),
    ).toEqual(["i1 out", "i2 in"]);
  });
});

test("in one moment: expected, then in, then out", () => {
  expect(told(left(1), arrived(1), invited(1, "i1"))).toEqual(["i1 out"]);
});

const moment = fc.integer({ min: 0, max: 6 });
const anyFact = fc
  .record({
    minute: moment,
    change: fc.constantFrom<VisitFact["change"]>("expected", "cancelled", "checked-in", "checked-out"),
    id: fc.constantFrom("i1", "i2", "i3"),
    start: fc.constantFrom(null, NINE, TEN),
    visitor: fc.constantFrom("ada", "bea"),
    hostId: fc.constantFrom("hana", "hugo"),
    visitorName: fc.constantFrom(null, "sealed:1", "sealed:2"),
  })
  .map(({ minute, change, id, start, ...people }) =>
    fact(minute, change, { invitationId: change === "expected" ? id : null, ...starting(start), ...people }),
  );

test("any order and any repetition ends in the same visits", () => {
  const shuffled = fc
    .array(anyFact, { maxLength: 14 })
    .chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }), fc.shuffledSubarray(facts)),
    );
  fc.assert(
    fc.property(shuffled, ([facts, again, some]) => {
      expect(visitsOf([...again, ...some])).toEqual(visitsOf(facts));
    }),
  );
});

test("an invitation is one visit, and never are more people in than checked in", () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 14 }), (facts) => {
      const visits = visitsOf(facts);
      const ids = visits.flatMap(({ invitationId }) => invitationId ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const checkIns = facts.filter(({ change }) => change === "checked-in").length;
      expect(visits.filter(({ status }) => status === "in").length).toBeLessThanOrEqual(checkIns);
      for (const visit of visits) {
        expect(visit.status === "in").toBe(visit.checkedInAt !== null && visit.checkedOutAt === null);
        expect(visit.status === "cancelled").toBe(visit.cancelledAt !== null);
      }
    }),
  );
});
