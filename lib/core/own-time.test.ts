import { expect, test } from "vitest";
import { ownTime } from "./own-time";
import { english } from "./text";

const NOON_IN_OSLO = Date.parse("2026-11-16T11:00:00Z");

test.each([
  ["the same zone", "Europe/Oslo", undefined],
  ["another name for the same clock", "Europe/Berlin", undefined],
  ["behind", "Europe/London", "11:00 on your clock"],
  ["another day", "Pacific/Auckland", "Tue 17 Nov 00:00 on your clock"],
])("noon in Oslo, read in %s", (_, zone, words) => {
  expect(ownTime(NOON_IN_OSLO, "Europe/Oslo", zone, english)).toBe(words);
});

test("a clock is compared as it is at the moment: New York changes its own a week later than Oslo", () => {
  const autumn = Date.parse("2026-10-27T11:00:00Z");
  expect(ownTime(autumn, "Europe/Oslo", "America/New_York", english)).toBe("07:00 on your clock");
  expect(ownTime(NOON_IN_OSLO, "Europe/Oslo", "America/New_York", english)).toBe("06:00 on your clock");
});
