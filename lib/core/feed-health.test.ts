import { describe, expect, test } from "vitest";
import {
  isSilent,
  LAG_BOUNDS_MS,
  LAG_BUCKETS,
  lagBucket,
  lagPercentile,
  usualHours,
  usualPerHour,
} from "./feed-health";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Tuesday, 10:42:17 UTC. */
const NOW = Date.UTC(2026, 10, 17, 10, 42, 17);

describe("lag buckets", () => {
  test.each([
    [-5_000, 0],
    [0, 0],
    [1_000, 0],
    [1_001, 1],
    [60_000, 5],
    [6 * HOUR, LAG_BUCKETS - 2],
    [6 * HOUR + 1, LAG_BUCKETS - 1],
  ])("%d ms is counted in bucket %d", (lag, bucket) => expect(lagBucket(lag)).toBe(bucket));

  const counts = (at: Record<number, number>) => Array.from({ length: LAG_BUCKETS }, (_, i) => at[i] ?? 0);

  test("nothing counted has no percentile", () => {
    expect(lagPercentile(counts({}), 0.5)).toBeNull();
    expect(lagPercentile([], 0.5)).toBeNull();
  });

  test("a percentile lies inside its bucket, by rank", () => {
    expect(lagPercentile(counts({ 3: 10 }), 0.5)).toBe(7_500);
    expect(lagPercentile(counts({ 3: 10 }), 1)).toBe(10_000);
    expect(lagPercentile(counts({ 0: 90, 4: 10 }), 0.5)).toBe(556);
    expect(lagPercentile(counts({ 0: 90, 4: 10 }), 0.95)).toBe(20_000);
  });

  test("what is later than the last bound is said as that bound", () => {
    expect(lagPercentile(counts({ [LAG_BUCKETS - 1]: 3 }), 0.5)).toBe(LAG_BOUNDS_MS.at(-1));
  });

  test("a share never gets smaller when it is asked for more", () => {
    const some = counts({ 0: 7, 2: 3, 5: 9, 12: 1 });
    const asked = Array.from({ length: 21 }, (_, i) => lagPercentile(some, i / 20) ?? Number.NaN);
    expect(asked).toEqual([...asked].sort((a, b) => a - b));
  });
});

describe("what is usual", () => {
  test("is asked of the same hour of the UTC week, whatever the clocks on the wall did", () => {
    const { weeks, yesterday } = usualHours(NOW);
    expect(new Date(yesterday).toISOString()).toBe("2026-11-16T10:00:00.000Z");
    // Europe left summer time on 25 October: the older ones are 12:00 there, not 11:00.
    expect(weeks.map((at) => new Date(at).toISOString())).toEqual([
      "2026-11-10T10:00:00.000Z",
      "2026-11-03T10:00:00.000Z",
      "2026-10-27T10:00:00.000Z",
      "2026-10-20T10:00:00.000Z",
    ]);
  });

  test.each([
    ["the mean of the weeks on record", { weeks: [100, 200, null, null], yesterday: 7, lastHour: 9 }, 150],
    ["an hour on record without any event counts", { weeks: [0, 60, null, null], yesterday: 7, lastHour: 9 }, 30],
    ["yesterday before the first week", { weeks: [null, null], yesterday: 7, lastHour: 9 }, 7],
    ["nothing yesterday is an answer", { weeks: [null], yesterday: 0, lastHour: 9 }, 0],
    ["the last hour on the first day", { weeks: [], yesterday: null, lastHour: 9 }, 9],
  ])("is %s", (_, counts, usual) => expect(usualPerHour(counts)).toBe(usual));
});

describe("silence", () => {
  const silentAfter = (gap: number, usual: number, usualSince?: number) =>
    isSilent({
      now: NOW,
      lastEventAt: NOW - gap,
      usualPerHour: usual,
      ...(usualSince === undefined ? {} : { usualSince }),
    });

  test("begins after five usual gaps", () => {
    expect(silentAfter(25 * MINUTE, 12)).toBe(false);
    expect(silentAfter(25 * MINUTE + 1, 12)).toBe(true);
  });

  test("never begins before two minutes", () => {
    expect(silentAfter(2 * MINUTE, 10_000)).toBe(false);
    expect(silentAfter(2 * MINUTE + 1, 10_000)).toBe(true);
  });

  test("is no silence where nothing is usual, or nothing ever came", () => {
    expect(silentAfter(9 * HOUR, 0)).toBe(false);
    expect(isSilent({ now: NOW, lastEventAt: null, usualPerHour: 600 })).toBe(false);
  });

  test("does not begin with the first minute of the morning", () => {
    expect(silentAfter(14 * HOUR, 600, NOW - MINUTE)).toBe(false);
    expect(silentAfter(14 * HOUR, 600, NOW - 3 * MINUTE)).toBe(true);
    expect(silentAfter(DAY, 600, NOW - 3 * DAY)).toBe(true);
  });
});
