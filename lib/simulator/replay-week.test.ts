import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ButlrEvent } from "./butlr-events";
import { planMinute } from "./butlr-feed";
import { replayWeek } from "./replay-week";

const file = readFileSync(new URL("../../prisma/seed/real-week/week.jsonl.gz", import.meta.url));
const feed = replayWeek(file);
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
    const planned = planMinute(feed, Date.parse("2026-11-17T13:22:00+01:00"));
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
