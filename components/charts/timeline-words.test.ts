import { expect, test } from "vitest";
import { BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import type { SpaceDay } from "@/lib/core/space-day";
import { english } from "@/lib/core/text";
import { aDay, iso, local, type PeoplePoint } from "@/lib/testing/day-fixture";
import { prepareTimeline, timelineWithin } from "./prepare-timeline";
import { timelineCsvRows, timelineTable } from "./timeline-table";
import { timelineHint, timelineSummary } from "./timeline-words";

const BIRCH: readonly PeoplePoint[] = [
  ["00:00", 0],
  ["08:15", 6],
  ["09:10", null],
  ["09:30", 0],
  ["10:03", 8],
  ["10:05", 3, 9, "10:06"],
  ["10:06", 8],
];
const MORE: Partial<SpaceDay> = {
  working: [{ from: iso(local("08:00")), to: iso(local("16:30")) }],
  air: [
    {
      metric: "co2",
      unit: "ppm",
      points: [
        { at: iso(local("07:30")), value: 480.2 },
        { at: iso(local("10:00")), value: 1040 },
      ],
    },
  ],
  bookings: [
    { startsAt: iso(local("08:00")), endsAt: iso(local("09:00")), outcome: "checked-in" },
    { startsAt: iso(local("09:30")), endsAt: iso(local("10:00")), outcome: "no-show" },
  ],
  swaps: [{ at: iso(local("09:20")), from: "Old one", to: "New one" }],
};
const prepare = (people = BIRCH, change: Partial<SpaceDay> = {}) =>
  prepareTimeline(aDay(people, change), {
    now: local("10:42"),
    window: "hours",
    limits: BUILT_IN_LIMITS,
    paleMs: 300_000,
    t: english,
  });
const hint = (time: string, timeline = prepare(BIRCH, MORE)) =>
  timelineHint(timeline, local(time), BUILT_IN_LIMITS, english).lines;

test("opens on the working hours and one around, and shades them", () => {
  const { axis } = prepare([["09:00", 1]], MORE);
  expect([axis.from, axis.to]).toEqual([local("07:00"), local("18:00")]);
  expect(axis.working).toEqual([{ from: local("08:00"), to: local("16:30") }]);
});

test("a day without known hours is 07 to 19, one in the past has no now", () => {
  const timeline = prepareTimeline(
    aDay([
      ["09:00", 1],
      ["18:30", 0],
    ]),
    {
      now: local("10:00", "2026-11-20"),
      window: "hours",
      limits: BUILT_IN_LIMITS,
      paleMs: 0,
      t: english,
    },
  );
  expect([timeline.axis.from, timeline.axis.to]).toEqual([local("07:00"), local("19:00")]);
  expect(timeline.people?.current).toBeNull();
  expect(timeline.states.at(-1)).toEqual({ from: local("18:30"), to: local("19:00"), state: "free" });
});

test("a moment asks every row", () => {
  expect(hint("08:30")).toEqual([
    "08:30",
    "In use",
    "6 people",
    "08:00–09:00 booked, checked in",
    "CO₂ 480\u2009ppm good",
  ]);
  expect(hint("09:45")).toEqual(["09:45", "Free", "nobody", "09:30–10:00 booked, no show", "CO₂ 480\u2009ppm good"]);
  expect(hint("09:11")).toEqual(["09:11", "Stale", "CO₂ 480\u2009ppm good"]);
  expect(hint("15:00")).toEqual(["15:00"]);
});

test("a correction or a swap that is near is meant", () => {
  expect(hint("10:04")).toEqual([
    "10:05",
    "In use",
    "3 people",
    "9 → 3, corrected 10:06",
    "CO₂ 1040\u2009ppm elevated",
  ]);
  expect(hint("09:22")).toEqual([
    "09:20",
    "Stale",
    "CO₂ 480\u2009ppm good",
    "09:20 device replaced: Old one → New one",
  ]);
});

test("the day as a few sentences", () => {
  expect(timelineSummary(prepare(BIRCH, MORE), english)).toBe(
    "From 07:00 to 10:42: in use for 1 h 34 min. Not known for 20 min. Most people: 8 at 10:03. 1 value restated. 2 bookings, 1 no-show. CO₂ between 480\u2009ppm and 1040\u2009ppm.",
  );
});

test("the table says what the rows say, and the file the same with whole time stamps", () => {
  const timeline = prepare(BIRCH, MORE);
  const { heads, rows } = timelineTable(timeline, english);
  expect(heads).toEqual(["Time", "State", "People", "Restated", "Booking", "CO₂ (ppm)"]);
  expect(rows.map(({ cells }) => cells.join(" | "))).toEqual([
    "07:00–08:00 | Free | 0 |  |  | ",
    "08:00–08:15 | Free | 0 |  | booked, checked in | 480",
    "08:15–09:00 | In use | 6 |  | booked, checked in | 480",
    "09:00–09:10 | In use | 6 |  |  | 480",
    "09:10–09:30 | Stale |  |  |  | 480",
    "09:30–10:00 | Free | 0 |  | booked, no show | 480",
    "10:00–10:03 | Free | 0 |  |  | 1040",
    "10:03–10:05 | In use | 8 |  |  | 1040",
    "10:05–10:06 | In use | 3 | 9 → 3, corrected 10:06 |  | 1040",
    "10:06–now | In use | 8 |  |  | 1040",
  ]);
  const [head, first, ...others] = timelineCsvRows(timeline, english);
  expect(head).toEqual(["From", "To", "State", "People", "Restated", "Booking", "CO₂ (ppm)"]);
  expect(first?.slice(0, 3)).toEqual(["2026-11-17T07:00:00+01:00", "2026-11-17T08:00:00+01:00", "Free"]);
  expect(others).toHaveLength(rows.length - 1);
});

test("a span of the day as a file has the readings of that span, from its first moment to its last", () => {
  const part = timelineWithin(prepare(BIRCH), { from: local("08:30"), to: local("10:00") });
  const rows = timelineCsvRows(part, english).slice(1);
  expect(rows.map(([from, to, state]) => [from?.slice(11, 16), to?.slice(11, 16), state])).toEqual([
    ["08:30", "09:10", "In use"],
    ["09:10", "09:30", "Stale"],
    ["09:30", "10:00", "Free"],
  ]);
});
