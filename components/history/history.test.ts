import { describe, expect, test } from "vitest";
import { coverageText, figureTiles, minutesText, numberText } from "@/lib/core/figure-words";
import { spacesCsv } from "@/lib/core/history-csv";
import { rankSpaces } from "@/lib/core/rank-spaces";
import type { Figure, HistorySeries, SpaceFigures } from "@/lib/core/space-metrics";
import { english } from "@/lib/core/text";
import { daysOf, daysWords } from "./history-period";
import { prepareHeatmap } from "./prepare-heatmap";
import { prepareSeries } from "./prepare-series";

const TODAY = "2026-11-18"; // a Wednesday

test.each([
  ["today", "2026-11-18", "2026-11-18"],
  ["yesterday", "2026-11-17", "2026-11-17"],
  ["7d", "2026-11-12", "2026-11-18"],
  ["28d", "2026-10-22", "2026-11-18"],
  ["week", "2026-11-16", "2026-11-18"],
  ["month", "2026-11-01", "2026-11-18"],
  ["last-month", "2026-10-01", "2026-10-31"],
] as const)("%s is %s to %s", (period, from, to) => expect(daysOf(period, TODAY, {})).toEqual({ from, to }));

test("chosen days are taken in order, and one of them is enough", () => {
  expect(daysOf("custom", TODAY, { from: "2026-11-05", to: "2026-11-02" })).toEqual({
    from: "2026-11-02",
    to: "2026-11-05",
  });
  expect(daysOf("custom", TODAY, { from: "2026-11-05" })).toEqual({ from: "2026-11-05", to: "2026-11-05" });
  expect(daysWords({ from: "2025-12-29", to: "2026-01-02" }, TODAY, english)).toBe("29 Dec 2025 – 2 Jan");
});

test("numbers as they are read", () => {
  expect([0, 5.24, 41, 93.6, 128.4, -3, 12_345].map((value) => numberText(value, english))).toEqual([
    "0",
    "5.2",
    "41",
    "93.6",
    "128",
    "−3",
    "12\u2009345",
  ]);
  expect([0, 54, 60, 72.4].map((minutes) => minutesText(minutes, english))).toEqual([
    "0 min",
    "54 min",
    "1 h",
    "1 h 12 min",
  ]);
  expect([0.6, 0.7999, 1].map(coverageText)).toEqual(["60\u2009%", "79\u2009%", "100\u2009%"]);
});

const figure = (value: number | null, coverage = 1, more: Partial<Figure> = {}): Figure => ({
  value,
  coverage,
  ...more,
});

test("tiles say when, how it was before, and how much was seen", () => {
  const tiles = figureTiles(
    {
      figures: {
        peak: figure(93, 0.96, { at: "2026-11-11T11:20:00+01:00" }),
        timeUsedPercent: figure(52.4, 0.61),
        averageWhenUsed: figure(null, 0),
      },
      before: { timeUsedPercent: figure(54.4) },
      isGroup: true,
      timeZone: "Europe/Copenhagen",
    },
    english,
  );
  expect(tiles.map((tile) => [tile.name, tile.figure, tile.unit, tile.note, tile.coverage, tile.isThin])).toEqual([
    ["Peak", "93", "people", "Wed 11 Nov 11:20", "96\u2009%", false],
    ["Average when used", "–", "", "", "0\u2009%", true],
    ["Time used", "52", "%", "−\u20092 points on before", "61\u2009%", true],
  ]);
});

describe("the heatmap", () => {
  const cell = (weekday: number, hour: number, value: number | null, coverage = 1) => ({
    weekday,
    hour,
    value,
    coverage,
    days: 4,
  });

  test("has every hour between the first and the last, and no colour where little was seen", () => {
    const grid = prepareHeatmap(
      {
        unit: "percent",
        cells: [cell(1, 8, 20), cell(1, 10, 83), cell(4, 8, 47, 0.5), cell(4, 9, null, 0)],
      },
      english,
    );
    expect(grid.hours).toEqual([8, 9, 10]);
    expect(grid.rows.map(({ weekday, cells }) => [weekday, cells.map((one) => one && [one.text, one.level])])).toEqual([
      [1, [["20", 2], null, ["83", 6]]],
      [4, [["47", null], ["", null], null]],
    ]);
  });

  test("of people is coloured against the most of them; nothing at all is an empty grid", () => {
    expect(
      prepareHeatmap({ unit: "people", cells: [cell(1, 8, 4), cell(1, 9, 0)] }, english).rows[0]?.cells.map(
        (one) => one?.level,
      ),
    ).toEqual([7, 1]);
    expect(prepareHeatmap({ unit: "people", cells: [] }, english)).toEqual({ hours: [], rows: [], most: 1 });
  });
});

