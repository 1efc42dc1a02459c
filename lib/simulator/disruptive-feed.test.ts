import { describe, expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import { disruptiveDevices } from "./disruptive-devices";
import { disruptiveFeed } from "./disruptive-feed";
import { MINUTE_MS, minutesOf } from "./minutes";
import type { Post } from "./planned-post";
import { createWorld, type Outages } from "./world";

const HOUR_MS = 60 * MINUTE_MS;
const NINE = Date.parse("2026-11-17T09:00:00+01:00");
const hours = (from: number, count: number) => [...minutesOf({ from, to: from + count * HOUR_MS })];

interface Told {
  event: { eventId: string; targetName: string; eventType: string; timestamp: string; data: Record<string, Said> };
  dueAt: number;
}
interface Said {
  state: string;
  connection: string;
  isBackfilled: boolean;
  total: number;
  signalStrength: number;
  cloudConnectors: { id: string; signalStrength: number }[];
}
const read = (post: Post): Told => ({ ...post, ...JSON.parse(post.body) });

/** Somebody is in Hazel and at desk N01 from 9:10 to 9:30. */
const visit = (id: string, at: number) =>
  ["hazel", "l1-desk-n01"].includes(id) && at >= NINE + 10 * MINUTE_MS && at < NINE + 30 * MINUTE_MS ? 1 : 0;
const feedOf = (isOut?: Outages) => disruptiveFeed(createWorld(demoBuilding, visit, isOut));
const idOf = (key: string) => disruptiveDevices(demoBuilding).find((device) => device.key === key)?.id ?? "";
const toldBy = (key: string, minutes: readonly number[], isOut?: Outages) => {
  const feed = feedOf(isOut);
  return minutes
    .flatMap((minute) => feed.planMinute(minute).map(read))
    .filter(({ event }) => event.targetName.endsWith(idOf(key)));
};
const states = (told: readonly Told[], type: string) =>
  told
    .filter(({ event }) => event.eventType === type)
    .map(({ event }) => [event.data[type]?.state, event.timestamp.slice(11, 16)]);

describe("what changes", () => {
  it("is told once: motion at once, no motion when the timer has run out", () => {
    expect(states(toldBy("motion/hazel", hours(NINE, 2)), "motion")).toEqual([
      ["MOTION_DETECTED", "08:10"],
      ["NO_MOTION_DETECTED", "08:34"],
    ]);
  });

  it("is a desk's state every five minutes", () => {
    expect(states(toldBy("deskOccupancy/l1-desk-n01", hours(NINE, 2)), "deskOccupancy")).toEqual([
      ["OCCUPIED", "08:10"],
      ["NOT_OCCUPIED", "08:30"],
    ]);
  });
});

describe("what is heard", () => {
  it("comes once for each Cloud Connector, with that one in it", () => {
    const heard = toldBy("deskOccupancy/l1-desk-n01", hours(NINE, 1)).filter(
      ({ event }) => event.eventType === "networkStatus",
    );
    expect(heard.length).toBeGreaterThanOrEqual(12);
    const connectors = new Set(
      disruptiveDevices(demoBuilding)
        .filter(({ type }) => type === "ccon")
        .map(({ id }) => id),
    );
    for (const { event } of heard) {
      const { cloudConnectors, signalStrength } = event.data.networkStatus as Said;
      expect(cloudConnectors).toHaveLength(1);
      expect(connectors).toContain(cloudConnectors[0]?.id);
      expect(cloudConnectors[0]?.signalStrength).toBe(signalStrength);
    }
    expect(new Set(heard.map(({ event }) => event.eventId)).size).toBe(heard.length);
  });

  it("is not part of the past", () => {
    const past = [...feedOf().history({ from: NINE, to: NINE + HOUR_MS })].map(read);
    expect(past.filter(({ event }) => event.eventType === "networkStatus")).toEqual([]);
    const live = hours(NINE, 1).flatMap((minute) => feedOf().planMinute(minute).map(read));
    expect(past.map(({ event }) => event)).toEqual(
      live.map(({ event }) => event).filter(({ eventType }) => eventType !== "networkStatus"),
    );
  });
});

describe("an outage", () => {
  const isOut: Outages = (sender, at) => sender === "disruptive/humidity/cafe" && at >= NINE && at < NINE + 2 * HOUR_MS;
  const told = toldBy("humidity/cafe", hours(NINE - HOUR_MS, 4), isOut);

  it("is told when it begins and ends, and nothing in between", () => {
    const words = told.filter(({ event }) => event.eventType === "connectionStatus");
    expect(words.map(({ event }) => event.data.connectionStatus?.connection)).toEqual(["OFFLINE", "SDS"]);
    const [offline, back] = words.map(({ dueAt }) => dueAt);
    expect(told.filter(({ dueAt }) => dueAt > (offline ?? 0) && dueAt < (back ?? 0))).toEqual([]);
  });

  it("is filled in afterwards, newest first", () => {
    const filled = told.filter(({ event }) => event.data.humidity?.isBackfilled);
    const moments = filled.map(({ event }) => event.timestamp);
    expect(moments).toHaveLength(8);
    expect(moments).toEqual(moments.toSorted().toReversed());
    for (const { dueAt } of filled) expect(dueAt).toBeGreaterThan(NINE + 2 * HOUR_MS);
  });

  it("has a changing device say how things are when it is back", () => {
    const away: Outages = (sender, at) =>
      sender === "disruptive/motion/hazel" && at >= NINE && at < NINE + 12 * MINUTE_MS;
    expect(states(toldBy("motion/hazel", hours(NINE, 1), away), "motion")).toEqual([
      ["MOTION_DETECTED", "08:12"],
      ["NO_MOTION_DETECTED", "08:34"],
    ]);
  });
});

describe("latest", () => {
  const at = NINE + 3 * HOUR_MS;
  const latest = feedOf().latest(at).map(read);

  it("is the last event of each type of a device, under the id it had", () => {
    const motion = latest.filter(({ event }) => event.targetName.endsWith(idOf("motion/hazel")));
    expect(motion.map(({ event }) => event.eventType).toSorted()).toEqual(["batteryStatus", "motion", "networkStatus"]);
    const [live] = toldBy("motion/hazel", [NINE + 34 * MINUTE_MS]).filter(({ event }) => event.eventType === "motion");
    expect(motion.map(({ event }) => event.eventId)).toContain(live?.event.eventId);
  });

  it("is nothing from now on", () => {
    for (const { event } of latest) expect(Date.parse(event.timestamp)).toBeLessThan(at);
  });
});

it("counts its lifetime up and never down, over midnight too", () => {
  const totals = toldBy("proximityCounter/lounge", hours(NINE, 24))
    .flatMap(({ event }) => event.data.objectPresentCount ?? [])
    .map(({ total }) => total);
  expect(totals.length).toBe(48);
  expect(totals).toEqual(totals.toSorted((a, b) => a - b));
  expect(totals.at(-1)).toBeGreaterThan(totals[0] ?? 0);
});
