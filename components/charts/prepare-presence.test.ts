import { expect, test } from "vitest";
import type { SpaceHistory } from "@/lib/core/history";
import { preparePresence } from "./prepare-presence";
import { presenceHint, presenceSummary, presenceTable } from "./presence-words";

const at = (time: string) => `2026-11-17T${time}:00.000Z`;
const prepare = (points: [time: string, value: number | null][]) => {
  const history: SpaceHistory = {
    spaceId: "1",
    metric: "motion",
    unit: "",
    from: at("00:00"),
    to: "2026-11-18T00:00:00.000Z",
    points: points.map(([time, value]) => ({ at: at(time), value })),
  };
  return preparePresence(history, { now: Date.parse(at("10:42")), timeZone: "UTC", window: "hours" });
};
const DAY: [string, number | null][] = [
  ["00:00", 0],
  ["08:10", 1],
  ["09:40", null],
  ["09:55", 0],
  ["10:12", 1],
];

test("the day is stretches of in use, free and not known", () => {
  const { spans, gaps, current } = prepare(DAY);
  expect(spans.map(({ from, value }) => [new Date(from).toISOString().slice(11, 16), value])).toEqual([
    ["07:00", 0],
    ["08:10", 1],
    ["09:40", null],
    ["09:55", 0],
    ["10:12", 1],
  ]);
  expect([gaps.length, current]).toEqual([1, 1]);
});

test("in words", () => {
  const chart = prepare(DAY);
  expect(presenceSummary(chart)).toBe("In use from 07:00 to 10:42: in use now, used for 2 h, no data 09:40 to 09:55.");
  expect(presenceHint(chart, Date.parse(at("09:00")))?.lines).toEqual(["08:10–09:40 · in use"]);
  expect(presenceHint(chart, Date.parse(at("12:00")))).toBeNull();
  expect(presenceTable(chart).rows.map(({ cells }) => cells.join(" "))).toEqual([
    "10:12–now in use 30 min",
    "09:55–10:12 free 17 min",
    "09:40–09:55 No data 15 min",
    "08:10–09:40 in use 1 h 30 min",
    "07:00–08:10 free 1 h 10 min",
  ]);
  expect(presenceSummary(prepare([]))).toBe("No reading today.");
});

test("an early visitor widens the window", () => {
  expect(prepare([["05:30", 1]]).from).toBe(Date.parse(at("05:00")));
});
