import { describe, expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import { demoFeed, sped } from "./demo-feed";

const MINUTE_MS = 60_000;
const openedAt = Date.parse("2026-11-17T10:30:00Z");
const feed = demoFeed(demoBuilding, openedAt);

describe("the demo at first sight", () => {
  it("has one room that went silent 38 minutes ago", () => {
    expect(feed.countAt("focus-1", openedAt - 39 * MINUTE_MS)).not.toBeNull();
    expect(feed.countAt("focus-1", openedAt - 38 * MINUTE_MS)).toBeNull();
    expect(feed.countAt("focus-2", openedAt)).not.toBeNull();
  });

  it.each(["2026-11-17T10:30:00Z", "2026-11-21T02:00:00Z", "2026-12-25T20:00:00Z"])(
    "has too many people in Oak at %s",
    (moment) => {
      expect(demoFeed(demoBuilding, Date.parse(moment)).countAt("oak", Date.parse(moment))).toBe(18);
    },
  );
});

describe("sped", () => {
  it("lives faster and tells real moments", () => {
    const fast = sped({ ...feed, countAt: (_id, at) => (at - openedAt) / MINUTE_MS }, openedAt, 30);
    expect(fast.countAt("oak", openedAt + 2 * MINUTE_MS)).toBe(60);
    expect(fast.places).toBe(feed.places);
  });
});
