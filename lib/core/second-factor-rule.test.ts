import { expect, test } from "vitest";
import { ROLES } from "./access";
import { isAsked } from "./second-factor-rule";

test.each([
  ["nobody", []],
  ["admins", ["site_admin", "admin"]],
  ["everybody", ["viewer", "operator", "site_admin", "admin"]],
] as const)("the rule %s asks %j", (rule, roles) => {
  expect(ROLES.filter((role) => isAsked(rule, role))).toEqual(roles);
});
