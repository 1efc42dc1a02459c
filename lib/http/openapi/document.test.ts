import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { apiDocument } from "./document";
import { OPERATION_GROUPS } from "./groups";

/** Doors that ask for no sign-in: better-auth's, the first admin's, invited people's, forgotten passwords', the description itself, and the vendors'. */
const OTHER_DOORS = [
  "/api/auth/{...all}",
  "/api/setup",
  "/api/invite",
  "/api/reset",
  "/api/openapi.json",
  "/api/webhooks/{vendor}",
];

const operations = OPERATION_GROUPS.flatMap((group) => group.operations);

/** Method, path and action of every route, as the sources say it. */
const routes = globSync("app/api/**/route.ts").flatMap((file) => {
  const path = file
    .replace(/^app/, "")
    .replace(/\/route\.ts$/, "")
    .replaceAll("[", "{")
    .replaceAll("]", "}");
  if (OTHER_DOORS.includes(path)) return [];
  const source = readFileSync(file, "utf8");
  return [
    ...source.matchAll(
      /export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b(?:[^;]*?handle(?:<[^(]*>)?\(\s*"([\w:]+)")?/g,
    ),
  ].map(([, method = "", action]) => ({ call: `${method.toLowerCase()} ${path}`, needs: action ?? null }));
});

describe("the API's description", () => {
  it("describes every route, with what it needs, and no other", () => {
    const described = operations.filter(({ needs }) => needs !== null).map(({ call, needs }) => `${call} ${needs}`);
    expect(described.toSorted()).toEqual(routes.map(({ call, needs }) => `${call} ${needs}`).toSorted());
  });

  it("names every operation differently", () => {
    const document = apiDocument("https://occupancy.example");
    const ids = Object.values(document.paths ?? {}).flatMap((path) =>
      Object.values(path as Record<string, { operationId?: string }>).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(operations.length);
    expect(ids).toContain("getApiFloorsFloorIdSnapshot");
  });

  it("refers only to what is in it", () => {
    const text = JSON.stringify(apiDocument("https://occupancy.example"));
    const document = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
    const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = ""]) => name);
    expect(names.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });
});
