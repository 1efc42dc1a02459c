import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "@/lib/db/database";
import { livePersons, readPerson } from "@/lib/db/session-repository";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { type Auth, createAuth } from "./create-auth";
import { createFirstAdmin } from "./create-first-admin";
import { answerAuthRequest } from "./handle-auth-request";
import { readActor } from "./session";

const EMAIL = "ann@example.com";
const PASSWORD = "violet tram under nine maps";
const secret = "s".repeat(16) + randomUUID();
const ORIGIN = "http://192.168.1.7:3000";

let test: TestDatabase;
let db: Database;
let auth: Auth;

beforeAll(async () => {
  test = await createTestDatabase();
  db = openDatabase(test.url, () => undefined);
  auth = createAuth({ prisma: db.prisma, secret, publicUrl: null, log: () => undefined });
  await createFirstAdmin(db.prisma, { name: "Ann", email: EMAIL, password: PASSWORD, source: "wizard" });
});

beforeEach(async () => {
  await db.prisma.rateLimit.deleteMany();
});

afterAll(async () => {
  await db.close();
  await test.drop();
});

let lastAddress = 0;
/** An address nobody used before, so that no test meets another's limit. */
function freshAddress(): string {
  lastAddress += 1;
  return `198.51.100.${lastAddress}`;
}

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  address?: string | null;
  from?: Auth;
  publicUrl?: string | null;
}

/** Asks like Next does: the URL is not the host that the browser asked for. */
function ask(
  path: string,
  { method = "POST", headers = {}, body, address = freshAddress(), from = auth, publicUrl = null }: Sent = {},
) {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  const request = new Request(`http://localhost:3000/api/auth/${path}`, {
    method,
    headers: { host: "192.168.1.7:3000", ...type, ...headers },
    ...json,
  });
  return answerAuthRequest(request, { auth: from, publicUrl, address });
}

const signIn = (sent: Sent = {}) => ask("sign-in/email", { body: { email: EMAIL, password: PASSWORD }, ...sent });

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

const person = (id: string) => readPerson(id, db);
const actorOf = (cookie: string) => readActor(auth, new Headers({ cookie }), person);

describe("signing in and out", () => {
  it("works as curl does it, and knows who came", async () => {
    const response = await signIn();
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^occupancy\.session_token=.*; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const cookie = cookieOf(response);
    expect(await actorOf(cookie)).toMatchObject({ name: "Ann", email: EMAIL, role: "admin" });
    const session = await ask("get-session", { method: "GET", headers: { cookie } });
    expect(await session.json()).toMatchObject({ user: { email: EMAIL, role: "admin" } });
    expect((await ask("sign-out", { headers: { cookie } })).status).toBe(200);
    expect(await actorOf(cookie)).toBeNull();
    expect(await (await ask("get-session", { method: "GET", headers: { cookie } })).json()).toBeNull();
  });

  it("works in a browser at any address of ours, with an older cookie too", async () => {
    const browser = { origin: ORIGIN, referer: `${ORIGIN}/login` };
    const response = await signIn({ headers: { ...browser, cookie: "occupancy.session_token=old.old; theme=dark" } });
    expect(response.status).toBe(200);
    expect((await ask("sign-out", { headers: { ...browser, cookie: cookieOf(response) } })).status).toBe(200);
  });

  it("keeps its cookie to https and this host when PUBLIC_URL is https", async () => {
    const publicUrl = "https://occ.example";
    const secure = createAuth({
      prisma: db.prisma,
      secret: "t".repeat(16) + randomUUID(),
      publicUrl,
      log: () => undefined,
    });
    const headers = { origin: publicUrl, host: "127.0.0.1:3000" };
    const response = await signIn({ from: secure, publicUrl, headers });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-occupancy\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await readActor(secure, new Headers({ cookie: cookieOf(response) }), person)).toMatchObject({
      email: EMAIL,
    });
    expect(await actorOf(cookieOf(response))).toBeNull();
  });

  it("answers a wrong password and an unknown user alike", async () => {
    const wrong = await signIn({ body: { email: EMAIL, password: "violet tram under ten maps" } });
    const unknown = await signIn({ body: { email: "nobody@example.com", password: PASSWORD } });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
    expect([cookieOf(wrong), cookieOf(unknown)]).toEqual(["", ""]);
  });

  it("takes as long for an unknown user as for a wrong password", async () => {
    const median = async (email: () => string) => {
      const times: number[] = [];
      for (let n = 0; n < 9; n += 1) {
        const from = performance.now();
        await signIn({ body: { email: email(), password: "violet tram under ten maps" } });
        times.push(performance.now() - from);
        await db.prisma.rateLimit.deleteMany();
      }
      return times.sort((a, b) => a - b)[4] ?? 0;
    };
    const [known, unknown] = [await median(() => EMAIL), await median(() => `${randomUUID()}@example.com`)];
    expect(unknown).toBeGreaterThan(20);
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) / 2);
  });
});

