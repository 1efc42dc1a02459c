import { describe, expect, test } from "vitest";
import { stepLine } from "./step-line";

const MINUTE = 60_000;
const at = (minute: number, value: number, firstValue = value) => ({
  at: minute * MINUTE,
  value,
  firstValue,
  correctedAt: value === firstValue ? null : (minute + 3) * MINUTE,
  source: 1,
  holdsForMs: 10 * MINUTE,
});
const line = (readings: ReturnType<typeof at>[], from = 0, to = 60) =>
  stepLine(readings, { from: from * MINUTE, to: to * MINUTE }).map((p) => [p.at / MINUTE, p.value]);

test("equal minutes draw one step", () => {
  expect(line([at(0, 2), at(1, 2), at(2, 2), at(3, 5)], 0, 4)).toEqual([
    [0, 2],
    [3, 5],
  ]);
});

test("silence is a gap from the moment the last reading went stale, never zero", () => {
  expect(line([at(0, 2), at(30, 3)], 0, 31)).toEqual([
    [0, 2],
    [10, null],
    [30, 3],
  ]);
});

test("silence up to now ends in a gap", () => {
  expect(line([at(0, 2)], 0, 60)).toEqual([
    [0, 2],
    [10, null],
  ]);
});

test("a reading from before the span holds into it", () => {
  expect(line([at(0, 2), at(8, 4)], 5, 9)).toEqual([
    [5, 2],
    [8, 4],
  ]);
  expect(line([at(0, 2)], 20, 30)).toEqual([]);
});

test("a corrected minute keeps its own point with what was first said", () => {
  const points = stepLine([at(0, 3), at(1, 3, 9), at(2, 3)], { from: 0, to: 3 * MINUTE });
  expect(points.map((p) => [p.at / MINUTE, p.value, p.correctedAt])).toEqual([
    [0, 3, null],
    [1, 3, 4 * MINUTE],
    [2, 3, null],
  ]);
});

describe("a silence of the source", () => {
  const forever = (minute: number, value: number, source = 1) => ({ ...at(minute, value), source, holdsForMs: null });
  const silent = (minute: number, source = 1) => ({ at: minute * MINUTE, source });
  const told = (readings: ReturnType<typeof forever>[], silences: ReturnType<typeof silent>[]) =>
    stepLine(readings, { from: 0, to: 60 * MINUTE }, silences).map((p) => [p.at / MINUTE, p.value]);

  test("ends what would hold for ever, until it speaks again", () => {
    expect(told([forever(1, 1), forever(40, 0)], [silent(20)])).toEqual([
      [1, 1],
      [20, null],
      [40, 0],
    ]);
  });

  test("in the moment of a reading leaves nothing of it", () => {
    expect(told([forever(1, 1)], [silent(1)])).toEqual([[1, null]]);
  });

  test("of another source is none", () => {
    expect(told([forever(1, 1, 1), forever(10, 1, 2)], [silent(20, 1)])).toEqual([[1, 1]]);
  });
});
