import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as renew } from "@/app/api/invites/[inviteId]/link/route";
import { DELETE } from "@/app/api/invites/[inviteId]/route";
import { GET, POST } from "@/app/api/invites/route";
import { auth } from "@/lib/auth/auth";
import { answerInviteRequest } from "@/lib/auth/handle-invite-request";
import { parseEnv } from "@/lib/config/env";
import { INVITE_NOT_GOOD, InviteLink, InviteList } from "@/lib/core/invite";
import type { Access } from "@/lib/core/person";
import { type Database, openDatabase } from "@/lib/db/database";
import { readPerson } from "@/lib/db/session-repository";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { publish } from "@/lib/runtime/singleton";
import { PASSWORD } from "@/lib/testing/people-fixture";
import { addSite, at, cookieOf, person, sent } from "@/lib/testing/route-fixture";

let base: TestDatabase;
let db: Database;
let cookie: string;
let ann: { id: string; email: string };
let oslo: number;

beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
  publish("env", parseEnv({ PUBLIC_URL: "https://occ.example" }));
  publish("database", db);
  ann = await person(db, "Ann", "admin");
  oslo = await addSite(db, "Oslo");
  cookie = await cookieOf(await auth(), ann.email);
});
beforeEach(() => db.prisma.rateLimit.deleteMany());
afterAll(async () => {
  await db.close();
  await base.drop();
});

const VIEWER: Access = { role: "viewer", sites: null };
let last = 0;
const freshEmail = () => `guest${++last}@example.com`;

async function invite(email: string, access: Access = VIEWER, days = 7) {
  const answer = await POST(sent("POST", { cookie, body: { email, access, days } }), at({}));
  expect(answer.status).toBe(200);
  const { invite: made, link } = InviteLink.parse(await answer.json());
  return { ...made, link, code: new URL(link).searchParams.get("code") ?? "" };
}

const accept = (code: string, body: object = {}, address: string | null = `198.51.100.${++last}`) =>
  answerInviteRequest(sent("POST", { body: { code, name: "Gus", password: PASSWORD, ...body } }), {
    db,
    publicUrl: null,
    address,
  });

const items = async () => InviteList.parse(await (await GET(sent("GET", { cookie }), at({}))).json()).items;