const space = (name: string, used: number | null, coverage: number): SpaceFigures => ({
  id: name,
  name,
  kind: "room",
  type: null,
  floor: null,
  capacity: 4,
  coverage,
  minutes: 600,
  figures: { timeUsedPercent: figure(used, coverage) },
});

describe("the ranking", () => {
  const spaces = [
    space("Oak", 71, 0.97),
    space("Focus 1", 5, 0.6),
    space("Hazel", 20, 0.8),
    space("Room 10", null, 0.9),
    space("Room 9", null, 0.9),
  ];
  const names = (order: Parameters<typeof rankSpaces>[1]) =>
    rankSpaces(spaces, order).map((row) => (row.isUnranked ? `(${row.space.name})` : row.space.name));

  test("of the least used leaves out what was seen for less than 80 %, unless it is wanted", () => {
    expect(names({ sort: "timeUsedPercent", up: true, unsure: false })).toEqual([
      "Hazel",
      "Oak",
      "Room 9",
      "Room 10",
      "(Focus 1)",
    ]);
    expect(names({ sort: "timeUsedPercent", up: true, unsure: true })[0]).toBe("Focus 1");
  });

  test("by name leaves out nobody", () => {
    expect(names({ sort: "name", up: true, unsure: false })).toEqual(["Focus 1", "Hazel", "Oak", "Room 9", "Room 10"]);
  });

  test("as a file is in the same order and says who is not ranked", () => {
    const rows = spacesCsv(rankSpaces(spaces, { sort: "timeUsedPercent", up: false, unsure: false }), english);
    const [head = []] = rows;
    expect(head.slice(0, 6)).toEqual(["Id", "Space", "Type", "Floor", "Seats", "Time used (percent)"]);
    expect(head.slice(-2)).toEqual(["Coverage (%)", "Ranked"]);
    expect(rows.slice(1).map((cells) => [cells[1], cells[5], cells.at(-2), cells.at(-1)])).toEqual([
      ["Oak", "71", "97", "yes"],
      ["Hazel", "20", "80", "yes"],
      ["Room 9", "", "90", "yes"],
      ["Room 10", "", "90", "yes"],
      ["Focus 1", "5", "60", "no"],
    ]);
  });
});

test("a line over time has gaps where nothing is known, hatches what was hardly seen, and lies over the one before", () => {
  const point = (day: number, value: number | null, coverage = 1) => ({
    at: `2026-11-${day}T00:00:00+01:00`,
    value,
    coverage,
  });
  const series: HistorySeries = {
    timeZone: "Europe/Copenhagen",
    from: "2026-11-16T00:00:00+01:00",
    to: "2026-11-20T00:00:00+01:00",
    hours: "working",
    spaces: 2,
    pendingHours: 0,
    metric: "timeUsedPercent",
    unit: "percent",
    bucket: "day",
    lines: [
      {
        space: null,
        period: "asked",
        points: [point(16, 30), point(17, null, 0), point(18, null, 0), point(19, 62, 0.5)],
      },
      { space: null, period: "before", points: [point(12, 20), point(13, 21)] },
    ],
  };
  const chart = prepareSeries(series, english);
  expect(chart.rows.map(({ label, value, thin, other }) => [label, value, thin, other])).toEqual([
    ["Mon 16 Nov", 30, null, 20],
    ["Tue 17 Nov", null, null, 21],
    ["Wed 18 Nov", null, null, null],
    ["Thu 19 Nov", null, 62, null],
  ]);
  expect([chart.gaps, chart.yTicks, chart.hasOther]).toEqual([[{ from: 1, to: 3 }], [0, 20, 40, 60, 80], true]);
});
