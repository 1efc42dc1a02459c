import { expect, test } from "vitest";
import { english } from "@/lib/core/text";
import { holidaysFrom, hoursText, mergeHolidays, shiftsFrom, shiftsText } from "./hours-text";

test.each([
  ["8-16", [["08:00", "16:00"]]],
  [
    "08:00–12:00, 13–17.30",
    [
      ["08:00", "12:00"],
      ["13:00", "17:30"],
    ],
  ],
  ["9 to 17", [["09:00", "17:00"]]],
  ["", []],
  ["22–24", [["22:00", "24:00"]]],
  ["16-8", null],
  ["8", null],
  ["8-25", null],
  ["8-12, 11-16", null],
  ["closed", null],
])("%j is %j", (text, shifts) => expect(shiftsFrom(text)).toEqual(shifts));

test("what is written can be read again", () => {
  const shifts = shiftsFrom("8-12, 13-17");
  expect(shiftsFrom(shiftsText(shifts ?? []))).toEqual(shifts);
});

test.each([
  [
    { mon: "8-16", tue: "8-16", wed: "8-16", thu: "8-16", fri: "8-15", sat: "" },
    "Mon–Thu 08:00–16:00 · Fri 08:00–15:00",
  ],
  [{ mon: "8-16", wed: "8-16" }, "Mon 08:00–16:00 · Wed 08:00–16:00"],
  [{}, "Closed every day"],
])("%j in a line", (typed, line) => {
  const hours = Object.fromEntries(Object.entries(typed).map(([day, text]) => [day, shiftsFrom(text ?? "") ?? []]));
  expect(hoursText(hours, english)).toBe(line);
});

test("pasted days, and the lines that hold none", () => {
  expect(
    holidaysFrom("2026-12-25 Christmas Day\n1.1.2027, New Year\n\n2027-02-30 X\nEaster\n2027-05-17", english),
  ).toEqual({
    days: [
      { date: "2026-12-25", name: "Christmas Day" },
      { date: "2027-01-01", name: "New Year" },
      { date: "2027-05-17", name: "Holiday" },
    ],
    unread: ["2027-02-30 X", "Easter"],
  });
});

test("a day that is there already takes the new name", () => {
  const known = [{ date: "2026-12-25", name: "Holiday" }];
  expect(
    mergeHolidays(known, [
      { date: "2026-01-01", name: "A" },
      { date: "2026-12-25", name: "Christmas" },
    ]),
  ).toEqual([
    { date: "2026-01-01", name: "A" },
    { date: "2026-12-25", name: "Christmas" },
  ]);
});
