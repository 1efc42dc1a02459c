import { expect, test } from "vitest";
import type { Role } from "./access";
import { accessProblem, PersonChange } from "./person";

test.each<[Role, string[] | null, string | null]>([
  ["admin", null, null],
  ["admin", ["1"], "An admin sees every site."],
  ["site_admin", ["1", "2"], null],
  ["site_admin", null, "Choose the sites of a site admin."],
  ["site_admin", [], "Choose at least one site."],
  ["operator", null, null],
  ["operator", ["1"], null],
  ["operator", [], "Choose at least one site."],
  ["viewer", null, null],
  ["viewer", ["3"], null],
])("%s at %j: %s", (role, sites, problem) => {
  expect(accessProblem({ role, sites })).toBe(problem);
  expect(PersonChange.safeParse({ access: { role, sites } }).success).toBe(problem === null);
});

test("a change that changes nothing is refused", () => {
  expect(PersonChange.safeParse({}).success).toBe(false);
});
