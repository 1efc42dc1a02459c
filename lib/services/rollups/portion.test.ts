import { expect, test } from "vitest";
import { joined, portion } from "./portion";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-17T10:00:00Z");
const span = (spaceId: number, hours: number, endedAgo = 0) => ({
  spaceId,
  from: NOW - (endedAgo + hours) * HOUR,
  to: NOW - endedAgo * HOUR,
});
const hoursOf = (spans: readonly { from: number; to: number }[]) =>
  spans.reduce((sum, { from, to }) => sum + (to - from) / HOUR, 0);

test("spans of one space that touch become one", () => {
  expect(joined([span(1, 2), span(2, 1), span(1, 3, 2), span(1, 1, 9)])).toEqual([
    span(1, 1, 9),
    span(1, 5),
    span(2, 1),
  ]);
});

test("one long span fills a transaction, the newest first", () => {
  const { now, later } = portion([span(1, 10_000)]);
  expect(now).toEqual([span(1, 1_500)]);
  expect(later).toEqual([span(1, 8_500, 1_500)]);
});

test("years of a hundred spaces do not hold up yesterday of another", () => {
  const years = Array.from({ length: 40 }, (_, i) => span(i + 1, 50_000));
  const { now, later } = portion([...years, span(99, 4, 21)]);
  expect(now).toContainEqual(span(99, 4, 21));
  expect(hoursOf(now)).toBeLessThanOrEqual(1_500);
  expect(hoursOf([...now, ...later])).toBe(40 * 50_000 + 4);
});

test("more than fits: nothing is lost and nothing is done twice", () => {
  const many = Array.from({ length: 500 }, (_, i) => span(i + 1, 30));
  const { now, later } = portion(many);
  expect(hoursOf(now)).toBe(1_500);
  expect(now.every(({ from, to }) => from < to)).toBe(true);
  expect(hoursOf(later)).toBe(500 * 30 - 1_500);
});
