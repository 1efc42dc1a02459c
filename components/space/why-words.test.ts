import { describe, expect, test } from "vitest";
import { type SpaceBooking, type SpaceSnapshot, verdictAt } from "@/lib/core/floor";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { whyWords } from "./why-words";

const now = Date.parse("2026-11-17T10:42:00Z");
const moment = { now, timeZone: "UTC" };
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const value = (count: number, minutes: number, source = "9") => aValue(count, ago(minutes), { since: ago(60), source });
const booked = (from: number, to: number, change: Partial<SpaceBooking> = {}): SpaceBooking => ({
  startsAt: ago(-from),
  endsAt: ago(-to),
  checkedInAt: null,
  checkedOutAt: null,
  ...change,
});
const offline = { online: false, offlineAt: ago(61) };
const device = aSource({ id: "8", vendor: "disruptive", kind: "device", expectedIntervalMs: null });
const why = (space: Partial<SpaceSnapshot>) => {
  const snapshot = aSpace(space);
  return whyWords(snapshot, verdictAt(snapshot, now), moment);
};

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
    space: { metrics: { motion: value(1, 90, "8") }, sources: [device] },
    question: "Why “In use”?",
    rule: "Motion is seen: somebody is here, but not how many.",
  },
  {
    space: { metrics: { motion: value(0, 90, "8") }, sources: [device] },
    question: "Why “Free”?",
    rule: "No motion is seen.",
  },
  {
    space: { metrics: { deskOccupied: value(1, 90, "8") }, sources: [device] },
    question: "Why “In use”?",
    rule: "The desk sensor says in use.",
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
    space: { metrics: { occupancy: value(7, 100) }, sources: [aSource({ expectedIntervalMs: 20 * 60_000 })] },
    question: "Why “Stale”?",
    rule: "No reading for longer than 1 h.",
  },
  {
    space: { metrics: { motion: value(1, 90, "8") }, sources: [{ ...device, ...offline }] },
    question: "Why “Offline”?",
    rule: "The only sensor that could tell is offline.",
  },
  {
    space: { sources: [{ ...device, ...offline }, aSource(offline)] },
    question: "Why “Offline”?",
    rule: "All 2 sensors that could tell are offline.",
  },
  {
    space: { metrics: { occupancy: value(0, 1) }, bookings: [booked(5, 65)] },
    question: "Why “Booked”?",
    rule: "Nobody is here. A booking holds a space from 10 min before it starts: 10:47–11:47.",
  },
  {
    space: { metrics: { occupancy: value(0, 1) }, bookings: [booked(-5, 55)] },
    question: "Why “Booked”?",
    rule: "Nobody is here yet. Booked 10:37–11:37; unused for 10 min it is a no show.",
  },
  {
    space: { metrics: { occupancy: value(0, 1) }, bookings: [booked(-15, 45, { checkedInAt: ago(12) })] },
    question: "Why “Booked”?",
    rule: "Nobody is seen here, but a booking (10:27–11:27) is checked in.",
  },
  {
    space: { metrics: { occupancy: value(0, 1) }, bookings: [booked(-14, 46)] },
    question: "Why “No show”?",
    rule: "Booked 10:28–11:28, nobody has checked in, and nobody has been here since it started.",
  },
  { space: {}, question: "Why “Waiting”?", rule: "A source is mapped, but it has not sent a reading yet." },
  { space: { sources: [] }, question: "Why “No sensor”?", rule: "No source is mapped to this space." },
  {
    space: { sources: [aSource({ senses: false })] },
    question: "Why “No sensor”?",
    rule: "No mapped source can tell whether somebody is here.",
  },
])("$question $rule", ({ space, question, rule }) => {
  expect(why(space)).toMatchObject({ question, rule });
});

test("while it is closed nothing is used, and the window is told", () => {
  const told = why({
    metrics: { occupancy: value(7, 1) },
    closings: [{ id: "1", name: "Works", from: ago(10), until: ago(-60) }],
  });
  expect(told.question).toBe("Why “Closed”?");
  expect(told.readings.map(({ vote, note }) => [vote, note])).toEqual([
    ["outranked", "minute 10:41 · arrived at once · closed for maintenance"],
  ]);
  expect(told.others).toMatchObject([{ decides: true, label: "Maintenance: Works", note: "until 11:42" }]);
});

describe("every reading is told with its vote", () => {
  const told = (space: Partial<SpaceSnapshot>) =>
    why(space).readings.map(({ label, value, vote, note }) => [label, value, vote, note].join(" | "));

  test("the plain count before the smoothed one", () => {
    expect(told({ metrics: { occupancy: value(7, 1), occupancySmoothed: value(6, 1) } })).toEqual([
      "Butlr people count | 7 | speaks | minute 10:41 · arrived at once",
      "Butlr people count, smoothed | 6 | outranked | minute 10:41 · arrived at once · the plain count ranks higher",
    ]);
  });

  test("a fresh smoothed count before a stale plain one", () => {
    expect(told({ metrics: { occupancy: value(7, 30), occupancySmoothed: value(6, 1) } })).toEqual([
      "Butlr people count, smoothed | 6 | speaks | minute 10:41 · arrived at once",
      "Butlr people count | 7 | stale | minute 10:12 · arrived at once · too old",
    ]);
  });

  test("a count before motion, and of two counts the newer", () => {
    expect(
      told({
        metrics: { occupancy: value(4, 0), motion: value(1, 90, "8") },
        others: [{ ...value(3, 2, "7"), metric: "occupancy" }],
        sources: [aSource(), device, aSource({ id: "7", vendor: "zoom", kind: "sensor" })],
      }),
    ).toEqual([
      "Butlr people count | 4 | speaks | minute 10:42 · arrived at once",
      "Zoom people count | 3 | outranked | 10:40 · arrived at once · a newer reading ranks higher",
      "DT motion | motion | outranked | 09:12 · arrived at once · a people count ranks higher",
    ]);
  });

  test("who is offline has no vote", () => {
    expect(
      told({
        metrics: { deskOccupied: value(0, 5, "8"), motion: value(1, 90, "7") },
        sources: [device, { ...device, id: "7", ...offline }],
      }),
    ).toEqual([
      "DT desk | not in use | speaks | 10:37 · arrived at once",
      "DT motion | motion | offline | 09:12 · arrived at once · its device is offline since 09:41",
    ]);
  });

  test("a sensor that is not sure says so", () => {
    const unsure = { ...value(1, 5, "8"), uncertain: true } as const;
    expect(told({ metrics: { deskOccupied: unsure }, sources: [device] })).toEqual([
      "DT desk | in use | speaks | 10:37 · arrived at once · not sure: incomplete data",
    ]);
  });
});
