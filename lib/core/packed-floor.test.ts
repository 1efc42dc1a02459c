import { expect, test } from "vitest";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { type SpaceSnapshot, verdictAt } from "./floor";
import { FrameFromWire, packFrame, packSpace } from "./packed-floor";

const at = (time: string) => `2026-11-17T${time}Z`;
const there = (space: SpaceSnapshot) => {
  const frame = { floorId: "1", epoch: "e", from: 0, to: 1, plan: null, changes: [space] };
  const [change] = FrameFromWire.parse(JSON.parse(JSON.stringify(packFrame(frame)))).changes;
  return change as SpaceSnapshot;
};

const device = aSource({
  id: "8",
  vendor: "disruptive",
  kind: "device",
  name: "Window",
  assignedAt: null,
  expectedIntervalMs: null,
  lastReadingAt: at("10:41:30.250"),
  online: false,
  offlineAt: at("10:41:30.249"),
  battery: 87,
  signal: 62,
});
const spaces: Record<string, SpaceSnapshot> = {
  "a count": aSpace({
    since: at("10:03:00.000"),
    metrics: { occupancy: aValue(4, at("10:41:00.000"), { receivedAt: at("10:41:38"), since: at("10:03:00.000") }) },
    sources: [aSource({ assignedAt: null, lastReadingAt: at("10:41:00.000") })],
  }),
  "several sources": aSpace({
    since: at("10:03:00.000"),
    metrics: { motion: aValue(1, at("10:41:10.123"), { source: "8", since: at("10:02:00.000") }) },
    others: [{ ...aValue(0, at("10:40:00.001"), { source: "9", since: at("10:39:00.000") }), metric: "motion" }],
    sources: [device, aSource({ assignedAt: null, lastReadingAt: at("10:40:00.001") })],
  }),
  "nothing yet": aSpace({ sources: [aSource({ assignedAt: at("09:00:00") })] }),
  "an hour-old temperature": aSpace({
    metrics: { temperature: aValue(21, at("09:41:00.000"), { source: "8" }) },
    sources: [{ ...device, senses: false, lastReadingAt: at("10:41:00.000"), online: null, offlineAt: null }],
  }),
  "a booking": aSpace({
    sources: [],
    bookings: [{ startsAt: at("11:00:00.000"), endsAt: null, checkedInAt: null, checkedOutAt: null }],
  }),
};

/** A moment has several spellings: with and without milliseconds that are none. */
const spelled = (space: SpaceSnapshot): unknown => JSON.parse(JSON.stringify(space).replaceAll(".000Z", "Z"));

test.each(Object.entries(spaces))("%s arrives as it was", (_, space) => {
  expect(spelled(there(space))).toEqual(spelled(space));
  const now = Date.parse(at("10:42:00.000"));
  expect(verdictAt(there(space), now)).toEqual(verdictAt(space, now));
});

test("what follows from the rest does not travel", () => {
  expect(packSpace(spaces["a count"] as SpaceSnapshot)).toMatchObject({
    metrics: { occupancy: { value: 4, observedAt: at("10:41:00.000"), receivedAt: at("10:41:38"), source: "9" } },
    sources: [{ vendor: "butlr", kind: "room", senses: true, expectedIntervalMs: 60_000 }],
  });
  const keys = Object.keys(packSpace(spaces["nothing yet"] as SpaceSnapshot));
  expect(keys).not.toContain("others");
  expect(keys).not.toContain("bookings");
});

test("times that are told by the minute lose their milliseconds", () => {
  const late = aValue(4, at("10:41:00.000"), { receivedAt: at("10:41:38.777") });
  expect(there(aSpace({ metrics: { occupancy: late } })).metrics.occupancy?.receivedAt).toBe(at("10:41:38"));
  expect(there(aSpace({ since: at("10:03:00.250") })).since).toBe(at("10:03:00"));
});

test("a value from a clock ahead of ours keeps its arrival: the state counts from there", () => {
  const ahead = aValue(4, at("10:44:00.000"), { receivedAt: at("10:41:38.777") });
  expect(there(aSpace({ metrics: { occupancy: ahead } })).metrics.occupancy?.receivedAt).toBe(at("10:41:38.777"));
});
