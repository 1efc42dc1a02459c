import { describe, expect, test } from "vitest";
import { english } from "@/lib/core/text";
import { isFound, lastSignInWords, momentWords, sitesWords } from "./people-words";

const SITES = ["Oslo", "Bonn", "Lyon", "Turin"].map((name, i) => ({ id: String(i + 1), name }));

test.each([
  [null, "Every site"],
  [[], "No site"],
  [["2"], "Bonn"],
  [["1", "2"], "Oslo and Bonn"],
  [["1", "2", "3", "4"], "Oslo and 3 more"],
  [["9"], "A site that is gone"],
])("the sites %j are %s", (sites, words) => {
  expect(sitesWords(sites, SITES, english)).toBe(words);
});

describe("a moment", () => {
  const now = Date.parse("2026-11-21T17:00:00Z");
  test.each([
    ["2026-11-21T13:05:00Z", "today 14:05"],
    ["2026-11-20T23:30:00Z", "today 00:30"],
    ["2026-11-20T13:05:00Z", "yesterday 14:05"],
    ["2026-11-22T13:05:00Z", "tomorrow 14:05"],
    ["2026-11-28T17:00:00Z", "Sat 28 Nov 18:00"],
    ["2025-11-18T13:05:00Z", "18 Nov 2025"],
  ])("%s is %s in Berlin", (at, words) => {
    expect(momentWords(at, now, "Europe/Berlin", english)).toBe(words);
  });
  test("starts a sentence where it stands alone", () => {
    expect(lastSignInWords("2026-11-21T13:05:00Z", now, "Europe/Berlin", english)).toBe("Today 14:05");
    expect(lastSignInWords(null, now, "Europe/Berlin", english)).toBe("Never");
  });
});

test.each([
  ["", true],
  [" ANN ", true],
  ["example.com", true],
  ["site adm", true],
  ["bea", false],
])("looking for %j finds Ann: %s", (search, found) => {
  expect(isFound({ name: "Ann Berg", email: "ann@example.com" }, "Site admin", search)).toBe(found);
});
