import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { type ServerProcess, startServer } from "@/lib/testing/server-process";

let database: TestDatabase;
let server: ServerProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({
    databaseUrl: database.url,
    env: { BOOTSTRAP_ADMIN_EMAIL: "", BOOTSTRAP_ADMIN_PASSWORD: "" },
  });
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
});

const admin = { name: "Ada", email: "ada@example.com", password: "four unrelated old words" };

const post = (path: string, body: object) =>
  fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("a server without users leads to the wizard; only the log's code makes the first admin, once", async () => {
  const home = await fetch(server.url, { redirect: "manual" });
  expect([home.status, home.headers.get("location")]).toEqual([307, "/setup"]);
  expect((await post("/api/setup", { ...admin, code: "0000-0000" })).status).toBe(403);
  const code = /\/setup\?code=([\w-]+)/.exec(server.output())?.[1];
  expect((await post("/api/setup", { ...admin, code })).status).toBe(201);
  expect((await post("/api/setup", { ...admin, email: "eve@example.com", code })).status).toBe(409);
  const signedIn = await post("/api/auth/sign-in/email", admin);
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");
  expect((await fetch(`${server.url}/api/floors`, { headers: { cookie } })).status).toBe(200);
});

test("SIGTERM ends the server cleanly", async () => {
  await server.stop("SIGTERM");
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
});
