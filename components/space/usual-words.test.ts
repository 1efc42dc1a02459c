import { expect, test } from "vitest";
import type { Usual } from "@/lib/core/space-metrics";
import { english } from "@/lib/core/text";
import { levelWords, usualWords } from "./usual-words";

const usual = (change: Partial<Usual> = {}): Usual => ({
  weekday: 2,
  hour: 10,
  timeZone: "Europe/Copenhagen",
  unit: "people",
  value: 3,
  weeks: 4,
  busier: null,
  level: null,
  ...change,
});

test.each([
  ["is as usual", usual(), 3, "usual for Tue 10:00 is 3"],
  ["is busier", usual(), 7, "usual for Tue 10:00 is 3 · busier than usual"],
  ["is quieter", usual({ value: 6 }), 0, "usual for Tue 10:00 is 6 · quieter than usual"],
  ["is not counted now", usual(), null, "usual for Tue 10:00 is 3"],
  [
    "is not counted at all",
    usual({ unit: "percent", value: 62.4 }),
    null,
    "usual for Tue 10:00: used 62 % of the hour",
  ],
  [
    "is not known yet, and says why",
    usual({ value: null, weeks: 2 }),
    3,
    "usual for Tue 10:00 is not known yet: 2 of 4 comparable weeks",
  ],
  [
    "was never known",
    usual({ value: null, weeks: 0 }),
    3,
    "usual for Tue 10:00 is not known yet: 0 of 4 comparable weeks",
  ],
] as const)("a space that %s", (_, given, people, words) => {
  expect(usualWords(given, people, english)).toBe(words);
});

test("busy in words needs a count and a capacity", () => {
  expect([1, 4, 8].map((people) => levelWords(people, 10, english))).toEqual(["quiet", "moderately busy", "busy"]);
  expect([levelWords(null, 10, english), levelWords(3, null, english)]).toEqual(["", ""]);
});
