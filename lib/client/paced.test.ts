import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paced } from "./paced";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("the first is said at once, what follows together, and the last is never lost", () => {
  const work = vi.fn();
  const news = paced(work, 250);
  news.say();
  expect(work).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 10; i++) news.say();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(250);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(2);
  news.say();
  expect(work).toHaveBeenCalledTimes(3);
});

test("what was stopped says nothing more", () => {
  const work = vi.fn();
  const news = paced(work, 250);
  news.say();
  news.say();
  news.stop();
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(1);
});
