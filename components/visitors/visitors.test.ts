import { expect, test } from "vitest";
import { english } from "@/lib/core/text";
import type { DayVisit, VisitorDay } from "@/lib/core/visitor-day";
import { arrivalsCsv, prepareArrivals } from "./prepare-arrivals";
import { inOrder, statusWords, visitsCsv } from "./visitor-words";

/** A day in Oslo, an hour ahead of UTC; who was to come and who came by the time of the half hour there. */
function aDay(happened: Record<string, [number, number]>, now: string, visits: DayVisit[] = []): VisitorDay {
  const from = Date.parse("2026-11-17T00:00:00+01:00");
  return {
    ...{ date: "2026-11-17", timeZone: "Europe/Oslo", from: new Date(from).toISOString() },
    ...{
      to: new Date(from + 24 * 3_600_000).toISOString(),
      now: new Date(Date.parse(`2026-11-17T${now}:00+01:00`)).toISOString(),
    },
    counts: { expected: 0, in: 0, out: 0, overdue: 0, missed: 0 },
    halfHours: Array.from({ length: 48 }, (_, i) => {
      const at = from + i * 30 * 60_000;
      const [expected, arrived] = happened[new Date(at + 3_600_000).toISOString().slice(11, 16)] ?? [0, 0];
      return { at: new Date(at).toISOString(), expected, arrived };
    }),
    visits,
    total: visits.length,
  };
}
const visit = (change: Partial<DayVisit>): DayVisit => ({
  ...{ key: "k", status: "expected", startsAt: "2026-11-17T09:00:00.000Z", endsAt: null, checkedInAt: null },
  ...{ checkedOutAt: null, isOverdue: false, visitor: null, host: null },
  ...change,
});

test("the curve adds up what happened before each moment, and knows nothing of what is to come", () => {
  const { rows, most, ticks } = prepareArrivals(aDay({ "07:30": [1, 0], "08:00": [2, 1], "09:30": [1, 1] }, "09:45"));
  const told = rows.slice(0, 7).map(({ time, expected, arrived }) => [time, expected, arrived]);
  expect(told).toEqual([
    ["07:30", 0, 0],
    ["08:00", 1, 0],
    ["08:30", 3, 1],
    ["09:00", 3, 1],
    ["09:30", 3, 1],
    ["09:45", 3, 2],
    ["10:00", 4, null],
  ]);
  expect(rows.at(-1)).toMatchObject({ time: "18:00", expected: 4, arrived: null });
  expect([most, ticks.length]).toEqual([4, 11]);
});

test("a visit in words; who wants something done stands above", () => {
  const now = Date.parse("2026-11-17T10:00:00Z");
  const words = (change: Partial<DayVisit>) => statusWords(visit(change), now, english).words;
  expect(words({})).toBe("Expected, late");
  expect(words({ startsAt: "2026-11-17T11:00:00.000Z" })).toBe("Expected");
  expect(words({ status: "in" })).toBe("In the building");
  expect(words({ status: "in", isOverdue: true })).toBe("Check-out overdue");
  const order = inOrder([
    visit({ key: "out", status: "out" }),
    visit({ key: "expected" }),
    visit({ key: "in", status: "in" }),
    visit({ key: "overdue", status: "in", isOverdue: true }),
  ]);
  expect(order.map(({ key }) => key)).toEqual(["overdue", "in", "expected", "out"]);
});

test("the file has names only where they are shown, and times of the site", () => {
  const day = aDay({}, "11:00", [visit({ visitor: "Ada", host: "Hana" })]);
  expect(visitsCsv(day, false, english)[1]).toEqual(["Expected, late", "2026-11-17T10:00:00+01:00", "", "", ""]);
  expect(visitsCsv(day, true, english)[1]?.slice(0, 2)).toEqual(["Ada", "Hana"]);
});

test("the curve as a file has moments with their offset, and nothing for what is still to come", () => {
  const { rows } = prepareArrivals(aDay({ "09:00": [2, 1] }, "09:40"));
  const file = arrivalsCsv(rows, "Europe/Oslo", english);
  expect(file[0]).toEqual(["Until", "Expected", "Arrived"]);
  expect(file.find(([at]) => at === "2026-11-17T09:30:00+01:00")).toEqual(["2026-11-17T09:30:00+01:00", "2", "1"]);
  expect(file.at(-1)).toEqual(["2026-11-17T18:00:00+01:00", "2", ""]);
});
