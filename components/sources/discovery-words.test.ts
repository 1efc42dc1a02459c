import { expect, test } from "vitest";
import { english } from "@/lib/core/text";
import { createWords } from "./discovery-words";

test.each([
  [[], "Create"],
  [["room"], "Create 1 room"],
  [["room", "floor", "room"], "Create 1 floor and 2 rooms"],
  [["desk", "site", "building"], "Create 1 site, 1 building and 1 desk"],
] as const)("%o: %s", (kinds, words) => {
  expect(createWords(kinds, english)).toBe(words);
});
