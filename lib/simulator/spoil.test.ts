import { describe, expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import { demoFeeds } from "./demo-feed";
import { MINUTE_MS } from "./minutes";
import { spoil } from "./spoil";

const MINUTE = Date.parse("2026-11-17T10:00:00Z");
const feeds = demoFeeds(demoBuilding, MINUTE);

const isJson = (text: string) => {
  try {
    return Boolean(JSON.parse(text));
  } catch {
    return false;
  }
};

describe.each(["butlrSensors", "disruptive", "zoom"] as const)("spoil: %s", (name) => {
  const planned = Array.from({ length: 20 }, (_, n) => feeds[name].planMinute(MINUTE + n * MINUTE_MS)).flat();
  const spoiled = planned.map(({ vendor, body }) => ({ body, bad: spoil(vendor, body) }));

  it("always spoils, in more than one way", () => {
    expect(spoiled.filter(({ body, bad }) => body === bad)).toEqual([]);
    expect(new Set(spoiled.map(({ bad }) => isJson(bad)))).toEqual(new Set([true, false]));
  });

  it("spoils the same body the same way", () => {
    for (const { vendor, body } of planned.slice(0, 20)) expect(spoil(vendor, body)).toBe(spoil(vendor, body));
  });
});
