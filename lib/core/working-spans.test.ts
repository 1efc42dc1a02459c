import fc from "fast-check";
import { expect, test } from "vitest";
import { isWorkingTime, WEEKDAYS } from "./working-hours";
import { commonSpans, lengthOf, workingSpans } from "./working-spans";

const ms = (iso: string) => Date.parse(iso);
const HOUR = 3_600_000;

test("working hours of a day are its shifts, on the site's clock", () => {
  const span = { from: ms("2026-11-16T00:00Z"), to: ms("2026-11-17T00:00Z") };
  expect(
    workingSpans(
      {
        mon: [
          ["08:00", "12:00"],
          ["12:00", "16:30"],
        ],
      },
      null,
      "Europe/Oslo",
      span,
    ),
  ).toEqual([{ from: ms("2026-11-16T07:00Z"), to: ms("2026-11-16T15:30Z") }]);
});

test("a night shift of the hour that is repeated counts both times", () => {
  const span = { from: ms("2026-10-24T22:00Z"), to: ms("2026-10-25T23:00Z") };
  const night = workingSpans({ sun: [["02:00", "03:00"]] }, null, "Europe/Oslo", span);
  expect(lengthOf(night)).toBe(2 * HOUR);
});

test("stretches say the same as isWorkingTime at any moment", () => {
  const zones = ["Europe/Oslo", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe", "UTC"];
  const time = fc.integer({ min: 0, max: 96 }).map((quarter) => {
    const [hours, minutes] = [Math.floor(quarter / 4), (quarter % 4) * 15];
    return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
  });
  const shifts = fc
    .uniqueArray(time, { minLength: 2, maxLength: 4 })
    .map((times) => times.toSorted())
    .map((times) => [times.slice(0, 2), times.slice(2)].filter((pair) => pair.length === 2) as [string, string][]);
  const hours = fc.option(fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, shifts])), { requiredKeys: [] }));
  // Around the clock changes of spring and autumn.
  const start = fc.constantFrom(
    ms("2026-03-06"),
    ms("2026-03-27"),
    ms("2026-04-03"),
    ms("2026-10-03"),
    ms("2026-10-24"),
    ms("2026-10-31"),
  );
  fc.assert(
    fc.property(fc.constantFrom(...zones), hours, start, fc.boolean(), (zone, given, from, hasHoliday) => {
      const holidays = hasHoliday ? [{ date: "2026-10-25", name: "Off" }] : null;
      const span = { from, to: from + 72 * HOUR };
      const spans = workingSpans(given, holidays, zone, span);
      for (let at = span.from; at < span.to; at += HOUR / 4) {
        expect(spans.some((one) => one.from <= at && at < one.to)).toBe(isWorkingTime(given, holidays, zone, at));
      }
    }),
    { numRuns: 40 },
  );
});

test("what two lists have in common", () => {
  const a = [
    { from: 0, to: 10 },
    { from: 20, to: 30 },
  ];
  expect(commonSpans(a, [{ from: 5, to: 25 }])).toEqual([
    { from: 5, to: 10 },
    { from: 20, to: 25 },
  ]);
  expect(commonSpans(a, [])).toEqual([]);
});
