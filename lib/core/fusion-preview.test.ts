import { expect, test } from "vitest";
import type { PastLine, PastSpace } from "./floor-past";
import { type FusionRules, fusionPreview } from "./fusion-preview";
import { METRICS, type Metric } from "./metric";

const TO = Date.parse("2026-11-17T23:00:00Z"); // midnight in Oslo
const FROM = TO - 24 * 3_600_000;
const at = (time: string) => Date.parse(`2026-11-17T${time}:00Z`);

function line(metric: Metric, told: readonly (readonly [string, number])[]): PastLine {
  const times = told.map(([time]) => at(time));
  return {
    metric: METRICS[metric].code,
    after: times.map((time, index) => time - (times[index - 1] ?? FROM)),
    values: told.map(([, value]) => value),
    since: null,
  };
}

const room = (lines: PastLine[], change: Partial<PastSpace> = {}): PastSpace => ({
  ...{ id: 1, kind: "room", parentId: null, name: "Birch", type: null, tags: null, capacity: 4 },
  ...{ holdMinutes: 5, speakers: null, closings: [], breaks: [] },
  sources: [
    {
      ...{ id: 9, vendor: "disruptive", kind: "device", name: "pir", expectedIntervalMs: null, assignedAt: 0 },
      ...{ stay: { from: 0, until: null }, lines, signals: [], bookings: [] },
    },
  ],
  ...change,
});
const preview = (space: PastSpace, rules: Partial<FusionRules>) =>
  fusionPreview({
    space,
    to: TO,
    timeZone: "Europe/Oslo",
    rules: { holdMinutes: 5, speakers: null, lunch: null, ...rules },
  });
const told = ({ states }: ReturnType<typeof preview>["after"]) =>
  states.map(({ at: time, state }) => `${time.slice(11, 16)} ${state}`);

const day: readonly (readonly [string, number])[] = [
  ["00:00", 0],
  ["09:00", 1],
  ["10:00", 0],
  ["10:10", 1],
  ["11:00", 0],
];

test("a hold of 20 minutes instead of 5 closes the gap of ten, and says what that does to the use", () => {
  const { before, after } = preview(room([line("motion", day)]), { holdMinutes: 20 });
  expect(told(before)).toEqual([
    "23:00 unknown",
    "00:00 away",
    "00:05 free",
    "09:00 occupied",
    "10:00 away",
    "10:05 free",
    "10:10 occupied",
    "11:00 away",
    "11:05 free",
  ]);
  expect(told(after)).toEqual([
    "23:00 unknown",
    "00:00 away",
    "00:20 free",
    "09:00 occupied",
    "10:00 away",
    "10:10 occupied",
    "11:00 away",
    "11:20 free",
  ]);
  // Of the 23 hours that are known: 60 + 50 minutes of motion, and 15 against 50 of being away.
  expect(before.usedPercent).toBeCloseTo((125 / 1380) * 100, 6);
  expect(after.usedPercent).toBeCloseTo((160 / 1380) * 100, 6);
});

test("who leaves in the lunch break is away until it ends", () => {
  const { after, coverage } = preview(room([line("motion", day)]), { lunch: { from: "11:45", until: "13:00" } });
  expect(told(after).slice(-2)).toEqual(["11:00 away", "12:00 free"]);
  expect(coverage).toBeCloseTo(23 / 24, 6);
});

test("whoever ranks first speaks", () => {
  const both = room([line("motion", day), line("deskOccupied", [["00:00", 0]])], { holdMinutes: null });
  expect(told(preview(both, { holdMinutes: null }).after)).toEqual(["23:00 unknown", "00:00 free"]);
  const { after } = preview(both, { holdMinutes: null, speakers: ["motion", "desk", "count"] });
  expect(told(after)).toContain("09:00 occupied");
});
