import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { openSocket, postButlr, type ServerProcess, signIn, startServer } from "@/lib/testing/server-process";

let database: TestDatabase;
let server: ServerProcess;
let cookie: string;
const folder = path.resolve("node_modules/.cache/api-client");

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({ databaseUrl: database.url });
  cookie = await signIn(server.url);
  await postButlr(server.url, butlrEvent({ at: Date.now() - 60_000, data: 4 }));
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const ask = (route: string, init: RequestInit = {}, headers: Record<string, string> = { cookie }) =>
  fetch(server.url + route, { ...init, headers: { "content-type": "application/json", ...headers } });

async function makeToken(scopes: string[]): Promise<{ token: string; id: string }> {
  const answer = await ask("/api/tokens", { method: "POST", body: JSON.stringify({ name: "Test", scopes, days: 1 }) });
  const { token, info } = (await answer.json()) as { token: string; info: { id: string } };
  return { token, id: info.id };
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** A program as somebody else would write it, against types that were made from our description. */
const CLIENT = `
import createClient from "openapi-fetch";
import type { paths } from "./types";

export async function peopleOnTheFirstFloor(baseUrl: string, token: string): Promise<Record<string, number | null>> {
  const api = createClient<paths>({ baseUrl, headers: { authorization: "Bearer " + token } });
  const floors = await api.GET("/api/floors");
  const floorId = floors.data?.items[0]?.id;
  if (floorId === undefined) throw new Error("no floor");
  const { data, error } = await api.GET("/api/floors/{floorId}/snapshot", { params: { path: { floorId } } });
  if (!data) throw new Error(error.title);
  return Object.fromEntries(data.spaces.map((space) => [space.name, space.metrics.occupancy?.value ?? null]));
}
`;

describe("the API for other programs", () => {
  test("a client generated from its description type-checks and reads the live floor", async () => {
    const answer = await ask("/api/openapi.json", {}, {});
    expect(answer.status).toBe(200);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "types.d.ts"), astToString(await openapiTS(await answer.text())));
    const file = path.join(folder, "client.ts");
    await writeFile(file, CLIENT);
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    });
    const problems = ts.getPreEmitDiagnostics(program);
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
    const { token } = await makeToken(["floor:read"]);
    const client = (await import(pathToFileURL(file).href)) as {
      peopleOnTheFirstFloor: (url: string, token: string) => Promise<Record<string, number | null>>;
    };
    expect(await client.peopleOnTheFirstFloor(server.url, token)).toMatchObject({ Fjord: 4 });
  });

  test("a token is limited to its scopes, and is nobody once revoked", async () => {
    const { token, id } = await makeToken(["floor:read"]);
    expect((await ask("/api/floors", {}, bearer(token))).status).toBe(200);
    const refused = await ask("/api/spaces", {}, bearer(token));
    expect([refused.status, refused.headers.get("content-security-policy")]).toEqual([
      403,
      "default-src 'none'; frame-ancestors 'none'",
    ]);
    expect((await ask("/api/tokens", {}, bearer(token))).status).toBe(403);
    expect((await ask(`/api/tokens/${id}`, { method: "DELETE" })).status).toBe(204);
    const after = await ask("/api/floors", {}, bearer(token));
    expect([after.status, after.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
    expect((await ask("/api/floors", {}, { ...bearer(token), cookie })).status).toBe(401);
  });

  test("a token watches a floor, and its socket falls with it", async () => {
    const { token, id } = await makeToken(["floor:read"]);
    const { items } = (await (await ask("/api/floors")).json()) as { items: { id: string }[] };
    const socket = openSocket(server.url, bearer(token));
    const reply = await socket.timeout(5_000).emitWithAck("floor:watch", items[0]?.id ?? "");
    expect(reply).toMatchObject({ ok: true });
    await ask(`/api/tokens/${id}`, { method: "DELETE" });
    await expect.poll(() => socket.connected, { timeout: 5_000 }).toBe(false);
  });

  test("a token is told once, and never kept as it is", async () => {
    const { token } = await makeToken(["space:read"]);
    const listed = await (await ask("/api/tokens")).text();
    expect(listed).toContain(token.slice(0, 10));
    expect(listed).not.toContain(token);
    expect(server.output()).not.toContain(token);
  });

  test("says how many requests are left, and when to come again", async () => {
    const { token } = await makeToken(["feed:read"]);
    const first = await ask("/api/feeds", {}, bearer(token));
    expect(first.headers.get("ratelimit-policy")).toBe('"minute";q=300;w=60');
    expect(first.headers.get("ratelimit")).toMatch(/^"minute";r=299;t=\d+$/);
    await Promise.all(Array.from({ length: 299 }, () => ask("/api/feeds", {}, bearer(token)).then((a) => a.text())));
    const refused = await ask("/api/feeds", {}, bearer(token));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: "too-many", status: 429 });
    expect((await ask("/api/feeds")).status).toBe(200);
  });

  test.each(["/", "/api/floors", "/healthz"])("TRACE %s echoes nothing", async (route) => {
    const asked = request(server.url + route, { method: "TRACE", headers: { "x-secret": "abc" } }).end();
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    const body = (await answer.toArray()).join("");
    expect([answer.statusCode, body]).toEqual([405, ""]);
  });

  test.each([
    "/login",
    "/api/floors",
    "/healthz",
    "/readyz",
    "/metrics",
    "/api/webhooks/butlr",
    "/socket.io/?EIO=4&transport=polling",
    "/favicon.ico",
    "/nothing/here",
  ])("%s is nothing but what it says, and tells nobody where it was asked from", async (route) => {
    const { headers } = await fetch(`${server.url}${route}`);
    expect([headers.get("x-content-type-options"), headers.get("referrer-policy")]).toEqual(["nosniff", "same-origin"]);
  });

  test("has a page that shows it to those who are signed in", async () => {
    const stranger = await fetch(`${server.url}/api/docs`, { redirect: "manual" });
    expect([stranger.status, stranger.headers.get("location")]).toEqual([307, "/login?next=%2Fapi%2Fdocs"]);
    const answer = await fetch(`${server.url}/api/docs`, { headers: { cookie } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-security-policy")).toContain("script-src 'nonce-");
  });
});
