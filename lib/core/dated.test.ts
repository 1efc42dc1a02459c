import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { type DatePattern, dated } from "./dated";
import type { Locale } from "./locale";
import { textIn } from "./text";

const FRIDAY = DateTime.fromISO("2026-12-04T14:30", { zone: "Europe/Oslo" });

test.each<[Locale, DatePattern, string]>([
  ["en", "ccc d LLL HH:mm", "Fri 4 Dec 14:30"],
  ["de", "ccc d LLL HH:mm", "Fr 4. Dez 14:30"],
  ["fr", "ccc d LLL HH:mm", "ven. 4 déc. 14:30"],
  ["es", "ccc d LLL HH:mm", "vie 4 dic 14:30"],
  ["ja", "ccc d LLL HH:mm", "12月4日(金) 14:30"],
  ["de", "cccc d LLLL yyyy", "Freitag 4. Dezember 2026"],
  ["es", "cccc d LLLL yyyy", "viernes 4 de diciembre de 2026"],
  ["ja", "cccc d LLLL yyyy", "2026年12月4日(金曜日)"],
  ["ja", "LLLL yyyy", "2026年12月"],
  ["fr", "LLLL yyyy", "décembre 2026"],
  ["ja", "d LLL", "12月4日"],
  ["de", "ccc", "Fr"],
])("in %s %s is %s", (locale, pattern, words) => {
  expect(dated(FRIDAY, pattern, textIn(locale, {}))).toBe(words);
});
