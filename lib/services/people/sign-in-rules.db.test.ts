import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { GET as account } from "@/app/api/account/route";
import { GET as people } from "@/app/api/people/route";
import { GET, PUT } from "@/app/api/sign-in-rules/route";
import { standing } from "@/lib/auth/actor";
import { auth } from "@/lib/auth/auth";
import { actorFromHeaders } from "@/lib/auth/session";
import { parseEnv } from "@/lib/config/env";
import { ROLES, type Role } from "@/lib/core/access";
import { isAsked, SECOND_FACTOR_RULES, type SecondFactorRule } from "@/lib/core/second-factor-rule";
import { type Database, openDatabase } from "@/lib/db/database";
import { livePersons, readPerson } from "@/lib/db/session-repository";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { publish } from "@/lib/runtime/singleton";
import { addToken } from "@/lib/testing/people-fixture";
import { at, cookieOf, person, sent } from "@/lib/testing/route-fixture";

let base: TestDatabase;
let db: Database;
let cookie: string;
let ann: { id: string; email: string };

beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
  publish("env", parseEnv({}));
  publish("database", db);
  ann = await person(db, "Ann", "admin");
  cookie = await cookieOf(await auth(), ann.email);
});
afterEach(async () => {
  await db.prisma.setting.deleteMany();
  await db.prisma.user.update({ where: { id: ann.id }, data: { twoFactorEnabled: false } });
});
afterAll(async () => {
  await db.close();
  await base.drop();
});

const put = (secondFactor: string, by = cookie) => PUT(sent("PUT", { cookie: by, body: { secondFactor } }), at({}));
const rule = async () => (await (await GET(sent("GET", { cookie }), at({}))).json()) as { secondFactor: string };
const hasFactor = (id: string) => db.prisma.user.update({ where: { id }, data: { twoFactorEnabled: true } });
const code = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
const lacks = async (id: string) => (await readPerson(id, db))?.lacksSecondFactor;

test.each(SECOND_FACTOR_RULES.flatMap((one) => ROLES.map((role) => [one, role] as [SecondFactorRule, Role])))(
  "the rule %s, asked of a %s: the database and lib/core say the same",
  async (one, role) => {
    const somebody = await person(db, "Somebody", role);
    await hasFactor(ann.id);
    expect((await put(one)).status).toBe(200);
    expect(await lacks(somebody.id)).toBe(isAsked(one, role));
    await hasFactor(somebody.id);
    expect(await lacks(somebody.id)).toBe(false);
  },
);

test("who lacks one may do nothing but set it up, from the next request on, and their sockets fall", async () => {
  const bea = await person(db, "Bea", "admin");
  const hers = await cookieOf(await auth(), bea.email);
  const session = (await actorFromHeaders(new Headers({ cookie: hers })))?.sessionId ?? "";
  const before = (await livePersons(db, [session])).get(session);
  expect((await people(sent("GET", { cookie: hers }), at({}))).status).toBe(200);
  await hasFactor(ann.id);
  await put("everybody");
  expect(await code(await people(sent("GET", { cookie: hers }), at({})))).toEqual([403, "second-factor-required"]);
  expect(await code(await put("nobody", hers))).toEqual([403, "second-factor-required"]);
  expect((await account(sent("GET", { cookie: hers }), at({}))).status).toBe(200);
  const after = (await livePersons(db, [session])).get(session);
  if (!before || !after) throw new Error("the session is gone");
  expect(standing(after)).not.toBe(standing(before));
  await hasFactor(bea.id);
  expect((await people(sent("GET", { cookie: hers }), at({}))).status).toBe(200);
});

test("is not asked of those who sign in at the provider, nor of programs", async () => {
  const cai = await person(db, "Cai", "admin");
  const { authorization } = await addToken(db.read, ann.id, ["floor:read"]);
  await db.prisma.account.updateMany({ where: { userId: cai.id }, data: { providerId: "oidc", password: null } });
  await db.prisma.setting.create({ data: { name: "secondFactor", value: "everybody" } });
  expect([await lacks(cai.id), await lacks(ann.id)]).toEqual([false, true]);
  expect(await actorFromHeaders(new Headers({ authorization }))).toMatchObject({ lacksSecondFactor: false });
});

test("an admin sets it, audited, but not before they have one themselves", async () => {
  expect(await code(await put("everybody"))).toEqual([409, "conflict"]);
  expect(await code(await put("admins"))).toEqual([409, "conflict"]);
  expect(await rule()).toEqual({ secondFactor: "nobody" });
  await hasFactor(ann.id);
  for (const one of ["admins", "admins", "everybody"]) expect((await put(one)).status).toBe(200);
  expect(await rule()).toEqual({ secondFactor: "everybody" });
  expect(await code(await put("cats"))).toEqual([400, "invalid"]);
  const trail = await db.prisma.auditEntry.findMany({
    where: { action: "setting.second-factor", actorId: ann.id },
    orderBy: { id: "desc" },
    take: 2,
  });
  expect(trail.map(({ before, after }) => [before, after])).toEqual([
    [{ secondFactor: "admins" }, { secondFactor: "everybody" }],
    [{ secondFactor: "nobody" }, { secondFactor: "admins" }],
  ]);
});

test("what is stored and cannot be read asks nobody", async () => {
  await db.prisma.setting.create({ data: { name: "secondFactor", value: { odd: true } } });
  expect([await rule(), await lacks(ann.id)]).toEqual([{ secondFactor: "nobody" }, false]);
});
