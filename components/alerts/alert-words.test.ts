import { describe, expect, test } from "vitest";
import type { Alert } from "@/lib/core/alert";
import { english } from "@/lib/core/text";
import { anAlert } from "@/lib/testing/wire-alert";
import { ageOf, impactWords, longWords, type Says, sentenceOf, statusWords } from "./alert-words";

const NOW = Date.parse("2026-11-17T10:42:00Z");
const says: Says = { t: english, now: NOW };
const inside = (
  people: number | null,
  startsAt?: string,
  endsAt: string | null = null,
  spaces = 1,
): Partial<Alert> => ({
  impact: { people, booking: startsAt ? { startsAt, endsAt } : null, spaces, rank: 0 },
});

test.each([
  [20_000, "now"],
  [22 * 60_000, "22 min"],
  [61 * 60_000, "1 h 1 min"],
  [120 * 60_000, "2 h"],
  [6.5 * 3_600_000, "6 h"],
  [47 * 3_600_000, "47 h"],
  [3 * 86_400_000, "3 days"],
])("%i ms is %s", (ms, words) => {
  expect(longWords(ms, english)).toBe(words);
});

describe("the impact line", () => {
  test.each<[string, Partial<Alert>, string]>([
    ["nothing is known", inside(null), ""],
    ["a room is empty", inside(0), "Nobody inside"],
    ["one is inside", inside(1), "1 person inside"],
    [
      "a meeting runs",
      inside(3, "2026-11-17T10:00:00Z", "2026-11-17T11:00:00Z"),
      "3 people inside, meeting until 11:00",
    ],
    ["one is to come", inside(3, "2026-11-17T11:00:00Z"), "3 people inside, next meeting 11:00"],
    ["a meeting without people", inside(0, "2026-11-17T10:00:00Z", "2026-11-17T11:00:00Z"), "Meeting until 11:00"],
    ["nobody counts, one is to come", inside(null, "2026-11-17T11:00:00Z"), "Next meeting 11:00"],
    ["several spaces", inside(null, undefined, null, 5), "5 spaces affected"],
  ])("%s", (_, change, words) => {
    expect(impactWords(anAlert(change), says)).toBe(words);
  });
  test("what more is known follows", () => {
    const detail = {
      text: "{ppm} ppm with {people} of {seats} seats used",
      values: { ppm: 1384, people: 3, seats: 8 },
    };
    expect(impactWords(anAlert({ ...inside(3), detail }), says)).toBe(
      "3 people inside · 1384 ppm with 3 of 8 seats used",
    );
  });
  test("of what is over only what is known remains", () => {
    expect(impactWords(anAlert({ ...inside(3), status: "resolved" }), says)).toBe("");
  });
});

test.each<[Partial<Alert>, string]>([
  [{}, "Open"],
  [{ isConfirmed: false }, "Unconfirmed"],
  [{ status: "acknowledged" }, "Acknowledged"],
  [{ status: "snoozed", snoozedUntil: "2026-11-17T13:00:00.000Z" }, "Snoozed to 13:00"],
  [{ status: "snoozed" }, "Snoozed until clear"],
  [{ suppressedBy: { id: "1", name: "HVAC works", until: null } }, "Suppressed"],
  [{ status: "resolved", suppressedBy: { id: "1", name: "HVAC works", until: null } }, "Resolved"],
])("%o is %s", (change, word) => {
  expect(statusWords(anAlert(change), says)).toBe(word);
});

test("an alert that is over has the age it had", () => {
  expect(ageOf(anAlert({ resolvedAt: "2026-11-17T10:03:00.000Z" }), says)).toBe("22 min");
});

test("a row is one sentence", () => {
  const alert = anAlert({ ...inside(3), count: 2, children: 4, assignee: { id: "u", name: "Olga Petrov" } });
  expect(sentenceOf(alert, says)).toBe(
    "Focus 1: sensor offline, Warning, 3 people inside, 2 times, 4 alerts belong to it, Open, assigned to Olga Petrov, for 1 h 1 min",
  );
});
