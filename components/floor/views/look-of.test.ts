import { describe, expect, test } from "vitest";
import type { SpaceUse } from "@/lib/client/use-utilization";
import { BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import { type SpaceSnapshot, verdictAt } from "@/lib/core/floor";
import { english } from "@/lib/core/text";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { faceOf } from "../space-face";
import { FLOOR_SHOWS, type FloorShow } from "./floor-shows";
import { legendOf, lookOf } from "./look-of";

const NOW = Date.parse("2026-11-17T10:00:00Z");
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

function look(
  show: FloorShow,
  change: Partial<SpaceSnapshot>,
  { use = null as SpaceUse | null, limits = BUILT_IN_LIMITS } = {},
) {
  const space = aSpace(change);
  const view = { now: NOW, timeZone: "UTC", show, limitsOf: () => limits, utilizationOf: () => use };
  return lookOf(faceOf({ space, verdict: verdictAt(space, NOW) }, view), english);
}
const told = (...args: Parameters<typeof look>) => {
  const { key, headline, detail, value, note } = look(...args);
  return [key, headline, detail, value, note];
};

describe("the air", () => {
  test.each<[FloorShow, number, string, string]>([
    ["co2", 520, "1", "Fresh"],
    ["co2", 1384, "4", "Act"],
    ["temperature", 17, "1", "Cold"],
    ["temperature", 22.43, "3", "In range"],
    ["humidity", 75, "5", "Very humid"],
  ])("%s of %d stands in band %s: %s", (show, value, key, word) => {
    const { key: band, detail } = look(show, { metrics: { [show]: aValue(value, at(-2)) } });
    expect([band, detail]).toEqual([key, word]);
  });

  test("goes by the limits of its space", () => {
    const limits = { ...BUILT_IN_LIMITS, co2: [400, 500, 600, 700] as [number, number, number, number] };
    expect(look("co2", { metrics: { co2: aValue(650, at(-2)) } }, { limits }).key).toBe("4");
  });

  test("without a sensor is an outline, and too old is hatched with its age", () => {
    expect(told("co2", {})).toEqual(["none", "No CO₂ sensor", "", "", "No CO₂ sensor"]);
    const old = look("co2", { metrics: { co2: aValue(812, at(-240)) } });
    expect([old.key, old.value, old.note, old.rank, old.paint.pattern]).toEqual([
      "old",
      "812",
      "4 h ago",
      null,
      "url(#state-diagonal)",
    ]);
  });

  test("both ends of a diverging scale have an arrow, CO₂ has none", () => {
    const icon = (show: FloorShow, value: number) => look(show, { metrics: { [show]: aValue(value, at(-2)) } }).icon;
    expect(icon("temperature", 17)).not.toBe(icon("temperature", 30));
    expect([icon("temperature", 22), icon("co2", 2000)]).toEqual([undefined, undefined]);
  });
});

describe("utilization today", () => {
  test.each<[SpaceUse | null, string, string]>([
    [null, "none", "Nothing seen today"],
    [{ percent: null, coverage: 0 }, "none", "Nothing seen today"],
    [{ percent: 0, coverage: 1 }, "0", "0\u2009%"],
    [{ percent: 62.4, coverage: 0.95 }, "60", "62\u2009%"],
    [{ percent: 100, coverage: 1 }, "80", "100\u2009%"],
    [{ percent: 62.4, coverage: 0.55 }, "little", "62\u2009%"],
  ])("%j is %s", (use, key, headline) => {
    const { key: step, headline: words } = look("utilization", {}, { use });
    expect([step, words]).toEqual([key, headline]);
  });

  test("what was seen too little is never coloured", () => {
    expect(look("utilization", {}, { use: { percent: 62, coverage: 0.5 } }).paint.pattern).toBe("url(#gap)");
  });
});

describe("bookings", () => {
  const booking = (from: number, to: number, checkedIn: number | null = null) => ({
    startsAt: at(from),
    endsAt: at(to),
    checkedInAt: checkedIn === null ? null : at(checkedIn),
    checkedOutAt: null,
  });
  const room = { sources: [aSource({ vendor: "zoom", kind: "room", senses: false })] };
  test.each<[string, Partial<SpaceSnapshot>, string, string, string]>([
    ["no calendar", {}, "none", "Not bookable", ""],
    ["nothing to come", room, "open", "Nothing booked", ""],
    ["in an hour", { ...room, bookings: [booking(45, 90)] }, "soon", "From 10:45", "until 11:30"],
    ["this afternoon", { ...room, bookings: [booking(240, 300)] }, "later", "From 14:00", "until 15:00"],
    ["running", { ...room, bookings: [booking(-5, 60)] }, "booked", "Booked now", "until 11:00"],
    ["checked in", { ...room, bookings: [booking(-5, 60, -4)] }, "used", "Checked in", "until 11:00"],
  ])("%s", (_, change, key, headline, detail) => {
    const { key: kind, headline: words, detail: more } = look("bookings", change);
    expect([kind, words, more]).toEqual([key, headline, detail]);
  });

  test("booked and empty is a no-show", () => {
    const empty = { occupancy: aValue(0, at(-1), { since: at(-120) }) };
    const sources = [aSource(), aSource({ id: "z", vendor: "zoom", kind: "room", senses: false })];
    expect(look("bookings", { metrics: empty, sources, bookings: [booking(-14, 60)] }).key).toBe("ghost");
  });
});

describe("devices", () => {
  const heard = (change = {}) => aSource({ lastReadingAt: at(-1), ...change });
  test.each<[string, SpaceSnapshot["sources"], string, string]>([
    ["none", [], "none", "No device"],
    ["never heard", [aSource()], "waiting", "Waiting"],
    ["a calendar is not waited for", [aSource({ senses: false, expectedIntervalMs: null })], "fine", "Healthy"],
    ["heard", [heard()], "fine", "Healthy"],
    ["low battery", [heard({ battery: 12 }), heard()], "battery", "Low battery"],
    ["silent", [heard({ lastReadingAt: at(-60) }), heard({ battery: 12 })], "silent", "Silent"],
    ["offline wins", [heard({ online: false, offlineAt: at(0) }), aSource()], "offline", "Offline"],
  ])("%s", (_, sources, key, headline) => {
    const { key: kind, headline: words } = look("devices", { sources });
    expect([kind, words]).toEqual([key, headline]);
  });
});

test.each(FLOOR_SHOWS)("%s: whatever a space looks like has a line in the legend", (show) => {
  const keys = legendOf(show, BUILT_IN_LIMITS, english).map(({ key }) => key);
  const metrics = { co2: aValue(700, at(-2)), temperature: aValue(30, at(-400)), occupancy: aValue(3, at(-1)) };
  for (const change of [{}, { metrics }, { sources: [] }]) {
    for (const use of [null, { percent: 12, coverage: 1 }, { percent: 12, coverage: 0.2 }]) {
      expect(keys).toContain(look(show, change, { use }).key);
    }
  }
  expect(new Set(keys).size).toBe(keys.length);
});

test("the legend says where the bands meet", () => {
  const ranges = (show: FloorShow) => legendOf(show, BUILT_IN_LIMITS, english).flatMap(({ range }) => range ?? []);
  expect(ranges("co2")).toEqual(["< 600", "600–899", "900–1199", "1200–1599", "≥ 1600"]);
  expect(ranges("temperature")).toEqual(["< 18", "18–20", "20–26", "26–28", "> 28"]);
});
