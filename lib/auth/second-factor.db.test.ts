import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "@/lib/db/database";
import { readPerson } from "@/lib/db/session-repository";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { codeOf } from "@/lib/testing/authenticator-app";
import { PASSWORD } from "@/lib/testing/people-fixture";
import { cookieHeader, person } from "@/lib/testing/route-fixture";
import { type Auth, createAuth } from "./create-auth";
import { answerAuthRequest } from "./handle-auth-request";
import { readActor } from "./session";

let base: TestDatabase;
let db: Database;
let auth: Auth;
const refused: string[] = [];

beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
  const secret = "s".repeat(16) + randomUUID();
  auth = createAuth({
    prisma: db.prisma,
    secret,
    publicUrl: null,
    log: () => undefined,
    onRefused: (path) => refused.push(path),
  });
});
beforeEach(() => db.prisma.rateLimit.deleteMany({ where: { key: { not: { startsWith: "totp|" } } } }));
afterAll(async () => {
  await db.close();
  await base.drop();
});

let last = 0;
function ask(path: string, body: object, cookie = ""): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/auth/${path}`, {
    method: "POST",
    headers: { host: "occ.example", "content-type": "application/json", ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
  return answerAuthRequest(request, { auth, publicUrl: null, address: `198.51.100.${++last % 250}` });
}
const actorOf = (cookie: string) => readActor(auth, new Headers({ cookie }), (id) => readPerson(id, db));
const password = (email: string) => ask("sign-in/email", { email, password: PASSWORD });

/** Somebody with a second factor, what their app knows, and their session. */
async function enrolled(name: string) {
  const { id, email } = await person(db, name, "viewer");
  const cookie = cookieHeader((await password(email)).headers);
  const start = await ask("two-factor/enable", { password: PASSWORD }, cookie);
  const { totpURI: uri, backupCodes } = (await start.json()) as { totpURI: string; backupCodes: string[] };
  const proven = await ask("two-factor/verify-totp", { code: codeOf(uri, -1) }, cookie);
  expect([start.status, proven.status]).toEqual([200, 200]);
  return { id, email, uri, backupCodes, cookie: cookieHeader(proven.headers) };
}

describe("setting a second factor up", () => {
  it("counts only once the app has shown that it works, and is told without its secret", async () => {
    const { id, email } = await person(db, "Ann", "viewer");
    const cookie = cookieHeader((await password(email)).headers);
    expect((await ask("two-factor/enable", { password: "not the password" }, cookie)).status).toBe(400);
    const start = (await (await ask("two-factor/enable", { password: PASSWORD }, cookie)).json()) as {
      totpURI: string;
    };
    expect(start.totpURI).toMatch(/^otpauth:\/\/totp\/Occupancy:/);
    expect(await (await password(email)).json()).not.toHaveProperty("twoFactorRedirect");
    await db.prisma.rateLimit.deleteMany();
    expect((await ask("two-factor/verify-totp", { code: "000000" }, cookie)).status).toBe(401);
    expect(await db.prisma.user.findUnique({ where: { id } })).toMatchObject({ twoFactorEnabled: false });
    const proven = await ask("two-factor/verify-totp", { code: codeOf(start.totpURI) }, cookie);
    expect(proven.status).toBe(200);
    expect(await actorOf(cookieHeader(proven.headers))).toMatchObject({ email });
    expect(await db.prisma.user.findUnique({ where: { id } })).toMatchObject({ twoFactorEnabled: true });
    const row = await db.prisma.twoFactor.findFirstOrThrow({ where: { userId: id } });
    const secret = new URL(start.totpURI).searchParams.get("secret") ?? "";
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  it("cannot be done with a session that is none, nor twice", async () => {
    expect((await ask("two-factor/enable", { password: PASSWORD })).status).toBe(401);
    const { cookie } = await enrolled("Twice");
    expect((await ask("two-factor/enable", { password: PASSWORD }, cookie)).status).toBe(400);
  });
});

describe("signing in with one", () => {
  it("is not done with the password alone: no session, no cookie of one, no sign-in in the audit", async () => {
    const { id, email, uri } = await enrolled("Bea");
    await db.prisma.session.deleteMany({ where: { userId: id } });
    const before = await db.prisma.auditEntry.count({ where: { objectId: id } });
    await db.prisma.user.update({ where: { id }, data: { lastSignInAt: null } });
    const half = await password(email);
    expect([half.status, await half.json()]).toEqual([200, { twoFactorRedirect: true, twoFactorMethods: ["totp"] }]);
    const challenge = cookieHeader(half.headers);
    expect(challenge).not.toContain("session_token");
    expect(await actorOf(challenge)).toBeNull();
    expect(await db.prisma.session.count({ where: { userId: id } })).toBe(0);
    expect((await db.prisma.user.findUniqueOrThrow({ where: { id } })).lastSignInAt).toBeNull();
    const whole = await ask("two-factor/verify-totp", { code: codeOf(uri) }, challenge);
    expect(await actorOf(cookieHeader(whole.headers))).toMatchObject({ email });
    expect((await db.prisma.user.findUniqueOrThrow({ where: { id } })).lastSignInAt).not.toBeNull();
    const trail = await db.prisma.auditEntry.findMany({
      where: { objectId: id },
      orderBy: { id: "asc" },
      skip: before,
    });
    expect(trail.map(({ action, address }) => [action, address])).toEqual([
      ["user.sign-in", expect.stringMatching(/^198\./)],
    ]);
  });

  it("takes a code once only", async () => {
    const { email, uri } = await enrolled("Cid");
    const again = async (code: string) =>
      ask("two-factor/verify-totp", { code }, cookieHeader((await password(email)).headers));
    const code = codeOf(uri);
    expect((await again(code)).status).toBe(200);
    const second = await again(code);
    expect([second.status, (await second.json()).code, cookieHeader(second.headers)]).toEqual([401, "CODE_USED", ""]);
    expect((await again(codeOf(uri, -1))).status).toBe(401); // it proved the app
    expect((await again(codeOf(uri, 1))).status).toBe(200);
  });

  it("takes each backup code once, and new ones end the old", async () => {
    const { email, backupCodes, cookie } = await enrolled("Dan");
    const [one = "", two = ""] = backupCodes;
    const use = async (code: string) =>
      ask("two-factor/verify-backup-code", { code }, cookieHeader((await password(email)).headers));
    expect((await use(one)).status).toBe(200);
    expect((await use(one)).status).toBe(401);
    expect((await ask("two-factor/generate-backup-codes", { password: "wrong" }, cookie)).status).toBe(400);
    const made = await ask("two-factor/generate-backup-codes", { password: PASSWORD }, cookie);
    expect(((await made.json()) as { backupCodes: string[] }).backupCodes).toHaveLength(10);
    expect((await use(two)).status).toBe(401);
  });

  it("ends after five wrong codes, also for the right one", async () => {
    const { email, uri } = await enrolled("Eve");
    const challenge = cookieHeader((await password(email)).headers);
    for (let n = 0; n < 5; n += 1)
      expect((await ask("two-factor/verify-totp", { code: "000000" }, challenge)).status).toBe(401);
    const late = await ask("two-factor/verify-totp", { code: codeOf(uri) }, challenge);
    expect([late.status, (await late.json()).code]).toEqual([400, "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE"]);
    expect(refused).toContain("/two-factor/verify-totp");
  });

  it("needs a challenge of its own: nothing, a forged one or another's are refused", async () => {
    const [fay, gus] = [await enrolled("Fay"), await enrolled("Gus")];
    expect((await ask("two-factor/verify-totp", { code: codeOf(fay.uri) })).status).toBe(401);
    const forged = "occupancy.two_factor=2fa-aaaaaaaaaaaaaaaaaaaa.c2lnbmF0dXJl";
    expect((await ask("two-factor/verify-totp", { code: codeOf(fay.uri) }, forged)).status).toBe(401);
    const ofGus = cookieHeader((await password(gus.email)).headers);
    expect((await ask("two-factor/verify-totp", { code: codeOf(fay.uri) }, ofGus)).status).toBe(401);
  });

  it("does not remember devices", async () => {
    const { email, uri } = await enrolled("Hal");
    const challenge = cookieHeader((await password(email)).headers);
    const body = { code: codeOf(uri), trustDevice: true };
    expect((await ask("two-factor/verify-totp", body, challenge)).status).toBe(400);
  });

  it("is over for the disabled, also between the two steps", async () => {
    const { id, email, uri } = await enrolled("Ida");
    const challenge = cookieHeader((await password(email)).headers);
    await db.prisma.user.update({ where: { id }, data: { disabledAt: new Date() } });
    const answer = await ask("two-factor/verify-totp", { code: codeOf(uri) }, challenge);
    expect([answer.status, (await answer.json()).code, cookieHeader(answer.headers)]).toEqual([
      403,
      "ACCOUNT_DISABLED",
      "",
    ]);
  });
});

describe("taking it away again", () => {
  it("needs the password, and then the password is enough", async () => {
    const { id, email, cookie } = await enrolled("Joe");
    expect((await ask("two-factor/disable", { password: "wrong" }, cookie)).status).toBe(400);
    expect((await ask("two-factor/disable", { password: PASSWORD }, cookie)).status).toBe(200);
    expect(await actorOf(cookieHeader((await password(email)).headers))).toMatchObject({ email });
    expect(await db.prisma.twoFactor.count({ where: { userId: id } })).toBe(0);
    const trail = await db.prisma.auditEntry.findMany({ where: { objectId: id }, orderBy: { id: "asc" } });
    expect(trail.map(({ action }) => action)).toEqual([
      "user.sign-in",
      "user.add-second-factor",
      "user.remove-second-factor",
      "user.sign-in",
    ]);
  });
});

describe("a new password", () => {
  it("ends all other sessions, whatever was asked, and is in the audit", async () => {
    const { id, email } = await person(db, "Kim", "viewer");
    const [here, there] = [
      cookieHeader((await password(email)).headers),
      cookieHeader((await password(email)).headers),
    ];
    const body = { currentPassword: PASSWORD, newPassword: "orange kettle beside 4 lamps", revokeOtherSessions: false };
    const changed = await ask("change-password", body, here);
    expect(changed.status).toBe(200);
    expect(await actorOf(there)).toBeNull();
    expect(await actorOf(cookieHeader(changed.headers))).toMatchObject({ email });
    expect(await db.prisma.auditEntry.count({ where: { objectId: id, action: "user.password" } })).toBe(1);
  });
});

it.each([
  "two-factor/get-totp-uri",
  "two-factor/send-otp",
  "two-factor/verify-otp",
  "two-factor/view-backup-codes",
  "totp/generate",
  "revoke-sessions",
])("%s stays shut", async (path) => {
  expect((await ask(path, { password: PASSWORD })).status).toBe(404);
});
