import { DateTime } from "luxon";
import { expect, test } from "vitest";
import type { Locale } from "./locale";
import { momentWords } from "./moment-words";

const at = DateTime.fromISO("2026-11-17T14:05:00", { zone: "Europe/Oslo" });

test.each<[Locale, string, string, string]>([
  ["en", "Tue 17 Nov 14:05", "Tue 17 Nov 2026", "November 2026"],
  ["de", "Di 17. Nov 14:05", "Di 17. Nov 2026", "November 2026"],
  ["fr", "mar. 17 nov. 14:05", "mar. 17 nov. 2026", "novembre 2026"],
  ["es", "mar 17 nov 14:05", "mar 17 nov 2026", "noviembre de 2026"],
  ["ja", "11月17日(火) 14:05", "2026年11月17日(火)", "2026年11月"],
])("in %s a moment is %s, a day %s, a month %s", (locale, moment, day, month) => {
  expect(momentWords(at, "ccc d LLL HH:mm", locale)).toBe(moment);
  expect(momentWords(at, "ccc d LLL yyyy", locale)).toBe(day);
  expect(momentWords(at, "LLLL yyyy", locale)).toBe(month);
});
