import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { type FigureQuery, type Figures, HeatmapQuery, SeriesQuery } from "@/lib/core/space-metrics";
import { rollUp } from "@/lib/services/rollups/roll-up";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { figuresCsv, heatmapCsv } from "./history-csv";
import { readFigures } from "./read-figures";
import { readHeatmap } from "./read-heatmap";
import { readSeries } from "./read-series";
import { readUsual } from "./read-usual";

/**
 * A fixed set of events with figures worked out by hand. Oslo, Monday to Friday 8 to 18.
 *
 * Monday 19 October. Fjord (8 places): empty from 8, 4 people 10:00–11:00, 6 people 11:00–11:30 (first reported as 9,
 * then corrected), empty until 14:00, then its sensor says nothing more: 6 of 10 hours are known.
 * Birch (4 places): 3 people 13:00–15:00, else empty until 18:00.
 * Sunday 25 October, the day of 25 hours. Birch: 2 people in the first hour from 2 to 3, 4 people in the second.
 */
const NOW = Date.parse("2026-10-27T11:00:00Z");
const MINUTE = 60_000;
const admin: Actor = {
  userId: "1",
  name: "Ada",
  email: "ada@example.com",
  role: "admin",
  sites: null,
  scopes: null,
  sessionId: "1",
  address: null,
};

let ingest: Awaited<ReturnType<typeof openIngest>>;
const ids = { fjord: "", birch: "", floor: "" };

const say = async (room: "Fjord" | "Birch", at: number, data: number) => {
  const metadata = { room_id: `room_${room}`, room_name: room };
  await ingest.post(butlrEvent({ at, data, metadata }));
};

/** A count every ten minutes; it is believed for ten, so there is no gap. */
async function counts(room: "Fjord" | "Birch", from: string, to: string, people: (time: string) => number) {
  for (let at = Date.parse(from); at < Date.parse(to); at += 10 * MINUTE) {
    await say(room, at, people(new Date(at + 2 * 60 * MINUTE).toISOString().slice(11, 16)));
  }
}

beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
  await say("Fjord", Date.parse("2026-10-19T09:00:00Z"), 9);
  await counts("Fjord", "2026-10-19T06:00:00Z", "2026-10-19T12:00:00Z", (time) =>
    time >= "11:00" && time < "11:30" ? 6 : time >= "10:00" && time < "11:00" ? 4 : 0,
  );
  await counts("Birch", "2026-10-19T06:00:00Z", "2026-10-19T16:00:00Z", (time) =>
    time >= "13:00" && time < "15:00" ? 3 : 0,
  );
  await counts("Birch", "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z", (time) => (time < "03:00" ? 2 : 4));
  const { read } = ingest.db;
  const hours = JSON.stringify(
    Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["08:00", "18:00"]]])),
  );
  await read.query("UPDATE space SET time_zone = 'Europe/Oslo', working_hours = $1 WHERE kind = 'site'", [hours]);
  await read.query("UPDATE space SET capacity = CASE vendor_name WHEN 'Fjord' THEN 8 ELSE 4 END WHERE kind = 'room'");
  const { rows } = await read.query<{ id: number; vendor_name: string }>("SELECT id, vendor_name FROM space");
  const idOf = (name: string) => String(rows.find((row) => row.vendor_name === name)?.id);
  Object.assign(ids, { fjord: idOf("Fjord"), birch: idOf("Birch"), floor: idOf("2nd Floor") });
});
afterAll(() => ingest.close());

const values = (figures: Figures) =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figure?.value]));
const monday = { from: "2026-10-19", to: "2026-10-19", hours: "working", kind: "room" } as const;
const asked = () => ({ ...monday, within: ids.floor });

const FJORD = {
  peak: 6,
  average: 1.17,
  averageWhenUsed: 4.67,
  utilization: 14.58,
  timeUsedPercent: 25,
  sessions: 1,
  dwellMean: 90,
  dwellLongest: 90,
  minimumSurplus: 2,
};
const BIRCH = {
  peak: 3,
  average: 0.6,
  averageWhenUsed: 3,
  utilization: 15,
  timeUsedPercent: 20,
  sessions: 1,
  dwellMean: 120,
  dwellLongest: 120,
  minimumSurplus: 1,
};
const BOTH = {
  peak: 6,
  average: 1.77,
  averageWhenUsed: 3.71,
  utilization: 14.77,
  timeUsedPercent: 21.88,
  sessions: 2,
  dwellMean: 105,
  dwellLongest: 120,
  minimumSurplus: 6,
  peakInUse: 1,
  fewestFree: 1,
};