describe("a session", () => {
  it("ends with its row, at once", async () => {
    const cookie = cookieOf(await signIn());
    const actor = await actorOf(cookie);
    await db.prisma.session.delete({ where: { id: actor?.sessionId ?? "" } });
    expect(await actorOf(cookie)).toBeNull();
  });

  it("carries the role of this moment", async () => {
    const cookie = cookieOf(await signIn());
    await db.prisma.user.update({ where: { email: EMAIL }, data: { role: "viewer" } });
    expect(await actorOf(cookie)).toMatchObject({ role: "viewer" });
    await db.prisma.user.update({ where: { email: EMAIL }, data: { role: "admin" } });
  });

  it("ends after thirty days, however often it is used", async () => {
    const cookie = cookieOf(await signIn());
    const id = (await actorOf(cookie))?.sessionId ?? "";
    const made = (days: number) => new Date(Date.now() - days * 86_400_000);
    await db.prisma.session.update({ where: { id }, data: { createdAt: made(29.9) } });
    expect(await actorOf(cookie)).not.toBeNull();
    expect((await livePersons(db, [id])).has(id)).toBe(true);
    await db.prisma.session.update({ where: { id }, data: { createdAt: made(30.1) } });
    expect(await actorOf(cookie)).toBeNull();
    expect((await livePersons(db, [id])).has(id)).toBe(false);
  });

  it("is worth nothing expired, forged or unsigned", async () => {
    const cookie = cookieOf(await signIn());
    const { sessionId } = (await actorOf(cookie)) ?? { sessionId: "" };
    const { token } = await db.prisma.session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(await actorOf(`occupancy.session_token=${token}`)).toBeNull();
    expect(await actorOf(cookie.replace(/%3D$/, "A%3D").replace(/\.(.)/, ".X"))).toBeNull();
    expect(await actorOf("")).toBeNull();
    await db.prisma.session.update({ where: { id: sessionId }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await actorOf(cookie)).toBeNull();
  });

  it("is not mistaken for none while the database is away", async () => {
    const cookie = cookieOf(await signIn());
    const away = openDatabase("postgresql://nobody:none@127.0.0.1:1/none", () => undefined);
    const cutOff = createAuth({ prisma: away.prisma, secret, publicUrl: null, log: () => undefined });
    await expect(readActor(cutOff, new Headers({ cookie }), person)).rejects.toMatchObject({ code: "P1001" });
    await away.close();
  });

  it("is renewed by get-session after a day, together with its cookie, and by nothing else", async () => {
    const cookie = cookieOf(await signIn());
    const id = (await actorOf(cookie))?.sessionId ?? "";
    const soon = new Date(Date.now() + 2 * 24 * 3600_000);
    await db.prisma.session.update({ where: { id }, data: { expiresAt: soon } });
    await actorOf(cookie);
    expect((await db.prisma.session.findUniqueOrThrow({ where: { id } })).expiresAt).toEqual(soon);
    const response = await ask("get-session", { method: "GET", headers: { cookie } });
    expect(response.headers.getSetCookie()[0]).toContain("Max-Age=604800");
    const renewed = await db.prisma.session.findUniqueOrThrow({ where: { id } });
    expect(renewed.expiresAt.getTime()).toBeGreaterThan(soon.getTime() + 4 * 24 * 3600_000);
  });
});

describe("what stays shut", () => {
  it.each([
    "sign-up/email",
    "sign-in/social",
    "update-user",
    "delete-user",
    "request-password-reset",
    "reset-password",
    "callback/github",
    "list-sessions",
    "link-social",
    "ok",
    "error",
    "sign-in/email/",
    "../auth/sign-up/email",
    "sign-in%2Femail",
  ])("%s", async (path) => {
    const body = { email: "new@example.com", password: PASSWORD, name: "New", role: "admin" };
    expect((await ask(path, { body })).status).toBe(404);
    expect(await db.prisma.user.count()).toBe(1);
  });

  it("better-auth's own sign-up, even if the path were open", async () => {
    const request = new Request("http://localhost:3000/api/auth/sign-up/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "new@example.com", password: PASSWORD, name: "New", role: "admin" }),
    });
    expect((await auth.handler(request)).status).toBe(400);
    expect(await db.prisma.user.count()).toBe(1);
  });

  it.each([
    ["a foreign Origin", { origin: "https://evil.example" }],
    [
      "a foreign Origin without a cookie, as in a forged sign-in",
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    ],
    ["Origin null", { origin: "null" }],
    ["our name on another port", { origin: "http://192.168.1.7:4000" }],
  ])("%s", async (_, headers) => {
    const response = await signIn({ headers });
    expect([response.status, cookieOf(response)]).toEqual([403, ""]);
  });

  it("a sign-out that another site asks for", async () => {
    const cookie = cookieOf(await signIn());
    expect((await ask("sign-out", { headers: { cookie, origin: "https://evil.example" } })).status).toBe(403);
    expect(await actorOf(cookie)).not.toBeNull();
  });

  it.each([
    ["a form", "application/x-www-form-urlencoded", `email=${EMAIL}&password=${PASSWORD}`, 415],
    ["text", "text/plain", JSON.stringify({ email: EMAIL, password: PASSWORD }), 415],
    ["a long body", "application/json", JSON.stringify({ email: EMAIL, password: "x".repeat(10_000) }), 413],
    ["no JSON", "application/json", "{", 400],
    ["a list", "application/json", "[]", 400],
    ["an object for an email", "application/json", JSON.stringify({ email: { contains: "@" }, password: "x" }), 400],
  ])("%s", async (_, type, body, status) => {
    const request = new Request("http://localhost:3000/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    expect((await answerAuthRequest(request, { auth, publicUrl: null, address: freshAddress() })).status).toBe(status);
  });
});

describe("a new password", () => {
  it("is refused when easy to guess and ends other sessions when asked", async () => {
    const [here, there] = [cookieOf(await signIn()), cookieOf(await signIn())];
    const change = (newPassword: string) =>
      ask("change-password", {
        headers: { cookie: here },
        body: { currentPassword: PASSWORD, newPassword, revokeOtherSessions: true },
      });
    expect((await change("password1234")).status).toBe(400);
    expect(await actorOf(there)).not.toBeNull();
    const changed = await change("orange kettle beside 4 lamps");
    expect(changed.status).toBe(200);
    expect(await actorOf(there)).toBeNull();
    expect(await actorOf(cookieOf(changed))).not.toBeNull();
    const back = { currentPassword: "orange kettle beside 4 lamps", newPassword: PASSWORD };
    expect((await ask("change-password", { headers: { cookie: cookieOf(changed) }, body: back })).status).toBe(200);
  });
});

describe("the rate limit", () => {
  const guess = (sent: Sent) =>
    signIn({ body: { email: `${randomUUID()}@example.com`, password: "wrong wrong wrong" }, ...sent });

  it("stops the fourth sign-in from one address and says when to come back", async () => {
    const address = freshAddress();
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await guess({ address })).status);
    expect(statuses).toEqual([401, 401, 401]);
    const refused = await signIn({ address });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(10);
    expect((await signIn()).status).toBe(200);
  });

  it("is not used up by images on another site that point here", async () => {
    const address = freshAddress();
    for (let n = 0; n < 5; n += 1) {
      expect((await ask("sign-in/email", { method: "GET", address })).status).toBe(405);
    }
    expect((await signIn({ address, headers: { origin: "https://evil.example" } })).status).toBe(403);
    for (let n = 0; n < 3; n += 1) expect((await signIn({ address })).status).toBe(200);
  });

  it("does not move for what the caller writes into headers", async () => {
    const address = freshAddress();
    const statuses = [];
    for (let n = 0; n < 5; n += 1) {
      const forged = `203.0.113.${n}`;
      const headers = {
        "x-forwarded-for": forged,
        "x-real-ip": forged,
        "x-caller-address": forged,
        "x-peer-address": forged,
        forwarded: `for=${forged}`,
      };
      statuses.push((await guess({ address, headers })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });

  it("does not move for another address of the same /64", async () => {
    const statuses = [];
    for (let n = 1; n <= 4; n += 1) statuses.push((await guess({ address: `2001:db8:5:5::${n}` })).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it("holds for callers whose address nobody knows", async () => {
    const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await guess({ address: null })).status));
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
  });

  it("slows guessing at one account from many addresses, known or not, in any spelling", async () => {
    const email = `${randomUUID()}@example.com`;
    const statuses = [];
    for (let n = 0; n < 12; n += 1) {
      const spelled = n % 2 === 0 ? email : email.toUpperCase();
      statuses.push((await signIn({ body: { email: spelled, password: "wrong wrong wrong" } })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  });
});
