import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import { english } from "@/lib/core/text";
import { aDay, DAY_ZONE, local, type PeoplePoint } from "@/lib/testing/day-fixture";
import type { DayWindow } from "./day-axis";
import { prepareTimeline, type Timeline } from "./prepare-timeline";

interface Settings {
  readonly now?: number;
  readonly window?: DayWindow;
  readonly capacity?: number | null;
  readonly date?: string;
}

/** The row of people of a day, and the axis it stands on. */
function prepare(points: readonly PeoplePoint[], settings: Settings = {}) {
  const { date, capacity = 10, window = "hours" } = settings;
  const day = aDay(points, { capacity, ...(date ? { date } : {}) });
  const now = settings.now ?? local("10:42", date);
  const timeline = prepareTimeline(day, { now, window, limits: BUILT_IN_LIMITS, paleMs: 300_000, t: english });
  return { ...(timeline.people as NonNullable<Timeline["people"]>), axis: timeline.axis };
}

const BIRCH: readonly PeoplePoint[] = [
  ["00:00", 0],
  ["08:15", 6],
  ["09:10", null],
  ["09:30", 0],
  ["10:03", 8],
  ["10:05", 3, 9, "10:06"],
  ["10:06", 8],
  ["10:20", 7],
];

describe("the window", () => {
  test.each<{
    name: string;
    points: readonly PeoplePoint[];
    now?: string;
    window?: "hours" | "day";
    expected: [string, string];
  }>([
    { name: "is working hours", points: BIRCH, expected: ["07", "19"] },
    { name: "is the whole day when asked for", points: BIRCH, window: "day", expected: ["00", "24"] },
    {
      name: "widens to an early visitor",
      points: [
        ["05:30", 1],
        ["05:40", 0],
      ],
      expected: ["05", "19"],
    },
    {
      name: "widens to a late one, and to now",
      points: [
        ["00:00", 0],
        ["20:00", 2],
      ],
      now: "20:30",
      expected: ["07", "21"],
    },
    {
      name: "stays within the day",
      points: [
        ["00:10", 1],
        ["00:20", 0],
      ],
      now: "23:30",
      expected: ["00", "24"],
    },
    { name: "does not widen for an empty night", points: [["00:00", 0]], expected: ["07", "19"] },
  ])("$name", ({ points, now = "10:42", window = "hours", expected }) => {
    const { axis: chart } = prepare(points, { now: local(now), window });
    const hour = (at: number) => DateTime.fromMillis(at, { zone: DAY_ZONE }).toFormat("HH");
    const end = chart.to === local("00:00", "2026-11-18") ? "24" : hour(chart.to);
    expect([hour(chart.from), end]).toEqual(expected);
  });

  test.each([
    { name: "an ordinary day", day: "2026-11-17", hours: 24, labels: "00 02 04 06 08 10 12 14 16 18 20 22 24" },
    { name: "the short day", day: "2026-03-29", hours: 23, labels: "00 04 06 08 10 12 14 16 18 20 22 24" },
    { name: "the long day", day: "2026-10-25", hours: 25, labels: "00 02 04 06 08 10 12 14 16 18 20 22 24" },
  ])("has a tick every two hours by the wall clock on $name", ({ day, hours, labels }) => {
    const { axis: chart } = prepare([["00:00", 0]], { window: "day", date: day });
    expect(chart.to - chart.from).toBe(hours * 3_600_000);
    expect(chart.ticks.map((tick) => tick.label).join(" ")).toBe(labels);
    const clocks = chart.ticks.map((tick) => DateTime.fromMillis(tick.at, { zone: DAY_ZONE }).toFormat("HH:mm"));
    expect(clocks).toEqual(labels.split(" ").map((hour) => `${hour === "24" ? "00" : hour}:00`));
  });
});