/** The same before there are any rollups, from the readings alone, and after. */
describe.each(["readings", "rollups"])("from %s", (from) => {
  beforeAll(async () => {
    if (from === "rollups") await rollUp(ingest.db, NOW);
  });

  test("each room has the figures that a person works out, and the group's peak is not the sum of peaks", async () => {
    const { items, group, pendingHours } = await readFigures(asked(), admin, ingest.db, NOW);
    const [birch, fjord] = items;
    expect([values(birch?.figures ?? {}), values(fjord?.figures ?? {})]).toEqual([BIRCH, FJORD]);
    expect(values(group.figures)).toEqual(BOTH);
    expect(pendingHours > 0).toBe(from === "readings");
  });

  test("who was silent for 4 of 10 hours has 60 % coverage, and is not empty in them", async () => {
    const { items, group } = await readFigures(asked(), admin, ingest.db, NOW);
    const [birch, fjord] = items;
    expect([birch?.coverage, fjord?.coverage, group.coverage]).toEqual([1, 0.6, 0.8]);
    expect(fjord?.figures.timeUsedPercent).toEqual({ value: 25, coverage: 0.6 });
    expect(fjord?.figures.peak).toEqual({ value: 6, coverage: 0.6, at: "2026-10-19T11:00:00+02:00" });
    expect(fjord?.minutes).toBe(600);
  });

  test("a day without any word has no figures: not zero, but nothing", async () => {
    const { items } = await readFigures({ ...asked(), from: "2026-10-20", to: "2026-10-20" }, admin, ingest.db, NOW);
    expect(items[1]?.coverage).toBe(0);
    expect(new Set(Object.values(values(items[1]?.figures ?? {})))).toEqual(new Set([null]));
  });

  test("the day of 25 hours has 1,500 minutes, and one stay of two hours in the hour that comes twice", async () => {
    const sunday = {
      from: "2026-10-25",
      to: "2026-10-25",
      hours: "all",
      kind: "room",
      spaces: [ids.birch],
    } satisfies FigureQuery;
    const [birch] = (await readFigures(sunday, admin, ingest.db, NOW)).items;
    expect(birch?.minutes).toBe(1_500);
    expect(birch?.coverage).toBe(0.08);
    expect(values(birch?.figures ?? {})).toMatchObject({ average: 3, peak: 4, sessions: 1, dwellLongest: 120 });
    expect(birch?.figures.peak?.at).toBe("2026-10-25T02:00:00+01:00");
  });

  test("in the heatmap the hour that comes twice is averaged, not added up", async () => {
    const query = { from: "2026-10-19", to: "2026-10-25", hours: "all" };
    const answer = await readHeatmap(
      HeatmapQuery.parse({ ...query, spaces: ids.birch, metric: "average", weekday: 7, hour: 2 }),
      admin,
      ingest.db,
      NOW,
    );
    const cell = answer.cells.find(({ weekday, hour }) => weekday === 7 && hour === 2);
    expect(cell).toEqual({ weekday: 7, hour: 2, value: 3, coverage: 1, days: 1 });
    expect(answer.days).toEqual([{ date: "2026-10-25", value: 3, coverage: 1 }]);
    expect(answer.cells.find(({ weekday, hour }) => weekday === 1 && hour === 13)?.value).toBe(3);
    expect(answer.cells.find(({ weekday, hour }) => weekday === 2 && hour === 13)).toMatchObject({
      value: null,
      days: 0,
    });
  });

  test("a heatmap of several rooms has working hours only, and the peak they had together", async () => {
    const heatmap = async (metric: string) => {
      const query = HeatmapQuery.parse({ from: "2026-10-19", to: "2026-10-23", within: ids.floor, metric });
      const { cells } = await readHeatmap(query, admin, ingest.db, NOW);
      expect(cells).toHaveLength(50);
      const at = (hour: number) => cells.find((cell) => cell.weekday === 1 && cell.hour === hour);
      return [10, 11, 13, 15].map((hour) => [at(hour)?.value, at(hour)?.coverage]);
    };
    expect(await heatmap("peak")).toEqual([
      [4, 1],
      [6, 1],
      [3, 1],
      [0, 0.5],
    ]);
    expect(await heatmap("average")).toEqual([
      [4, 1],
      [3, 1],
      [3, 1],
      [0, 0.5],
    ]);
    expect(await heatmap("timeUsedPercent")).toEqual([
      [50, 1],
      [25, 1],
      [50, 1],
      [0, 0.5],
    ]);
    expect(await heatmap("utilization")).toEqual([
      [33.33, 1],
      [25, 1],
      [25, 1],
      [0, 0.5],
    ]);
  });

  test("a line over time has at most 500 points, also of the days before", async () => {
    const query = SeriesQuery.parse({
      from: "2026-10-19",
      to: "2026-10-19",
      within: ids.floor,
      metric: "peak",
      compare: "previous",
    });
    const { lines, bucket } = await readSeries(query, admin, ingest.db, NOW);
    expect(bucket).toBe("hour");
    expect(lines.map(({ period }) => period)).toEqual(["asked", "before"]);
    const peaks = lines[0]?.points.map(({ value }) => value);
    expect(peaks).toEqual([0, 0, 4, 6, 0, 3, 3, 0, 0, 0]);
    expect(lines[0]?.points[0]).toEqual({ at: "2026-10-19T08:00:00+02:00", value: 0, coverage: 1 });
    // The day before is a Sunday, and has no working hours.
    expect(lines[1]?.points).toEqual([]);
    const rooms = SeriesQuery.parse({
      from: "2026-10-19",
      to: "2026-10-25",
      hours: "all",
      within: ids.floor,
      by: "space",
    });
    const daily = await readSeries({ ...rooms, bucket: "day", metric: "average" }, admin, ingest.db, NOW);
    expect(daily.lines.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [0.6, null, null, null, null, null, 3],
      [1.17, null, null, null, null, null, null],
    ]);
    await expect(readSeries({ ...rooms, bucket: "hour", from: "2026-08-01" }, admin, ingest.db, NOW)).rejects.toThrow(
      /500 points/,
    );
  });

  test("the CSV says exactly what the JSON says", async () => {
    const figures = await readFigures(asked(), admin, ingest.db, NOW);
    const [birch, fjord, all] = parse(figuresCsv(figures), { columns: true, bom: true }) as Record<string, string>[];
    const expectRow = (row: Record<string, string> | undefined, expected: Record<string, number>) => {
      for (const [name, value] of Object.entries(expected)) {
        const column = Object.keys(row ?? {}).find((title) => title.startsWith(`${name} (`));
        expect(row?.[column ?? ""], name).toBe(String(value));
      }
    };
    expectRow(birch, BIRCH);
    expectRow(fjord, FJORD);
    expectRow(all, BOTH);
    expect(fjord).toMatchObject({
      name: "Fjord",
      coverage: "0.6",
      "peak at": "2026-10-19T11:00:00+02:00",
      hours: "working",
    });
    const query = HeatmapQuery.parse({
      from: "2026-10-19",
      to: "2026-10-25",
      within: ids.floor,
      hours: "all",
      metric: "average",
    });
    const heatmap = await readHeatmap(query, admin, ingest.db, NOW);
    const rows = parse(heatmapCsv(heatmap), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.weekday, row.hour, row["average (people)"], row.coverage, row.days])).toEqual(
      heatmap.cells.map((cell) => [cell.weekday, cell.hour, cell.value ?? "", cell.coverage, cell.days].map(String)),
    );
  });
});

