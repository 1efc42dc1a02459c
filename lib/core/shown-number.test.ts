import { expect, test } from "vitest";
import { shownNumber } from "./shown-number";

test.each([
  [1384, "en", "1384"],
  [9999, "de", "9999"],
  [12_345, "en", "12\u2009345"],
  [12_345, "de", "12\u2009345"],
  [12_345_678, "fr", "12\u2009345\u2009678"],
  [12_345, "es", "12\u2009345"],
  [-12_345.5, "de", "-12\u2009345,5"],
  [0.25, "ja", "0.25"],
])("%d in %s is %s", (value, locale, shown) => {
  expect(shownNumber(value, locale)).toBe(shown);
});
