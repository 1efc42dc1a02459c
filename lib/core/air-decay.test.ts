import { describe, expect, test } from "vitest";
import { airDecays, isSlow, usualMinutes } from "./air-decay";
import type { LineStep } from "./space-line";

const MINUTE = 60_000;
const T = Date.UTC(2026, 10, 20, 9);
const at = (minutes: number) => T + minutes * MINUTE;
/** People from minute to minute; null: nobody knows. */
const line = (...steps: readonly (readonly [minute: number, people: number | null])[]): LineStep[] =>
  steps.map(([minute, people]) => ({ at: at(minute), code: people === null ? 0 : 3 + people }));
const air = (...samples: readonly (readonly [minute: number, ppm: number])[]) =>
  samples.map(([minute, value]) => ({ at: at(minute), value }));
const told = (...given: Parameters<typeof airDecays>) =>
  airDecays(...given).map(({ leftAt, minutes, isHalved, ppm }) => [(leftAt - T) / MINUTE, minutes, isHalved, ppm]);
const MEETING = line([0, 4], [60, 0]);

describe("the air after the last person left", () => {
  test("takes until half of the excess above the outside level is gone, between two readings too", () => {
    // 1220 is 800 above outside: half of it is left at 820.
    const samples = air([55, 1_180], [65, 1_260], [75, 1_000], [90, 850], [105, 790], [120, 700]);
    expect(told(MEETING, samples, at(200))).toEqual([[60, 37.5, true, 1_220]]);
  });

  test("is not told before it is so", () => {
    expect(told(MEETING, air([60, 1_220], [80, 900]), at(90))).toEqual([]);
  });

  test("is told after six hours in which it was not", () => {
    const samples = air(...Array.from({ length: 20 }, (_, i) => [60 + 30 * i, 1_220 - 10 * i] as const));
    expect(told(MEETING, samples, at(60 + 361))).toEqual([[60, 360, false, 1_220]]);
    expect(told(MEETING, samples, at(60 + 359))).toEqual([]);
  });

  test.each([
    ["somebody came back", line([0, 4], [60, 0], [70, 1], [80, 0]), air([60, 1_220], [75, 1_300], [78, 1_310]), []],
    ["nobody knows who was in", line([0, 4], [50, null], [60, 0]), air([60, 1_220], [80, 800]), []],
    ["nobody knows whether somebody came back", line([0, 4], [60, 0], [70, null]), air([60, 1_220], [80, 800]), []],
    ["the air was fresh", MEETING, air([60, 600], [80, 450]), []],
    ["the sensor was silent for too long", MEETING, air([60, 1_220], [140, 500]), []],
    ["there was no reading when they left", MEETING, air([70, 1_220], [80, 500]), []],
    ["nobody was in", line([0, 0]), air([0, 1_220], [30, 600]), []],
  ])("is nothing when %s", (_, steps, samples, expected) => {
    expect(told(steps, samples, at(1_000))).toEqual(expected);
  });

  test("is told of every time they left", () => {
    const steps = line([0, 4], [60, 0], [120, 3], [180, 0]);
    const samples = air([60, 1_220], [80, 820], [100, 600], [120, 600], [180, 1_020], [200, 720], [210, 650]);
    expect(told(steps, samples, at(400))).toEqual([
      [60, 20, true, 1_220],
      [180, 20, true, 1_020],
    ]);
  });
});

describe("what is usual", () => {
  const earlier = [12, 40, 20, 18, 22].map((minutes, day) => ({ leftAt: at(-day * 1_440 - 60), minutes }));
  test("is the median of the 30 days before, from five on", () => {
    expect(usualMinutes(earlier, T)).toBe(20);
    expect(usualMinutes(earlier.slice(1), T)).toBe(null);
    expect(usualMinutes([...earlier, { leftAt: at(-31 * 1_440), minutes: 500 }], T)).toBe(20);
    expect(usualMinutes([...earlier, { leftAt: at(5), minutes: 500 }], T)).toBe(20);
  });

  test.each([
    [40, 20, true],
    [39, 20, false],
    [9, 4, false],
    [14, 4, true],
    [400, null, false],
  ])("%d minutes instead of %s: %s", (minutes, usual, expected) => {
    expect(isSlow({ minutes, usual })).toBe(expected);
  });
});