test("a place of somebody else's site is not there", async () => {
  const stranger = { ...admin, role: "viewer", sites: [] } satisfies Actor;
  await expect(readFigures(asked(), stranger, ingest.db, NOW)).rejects.toMatchObject({ code: "not-found" });
  await expect(readUsual({ space: ids.birch }, stranger, ingest.db, NOW)).rejects.toMatchObject({ code: "not-found" });
});

test("usual is said from four comparable weeks on, and why not before", async () => {
  const at = "2026-10-26T12:10:00Z";
  expect(await readUsual({ space: ids.birch, at }, admin, ingest.db, NOW)).toMatchObject({
    weekday: 1,
    hour: 13,
    value: null,
    weeks: 1,
  });
  for (const day of ["09-28", "10-05", "10-12"]) {
    const [people] = { "09-28": [1], "10-05": [2], "10-12": [4] }[day] ?? [];
    await counts("Birch", `2026-${day}T11:00:00Z`, `2026-${day}T12:00:00Z`, () => people ?? 0);
  }
  await say("Birch", Date.parse("2026-10-26T12:05:00Z"), 4);
  await rollUp(ingest.db, NOW);
  expect(await readUsual({ space: ids.birch, at }, admin, ingest.db, NOW)).toEqual({
    weekday: 1,
    hour: 13,
    timeZone: "Europe/Oslo",
    unit: "people",
    value: 2.5,
    weeks: 4,
    busier: "busier",
    level: "busy",
  });
});
