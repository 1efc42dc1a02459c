import { expect, test } from "vitest";
import { english, textIn } from "./text";

test("says what is written, with its numbers", () => {
  expect(english("Free")).toBe("Free");
  expect(english("{count, plural, one {# person} other {# people}}", { count: 1 })).toBe("1 person");
  expect(english("{count, plural, one {# person} other {# people}}", { count: 3 })).toBe("3 people");
});

test("says it in another language, and in English what that does not have", () => {
  const german = textIn("de", { Free: "Frei", "{count} of {capacity}": "{count} von {capacity}" });
  expect(german("Free")).toBe("Frei");
  expect(german("{count} of {capacity}", { count: 4, capacity: 8 })).toBe("4 von 8");
  expect(german("Booked")).toBe("Booked");
});

test("leaves signs of markup alone", () => {
  expect(english("<b>{name}</b>", { name: "<i>" })).toBe("<b><i></b>");
});
