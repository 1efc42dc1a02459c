import { expect, test } from "vitest";
import { feedStatus, isDimmed } from "./feed-health";

const NOW = 1_000_000;

test.each([
  ["before the first connection", { connected: false, lostAt: null, heardAt: NOW }, "connecting"],
  ["connected and heard", { connected: true, lostAt: null, heardAt: NOW - 4_000 }, "live"],
  ["a blip is not news", { connected: false, lostAt: NOW - 900, heardAt: NOW - 900 }, "live"],
  ["gone for longer", { connected: false, lostAt: NOW - 1_000, heardAt: NOW - 1_000 }, "reconnecting"],
  ["connected, but two heartbeats missing", { connected: true, lostAt: null, heardAt: NOW - 12_001 }, "stale"],
] as const)("%s", (_, health, status) => {
  expect(feedStatus(health, NOW)).toBe(status);
});

test("the screen greys after half a minute without news, not before", () => {
  expect(isDimmed({ connected: false, lostAt: NOW - 29_000, heardAt: 0 }, NOW)).toBe(false);
  expect(isDimmed({ connected: false, lostAt: NOW - 31_000, heardAt: 0 }, NOW)).toBe(true);
});
