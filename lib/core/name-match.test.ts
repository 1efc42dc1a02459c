import { expect, test } from "vitest";
import { nameMatch, nameParts } from "./name-match";

test.each([
  ["L2-E16", ["l", "2", "e", "16"]],
  ["Quiet rm", ["quiet", "room"]],
  ["T05", ["t", "5"]],
  ["Møterom Ålesund", ["møterom", "ålesund"]],
  ["———", []],
])("the parts of %s", (name, parts) => {
  expect(nameParts(name)).toEqual(parts);
});

test.each([
  ["Quiet room", "quiet ROOM", 1],
  ["Quiet rm", "Quiet room", 0.96],
  ["T-5", "T05", 0.96],
  ["T05", "T06", 0],
  ["Focus 11", "Focus 1", 0],
  ["A", "A very long name", 0],
  ["", "Oak", 0],
])("%s fits %s by %d", (text, name, match) => {
  expect(nameMatch(text, name)).toBeCloseTo(match, 5);
});

test.each([
  ["AH-1-Oak-Board", "Oak"],
  ["Quiet room air", "Quiet room"],
  ["Comms", "Comms room"],
  ["Boardrom", "Boardroom"],
])("%s is near %s, and not the same", (text, name) => {
  const match = nameMatch(text, name);
  expect(match).toBeGreaterThan(0.5);
  expect(match).toBeLessThan(0.96);
});

test("the longer part of a text fits better than the shorter one", () => {
  expect(nameMatch("Oak Board table", "Oak Board")).toBeGreaterThan(nameMatch("Oak Board table", "Oak"));
});
