import { expect, test } from "vitest";
import { readHolidays, sameHours } from "./site-form";

test("the same hours on the days that are chosen, in the order of the week", () => {
  expect(sameHours(["fri", "mon"], "08:00", "17:30")).toEqual({ mon: [["08:00", "17:30"]], fri: [["08:00", "17:30"]] });
});

test("days off, one a line", () => {
  expect(readHolidays("2026-12-25 Christmas Day\n\n 2027-01-01, New Year ")).toEqual({
    holidays: [
      { date: "2026-12-25", name: "Christmas Day" },
      { date: "2027-01-01", name: "New Year" },
    ],
    wrong: null,
  });
});

test.each(["Christmas", "25.12.2026 Christmas", "2026-02-30 No such day", "2026-12-25"])("%s is no day off", (line) => {
  expect(readHolidays(`2027-01-01 New Year\n${line}`)).toEqual({
    holidays: [{ date: "2027-01-01", name: "New Year" }],
    wrong: line,
  });
});
