import { describe, expect, test } from "vitest";
import { anAlert } from "@/lib/testing/wire-alert";
import { alertRows, idsBetween, rowAfter, rowInstead } from "./alert-rows";

const alerts = [anAlert({ id: "1", children: 2 }), anAlert({ id: "2" }), anAlert({ id: "3" })];
const children = [anAlert({ id: "11", parentId: "1" }), anAlert({ id: "12", parentId: "1" })];
const rowsWith = (...open: string[]) => alertRows(alerts, new Set(open), (id) => (id === "1" ? children : null));
const ids = (open: string[] = []) =>
  rowsWith(...open)
    .map(({ alert, level }) => `${level}:${alert.id}`)
    .join(" ");

describe("rows", () => {
  test("what belongs to an incident is folded away until it is opened", () => {
    expect(ids()).toBe("1:1 1:2 1:3");
    expect(ids(["1"])).toBe("1:1 2:11 2:12 1:2 1:3");
    expect(rowsWith("1").map(({ isExpanded }) => isExpanded)).toEqual([true, null, null, null, null]);
  });
  test("what is not loaded yet is not there", () => {
    expect(alertRows(alerts, new Set(["1"]), () => null)).toHaveLength(3);
  });
});

test.each([
  ["1", "12", "1 11 12"],
  ["2", "11", "11 12 2"],
  ["gone", "2", "2"],
  [null, "2", "2"],
  ["2", "gone", ""],
])("from %s to %s", (from, to, want) => {
  expect(idsBetween(rowsWith("1"), from, to).join(" ")).toBe(want);
});

test.each([
  [null, 1, "1"],
  ["1", 1, "2"],
  ["3", 1, "3"],
  ["1", -1, "1"],
  ["gone", 1, "1"],
])("from %s, %i further", (id, step, want) => {
  expect(rowAfter(rowsWith(), id, step)?.alert.id).toBe(want);
});

test.each([
  [["2"], "3"],
  [["3"], "2"],
  [["1"], "2"],
  [["2", "3"], "12"],
  [["1", "2", "3"], null],
])("once %j are gone", (gone, want) => {
  expect(rowInstead(rowsWith("1"), new Set(gone))).toBe(want);
});
