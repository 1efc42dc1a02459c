import { describe, expect, test } from "vitest";
import { effectiveHours, Holidays, isTimeZone, isWorkingTime, WorkingHours, workingStretches } from "./working-hours";

const OFFICE: WorkingHours = {
  mon: [["08:00", "16:00"]],
  tue: [
    ["08:00", "12:00"],
    ["13:00", "17:30"],
  ],
  sun: [["01:00", "04:00"]],
  sat: [["22:00", "24:00"]],
};
const at = (time: string) => Date.parse(time);

describe("working time in Oslo", () => {
  test.each([
    ["Monday 08:00, as it begins", "2026-11-16T07:00:00Z", true],
    ["Monday 07:59:59", "2026-11-16T06:59:59Z", false],
    ["Monday 16:00, as it ends", "2026-11-16T15:00:00Z", false],
    ["Tuesday in the break", "2026-11-17T11:30:00Z", false],
    ["Tuesday after it", "2026-11-17T12:00:00Z", true],
    ["Wednesday, a day off", "2026-11-18T10:00:00Z", false],
    ["Saturday 23:59, up to midnight", "2026-11-21T22:59:00Z", true],
    ["Monday in summer, an hour earlier in UTC", "2026-07-06T06:00:00Z", true],
    // 29 March 2026: 02:00 becomes 03:00
    ["before the clock goes forward", "2026-03-29T00:59:00Z", true],
    ["after it went forward: 03:00", "2026-03-29T01:00:00Z", true],
    ["04:00 comes an hour of the day early", "2026-03-29T02:00:00Z", false],
    // 25 October 2026: 03:00 becomes 02:00
    ["02:30 for the first time", "2026-10-25T00:30:00Z", true],
    ["02:30 for the second time", "2026-10-25T01:30:00Z", true],
    ["03:59, an hour of the day later", "2026-10-25T02:59:00Z", true],
    ["04:00", "2026-10-25T03:00:00Z", false],
  ])("%s", (_, moment, expected) => {
    expect(isWorkingTime(OFFICE, null, "Europe/Oslo", at(moment))).toBe(expected);
  });

  test("a holiday is the day of the site's calendar, not of UTC", () => {
    const holidays = [{ date: "2026-11-17", name: "Day off" }];
    const late = { mon: [["00:00", "24:00"]], tue: [["00:00", "24:00"]] } satisfies WorkingHours;
    expect(isWorkingTime(late, holidays, "Europe/Oslo", at("2026-11-16T22:59:00Z"))).toBe(true);
    expect(isWorkingTime(late, holidays, "Europe/Oslo", at("2026-11-16T23:00:00Z"))).toBe(false);
    expect(isWorkingTime(null, holidays, "Europe/Oslo", at("2026-11-17T10:00:00Z"))).toBe(false);
  });

  test("without hours every moment counts", () => {
    expect(isWorkingTime(null, null, "UTC", at("2026-11-15T03:00:00Z"))).toBe(true);
  });
});

test("hours come from the nearest that has some; a day of no hours is an answer, too", () => {
  const closed = { name: "room", workingHours: {} };
  const site = { name: "site", workingHours: OFFICE };
  const floor = { name: "floor", workingHours: null };
  expect(effectiveHours([floor, site])).toEqual({ hours: OFFICE, from: site });
  expect(effectiveHours([closed, floor, site])?.from).toBe(closed);
  expect(effectiveHours([floor])).toBeNull();
});

test.each([
  ["Europe/Oslo", true],
  ["UTC", true],
  ["Oslo", false],
  ["+02:00", false],
  ["", false],
])("is %j a time zone? %s", (name, expected) => expect(isTimeZone(name)).toBe(expected));

test.each([
  [{ mon: [["16:00", "08:00"]] }],
  [{ mon: [["8:00", "16:00"]] }],
  [{ monday: [] }],
  [
    {
      mon: [
        ["08:00", "12:00"],
        ["11:00", "16:00"],
      ],
    },
  ],
])("no hours: %j", (hours) => expect(WorkingHours.safeParse(hours).success).toBe(false));

test("a date that is none is no holiday", () => {
  expect(Holidays.safeParse([{ date: "2026-02-30", name: "X" }]).success).toBe(false);
});

test("the working stretches of a day are its shifts on the zone's clock, also when that changes", () => {
  const hours = {
    sun: [["01:00", "04:00"]],
    mon: [
      ["08:00", "12:00"],
      ["13:00", "24:00"],
    ],
  } as WorkingHours;
  const at = (date: string) =>
    workingStretches(hours, [{ date: "2026-11-02", name: "Off" }], { date, timeZone: "Europe/Berlin" })?.map(
      ({ from, to }) => (to - from) / 3_600_000,
    );
  expect(at("2026-10-25")).toEqual([4]); // the hour from 2 to 3 comes twice
  expect(at("2026-10-26")).toEqual([4, 11]);
  expect(at("2026-11-02")).toEqual([]);
  expect(workingStretches(null, null, { date: "2026-10-26", timeZone: "UTC" })).toBeNull();
});
