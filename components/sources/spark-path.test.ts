import { expect, test } from "vitest";
import { sparkPath } from "./spark-path";

test.each([
  ["nothing known", [null, null], ""],
  ["a gap breaks the line", [0, 1, null, 1, 0], "M2.0 16.0L12.0 2.0M32.0 2.0L42.0 16.0"],
  ["a point alone is a dot", [null, 5, null], "M22.0 9.0h0.1"],
  ["always zero lies at the bottom", [0, 0], "M2.0 16.0L42.0 16.0"],
])("%s", (_, points, path) => {
  expect(sparkPath(points)).toBe(path);
});
