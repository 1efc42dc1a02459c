import { expect, test } from "vitest";
import { lookedAgain, VISIT_GAP_MS } from "./alert-look";

const NOON = Date.UTC(2026, 10, 21, 12);

test.each([
  ["the first visit has no before", null, NOON, { since: null, seenAt: NOON }],
  [
    "a visit goes on",
    { since: 5, seenAt: NOON },
    NOON + VISIT_GAP_MS - 1,
    { since: 5, seenAt: NOON + VISIT_GAP_MS - 1 },
  ],
  ["so does the first one", { since: null, seenAt: NOON }, NOON + 1, { since: null, seenAt: NOON + 1 }],
  [
    "a later visit starts where the last one ended",
    { since: 5, seenAt: NOON },
    NOON + VISIT_GAP_MS,
    { since: NOON, seenAt: NOON + VISIT_GAP_MS },
  ],
  ["a clock that went back changes nothing", { since: 5, seenAt: NOON }, NOON - 1, { since: 5, seenAt: NOON }],
])("%s", (_, before, now, after) => {
  expect(lookedAgain(before, now)).toEqual(after);
});
