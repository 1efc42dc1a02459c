import { expect, test } from "vitest";
import { createMonotonicClock } from "./monotonic-clock";

test("never the same twice, and never back when the machine's clock steps", () => {
  const times = [1_000, 1_000, 1_001, 400, 400, 1_002];
  const clock = createMonotonicClock(() => times.shift() ?? 0);
  const told = Array.from({ length: 6 }, clock);
  expect(told).toEqual([1_000_000, 1_000_001, 1_001_000, 1_001_001, 1_001_002, 1_002_000]);
});
