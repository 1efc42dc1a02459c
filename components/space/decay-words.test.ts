import { expect, test } from "vitest";
import type { AirDecayAnswer } from "@/lib/core/air-decay";
import { english } from "@/lib/core/text";
import { decayMeaning, decayWords } from "./decay-words";

const moment = { now: Date.parse("2026-11-20T15:00:00Z"), timeZone: "Europe/Oslo" };
const last = {
  ...{ leftAt: "2026-11-20T11:04:00.000Z", minutes: 37.6, isHalved: true, ppm: 1_220, usual: 18, isSlow: true },
};
const answer = (change: Partial<AirDecayAnswer> = {}): AirDecayAnswer => ({
  ...{ outsidePpm: 420, last, usual: { minutes: 18.2, count: 12 } },
  ...change,
});

test.each<[AirDecayAnswer, string]>([
  [answer(), "Half clear 38 min after the last person left at 12:04, usually 18 min: slow"],
  [
    answer({ last: { ...last, minutes: 20, isSlow: false } }),
    "Half clear 20 min after the last person left at 12:04, usually 18 min",
  ],
  [
    answer({ last: { ...last, minutes: 360, isHalved: false }, usual: null }),
    "Not half clear 360 min after the last person left at 12:04",
  ],
  [answer({ last: null }), ""],
])("%o", (given, words) => {
  expect(decayWords(given, moment, english)).toBe(words);
});

test("its meaning tells the outside level, and of how many times it is the median", () => {
  expect(decayMeaning(answer(), english)).toMatch(/420 ppm.*median of 12 times/);
  expect(decayMeaning(answer({ usual: null }), english)).toMatch(/after five times/);
});
