import { describe, expect, test } from "vitest";
import { verdictAt } from "@/lib/core/floor";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { planFaces } from "./plan-faces";
import { faceOf } from "./space-face";

const NOW = Date.parse("2026-11-17T10:00:00.000Z");
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const view = { now: NOW, timeZone: "UTC", selectedId: null, filter: null, onOpen: () => undefined };
const counted = (people: number, minutes = 1) =>
  aSpace({ metrics: { occupancy: aValue(people, ago(minutes)) }, sources: [aSource({ expectedIntervalMs: 60_000 })] });
const drawn = (space = counted(0), change: Partial<typeof view> = {}) =>
  planFaces()(faceOf({ space, verdict: verdictAt(space, NOW) }, { ...view, ...change }));

describe("a space on the plan", () => {
  test.each([
    ["free: with its seats", counted(0), ["free", "Free", "10 seats", undefined, "solid"]],
    ["in use: with its count", counted(7), ["occupied", "7 of 10", "since 09:59", undefined, "solid"]],
    ["too full", counted(12), ["over", "12 of 10", "since 09:59", undefined, "solid"]],
    ["silent: hatched, with the age", counted(1, 38), ["stale", "1 ?", "38 min ago", "url(#plan-diagonal)", "dashed"]],
    ["never heard: dotted", aSpace(), ["unknown", "Waiting", "for the first reading", "url(#plan-sparse)", "dotted"]],
    ["no sensor", aSpace({ sources: [] }), ["unmonitored", "No sensor", "", undefined, "dotted"]],
  ])("%s", (_, space, expected) => {
    const { state, value, detail, pattern, edge } = drawn(space);
    expect([state, value, detail, pattern, edge]).toEqual(expected);
  });

  test("says to those who listen what its card says", () => {
    expect(drawn(counted(7)).sentence).toBe("Birch, in use, 7 of 10, since 09:59");
    expect(drawn(aSpace({ sources: [] })).sentence).toBe("Birch, not monitored, no sensor mapped");
  });

  test("falls back when another state is looked for", () => {
    expect(drawn(counted(0), { filter: "occupied" } as object).dimmed).toBe(true);
  });
});

test("what has not changed keeps its face, so that nothing is drawn again", () => {
  const faces = planFaces();
  const space = counted(7);
  const at = (now: number) => faces(faceOf({ space, verdict: verdictAt(space, now) }, { ...view, now }));
  const first = at(NOW);
  expect(at(NOW + 5_000)).toBe(first);
  expect(at(NOW + 12 * 60_000)).not.toBe(first);
});