describe("an invitation", () => {
  test("becomes an account with the role and sites it was made with, which can sign in", async () => {
    const { link, code, email } = await invite("Bea@Example.com", { role: "site_admin", sites: [String(oslo)] });
    expect(link).toMatch(/^https:\/\/occ\.example\/invite\?code=[\w-]{43}$/);
    expect(email).toBe("bea@example.com");
    const answer = await accept(code, { name: " Bea " });
    expect([answer.status, await answer.json()]).toEqual([201, { email }]);
    await cookieOf(await auth(), email);
    const bea = await db.prisma.user.findUniqueOrThrow({ where: { email } });
    expect(await readPerson(bea.id, db)).toMatchObject({ name: "Bea", role: "site_admin", sites: [oslo] });
    const trail = await db.prisma.auditEntry.findMany({
      where: { action: { startsWith: "invite." } },
      orderBy: { id: "asc" },
    });
    expect(trail.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["invite.create", "Ann"],
      ["invite.accept", "Bea"],
    ]);
    expect(
      JSON.stringify(await db.prisma.auditEntry.findMany(), (_, v) => (typeof v === "bigint" ? 0 : v)),
    ).not.toContain(code);
  });

  test("is kept as a hash: neither the table nor the list has its code", async () => {
    const { code } = await invite(freshEmail());
    expect(JSON.stringify(await items())).not.toContain(code);
    const rows = await db.prisma.invite.findMany();
    expect(rows.every(({ tokenHash }) => tokenHash.length === 32)).toBe(true);
    expect(JSON.stringify(rows.map((row) => Buffer.from(row.tokenHash).toString()))).not.toContain(code);
  });

  test("says the same whether its code is unknown, used, over, taken back, renewed or of somebody who has an account", async () => {
    const used = await invite(freshEmail());
    expect((await accept(used.code)).status).toBe(201);
    const over = await invite(freshEmail());
    await db.prisma.invite.update({ where: { id: Number(over.id) }, data: { expiresAt: new Date(Date.now() - 1) } });
    const gone = await invite(freshEmail());
    expect((await DELETE(sent("DELETE", { cookie }), at({ inviteId: gone.id }))).status).toBe(200);
    const renewed = await invite(freshEmail());
    await renew(sent("POST", { cookie }), at({ inviteId: renewed.id }));
    const known = await invite(freshEmail());
    const { id } = await person(db, "Known", "viewer");
    await db.prisma.user.update({ where: { id }, data: { email: known.email } });
    const codes = ["x".repeat(43), used.code, over.code, gone.code, renewed.code, known.code];
    const answers = await Promise.all(codes.map(async (code) => (await accept(code)).json()));
    for (const answer of answers)
      expect(answer).toEqual({ type: "about:blank", title: INVITE_NOT_GOOD, status: 404, code: "not-found" });
    expect(await db.prisma.account.count({ where: { userId: id } })).toBe(1);
  });

  test("used twice at the same time is one account", async () => {
    const { code, email } = await invite(freshEmail());
    const answers = await Promise.all([accept(code), accept(code), accept(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
    expect(await db.prisma.user.count({ where: { email } })).toBe(1);
  });

  test("waits for a better password", async () => {
    const { code, email } = await invite(freshEmail());
    expect((await accept(code, { password: "password1234" })).status).toBe(400);
    expect((await accept(code, { password: email })).status).toBe(400);
    expect((await accept(code, { name: "  " })).status).toBe(400);
    expect((await accept(code)).status).toBe(201);
  });

  test("cannot bring more than was offered", async () => {
    const { code } = await invite(freshEmail());
    expect((await accept(code, { role: "admin", email: "eve@example.com" })).status).toBe(400);
  });

  test("is renewed with the same time again, also after it is over", async () => {
    const first = await invite(freshEmail(), VIEWER, 1);
    await db.prisma
      .$executeRaw`UPDATE invite SET created_at = now() - interval '2 days', expires_at = now() - interval '1 day' WHERE id = ${Number(first.id)}`;
    expect((await items()).some(({ id }) => id === first.id)).toBe(true);
    const answer = InviteLink.parse(await (await renew(sent("POST", { cookie }), at({ inviteId: first.id }))).json());
    expect(Date.parse(answer.invite.expiresAt) - Date.parse(answer.invite.createdAt)).toBe(86_400_000);
    expect((await accept(new URL(answer.link).searchParams.get("code") ?? "")).status).toBe(201);
  });

  test("to an address that was invited before takes the place of the earlier one", async () => {
    const email = freshEmail();
    const first = await invite(email);
    const second = await invite(email.toUpperCase());
    expect((await items()).filter((item) => item.email === email).map(({ id }) => id)).toEqual([second.id]);
    expect((await accept(first.code)).status).toBe(404);
    expect((await accept(second.code)).status).toBe(201);
  });

  test("of a site that is gone leads to an account that sees nothing", async () => {
    const lost = await addSite(db, "Lost");
    const { code, email } = await invite(freshEmail(), { role: "viewer", sites: [String(lost)] });
    await db.prisma.space.update({ where: { id: lost }, data: { archivedAt: new Date() } });
    expect((await accept(code)).status).toBe(201);
    const { id } = await db.prisma.user.findUniqueOrThrow({ where: { email } });
    expect(await readPerson(id, db)).toMatchObject({ sites: [] });
  });
});

describe("who may invite", () => {
  test("admins only, no address twice, no unknown site", async () => {
    const sam = await person(db, "Sam", "site_admin", [oslo]);
    const bySam = await cookieOf(await auth(), sam.email);
    const body = { email: freshEmail(), access: { role: "admin", sites: null } };
    expect((await POST(sent("POST", { cookie: bySam, body }), at({}))).status).toBe(403);
    expect((await POST(sent("POST", { body }), at({}))).status).toBe(401);
    expect(
      (await POST(sent("POST", { cookie, body, headers: { origin: "https://evil.example" } }), at({}))).status,
    ).toBe(403);
    const known = await POST(sent("POST", { cookie, body: { ...body, email: ann.email.toUpperCase() } }), at({}));
    expect(known.status).toBe(409);
    const nowhere = { ...body, access: { role: "viewer", sites: ["424242"] } };
    expect((await POST(sent("POST", { cookie, body: nowhere }), at({}))).status).toBe(400);
    expect((await DELETE(sent("DELETE", { cookie }), at({ inviteId: "424242" }))).status).toBe(404);
    expect((await renew(sent("POST", { cookie }), at({ inviteId: "x" }))).status).toBe(404);
  });
});

describe("the door", () => {
  test("is limited per address and refuses other sites' pages", async () => {
    const { code } = await invite(freshEmail());
    const statuses = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await accept("y".repeat(43), {}, "203.0.113.9")).status);
    expect(statuses).toEqual([...Array(10).fill(404), 429, 429]);
    const request = sent("POST", {
      body: { code, name: "Eve", password: PASSWORD },
      headers: { origin: "https://evil.example" },
    });
    expect((await answerInviteRequest(request, { db, publicUrl: null, address: null })).status).toBe(403);
    expect((await accept(code)).status).toBe(201);
  });
});
