import { expect, test } from "vitest";
import { aSource } from "@/lib/testing/space-fixture";
import { english } from "./text";
import { walkVerdict } from "./walk-test";

const START = Date.parse("2026-11-21T10:00:00Z");
const LATER = START + 600_000;
const before = "2026-11-21T09:30:00.000Z";
const dt = { vendor: "disruptive", kind: "device", expectedIntervalMs: null, name: "Motion 4" };

test("where nothing stands there is nothing to test", () => {
  expect(walkVerdict({ sources: [] }, START, LATER, english)).toBeNull();
});

test("a word since the start is enough, of whichever source", () => {
  const sources = [aSource({ lastReadingAt: before }), aSource({ lastReadingAt: "2026-11-21T10:00:05.000Z" })];
  expect(walkVerdict({ sources }, START, LATER, english)).toEqual({ kind: "heard", at: START + 5_000 });
});

test("ten minutes are given to each, with a hint for those that speak of changes", () => {
  const waits = (source: object) => walkVerdict({ sources: [aSource(source)] }, START, LATER - 1, english);
  expect(waits({ lastReadingAt: before })).toEqual({ kind: "waiting", hint: null });
  expect(waits({ ...dt, lastReadingAt: before })).toEqual({
    kind: "waiting",
    hint: "Walk in, sit down or touch its sensor.",
  });
});

test.each([
  ["offline", { online: false, lastReadingAt: before }, /^Offline/],
  ["never heard", { lastReadingAt: null }, /wrong device/],
  ["an empty battery", { battery: 6, lastReadingAt: before }, /Battery at 6 %/],
  ["a weak signal", { signal: 12, lastReadingAt: before }, /Weak signal, 12 %/],
  ["one that speaks of changes", { lastReadingAt: before }, /Nothing changed there/],
  ["one that should report", { vendor: "butlr", expectedIntervalMs: 60_000, lastReadingAt: before }, /^Silent/],
])("silent for ten minutes: %s", (_, change, cause) => {
  const verdict = walkVerdict({ sources: [aSource({ ...dt, ...change })] }, START, LATER, english);
  expect(verdict).toMatchObject({ kind: "silent", cause: expect.stringMatching(cause) });
});
