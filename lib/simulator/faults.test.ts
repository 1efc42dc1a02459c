import { describe, expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import { demoFeeds } from "./demo-feed";
import { FAULTS, type Fault, outagesOf, withFaults } from "./faults";
import { MINUTE_MS } from "./minutes";
import type { LiveFeed, PlannedPost } from "./planned-post";

const MINUTE = Date.parse("2026-11-17T10:00:00Z");
const { butlrSensors, disruptive, zoom } = demoFeeds(demoBuilding, MINUTE);
const feed: LiveFeed = {
  planMinute: (minute) => [butlrSensors, disruptive, zoom].flatMap((one) => one.planMinute(minute)),
};
const planned = feed.planMinute(MINUTE);
const inject = (...faults: Fault[]) => withFaults(new Set(faults), feed).planMinute(MINUTE);

describe("withFaults", () => {
  it("changes nothing without a fault", () => {
    expect(inject()).toEqual(planned);
  });

  it("sends copies later", () => {
    const posts = inject("duplicates");
    expect(posts.length).toBeGreaterThan(planned.length * 1.2);
    expect(new Set(posts.map((post) => post.body))).toEqual(new Set(planned.map((post) => post.body)));
  });

  it("turns the order round", () => {
    const bodies = (posts: readonly PlannedPost[]) =>
      posts.toSorted((a, b) => a.dueAt - b.dueAt).map((post) => post.body);
    expect(bodies(inject("reorder"))).not.toEqual(bodies(planned));
    expect(inject("reorder")).toHaveLength(planned.length);
  });

  it("brings in every minute what was held up 85 minutes before, and loses nothing", () => {
    const late = withFaults(new Set<Fault>(["late"]), feed);
    const before = feed.planMinute(MINUTE - 85 * MINUTE_MS);
    const heldUp = late.planMinute(MINUTE).filter((post) => !planned.some(({ body }) => body === post.body));
    expect(heldUp.length).toBeGreaterThan(0);
    for (const post of heldUp) {
      const onTime = before.find(({ body }) => body === post.body);
      expect(post.dueAt - (onTime?.dueAt ?? 0)).toBe(85 * MINUTE_MS);
    }
    const later = [...late.planMinute(MINUTE), ...late.planMinute(MINUTE + 85 * MINUTE_MS)].map(({ body }) => body);
    for (const { body } of planned) expect(later).toContain(body);
  });

  it("adds posts of the wrong sender, body and clock to the good ones", () => {
    const posts = inject("bad-signature", "malformed", "wrong-clock");
    const flaws = new Set(posts.flatMap(({ flaw }) => flaw ?? []));
    expect(flaws).toContain("wrong-clock");
    expect(flaws.size).toBeGreaterThan(1);
    const good = new Set(planned.map((post) => post.body));
    expect(posts.filter((post) => !good.has(post.body)).length).toBeGreaterThan(0);
    for (const post of planned) expect(posts).toContainEqual(post);
  });

  it("never forges a body for Butlr, whose key would not notice", () => {
    const butlr = inject("bad-signature", "wrong-clock").filter(({ vendor, flaw }) => vendor === "butlr" && flaw);
    expect(butlr.length).toBeGreaterThan(0);
    for (const { flaw } of butlr) expect(["missing", "wrong-secret"]).toContain(flaw);
  });

  it("does the same to the same posts", () => {
    expect(inject(...FAULTS)).toEqual(inject(...FAULTS));
  });
});

describe("devices that cannot be heard", () => {
  const hours = 3;
  const told = (fault: Fault) => {
    const feeds = demoFeeds(demoBuilding, MINUTE, { isOut: outagesOf(new Set([fault])) });
    return Array.from({ length: hours * 60 }, (_, n) => MINUTE + n * MINUTE_MS)
      .flatMap((minute) => feeds.disruptive.planMinute(minute))
      .map(({ body, dueAt }) => ({ ...JSON.parse(body), dueAt }));
  };

  it("are called offline by DT, are silent, and come back", () => {
    const changes = told("offline").filter(({ event }) => event.eventType === "connectionStatus");
    const words = Map.groupBy(changes, ({ event }) => event.data.connectionStatus.connection);
    expect(words.get("OFFLINE")?.length).toBeGreaterThan(10);
    expect(words.get("SDS")?.length).toBeGreaterThan(10);
  });

  it("fill in what they measured meanwhile, newest first, one event a second", () => {
    const filled = told("backfill").filter(({ event }) => Object.values(event.data).some(isBackfilled));
    const [burst] = Map.groupBy(
      filled,
      ({ event, dueAt }) => `${event.targetName}/${Math.floor(dueAt / 900_000)}`,
    ).values();
    expect(new Set(filled.map(({ event }) => event.eventType))).toEqual(new Set(["temperature", "humidity"]));
    const moments = (burst ?? []).map(({ event }) => event.timestamp);
    expect(moments.length).toBeGreaterThan(3);
    expect(moments).toEqual(moments.toSorted().toReversed());
    const dues = (burst ?? []).map(({ dueAt }) => dueAt);
    for (const [n, dueAt] of dues.entries()) expect(dueAt).toBe((dues[0] ?? 0) + n * 1_000);
  });

  it("is every room's appliance too, and Zoom says so", () => {
    const feeds = demoFeeds(demoBuilding, MINUTE, { isOut: (sender) => sender === "zoom/oak" });
    const during = Array.from({ length: 30 }, (_, n) => feeds.zoom.planMinute(MINUTE + n * MINUTE_MS)).flat();
    expect(during.filter(({ body }) => /sensor_data.*"Oak"/.test(body))).toEqual([]);
    expect(during.filter(({ body }) => /sensor_data.*"Elm"/.test(body)).length).toBeGreaterThan(10);
  });
});

const isBackfilled = (said: unknown) => (said as { isBackfilled?: boolean }).isBackfilled === true;
