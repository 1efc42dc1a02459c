import fc from "fast-check";
import { expect, test } from "vitest";
import { plainCell, readTags, safeCell, tagsCell } from "./csv-cell";

test.each([
  ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["+47", "'+47"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["'=x", "''=x"],
  ["＝x", "'＝x"],
  ["'t Hof", "'t Hof"],
  ["a=b", "a=b"],
  ["", ""],
])("%j becomes the cell %j and comes back", (text, cell) => {
  expect(safeCell(text)).toBe(cell);
  expect(plainCell(cell)).toBe(text);
});

test("any text comes back, and no cell begins as a formula", () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "a") }));
  fc.assert(
    fc.property(text, (given) => {
      expect(plainCell(safeCell(given))).toBe(given);
      expect(safeCell(given)).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test.each([
  ["quiet, window", ["quiet", "window"]],
  ["quiet; window, north ;", ["quiet", "window, north"]],
  ["a,a, a", ["a"]],
  [" ", []],
])("the cell %j is the tags %j", (cell, tags) => {
  expect(readTags(cell)).toEqual(tags);
});

test("any tags come back", () => {
  const tag = fc
    .string({ minLength: 1, unit: fc.constantFrom("\\", ";", ",", "a", "b", " ") })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  fc.assert(
    fc.property(fc.uniqueArray(tag, { maxLength: 4 }), (tags) => {
      expect(readTags(tagsCell(tags))).toEqual(tags);
    }),
  );
});
