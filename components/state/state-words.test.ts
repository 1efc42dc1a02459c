import { describe, expect, test } from "vitest";
import type { SpaceVerdict } from "@/lib/core/space-state";
import { ageWords, clockTime, spaceWords } from "./state-words";

const NOW = Date.parse("2026-11-16T09:30:00Z");
const MINUTE = 60_000;
const verdict = (change: Partial<SpaceVerdict>): SpaceVerdict => ({
  state: "free",
  since: NOW - 27 * MINUTE,
  count: 0,
  lastState: null,
  changesAt: null,
  ...change,
});
const words = (change: Partial<SpaceVerdict>, capacity: number | null = 10, age = 1) =>
  Object.values(spaceWords({ name: "Birch", capacity }, verdict(change), NOW, "Europe/Oslo", NOW - age * MINUTE));

describe("a space in words", () => {
  test.each([
    [
      "in use",
      words({ state: "occupied", count: 7 }),
      ["7 of 10", "since 10:03", "Birch, in use, 7 of 10, since 10:03"],
    ],
    [
      "in use, capacity unknown",
      words({ state: "occupied", count: 1 }, null),
      ["1 person", "since 10:03", "Birch, in use, 1 person, since 10:03"],
    ],
    [
      "too full",
      words({ state: "over", count: 18 }, 16),
      ["18 of 16", "since 10:03", "Birch, over capacity, 18 of 16, since 10:03"],
    ],
    ["free", words({}), ["Free", "since 10:03", "Birch, free, since 10:03"]],
    [
      "stale",
      words({ state: "stale", count: 1 }, 10, 38),
      ["1 ?", "38 min ago", "Birch, stale, last count 1, 38 min ago"],
    ],
    [
      "never heard",
      words({ state: "unknown", count: null }),
      ["Waiting", "for the first reading", "Birch, waiting, for the first reading"],
    ],
    [
      "no sensor",
      words({ state: "unmonitored", count: null, since: null }),
      ["Not monitored", "no sensor mapped", "Birch, not monitored, no sensor mapped"],
    ],
  ])("%s", (_, said, expected) => {
    expect(said.map((s) => s.toLowerCase())).toEqual(expected.map((s) => s.toLowerCase()));
  });
});

test("ages use the largest unit that says it", () => {
  expect([3, 20, 119, 3_600, 86_400, 3 * 86_400].map((s) => ageWords(s * 1_000))).toEqual([
    "just now",
    "20 s ago",
    "1 min ago",
    "1 h ago",
    "1 day ago",
    "3 days ago",
  ]);
});

test("times are on the site's clock, with the day when it is another", () => {
  expect(clockTime(NOW, "Asia/Tokyo", NOW)).toBe("18:30");
  expect(clockTime(NOW - 24 * 60 * MINUTE, "Europe/Oslo", NOW)).toBe("Sun 15 Nov 10:30");
});
