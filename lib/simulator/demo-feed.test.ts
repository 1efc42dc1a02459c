import { describe, expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import { demoFeeds, sped } from "./demo-feed";

const MINUTE_MS = 60_000;
const openedAt = Date.parse("2026-11-17T10:30:00Z");
const { counts } = demoFeeds(demoBuilding, openedAt);

describe("the demo at first sight", () => {
  it("has one room that went silent 38 minutes ago", () => {
    expect(counts.countAt("focus-1", openedAt - 39 * MINUTE_MS)).not.toBeNull();
    expect(counts.countAt("focus-1", openedAt - 38 * MINUTE_MS)).toBeNull();
    expect(counts.countAt("focus-2", openedAt)).not.toBeNull();
  });

  it.each(["2026-11-17T10:30:00Z", "2026-11-21T02:00:00Z", "2026-12-25T20:00:00Z"])(
    "has too many people in Oak at %s",
    (moment) => {
      expect(demoFeeds(demoBuilding, Date.parse(moment)).counts.countAt("oak", Date.parse(moment))).toBe(18);
    },
  );
});

describe("sped", () => {
  it("lives faster and tells real moments", () => {
    const fast = sped((_id, at) => (at - openedAt) / MINUTE_MS, openedAt, 30);
    expect(fast("oak", openedAt + 2 * MINUTE_MS)).toBe(60);
  });
});
