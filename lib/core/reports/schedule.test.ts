import { describe, expect, test } from "vitest";
import { lastDue, nextDue, periodToCompare, reportStep, type Schedule } from "./schedule";

const weekly = (timeZone: string, weekday = 1): Schedule => ({ every: "week", weekday, timeZone });
const monthly = (timeZone: string): Schedule => ({ every: "month", weekday: 1, timeZone });
const ms = Date.parse;
const iso = (at: number) => new Date(at).toISOString().slice(0, 16);

describe("the next sending is at 7 by the clock of the site", () => {
  test.each([
    [
      "on a Monday before 7",
      weekly("Europe/Copenhagen"),
      "2026-11-16T05:59:00Z",
      "2026-11-16T06:00",
      "2026-11-09",
      "2026-11-15",
    ],
    [
      "on a Monday at 7 sharp: in a week",
      weekly("Europe/Copenhagen"),
      "2026-11-16T06:00:00Z",
      "2026-11-23T06:00",
      "2026-11-16",
      "2026-11-22",
    ],
    [
      "on a Wednesday, about the week before",
      weekly("Europe/Copenhagen", 3),
      "2026-11-16T12:00:00Z",
      "2026-11-18T06:00",
      "2026-11-09",
      "2026-11-15",
    ],
    [
      "on a Sunday, about the week that ended a week ago",
      weekly("UTC", 7),
      "2026-11-21T00:00:00Z",
      "2026-11-22T07:00",
      "2026-11-09",
      "2026-11-15",
    ],
    [
      "after summer time ended",
      weekly("Europe/Copenhagen"),
      "2026-10-20T00:00:00Z",
      "2026-10-26T06:00",
      "2026-10-19",
      "2026-10-25",
    ],
    [
      "before summer time ended",
      weekly("Europe/Copenhagen"),
      "2026-10-13T00:00:00Z",
      "2026-10-19T05:00",
      "2026-10-12",
      "2026-10-18",
    ],
    [
      "after summer time began",
      weekly("America/New_York"),
      "2026-03-03T00:00:00Z",
      "2026-03-09T11:00",
      "2026-03-02",
      "2026-03-08",
    ],
    [
      "where it is Monday already",
      weekly("Pacific/Auckland"),
      "2026-11-15T12:00:00Z",
      "2026-11-15T18:00",
      "2026-11-09",
      "2026-11-15",
    ],
    [
      "on the first of a month",
      monthly("Europe/Copenhagen"),
      "2026-11-02T00:00:00Z",
      "2026-12-01T06:00",
      "2026-11-01",
      "2026-11-30",
    ],
    [
      "over the end of a year",
      monthly("Asia/Kolkata"),
      "2026-12-15T00:00:00Z",
      "2027-01-01T01:30",
      "2026-12-01",
      "2026-12-31",
    ],
    ["about February", monthly("UTC"), "2028-02-10T00:00:00Z", "2028-03-01T07:00", "2028-02-01", "2028-02-29"],
    ["from the 31st", monthly("UTC"), "2027-01-31T12:00:00Z", "2027-02-01T07:00", "2027-01-01", "2027-01-31"],
  ] as const)("%s", (_, schedule, now, at, from, to) => {
    const next = nextDue(schedule, ms(now));
    expect([iso(next.at), next.period]).toEqual([at, { from, to }]);
  });
});

test("the last sending is the one before the next", () => {
  for (const schedule of [
    weekly("Europe/Copenhagen", 4),
    monthly("America/Sao_Paulo"),
    monthly("Australia/Lord_Howe"),
  ]) {
    let at = ms("2026-01-01T00:00:00Z");
    for (let i = 0; i < 60; i++) {
      const next = nextDue(schedule, at);
      expect(lastDue(schedule, next.at)).toEqual(next);
      expect(lastDue(schedule, nextDue(schedule, next.at).at - 1)).toEqual(next);
      at = next.at;
    }
  }
});

describe("a look", () => {
  const monday = ms("2026-11-16T06:00:00Z");
  const week = weekly("Europe/Copenhagen");

  test("before its time sends nothing", () => expect(reportStep(week, monday, monday - 1)).toBeNull());

  test("at its time sends the week before", () =>
    expect(reportStep(week, monday, monday)).toEqual({
      period: { from: "2026-11-09", to: "2026-11-15" },
      nextAt: ms("2026-11-23T06:00:00Z"),
    }));

  test("after weeks of silence sends the newest week only", () =>
    expect(reportStep(week, monday, ms("2026-12-16T10:00:00Z"))).toEqual({
      period: { from: "2026-12-07", to: "2026-12-13" },
      nextAt: ms("2026-12-21T06:00:00Z"),
    }));
});

test("is compared with as many days before", () => {
  expect(periodToCompare({ from: "2026-11-09", to: "2026-11-15" })).toEqual({ from: "2026-11-02", to: "2026-11-08" });
  expect(periodToCompare({ from: "2026-11-01", to: "2026-11-30" })).toEqual({ from: "2026-10-02", to: "2026-10-31" });
});
