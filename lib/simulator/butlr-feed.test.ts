import { describe, expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import type { ButlrEvent } from "./butlr-events";
import { type ButlrCounts, planCounts, reportedCount } from "./butlr-feed";
import { type CountSpan, countHistory } from "./butlr-history";
import { butlrPlaces } from "./butlr-places";

const MINUTE_MS = 60_000;
const MINUTE = Date.parse("2026-11-17T10:00:00Z");
const places = butlrPlaces(demoBuilding);
const steady: ButlrCounts = { places, countAt: () => 3, measured: false };

const eventsOf = (counts: ButlrCounts, minute: number) =>
  planCounts(counts, minute).map(({ body }) => JSON.parse(body) as ButlrEvent);

describe("the demo building's places", () => {
  it("are all floors, rooms, zones and desks but the unmonitored and the one that never sent", () => {
    expect(places).toHaveLength(2 + 23 - 1 + 8 + 80);
    for (const id of ["comms-1", "server", "quiet"]) expect(places.map((place) => place.spaceId)).not.toContain(id);
  });

  it("have ids of Butlr's shape, each its own", () => {
    const ids = places.map(({ metadata }) => metadata.zone_id ?? metadata.room_id ?? metadata.floor_id ?? "");
    expect(new Set(ids).size).toBe(places.length);
    for (const id of ids) expect(id).toMatch(/^(room|zone|space)_[0-9A-Za-z]{27}$/);
  });

  it("name a room only in room events: zones stand on the floor", () => {
    for (const { kind, metadata } of places) {
      expect(Object.hasOwn(metadata, "room_id")).toBe(kind === "room");
      expect(Object.hasOwn(metadata, "zone_id")).toBe(kind === "zone" || kind === "desk");
    }
  });
});

describe("planCounts", () => {
  it("sends every place's minute and the four before it, each under an id of its own", () => {
    const events = eventsOf({ ...steady, places: places.slice(2, 3), measured: true }, MINUTE);
    const first = events[0]?.timestamp ?? 0;
    expect([...new Set(events.map((event) => event.timestamp))]).toEqual(
      [0, 1, 2, 3, 4].map((back) => first - back * MINUTE_MS),
    );
    expect(new Set(events.map((event) => event.id)).size).toBe(5);
    expect(events[0]).toMatchObject({ type: "ROOM_OCCUPANCY", version: "v1.0.0", data: 3 });
  });

  it("names the same moment when it computes it again a minute later", () => {
    const moments = (minute: number) =>
      new Set(
        eventsOf(steady, minute).map(
          ({ metadata, timestamp }) => `${metadata.zone_id ?? metadata.room_id ?? metadata.floor_id}@${timestamp}`,
        ),
      );
    const again = moments(MINUTE + MINUTE_MS);
    expect([...moments(MINUTE)].filter((moment) => again.has(moment))).toHaveLength(places.length * 4);
  });

  it("holds some back, sends some twice, and nothing before it was computed", () => {
    const planned = planCounts(steady, MINUTE);
    const bodies = planned.map(({ body }) => body);
    expect(bodies.length).toBeGreaterThan(new Set(bodies).size);
    expect(planned.some(({ dueAt }) => dueAt > MINUTE + 80_000)).toBe(true);
    for (const { dueAt, body } of planned) expect(dueAt).toBeGreaterThan((JSON.parse(body) as ButlrEvent).timestamp);
  });

  it("says nothing for a place that does not send", () => {
    expect(planCounts({ ...steady, countAt: () => null }, MINUTE)).toEqual([]);
  });
});

describe("reportedCount", () => {
  const observed = Array.from({ length: 2_000 }, (_, n) => MINUTE + n * MINUTE_MS);
  const place = places[0];
  if (!place) throw new Error("the building has no places");
  const wrong = (recomputed: number) => observed.filter((moment) => reportedCount(place, moment, recomputed, 3) !== 3);

  it("is sometimes off by one at first, less often a minute later, and right from then on", () => {
    expect(wrong(0).length).toBeGreaterThan(wrong(1).length);
    expect(wrong(1).length).toBeGreaterThan(0);
    expect(wrong(2)).toEqual([]);
    for (const moment of wrong(0)) expect([2, 4]).toContain(reportedCount(place, moment, 0, 3));
  });

  it("is never less than nobody", () => {
    for (const moment of observed) expect(reportedCount(place, moment, 0, 0)).toBeGreaterThanOrEqual(0);
  });
});

describe("countHistory", () => {
  const bodiesOf = (all: readonly ButlrCounts[], within: CountSpan) =>
    [...countHistory(all, within)].map(({ body }) => body);
  const span = { from: MINUTE, to: MINUTE + 60 * MINUTE_MS, stepMinutes: 5 };

  it("sends each place once a step, oldest first, the same bodies every time", () => {
    const bodies = bodiesOf([steady], span);
    expect(bodies).toHaveLength(places.length * 12);
    expect(bodiesOf([steady], span)).toEqual(bodies);
    const minutes = bodies.map((body) => Math.floor((JSON.parse(body) as ButlrEvent).timestamp / MINUTE_MS));
    expect(minutes).toEqual(minutes.toSorted());
  });

  it("steps through the same minutes whatever span it is cut into", () => {
    const cut = MINUTE + 23 * MINUTE_MS;
    const parts = [...bodiesOf([steady], { ...span, to: cut }), ...bodiesOf([steady], { ...span, from: cut })];
    expect(parts).toEqual(bodiesOf([steady], span));
  });

  it("corrects simulated counts by a later computation, measured ones never", () => {
    const count = (measured: boolean) => bodiesOf([{ ...steady, measured }], { ...span, withCorrections: true }).length;
    expect(count(true)).toBe(places.length * 12);
    expect(count(false)).toBeGreaterThan(places.length * 12);
  });
});
