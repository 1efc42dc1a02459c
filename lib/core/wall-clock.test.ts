import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import {
  dateAfter,
  momentAt,
  momentsAt,
  wallClock,
  wallDate,
  wallIso,
  wallSeconds,
  wallTime,
  weekdayOf,
} from "./wall-clock";

const ZONES = [
  "Europe/Oslo",
  "America/New_York",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/Havana",
  "Africa/Cairo",
  "UTC",
];
const zone = fc.constantFrom(...ZONES);
const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2037, 11, 31) });

test("says what luxon says of any moment", () => {
  fc.assert(
    fc.property(moment, zone, (at, timeZone) => {
      const theirs = DateTime.fromMillis(at, { zone: timeZone });
      const { year, month, day, hour, minute, second, weekday } = theirs;
      expect(wallClock(at, timeZone)).toEqual({ year, month, day, hour, minute, second, weekday });
      expect(wallDate(at, timeZone)).toBe(theirs.toISODate());
      expect(wallTime(at, timeZone)).toBe(theirs.toFormat("HH:mm"));
      expect(wallSeconds(at, timeZone)).toBe(theirs.toFormat("HH:mm:ss"));
      expect(Date.parse(wallIso(at, timeZone))).toBe(at);
    }),
    { numRuns: 500 },
  );
});

test("finds back to every moment from what the clock said", () => {
  fc.assert(
    fc.property(moment, zone, (any, timeZone) => {
      const at = Math.floor(any / 60_000) * 60_000;
      const { first, last } = momentsAt(wallDate(at, timeZone), wallTime(at, timeZone), timeZone);
      expect([first, last]).toContain(at);
    }),
    { numRuns: 500 },
  );
});

test("takes the first of two, and the later of none, when the clock changes", () => {
  const iso = (at: number) => new Date(at).toISOString();
  const twice = momentsAt("2026-10-25", "02:30", "Europe/Oslo");
  expect([iso(twice.first), iso(twice.last)]).toEqual(["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"]);
  const never = momentsAt("2026-03-29", "02:30", "Europe/Oslo");
  expect([iso(never.first), iso(never.last)]).toEqual(["2026-03-29T01:30:00.000Z", "2026-03-29T01:30:00.000Z"]);
});

test.each([
  ["2026-03-29", 23],
  ["2026-10-25", 25],
  ["2026-11-21", 24],
])("%s has %i hours in Oslo", (date, hours) => {
  expect(momentAt(dateAfter(date, 1), "Europe/Oslo") - momentAt(date, "Europe/Oslo")).toBe(hours * 3_600_000);
  expect(momentAt(date, "Europe/Oslo", "24:00")).toBe(momentAt(dateAfter(date, 1), "Europe/Oslo"));
});

test("counts days and weekdays over years", () => {
  expect(dateAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(dateAfter("2024-03-01", -1)).toBe("2024-02-29");
  expect([weekdayOf("2026-11-21"), weekdayOf("2026-11-22"), weekdayOf("1969-12-29")]).toEqual([6, 7, 1]);
});

test("refuses a zone nobody knows", () => {
  expect(() => wallDate(0, "Mars/Olympus")).toThrow(RangeError);
});
