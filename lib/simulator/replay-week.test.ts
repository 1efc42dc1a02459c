import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ButlrEvent } from "./butlr-events";
import { planCounts } from "./butlr-feed";
import { replayWeek } from "./replay-week";

const file = readFileSync(new URL("../../prisma/seed/real-week/week.jsonl.gz", import.meta.url));
const { counts: feed, devices, disruptive } = replayWeek(file);
const roomId = (name: string) => feed.places.find((place) => place.metadata.room_name === name)?.spaceId ?? "";
const FAST = roomId("Office 999169");
const SLOW = roomId("Office 917810");
const count = (id: string, moment: string) => feed.countAt(id, Date.parse(moment));

describe("the measured week", () => {
  it("has Butlr's two offices, under the vendor's own metadata", () => {
    expect(feed.places).toHaveLength(2);
    expect(feed.places[0]?.metadata).toMatchObject({ site_name: "Zwolle", building_name: "Campus Zwolle" });
  });

  it("says at each weekday and local time what was measured then", () => {
    expect(count(FAST, "2022-10-25T13:15:00+02:00")).toBe(7);
    expect(count(SLOW, "2022-10-25T13:15:00+02:00")).toBe(4);
  });

  it("keeps the local time of day when the clocks have changed since", () => {
    expect(count(FAST, "2026-11-17T13:15:00+01:00")).toBe(7);
    expect(count(FAST, "2026-07-14T13:15:00+02:00")).toBe(7);
  });

  it("holds a count until the next sample", () => {
    expect(count(SLOW, "2026-11-17T13:29:59+01:00")).toBe(4);
    expect(count(FAST, "2026-11-17T13:19:59+01:00")).toBe(7);
  });

  it("is computed again every minute, at the full minute and without errors of its own", () => {
    const planned = planCounts(feed, Date.parse("2026-11-17T13:22:00+01:00"));
    const counts = new Map(planned.map(({ body }) => JSON.parse(body) as ButlrEvent).map((event) => [event.id, event]));
    const fast = [...counts.values()].filter(({ metadata }) => metadata.room_id === FAST);
    expect(fast.map(({ timestamp, data }) => [new Date(timestamp).toISOString(), data])).toEqual(
      [22, 21, 20, 19, 18].map((minute) => [
        `2026-11-17T12:${minute}:00.000Z`,
        count(FAST, `2022-10-25T13:${minute}:00+02:00`),
      ]),
    );
  });

  it("says nothing at the weekend, when nothing was measured", () => {
    expect(count(FAST, "2026-11-21T13:00:00+01:00")).toBeNull();
    expect(count(SLOW, "2026-11-22T23:00:00+01:00")).toBeNull();
    expect(count(FAST, "2026-11-23T00:30:00+01:00")).toBeNull();
  });
});

describe("the measured air and motion", () => {
  const planned = (moment: string) =>
    disruptive.planMinute(Date.parse(moment)).map(({ body }) => JSON.parse(body) as { event: RealEvent });
  interface RealEvent {
    eventId: string;
    eventType: string;
    timestamp: string;
    data: Record<string, { updateTime: string; samples?: { sampleTime: string }[] }>;
  }

  it("comes from two devices in each of Butlr's offices", () => {
    const rooms = devices.map(({ room }) => room).toSorted();
    expect(rooms).toEqual(["Office 917810", "Office 917810", "Office 999169", "Office 999169"]);
    expect(new Set(devices.map(({ id }) => id)).size).toBe(4);
  });

  it("is told in the same local minute of any week, every time in it moved alike", () => {
    const events = planned("2026-11-17T13:15:00+01:00").map(({ event }) => event);
    expect(new Set(events.map(({ eventType }) => eventType))).toEqual(new Set(["co2", "humidity"]));
    for (const { eventType, timestamp, data } of events) {
      expect(timestamp).toMatch(/^2026-11-17T12:15:\d\d\.000000Z$/);
      expect(data[eventType]?.updateTime).toBe(timestamp);
      for (const { sampleTime } of data[eventType]?.samples ?? []) expect(sampleTime).toBe(timestamp);
    }
  });

  it("has an event id of its own in every week, and the same one each time", () => {
    const ids = (moment: string) => planned(moment).map(({ event }) => event.eventId);
    const all = [...ids("2026-11-17T13:15:00+01:00"), ...ids("2026-11-24T13:15:00+01:00")];
    expect(new Set(all).size).toBe(all.length);
    for (const id of all) expect(id).toMatch(/^[0-9a-v]{20}$/);
    expect(ids("2026-11-17T13:15:00+01:00")).toEqual(all.slice(0, all.length / 2));
  });

  it("is silent at the weekend, when the last word is Friday's", () => {
    const saturday = Date.parse("2026-11-21T13:15:00+01:00");
    expect(disruptive.planMinute(saturday)).toEqual([]);
    const latest = disruptive.latest(saturday).map(({ body }) => JSON.parse(body).event as RealEvent);
    expect(latest.map(({ eventType }) => eventType).toSorted()).toEqual([
      "co2",
      "co2",
      "humidity",
      "humidity",
      "motion",
      "motion",
    ]);
    for (const { timestamp } of latest) expect(timestamp < "2026-11-21").toBe(true);
  });

  it("has a history that is what was told live", () => {
    const from = Date.parse("2026-11-17T13:00:00+01:00");
    const minutes = Array.from({ length: 60 }, (_, n) => disruptive.planMinute(from + n * 60_000)).flat();
    expect([...disruptive.history({ from, to: from + 3_600_000 })]).toEqual(minutes);
    expect(minutes.length).toBeGreaterThan(30);
  });
});
