import { describe, expect, test } from "vitest";
import { BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import { type SpaceSnapshot, type SpaceTrouble, verdictAt } from "@/lib/core/floor";
import { english } from "@/lib/core/text";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { cardWords } from "./card-words";
import { faceOf } from "./space-face";

const NOW = Date.parse("2026-11-17T10:42:00Z");
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const trouble = (severity: SpaceTrouble["severity"], text: string): SpaceTrouble => ({
  source: "9",
  code: text,
  phase: "raised",
  severity,
  text,
  since: ago(5),
});

function wordsFor(change: Partial<SpaceSnapshot>) {
  const space = aSpace(change);
  const view = {
    now: NOW,
    timeZone: "UTC",
    show: "occupancy" as const,
    limitsOf: () => BUILT_IN_LIMITS,
    utilizationOf: () => null,
  };
  return cardWords(faceOf({ space, verdict: verdictAt(space, NOW) }, view), english);
}

describe("a card", () => {
  test("says state and air in one sentence", () => {
    const metrics = {
      occupancy: aValue(7, ago(1)),
      temperature: aValue(22.43, ago(20)),
      co2: aValue(1040, ago(3)),
      voc: aValue(0.4, ago(3)),
    };
    expect(wordsFor({ metrics }).sentence).toBe(
      "Birch, in use, 7 of 10, since 10:41, CO₂ 1040\u2009ppm elevated, Temperature 22.4\u2009°C in range",
    );
  });

  test("with air but nobody to count says both", () => {
    const only = { metrics: { humidity: aValue(70, ago(10)) }, sources: [aSource({ senses: false })] };
    expect(wordsFor(only)).toMatchObject({
      headline: "Not monitored",
      detail: "no people sensor",
      sentence: "Birch, not monitored, no people sensor, Humidity 70\u2009%RH humid",
    });
  });

  test("never shows old air as now", () => {
    const co2 = aValue(2000, ago(5 * 60));
    const old = wordsFor({ metrics: { co2, humidity: aValue(40, ago(4 * 60)) } });
    expect(old.air).toEqual([{ metric: "old", band: null, text: "Air 4 h ago" }]);
    expect(old.sentence).toContain("CO₂ last measured 5 h ago, Humidity last measured 4 h ago");
    const partly = wordsFor({ metrics: { co2, temperature: aValue(19, ago(1)) } });
    expect(partly.air).toEqual([
      { metric: "temperature", band: "low", text: "19.0\u2009°C" },
      { metric: "old", band: null, text: "CO₂ 5 h ago" },
    ]);
  });

  test("carries the gravest of its troubles and their number", () => {
    const one = [trouble("minor", "Battery at 20 %")];
    const two = [trouble("critical", "Water detected"), ...one];
    expect(wordsFor({ alerts: one })).toMatchObject({
      trouble: { severity: "minor", count: 1 },
      sentence: "Birch, waiting, for the first reading, minor trouble: Battery at 20 %",
    });
    expect(wordsFor({ alerts: two })).toMatchObject({
      trouble: { severity: "critical", count: 2 },
      sentence: "Birch, waiting, for the first reading, 2 troubles, the gravest critical: Water detected",
    });
    expect(wordsFor({}).trouble).toBeNull();
  });
});
