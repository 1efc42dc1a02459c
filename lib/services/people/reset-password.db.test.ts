import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/api/people/[personId]/reset-link/route";
import { PATCH } from "@/app/api/people/[personId]/route";
import { auth } from "@/lib/auth/auth";
import { answerAuthRequest } from "@/lib/auth/handle-auth-request";
import { answerResetRequest } from "@/lib/auth/handle-reset-request";
import { parseEnv } from "@/lib/config/env";
import { RESET_NOT_GOOD, ResetLink } from "@/lib/core/password-reset";
import { type Database, openDatabase } from "@/lib/db/database";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { publish } from "@/lib/runtime/singleton";
import { codeOf } from "@/lib/testing/authenticator-app";
import { PASSWORD } from "@/lib/testing/people-fixture";
import { at, cookieHeader, cookieOf, person, sent } from "@/lib/testing/route-fixture";

const NEW_PASSWORD = "eleven lanterns beside a slow canal";

let base: TestDatabase;
let db: Database;
let cookie: string;
let ann: { id: string; email: string };

beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
  publish("env", parseEnv({ PUBLIC_URL: "https://occ.example" }));
  publish("database", db);
  ann = await person(db, "Ann", "admin");
  cookie = await cookieOf(await auth(), ann.email);
});
beforeEach(() => db.prisma.rateLimit.deleteMany());
afterAll(async () => {
  await db.close();
  await base.drop();
});

let last = 0;
const ask = (personId: string, by = cookie) => POST(sent("POST", { cookie: by }), at({ personId }));

async function link(personId: string, by = cookie): Promise<{ code: string; link: string; expiresAt: string }> {
  const answer = await ask(personId, by);
  expect(answer.status).toBe(200);
  const made = ResetLink.parse(await answer.json());
  return { ...made, code: new URL(made.link).searchParams.get("code") ?? "" };
}

const use = (code: string, password = NEW_PASSWORD, address = `198.51.100.${++last}`) =>
  answerResetRequest(sent("POST", { body: { code, password } }), { db, publicUrl: null, address });

async function signIn(email: string, password: string, path = "sign-in/email", body: object = {}, sentCookie?: string) {
  const request = new Request(`https://occ.example/api/auth/${path}`, {
    method: "POST",
    headers: {
      host: "occ.example",
      origin: "https://occ.example",
      "content-type": "application/json",
      ...(sentCookie ? { cookie: sentCookie } : {}),
    },
    body: JSON.stringify(path === "sign-in/email" ? { email, password } : body),
  });
  const door = { publicUrl: "https://occ.example", address: `203.0.113.${++last}` };
  return answerAuthRequest(request, { ...door, auth: await auth() });
}

const sessions = (userId: string) => db.prisma.session.count({ where: { userId } });
const trail = async (objectId: string) =>
  (
    await db.prisma.auditEntry.findMany({
      where: { objectId, action: { startsWith: "user.reset" } },
      orderBy: { id: "asc" },
    })
  ).map(({ action, actorName, address }) => [action, actorName, address]);

