import { expect, test } from "vitest";
import { english } from "@/lib/core/text";
import { bytesWord, cleanUpWord, nextWord, oldestWord } from "./storage-words";

test.each([
  [0, "0 B"],
  [8_192, "8.2 kB"],
  [45_600_000, "46 MB"],
  [1_440_000_000, "1.4 GB"],
])("%d bytes are %s", (bytes, word) => {
  expect(bytesWord(bytes, english)).toBe(word);
});

test("readings go by the month, deliveries by the day, and what is due goes within the hour", () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  const month = { name: "readings", next: { before: "2025-11-01", at: "2026-12-01T00:00:00.000Z" } } as const;
  expect(nextWord(month, now, english)).toBe("October 2025 goes on 1 Dec 2026");
  const day = { name: "deliveries", next: { before: "2026-10-22", at: "2026-11-21T00:00:00.000Z" } } as const;
  expect(nextWord(day, now, english)).toBe("21 Oct 2026 goes within the hour");
  expect(nextWord({ name: "rollups", next: null }, now, english)).toBe("Nothing goes");
  expect(oldestWord({ name: "readings", oldest: "2025-10-01" }, english)).toBe("October 2025");
});

test("a clean-up says what it did, also while it runs", () => {
  const removed = {
    deliveries: { partitions: 1, rows: 0 },
    readings: { partitions: 0, rows: 7 },
    rollups: { partitions: 0, rows: 0 },
    alerts: { partitions: 0, rows: 0 },
  };
  const startedAt = "2026-11-21T12:17:00.000Z";
  expect(cleanUpWord({ startedAt, finishedAt: null, removed }, english)).toMatch(/1 table and 7 rows so far/);
  expect(cleanUpWord({ startedAt, finishedAt: startedAt, removed }, english)).toMatch(/1 table and 7 rows went/);
  expect(cleanUpWord(null, english)).toMatch(/once an hour/);
});
