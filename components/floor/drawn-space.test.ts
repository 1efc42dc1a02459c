import { describe, expect, test } from "vitest";
import { BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import { verdictAt } from "@/lib/core/floor";
import { english } from "@/lib/core/text";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { spaceDrawer } from "./drawn-space";
import { spaceJudge } from "./group-spaces";
import type { FaceView } from "./space-face";

const NOW = Date.parse("2026-11-17T10:00:00.000Z");
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const view: FaceView = {
  now: NOW,
  timeZone: "UTC",
  show: "occupancy",
  limitsOf: () => BUILT_IN_LIMITS,
  utilizationOf: () => null,
};
const counted = (people: number, minutes = 1) =>
  aSpace({ metrics: { occupancy: aValue(people, ago(minutes)) }, sources: [aSource({ expectedIntervalMs: 60_000 })] });
const drawn = (space = counted(0)) =>
  spaceDrawer(english)([{ space, verdict: verdictAt(space, NOW) }], view)[0]?.face ?? expect.fail("it was drawn");

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
});

test("what has not changed stays the same object, so that nothing is drawn again", () => {
  const [judge, draw] = [spaceJudge(), spaceDrawer(english)];
  const space = counted(7);
  const at = (now: number) => draw(judge([space], now), { ...view, now })[0];
  const first = at(NOW);
  expect(at(NOW + 5_000)).toBe(first);
  expect(at(NOW + 65_000)?.face).toEqual(first?.face); // another minute, the same words
  expect(at(NOW + 12 * 60_000)?.face).not.toEqual(first?.face); // silent by then
});

test("a stale space grows old to the minute, whatever the second", () => {
  const [judge, draw] = [spaceJudge(), spaceDrawer(english)];
  const space = counted(1, 38);
  const noteAt = (now: number) => draw(judge([space], now), { ...view, now })[0]?.face.detail;
  expect([noteAt(NOW), noteAt(NOW + 59_000), noteAt(NOW + 60_000)]).toEqual(["38 min ago", "38 min ago", "39 min ago"]);
});
