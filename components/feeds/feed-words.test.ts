import { expect, test } from "vitest";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { english } from "@/lib/core/text";
import { outOfDateWords, shortAge } from "./feed-strip-words";
import { lagWords, rateWords, shareWords } from "./feed-words";

test.each([
  [-400, "0 s"],
  [3_400, "3 s"],
  [59_999, "59 s"],
  [6 * 60_000, "6 min"],
  [47 * 3_600_000, "47 h"],
  [49 * 3_600_000, "2 days"],
])("an age of %d ms is %s", (ms, words) => expect(shortAge(ms, english)).toBe(words));

test.each([
  [null, "–"],
  [556, "under 1 s"],
  [3_500, "about 4 s"],
  [80 * 60_000, "about 1 h"],
  [6 * 3_600_000, "6 h or more"],
])("a lag of %s ms is %s", (ms, words) => expect(lagWords(ms, english)).toBe(words));

test.each([
  [null, "–"],
  [0, "0 %"],
  [0.002, "under 1 %"],
  [0.284, "28 %"],
  [0.997, "over 99 %"],
  [1, "100 %"],
])("a share of %s is %s", (share, words) => expect(shareWords(share, english)).toBe(words));

test.each([
  [0, "0"],
  [0.02, "under 0.1"],
  [2.44, "2.4"],
  [412.6, "413"],
])("a rate of %d is %s", (rate, words) => expect(rateWords(rate, english)).toBe(words));

const space = (kind: SpaceSnapshot["kind"], ...vendors: string[]) =>
  ({ kind, sources: vendors.map((vendor) => ({ vendor })) }) as unknown as SpaceSnapshot;

test("only what relies on the vendor is out of date", () => {
  const rooms = [space("room", "butlr"), space("room", "butlr", "zoom"), space("room", "zoom"), space("room")];
  expect(outOfDateWords(rooms, "butlr", english)).toBe("2 rooms may be out of date.");
  expect(outOfDateWords(rooms.slice(0, 1), "butlr", english)).toBe("1 room may be out of date.");
  expect(outOfDateWords([...rooms, space("zone", "butlr")], "butlr", english)).toBe("3 spaces may be out of date.");
  expect(outOfDateWords(rooms, "disruptive", english)).toBeNull();
});