describe("a link for a new password", () => {
  test("sets it once, ends every session, and both steps are in the audit log", async () => {
    const bea = await person(db, "Bea", "viewer");
    await cookieOf(await auth(), bea.email);
    const { code, link: url, expiresAt } = await link(bea.id);
    expect(url).toMatch(/^https:\/\/occ\.example\/reset\?code=[\w-]{43}$/);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(24 * 3_600_000 + 60_000);
    expect(await sessions(bea.id)).toBe(1);
    expect((await signIn(bea.email, PASSWORD)).status).toBe(200);
    const answer = await use(code, NEW_PASSWORD, "198.51.100.250");
    expect([answer.status, await answer.json()]).toEqual([200, { email: bea.email }]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await sessions(bea.id)).toBe(0);
    expect((await signIn(bea.email, PASSWORD)).status).toBe(401);
    expect((await signIn(bea.email, NEW_PASSWORD)).status).toBe(200);
    expect((await use(code)).status).toBe(404);
    expect(await trail(bea.id)).toEqual([
      ["user.reset-link", "Ann", null],
      ["user.reset-password", "Bea", "198.51.100.250"],
    ]);
    const everything = JSON.stringify(await db.prisma.auditEntry.findMany(), (_, v) =>
      typeof v === "bigint" ? Number(v) : v,
    );
    expect(everything).not.toContain(code);
    const kept = await db.prisma.passwordReset.findMany();
    expect(kept.every(({ tokenHash }) => tokenHash.length === 32)).toBe(true);
  });

  test("neither takes the second factor away nor goes around it", async () => {
    const cai = await person(db, "Cai", "viewer");
    const session = await cookieOf(await auth(), cai.email);
    const enabled = await signIn("", "", "two-factor/enable", { password: PASSWORD }, session);
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    expect((await signIn("", "", "two-factor/verify-totp", { code: codeOf(totpURI) }, session)).status).toBe(200);
    const { code } = await link(cai.id);
    const answer = await use(code);
    expect([answer.status, await answer.json()]).toEqual([200, { email: cai.email }]);
    const half = await signIn(cai.email, NEW_PASSWORD);
    expect(await half.json()).toMatchObject({ twoFactorRedirect: true });
    expect(cookieHeader(half.headers)).not.toContain("session_token");
    expect(await sessions(cai.id)).toBe(0);
    expect(await db.prisma.twoFactor.count({ where: { userId: cai.id } })).toBe(1);
  });

  test("says the same whether its code is unknown, used, over, replaced, or of somebody disabled", async () => {
    const dan = await person(db, "Dan", "viewer");
    const eve = await person(db, "Eve", "viewer");
    const used = await link(dan.id);
    expect((await use(used.code)).status).toBe(200);
    const replaced = await link(dan.id);
    const over = await link(dan.id);
    await db.prisma
      .$executeRaw`UPDATE password_reset SET expires_at = now() - interval '1 second' WHERE user_id = ${dan.id}`;
    const disabled = await link(eve.id);
    const disable = sent("PATCH", { cookie, body: { disabled: true } });
    expect((await PATCH(disable, at({ personId: eve.id }))).status).toBe(200);
    const codes = ["x".repeat(43), used.code, replaced.code, over.code, disabled.code];
    for (const code of codes)
      expect(await (await use(code)).json()).toEqual({
        ...{ type: "about:blank", title: RESET_NOT_GOOD, status: 404, code: "not-found" },
      });
    await PATCH(sent("PATCH", { cookie, body: { disabled: false } }), at({ personId: eve.id }));
    expect((await use(disabled.code)).status).toBe(404);
  });

  test("used twice at the same time sets one password", async () => {
    const fay = await person(db, "Fay", "viewer");
    const { code } = await link(fay.id);
    const answers = await Promise.all([use(code), use(code), use(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  });

  test("waits for a better password", async () => {
    const gil = await person(db, "Gil", "viewer");
    const { code } = await link(gil.id);
    expect((await use(code, "password1234")).status).toBe(400);
    expect((await use(code, gil.email)).status).toBe(400);
    expect((await use(code)).status).toBe(200);
  });

  test("is dead when they changed the password themselves, and when who made it is no admin any more", async () => {
    const hal = await person(db, "Hal", "viewer");
    const ida = await person(db, "Ida", "admin");
    const first = await link(hal.id);
    const session = await cookieOf(await auth(), hal.email);
    const body = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect((await signIn("", "", "change-password", body, session)).status).toBe(200);
    expect((await use(first.code)).status).toBe(404);
    const second = await link(hal.id, await cookieOf(await auth(), ida.email));
    const demote = sent("PATCH", { cookie, body: { access: { role: "viewer", sites: null } } });
    expect((await PATCH(demote, at({ personId: ida.id }))).status).toBe(200);
    expect((await use(second.code)).status).toBe(404);
  });
});

describe("who gets one", () => {
  test("admins make it for others with a password here: not for themselves, the disabled, the provider's or nobody", async () => {
    expect((await ask(ann.id)).status).toBe(409);
    expect((await ask("nobody")).status).toBe(404);
    const joe = await person(db, "Joe", "site_admin", []);
    expect((await ask(ann.id, await cookieOf(await auth(), joe.email))).status).toBe(403);
    await db.prisma.account.updateMany({ where: { userId: joe.id }, data: { providerId: "oidc", password: null } });
    expect((await ask(joe.id)).status).toBe(409);
    const kim = await person(db, "Kim", "viewer");
    await PATCH(sent("PATCH", { cookie, body: { disabled: true } }), at({ personId: kim.id }));
    expect((await ask(kim.id)).status).toBe(409);
  });

  test("the door is limited per address and refuses other sites' pages", async () => {
    const statuses = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await use("y".repeat(43), NEW_PASSWORD, "203.0.113.99")).status);
    expect(statuses).toEqual([...Array(10).fill(404), 429, 429]);
    const lou = await person(db, "Lou", "viewer");
    const { code } = await link(lou.id);
    const body = { code, password: NEW_PASSWORD };
    const request = sent("POST", { body, headers: { origin: "https://evil.example" } });
    expect((await answerResetRequest(request, { db, publicUrl: null, address: null })).status).toBe(403);
    expect((await use(code)).status).toBe(200);
  });
});
