import { expect, test } from "vitest";
import { DEFAULT_RETENTION, goesNext, keptFrom, Retention } from "./storage";

const NOW = new Date("2026-11-21T20:00:00Z");

test("deliveries are kept by the day, readings by whole months, rollups for ever", () => {
  const { deliveries, readings, rollups } = keptFrom(DEFAULT_RETENTION, NOW);
  expect([deliveries?.toISODate(), readings?.toISODate(), rollups]).toEqual(["2026-10-22", "2025-10-01", null]);
});

test.each([
  ["deliveries", "2026-10-22", { before: "2026-10-23", at: "2026-11-22T00:00:00.000Z" }],
  ["readings", "2025-10-01", { before: "2025-11-01", at: "2026-12-01T00:00:00.000Z" }],
  ["readings", "2024-01-01", { before: "2024-02-01", at: NOW.toISOString() }],
  ["rollups", "2019-01-01", null],
  ["alerts", "2024-11-20", { before: "2024-11-21", at: NOW.toISOString() }],
  ["deliveries", null, null],
] as const)("of %s since %s goes next: %o", (name, oldest, next) => {
  expect(goesNext(name, oldest, DEFAULT_RETENTION, NOW)).toEqual(next);
});

test("what was set before alerts had a time of their own still counts", () => {
  const { alertMonths: _, ...before } = { ...DEFAULT_RETENTION, deliveryDays: 7 };
  expect(Retention.parse(before)).toEqual({ ...DEFAULT_RETENTION, deliveryDays: 7 });
});
