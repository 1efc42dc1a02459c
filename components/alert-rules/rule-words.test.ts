import { expect, test } from "vitest";
import type { AlertRule, RuleMeasure } from "@/lib/core/alert-rule";
import { english } from "@/lib/core/text";
import { newRule, previewWords, ruleWords } from "./rule-words";

const measure: RuleMeasure = {
  metric: "co2",
  comparison: "above",
  threshold: 1200,
  clearThreshold: 1000,
  clearMinutes: 5,
  noDataMinutes: null,
};
const rule = (change: Partial<AlertRule>): AlertRule => ({
  ...newRule(english),
  id: "1",
  template: null,
  kind: "environment",
  version: 1,
  open: 0,
  ...change,
});
const names = (id: string) => (id === "3" ? "Riverside" : null);

test.each<[Partial<AlertRule>, string]>([
  [{ measure }, "CO₂ above 1200\u202fppm for 10 min · clears at 1000\u202fppm or below for 5 min"],
  [
    { measure: { ...measure, comparison: "below", clearThreshold: null, clearMinutes: 0 }, forMinutes: 0 },
    "CO₂ below 1200\u202fppm · clears at 1200\u202fppm or above",
  ],
  [
    { measure: { ...measure, followsLimit: 3 } },
    "CO₂ above each place's limit “Act from” for 10 min · clears 200\u202fppm below it for 5 min",
  ],
  [
    { measure: { ...measure, followsLimit: 4, clearThreshold: null, clearMinutes: 0 }, forMinutes: 0 },
    "CO₂ above each place's limit “Act now from” · clears at the limit",
  ],
  [
    { measure: null, forMinutes: 0, scope: { within: ["3", "9"] } },
    "as soon as it is reported · Riverside, another place",
  ],
  [{ measure: null, forMinutes: 10, schedule: "working-hours" }, "reported for 10 min · in working hours"],
])("%o", (change, words) => {
  expect(ruleWords(rule(change), names, english)).toBe(words);
});

test.each([
  [
    { count: 6, outsideHours: 2, withData: 3 },
    "It would have fired 6 times in the last 14 days, 2 outside working hours.",
  ],
  [
    { count: 1, outsideHours: 0, withData: 3 },
    "It would have fired once in the last 14 days, 0 outside working hours.",
  ],
  [{ count: 0, outsideHours: 0, withData: 3 }, "It would not have fired in the last 14 days."],
  [{ count: 0, outsideHours: 0, withData: 0 }, "Nothing of this was measured in the last 14 days, so nobody can tell."],
])("%o", (found, words) => {
  const preview = {
    from: "2026-11-03T00:00:00Z",
    to: "2026-11-17T00:00:00Z",
    perWeek: 3,
    spaces: 5,
    isPartial: false,
    firings: [],
    ...found,
  };
  expect(previewWords(preview, english)).toBe(words);
});
