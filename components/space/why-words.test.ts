import { expect, test } from "vitest";
import { type SpaceSnapshot, verdictAt } from "@/lib/core/floor";
import { whyWords } from "./why-words";

const now = Date.parse("2026-11-17T10:42:00Z");
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const value = (count: number, minutes: number) => ({
  value: count,
  observedAt: ago(minutes),
  receivedAt: ago(minutes),
  since: ago(60),
  source: "9",
});
const source = (expectedIntervalMs: number | null): SpaceSnapshot["sources"][number] => ({
  id: "9",
  vendor: "butlr",
  kind: "room",
  name: "room",
  assignedAt: ago(600),
  expectedIntervalMs,
  lastReadingAt: null,
});
const room = (space: Partial<SpaceSnapshot>): SpaceSnapshot => ({
  id: "1",
  kind: "room",
  parentId: null,
  name: "Birch",
  type: null,
  capacity: 10,
  state: "free",
  since: null,
  metrics: {},
  sources: [source(60_000)],
  ...space,
});

test.each<{ space: Partial<SpaceSnapshot>; question: string; rule: string }>([
  { space: { metrics: { occupancy: value(0, 1) } }, question: "Why “Free”?", rule: "Count is 0." },
  {
    space: { metrics: { occupancy: value(7, 1) } },
    question: "Why “In use”?",
    rule: "Count above 0 and within capacity.",
  },
  {
    space: { capacity: null, metrics: { occupancy: value(7, 1) } },
    question: "Why “In use”?",
    rule: "Count above 0. No capacity is set.",
  },
  {
    space: { metrics: { occupancy: value(11, 1) } },
    question: "Why “Over capacity”?",
    rule: "Count above the capacity of 10.",
  },
  {
    space: { metrics: { occupancy: value(7, 38) } },
    question: "Why “Stale”?",
    rule: "No reading for longer than 10 min.",
  },
  {
    space: { metrics: { occupancy: value(7, 100) }, sources: [source(20 * 60_000)] },
    question: "Why “Stale”?",
    rule: "No reading for longer than 1 h.",
  },
  { space: {}, question: "Why “Waiting”?", rule: "A source is mapped, but it has not sent a reading yet." },
  { space: { sources: [] }, question: "Why “No sensor”?", rule: "No source is mapped to this space." },
])("$question $rule", ({ space, question, rule }) => {
  const snapshot = room(space);
  expect(whyWords(snapshot, verdictAt(snapshot, now), now)).toMatchObject({ question, rule });
});

test.each([
  {
    name: "the plain count before the smoothed one",
    plain: 1,
    smoothed: 1,
    used: "occupancy",
    ignored: "the plain count ranks higher",
  },
  {
    name: "a fresh smoothed count before a stale plain one",
    plain: 30,
    smoothed: 1,
    used: "occupancySmoothed",
    ignored: "too old",
  },
])("uses $name", ({ plain, smoothed, used, ignored }) => {
  const space = room({ metrics: { occupancy: value(7, plain), occupancySmoothed: value(6, smoothed) } });
  const { readings } = whyWords(space, verdictAt(space, now), now);
  expect(readings.map((reading) => reading.isUsed)).toEqual([true, false]);
  expect(readings[0]?.metric).toBe(used);
  expect(readings[1]?.note).toBe(`arrived at once · ${ignored}`);
});
