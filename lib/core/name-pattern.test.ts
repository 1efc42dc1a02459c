import { expect, test } from "vitest";
import { namesFromPattern } from "./name-pattern";

test.each<[string, string[]]>([
  ["Fjord", ["Fjord"]],
  ["Desk 1–3", ["Desk 1", "Desk 2", "Desk 3"]],
  ["Desk 1-3", ["Desk 1", "Desk 2", "Desk 3"]],
  ["Desk 1 - 3", ["Desk 1", "Desk 2", "Desk 3"]],
  ["Desk 08–11", ["Desk 08", "Desk 09", "Desk 10", "Desk 11"]],
  ["Room 3.01–3.03", ["Room 3.01", "Room 3.02", "Room 3.03"]],
  ["A1–A3", ["A1", "A2", "A3"]],
  ["Desk 1–2 (window)", ["Desk 1 (window)", "Desk 2 (window)"]],
  ["7–9", ["7", "8", "9"]],
  ["Fjord, Vik\nDesk 1–2", ["Fjord", "Vik", "Desk 1", "Desk 2"]],
  ["North-east", ["North-east"]],
  ["Room 3 – small", ["Room 3 – small"]],
])("%j stands for %j", (pattern, names) => expect(namesFromPattern(pattern)).toEqual({ names }));

test.each([
  ["", "Type names, or a run such as Desk 1–40."],
  ["Desk 9–1", "9–1 runs backwards."],
  ["Desk 1–999999999999", "At most 500 at once."],
  ["Desk 1–3, desk 2", "“desk 2” is in it twice."],
])("%j is refused: %s", (pattern, problem) => expect(namesFromPattern(pattern)).toEqual({ problem }));
