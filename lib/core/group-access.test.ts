import { describe, expect, test } from "vitest";
import type { Role } from "./access";
import { accessOfGroups, type GroupAccess, groupsInClaim } from "./group-access";

const GIVEN = new Map<string, GroupAccess>([
  ["staff", { role: "viewer", sites: null }],
  ["reception", { role: "operator", sites: ["Oslo"] }],
  ["reception-bonn", { role: "operator", sites: ["Bonn", "Oslo"] }],
  ["berlin", { role: "site_admin", sites: ["Berlin"] }],
  ["bonn", { role: "site_admin", sites: ["Bonn"] }],
  ["desk", { role: "operator", sites: null }],
  ["facilities", { role: "admin", sites: null }],
]);

describe("what groups give", () => {
  test.each<[string, string[], Role | null, GroupAccess | null]>([
    ["nothing to nobody", [], null, null],
    ["nothing to those whose groups say nothing", ["choir"], null, null],
    ["what everybody gets where no group says more", ["choir"], "viewer", { role: "viewer", sites: null }],
    ["one role in its sites", ["choir", "berlin"], "viewer", { role: "site_admin", sites: ["Berlin"] }],
    ["the strongest role, whatever the order", ["facilities", "staff"], null, { role: "admin", sites: null }],
    ["the strongest role, whatever the order (2)", ["staff", "facilities"], null, { role: "admin", sites: null }],
    [
      "the sites of all groups with that role",
      ["berlin", "bonn"],
      null,
      { role: "site_admin", sites: ["Berlin", "Bonn"] },
    ],
    ["each site once", ["reception", "reception-bonn"], null, { role: "operator", sites: ["Oslo", "Bonn"] }],
    ["not the sites of weaker roles", ["staff", "reception"], null, { role: "operator", sites: ["Oslo"] }],
    ["every site when one of them does", ["reception", "desk"], null, { role: "operator", sites: null }],
    ["nothing for a name that only looks alike", ["Facilities", "facilities "], null, null],
    ["nothing by a name every object has", ["constructor", "__proto__"], null, null],
  ])("%s", (_, groups, everybody, access) => {
    expect(accessOfGroups(groups, GIVEN, everybody)).toEqual(access);
  });
});

test.each([
  [
    ["a", "b"],
    ["a", "b"],
  ],
  ["a", ["a"]],
  ["", []],
  [undefined, []],
  [null, []],
  [{ a: 1 }, []],
  [[1, "a", null, ["b"]], ["a"]],
])("the claim %j holds the groups %j", (claim, groups) => {
  expect(groupsInClaim(claim)).toEqual(groups);
});
