import { expect, test } from "vitest";
import { type ClosingChoice, closingUntil } from "./closing-until";

// A Tuesday, 10:42 in Oslo.
const now = Date.parse("2026-11-17T09:42:00Z");
const until = (choice: ClosingChoice, other = "", at = now) => {
  const ms = closingUntil(choice, at, "Europe/Oslo", other);
  return ms == null ? ms : new Date(ms).toISOString();
};

test.each<[ClosingChoice, string | null]>([
  ["hour", "2026-11-17T10:42:00.000Z"],
  ["four-hours", "2026-11-17T13:42:00.000Z"],
  ["today", "2026-11-17T23:00:00.000Z"],
  ["week", "2026-11-20T17:00:00.000Z"],
  ["open", null],
])("%s", (choice, expected) => expect(until(choice)).toBe(expected));

test("the end of a week that is over is the next one's", () => {
  expect(until("week", "", Date.parse("2026-11-21T09:00:00Z"))).toBe("2026-11-27T17:00:00.000Z");
});

test("a day with a clock change ends at its own midnight", () => {
  expect(until("today", "", Date.parse("2026-10-25T00:30:00Z"))).toBe("2026-10-25T23:00:00.000Z");
});

test("another moment is read on the site's clock, and must be ahead", () => {
  expect(until("other", "2026-11-18T08:00")).toBe("2026-11-18T07:00:00.000Z");
  expect(until("other", "2026-11-16T08:00")).toBeUndefined();
  expect(until("other", "")).toBeUndefined();
});
