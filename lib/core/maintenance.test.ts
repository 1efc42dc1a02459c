import { describe, expect, test } from "vitest";
import {
  isInMaintenance,
  MaintenanceDraft,
  type MaintenanceTimes,
  maintenanceChange,
  maintenanceSpans,
} from "./maintenance";
import { nextSpanChange, spanAt } from "./span";

const at = (time: string) => Date.parse(time);
const window = (change: Partial<MaintenanceTimes> = {}): MaintenanceTimes => ({
  startsAt: at("2026-11-16T08:00:00Z"),
  endsAt: at("2026-11-20T16:00:00Z"),
  endedAt: null,
  weekly: null,
  timeZone: "Europe/Oslo",
  ...change,
});
const told = (spans: ReturnType<typeof maintenanceSpans>) =>
  spans.map(({ from, until }) => [from, until].map((ms) => ms && new Date(ms).toISOString().slice(0, 16)).join(" – "));

describe("one stretch of time", () => {
  test.each([
    ["before", window(), "2026-11-16T07:59:59Z", false, "2026-11-16T08:00:00Z"],
    ["at its start", window(), "2026-11-16T08:00:00Z", true, "2026-11-20T16:00:00Z"],
    ["at its end", window(), "2026-11-20T16:00:00Z", false, null],
    ["without an end", window({ endsAt: null }), "2030-01-01T00:00:00Z", true, null],
    ["after somebody ended it", window({ endedAt: at("2026-11-17T08:00:00Z") }), "2026-11-18T00:00:00Z", false, null],
    [
      "to be ended",
      window({ endsAt: null, endedAt: at("2026-11-17T08:00:00Z") }),
      "2026-11-17T07:00:00Z",
      true,
      "2026-11-17T08:00:00Z",
    ],
    ["ended before it began", window({ endedAt: at("2026-11-15T08:00:00Z") }), "2026-11-17T07:00:00Z", false, null],
  ])("%s", (_, given, moment, isOn, changesAt) => {
    expect(isInMaintenance(given, at(moment))).toBe(isOn);
    expect(maintenanceChange(given, at(moment))).toBe(changesAt && at(changesAt));
  });
});

describe("weekly times, on the site's clock", () => {
  const nights = { weekdays: ["fri", "sat"] as ("fri" | "sat")[], from: "22:00", until: "06:00" };
  const weekly = window({ startsAt: at("2026-10-01T00:00:00Z"), endsAt: null, weekly: nights });

  test("a night belongs to the day it begins on", () => {
    expect(told(maintenanceSpans(weekly, at("2026-11-20T00:00:00Z"), at("2026-11-23T00:00:00Z")))).toEqual([
      "2026-11-20T21:00 – 2026-11-21T05:00",
      "2026-11-21T21:00 – 2026-11-22T05:00",
    ]);
    expect(isInMaintenance(weekly, at("2026-11-22T04:59:00Z"))).toBe(true);
    expect(maintenanceChange(weekly, at("2026-11-22T05:00:00Z"))).toBe(at("2026-11-27T21:00:00Z"));
  });

  test("the night of 25 October 2026 lasts nine hours", () => {
    expect(told(maintenanceSpans(weekly, at("2026-10-24T20:30:00Z"), at("2026-10-25T12:00:00Z")))).toEqual([
      "2026-10-24T20:00 – 2026-10-25T05:00",
    ]);
  });

  test("times inside the hours that the clock repeats or skips", () => {
    const early = (from: string, until: string, day: string) =>
      told(
        maintenanceSpans(
          window({ startsAt: 0, endsAt: null, weekly: { weekdays: ["sun"], from, until } }),
          at(`${day}T00:00:00Z`),
          at(`${day}T20:00:00Z`),
        ),
      );
    // 02:30 comes twice: the first begins, the second ends.
    expect(early("02:30", "04:00", "2026-10-25")).toEqual(["2026-10-25T00:30 – 2026-10-25T03:00"]);
    expect(early("01:00", "02:30", "2026-10-25")).toEqual(["2026-10-24T23:00 – 2026-10-25T01:30"]);
    // 02:30 never comes: 03:30 it is.
    expect(early("02:30", "04:00", "2027-03-28")).toEqual(["2027-03-28T01:30 – 2027-03-28T02:00"]);
  });

  test("only within the window", () => {
    const short = { ...weekly, startsAt: at("2026-11-20T23:00:00Z"), endsAt: at("2026-11-21T22:00:00Z") };
    expect(told(maintenanceSpans(short, at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")))).toEqual([
      "2026-11-20T23:00 – 2026-11-21T05:00",
      "2026-11-21T21:00 – 2026-11-21T22:00",
    ]);
  });
});

describe("several at once", () => {
  const spans = [
    { from: 10, until: 20 },
    { from: 15, until: 30 },
    { from: 30, until: 40 },
    { from: 50, until: null },
  ];
  test("one that takes over from another goes on", () => {
    expect(spanAt(spans, 12)).toEqual({ from: 10, until: 40 });
    expect(nextSpanChange(spans, 12)).toBe(40);
    expect(nextSpanChange(spans, 45)).toBe(50);
    expect(nextSpanChange(spans, 60)).toBeNull();
    expect(spanAt(spans, 40)).toBeNull();
  });
});

test.each([
  [{ name: "HVAC" }, "must be about a space or about a source"],
  [{ name: "HVAC", spaceId: "1", sourceId: "2" }, "must be about a space or about a source"],
  [
    { name: "HVAC", spaceId: "1", startsAt: "2026-11-16T08:00:00Z", endsAt: "2026-11-16T08:00:00+01:00" },
    "must end after it starts",
  ],
  [
    { name: "HVAC", spaceId: "1", weekly: { weekdays: ["mon", "mon"], from: "08:00", until: "09:00" } },
    "must name each day once",
  ],
])("refused: %j", (draft, message) => {
  expect(MaintenanceDraft.safeParse(draft).error?.issues[0]?.message).toBe(message);
});
