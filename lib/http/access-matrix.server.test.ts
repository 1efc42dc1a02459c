import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { type ServerProcess, startServer } from "@/lib/testing/server-process";
import { cell, fill, isPlaced, send, sendFollowing, smuggle } from "./access-matrix/cells";
import { outcomeOf, pageCell } from "./access-matrix/page-cells";
import { methodsOf, routesOfBuild } from "./access-matrix/routes-of-build";
import { isDoor, type Row } from "./access-matrix/row";
import { PAGES, ROWS } from "./access-matrix/rows";
import { TRICKS } from "./access-matrix/tricks";
import { canExist, createWorld, NAME_OF_A, NAME_OF_B, type World } from "./access-matrix/world";

let database: TestDatabase;
let server: ServerProcess;
/** `next start`: nothing stands before Next there, so headers it trusts reach it as they were sent. */
let bare: ServerProcess;
let world: World;
const env = { TRUSTED_PROXIES: "127.0.0.1,::1" };

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({ databaseUrl: database.url, env });
  bare = await startServer({ databaseUrl: database.url, entry: "next", env });
  world = await createWorld(database.url, server);
});
afterAll(async () => {
  await world?.close();
  await Promise.all([server?.stop(), bare?.stop()]);
  await database?.drop();
});

const rows = Object.entries(ROWS).filter((entry): entry is [string, Row] => !isDoor(entry[1]));
const doors = Object.entries(ROWS).flatMap(([key, row]) => (isDoor(row) ? [[key, row] as const] : []));
const pages = Object.entries(PAGES);

test("every route and method of the build has a row, every page too, and no row is left over", async () => {
  const { routes, pages: built } = await routesOfBuild();
  const exported = await Promise.all(
    routes.map(async (path) => {
      const real = Object.entries(ROWS).find(([key]) => key.endsWith(` ${path}`))?.[1];
      const methods = await methodsOf(
        server.url,
        real && isDoor(real) && real.path ? real.path : fillOrOne(path, world),
      );
      return methods.map((method) => `${method} ${path}`);
    }),
  );
  expect(Object.keys(ROWS).sort()).toEqual(exported.flat().sort());
  expect(Object.keys(PAGES).sort()).toEqual(built);
});

describe("routes", () => {
  test.each(rows)("%s", async (key, row) => {
    const wrong: string[] = [];
    const sides = isPlaced(key, row) ? (["a", "b"] as const) : (["a"] as const);
    const askers = world.askers.filter((asker) => canExist(asker, row.needs));
    for (const side of sides)
      for (const asker of askers) wrong.push(...(await cell(server.url, key, row, asker, side, world)));
    for (const asker of askers) wrong.push(...(await smuggle(server.url, key, row, asker, world)));
    expect(wrong).toEqual([]);
  });

  test.each(doors)("%s is open to everybody, and tells nothing", async (key, door) => {
    const [method = "", path = ""] = key.split(" ");
    const answer = await send(server.url, { method, path: door.path ?? path, headers: {}, body: door.body });
    expect(door.answers).toContain(answer.status);
    expect(answer.text).not.toMatch(new RegExp(`${NAME_OF_A}|${NAME_OF_B}`, "i"));
  });
});

describe("pages", () => {
  // Sources that stand nowhere are for every site admin: the rows have moved some of them out.
  beforeAll(async () => {
    for (const { sourceId, otherSourceId, spaceId, otherSpaceId } of [world.a, world.b]) {
      await world.asAdmin("POST", `/api/sources/${sourceId}/assign`, { spaceId });
      await world.asAdmin("POST", `/api/sources/${otherSourceId}/assign`, { spaceId: otherSpaceId });
    }
  });

  test.each(pages)("%s", async (path, page) => {
    if (!("needs" in page)) {
      expect((await send(server.url, { method: "GET", path, headers: {} })).status).toBeLessThan(400);
      return;
    }
    const wrong: string[] = [];
    for (const side of isPlaced(path, {}) ? (["a", "b"] as const) : (["a"] as const))
      for (const asker of world.askers) wrong.push(...(await pageCell(server.url, path, page, asker, side, world)));
    expect(wrong).toEqual([]);
  });
});

describe("headers that have talked Next past its middleware change nothing", () => {
  test.each(TRICKS)("%s", async (_, tricks) => {
    const wrong: string[] = [];
    for (const { url } of [server, bare]) {
      for (const [key, row] of rows) {
        const [method = "", path = ""] = key.split(" ");
        const query = row.query ? `?${row.query(world.a)}` : "";
        const headers = { ...row.headers, ...tricks };
        const body = row.body?.(world.a);
        const answer = await sendFollowing(url, { method, path: fillOrOne(path, world) + query, headers, body });
        if (answer.status !== 401) wrong.push(`${key}: ${answer.status}`);
      }
      for (const [path, page] of pages) {
        if (!("needs" in page)) continue;
        const answer = await sendFollowing(url, { method: "GET", path: fillOrOne(path, world), headers: tricks });
        const tells = answer.text.includes(NAME_OF_A) || answer.text.includes(NAME_OF_B);
        // A prefetch answers the frame of a page, the same for everybody.
        const isFrame = "next-router-prefetch" in tricks && !answer.text.includes("<html");
        if ((outcomeOf(answer) === "ok" && !isFrame) || tells) wrong.push(`${path}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** Nobody gets as far as the object: where a row's `given` would make one, any id will do. */
const fillOrOne = (path: string, { a }: World) =>
  fill(path, new Proxy(a, { get: (site, name: string) => site[name] ?? "1" }));
