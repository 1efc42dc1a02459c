import { expect, test } from "vitest";
import { english } from "@/lib/core/text";
import { eventWords, kindWords, lastValueWords, mappedWords, payloadWords } from "./source-row-words";

const NOW = Date.parse("2026-11-21T10:00:00Z");

test.each([
  ["disruptive", "device", { type: "deskOccupancy" }, "DT · desk sensor"],
  ["disruptive", "device", { type: "somethingNew" }, "DT · device"],
  ["zoom", "room", {}, "Zoom · Room"],
  ["zoom", "workspace", {}, "Zoom · workspace"],
  ["butlr", "zone", {}, "Butlr · zone"],
] as const)("%s %s", (vendor, kind, facts, words) => {
  expect(kindWords({ vendor, kind, facts }, english)).toBe(words);
});

test("the label that says a place comes first, and a name label is no news", () => {
  const facts = { "label:name": "A", "label:floor": "1", "label:room": "Quiet rm", type: "motion", "label:x": 4 };
  expect(payloadWords({ facts, name: "A", externalId: "b1" }, english)).toEqual({
    first: "label room = “Quiet rm”",
    others: ["label floor = “1”"],
  });
  expect(payloadWords({ facts: {}, name: null, externalId: "b1" }, english).first).toBe("no name, no labels");
  expect(payloadWords({ facts: {}, name: "A", externalId: "b1" }, english).first).toBe("id b1");
});

test("the last value is of what matters most", () => {
  const at = { observedAt: "2026-11-21T09:59:20Z" };
  const values = { battery: { value: 80, ...at }, motion: { value: 1, ...at } };
  expect(lastValueWords({ values }, NOW, english)).toEqual({ value: "motion", age: "40 s ago" });
  expect(lastValueWords({ values: {} }, NOW, english)).toBeNull();
  expect(lastValueWords({ values: { touch: { value: 1, ...at } } }, NOW, english)?.value).toBe("touched");
});

test.each([
  [{ count: 1, isMore: false }, "1 event"],
  [{ count: 30, isMore: false }, "30 events"],
  [{ count: 1000, isMore: true }, "Over 1000 events"],
  [{ count: 987, isMore: true }, "Over 900 events"],
])("%o: %s", (events, words) => {
  expect(eventWords(events, english)).toBe(words);
});

test("what mapping brought", () => {
  expect(mappedWords("Oak", { count: 30, isMore: false }, english)).toBe(
    "Mapped to Oak. 30 events from before are in its history.",
  );
  expect(mappedWords("Oak", { count: 0, isMore: false }, english)).toBe("Mapped to Oak.");
});