describe("gaps", () => {
  test.each<{ name: string; points: readonly PeoplePoint[]; window: "hours" | "day"; expected: [string, string][] }>([
    { name: "silence", points: BIRCH, window: "day", expected: [["09:10", "09:30"]] },
    { name: "before the first reading", points: [["08:00", 2]], window: "hours", expected: [["07:00", "08:00"]] },
    { name: "the whole day, up to now", points: [], window: "day", expected: [["00:00", "10:42"]] },
    {
      name: "from the last reading to now",
      points: [
        ["00:00", 1],
        ["10:00", null],
      ],
      window: "hours",
      expected: [["10:00", "10:42"]],
    },
  ])("$name", ({ points, window, expected }) => {
    const chart = prepare(points, { window });
    expect(chart.gaps).toEqual(expected.map(([from, to]) => ({ from: local(from), to: local(to) })));
  });

  test("are not drawn by any line, and the line before one lasts until it", () => {
    const { rows } = prepare(BIRCH);
    const at = (time: string) => rows.filter((row) => row.at === local(time)).map((row) => row.final);
    expect(at("09:10")).toEqual([6, null]);
    expect(at("09:30")).toEqual([null, 0]);
  });

  test("a day without a reading has none", () => {
    const chart = prepare([]);
    expect(chart).toMatchObject({ current: null, level: { value: 10 } });
    expect(chart.rows.every((row) => row.final === null && row.recent === null)).toBe(true);
  });
});

describe("the last five minutes", () => {
  test("continue the line where it ends", () => {
    const { rows } = prepare(BIRCH);
    const joint = rows.filter((row) => row.at === local("10:37"));
    expect(joint.map(({ final, recent }) => ({ final, recent }))).toEqual([
      { final: 7, recent: 7 },
      { final: null, recent: 7 },
    ]);
    expect(rows.at(-1)).toMatchObject({ at: local("10:42"), final: null, recent: 7 });
  });

  test("start on a jump without a hole", () => {
    const { rows } = prepare([...BIRCH, ["10:37", 9]]);
    const joint = rows.filter((row) => row.at === local("10:37"));
    expect(joint.map(({ final, recent }) => ({ final, recent }))).toEqual([
      { final: 7, recent: 7 },
      { final: null, recent: 9 },
    ]);
  });

  test("start after a gap on their own", () => {
    const { rows } = prepare([
      ["00:00", 1],
      ["10:00", null],
      ["10:40", 2],
    ]);
    expect(rows.filter((row) => row.at === local("10:37")).every((row) => row.recent === null)).toBe(true);
  });
});

describe("corrections", () => {
  test("say what was first reported, and when it was corrected", () => {
    const { corrections } = prepare(BIRCH);
    expect(corrections).toEqual([{ at: local("10:05"), from: 9, to: 3, correctedAt: local("10:06") }]);
  });

  test("draw the first line from the final one and back to it", () => {
    const { rows } = prepare(BIRCH);
    const first = rows.filter((row) => row.firstSeen !== null).map((row) => [row.at, row.firstSeen]);
    expect(first).toEqual([
      [local("10:05"), 8],
      [local("10:05"), 9],
      [local("10:06"), 9],
      [local("10:06"), 8],
    ]);
  });

  test("too close to tell apart share the mark of the largest", () => {
    const { corrections, marks } = prepare([
      ["10:00", 3, 4, "10:02"],
      ["10:01", 3, 9, "10:02"],
      ["10:02", 3],
    ]);
    expect(corrections).toHaveLength(2);
    expect(marks.map((mark) => mark.from)).toEqual([9]);
  });

  test("that change nobody's whole count are none", () => {
    expect(prepare([["10:00", 3.2, 3.4, "10:02"]]).corrections).toEqual([]);
  });
});

describe("the height", () => {
  test.each<{
    name: string;
    capacity: number | null;
    points: readonly PeoplePoint[];
    yMax: number;
    label: string | undefined;
  }>([
    { name: "of the capacity", capacity: 10, points: BIRCH, yMax: 12, label: "capacity 10" },
    { name: "of more people than the capacity", capacity: 10, points: [["09:00", 18]], yMax: 22, label: "capacity 10" },
    {
      name: "of a value that was corrected away",
      capacity: 4,
      points: [["09:00", 2, 9, "09:02"]],
      yMax: 11,
      label: "capacity 4",
    },
    { name: "of the most people without a capacity", capacity: null, points: BIRCH, yMax: 11, label: "most 8" },
    { name: "of one person when nobody came", capacity: null, points: [["00:00", 0]], yMax: 2, label: undefined },
  ])("has room for that $name", ({ capacity, points, yMax, label }) => {
    const chart = prepare(points, { capacity });
    expect(chart.yMax).toBe(yMax);
    expect(chart.level?.label).toBe(label);
  });
});
