import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PATCH as renameMe } from "@/app/api/account/route";
import { DELETE as endMine } from "@/app/api/account/sessions/[sessionId]/route";
import { DELETE as endMyOthers, GET as mySessions } from "@/app/api/account/sessions/route";
import { PATCH } from "@/app/api/people/[personId]/route";
import { DELETE as endSession } from "@/app/api/people/[personId]/sessions/[sessionId]/route";
import { DELETE as endTheirs, GET as theirSessions } from "@/app/api/people/[personId]/sessions/route";
import { GET } from "@/app/api/people/route";
import type { Actor } from "@/lib/auth/actor";
import { auth } from "@/lib/auth/auth";
import { parseEnv } from "@/lib/config/env";
import { PeopleList, PersonSummary, SessionList } from "@/lib/core/person";
import { type Database, openDatabase } from "@/lib/db/database";
import { livePersons, readPerson } from "@/lib/db/session-repository";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { publish } from "@/lib/runtime/singleton";
import { PASSWORD } from "@/lib/testing/people-fixture";
import { addSite, at, cookieOf, person, sent } from "@/lib/testing/route-fixture";
import { changePerson } from "./change-person";

let base: TestDatabase;
let db: Database;
let ann: { id: string; email: string };
let cookie: string;
let eve: { id: string } | undefined;
let oslo: number;
let bonn: number;

beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
  publish("env", parseEnv({}));
  publish("database", db);
  ann = await person(db, "Ann", "admin");
  [oslo, bonn] = [await addSite(db, "Oslo"), await addSite(db, "Bonn")];
  cookie = await signIn(ann.email);
});
afterAll(async () => {
  await db.close();
  await base.drop();
});

const signIn = async (email: string) => cookieOf(await auth(), email);

const change = async (id: string, body: unknown, by = cookie) =>
  PATCH(sent("PATCH", { cookie: by, body }), at({ personId: id }));

const list = async () => PeopleList.parse(await (await GET(sent("GET", { cookie }), at({}))).json());
const one = async (id: string) => (await list()).items.find((item) => item.id === id);
const audits = (id: string) =>
  db.prisma.auditEntry.findMany({
    where: { objectId: id },
    orderBy: { id: "asc" },
    select: { action: true, before: true, after: true, actorName: true },
  });

describe("rights", () => {
  test("a role and its sites change at once, audited, and every open session has them", async () => {
    const bea = await person(db, "Bea", "viewer");
    await signIn(bea.email);
    const before = (await audits(bea.id)).length;
    const [session] = await db.prisma.session.findMany({ where: { userId: bea.id } });
    const answer = await change(bea.id, { access: { role: "site_admin", sites: [String(bonn), String(oslo)] } });
    expect(PersonSummary.parse(await answer.json())).toMatchObject({
      role: "site_admin",
      sites: [String(oslo), String(bonn)],
    });
    expect(await readPerson(bea.id, db)).toMatchObject({ role: "site_admin", sites: [oslo, bonn] });
    expect((await livePersons(db, [session?.id ?? ""])).get(session?.id ?? "")).toMatchObject({ sites: [oslo, bonn] });
    expect((await audits(bea.id)).slice(before)).toEqual([
      {
        action: "user.access",
        actorName: "Ann",
        before: { role: "viewer", sites: null },
        after: { role: "site_admin", sites: [oslo, bonn] },
      },
    ]);
    expect((await change(bea.id, { access: { role: "site_admin", sites: [String(oslo), String(bonn)] } })).status).toBe(
      200,
    );
    expect(await audits(bea.id)).toHaveLength(before + 1);
    expect((await change(bea.id, { access: { role: "operator", sites: null } })).status).toBe(200);
    expect(await readPerson(bea.id, db)).toMatchObject({ role: "operator", sites: null });
  });

  test.each([
    [{ access: { role: "site_admin", sites: null } }],
    [{ access: { role: "admin", sites: ["1"] } }],
    [{ access: { role: "viewer", sites: [] } }],
    [{ access: { role: "viewer", sites: ["999999"] } }],
    [{ access: { role: "owner", sites: null } }],
    [{ access: { role: "viewer", sites: ["1; DROP TABLE space"] } }],
    [{}],
    [{ role: "admin" }],
  ])("%j is refused", async (body) => {
    eve ??= await person(db, "Eve", "viewer");
    expect((await change(eve.id, body)).status).toBe(400);
    expect(await readPerson(eve.id, db)).toMatchObject({ role: "viewer", sites: null });
  });

  test("nobody changes their own, and there is nobody of an unknown id", async () => {
    expect((await change(ann.id, { access: { role: "viewer", sites: null } })).status).toBe(409);
    expect((await change(ann.id, { disabled: true })).status).toBe(409);
    expect((await change("nobody", { disabled: true })).status).toBe(404);
  });

  test("people who are no admins see nobody", async () => {
    const sam = await person(db, "Sam", "site_admin", [oslo]);
    const by = await signIn(sam.email);
    expect((await GET(sent("GET", { cookie: by }), at({}))).status).toBe(403);
    expect((await change(ann.id, { disabled: true }, by)).status).toBe(403);
    expect((await GET(sent("GET"), at({}))).status).toBe(401);
  });

  test("a role from the identity provider is changed there", async () => {
    const pia = await person(db, "Pia", "viewer");
    await db.prisma.account.updateMany({ where: { userId: pia.id }, data: { providerId: "oidc", password: null } });
    expect(await one(pia.id)).toMatchObject({ signsInWith: "provider" });
    const answer = await change(pia.id, { access: { role: "admin", sites: null } });
    expect([answer.status, (await answer.json()).title]).toEqual([409, expect.stringContaining("identity provider")]);
    expect((await change(pia.id, { disabled: true })).status).toBe(200);
  });
});

describe("the last admin", () => {
  test.each([
    ["demote", { access: { role: "viewer" as const, sites: null } }],
    ["disable", { disabled: true }],
  ])("two admins who %s each other at the same time leave one", async (verb, body) => {
    const max = await person(db, `Max ${verb}`, "admin");
    const as = async (id: string) =>
      ({ ...(await readPerson(id, db)), scopes: null, sessionId: "", address: null }) as Actor;
    const [byAnn, byMax] = [await as(ann.id), await as(max.id)];
    const ends = await Promise.allSettled([
      changePerson(max.id, body, byAnn, db),
      changePerson(ann.id, body, byMax, db),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await db.prisma.user.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
    await db.prisma.user.update({ where: { id: ann.id }, data: { role: "admin", disabledAt: null } });
    await db.prisma.user.update({ where: { id: max.id }, data: { role: "viewer" } });
    cookie = await signIn(ann.email);
  });

  test("an admin who is disabled does not count", async () => {
    const ida = await person(db, "Ida", "admin");
    const by = await signIn(ida.email);
    expect((await change(ann.id, { disabled: true }, by)).status).toBe(200);
    const joe = await person(db, "Joe", "viewer");
    await change(joe.id, { access: { role: "admin", sites: null } }, by);
    const byJoe = await signIn(joe.email);
    expect((await change(ida.id, { disabled: true }, byJoe)).status).toBe(200);
    expect((await change(ann.id, { disabled: false }, byJoe)).status).toBe(200);
    cookie = await signIn(ann.email);
    expect((await change(joe.id, { access: { role: "viewer", sites: null } })).status).toBe(200);
  });
});

describe("disabling", () => {
  test("ends every session and the invitations they made, and keeps them out until they are enabled", async () => {
    const tom = await person(db, "Tom", "admin");
    await signIn(tom.email);
    await db.prisma.invite.create({
      data: {
        tokenHash: Buffer.from("t"),
        email: "x@example.com",
        role: "admin",
        isScoped: false,
        invitedBy: tom.id,
        expiresAt: new Date(Date.now() + 1e6),
      },
    });
    expect((await change(tom.id, { disabled: true })).status).toBe(200);
    expect(await db.prisma.session.count({ where: { userId: tom.id } })).toBe(0);
    expect(await db.prisma.invite.count({ where: { invitedBy: tom.id, revokedAt: null } })).toBe(0);
    await expect(signIn(tom.email)).rejects.toMatchObject({ body: { code: "ACCOUNT_DISABLED" } });
    expect(await db.prisma.session.count({ where: { userId: tom.id } })).toBe(0);
    expect((await one(tom.id))?.disabledAt).not.toBeNull();
    expect((await change(tom.id, { disabled: false })).status).toBe(200);
    expect(await signIn(tom.email)).toContain("session_token");
    expect((await audits(tom.id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["user.disable", "user.enable"]),
    );
  });
});

describe("sessions", () => {
  const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
  const titles = async (response: Response) =>
    SessionList.parse(await response.json()).items.map(({ device, isCurrent }) => [device, isCurrent]);

  test("are told in plain words, and ended one by one or all but this", async () => {
    const kim = await person(db, "Kim", "viewer");
    const [here, there] = [await signIn(kim.email), await signIn(kim.email), await signIn(kim.email)];
    await db.prisma.session.updateMany({
      where: { userId: kim.id },
      data: { userAgent: agent, ipAddress: "192.0.2.7" },
    });
    const mine = SessionList.parse(await (await mySessions(sent("GET", { cookie: here }), at({}))).json()).items;
    expect(mine.map(({ device, address }) => [device, address])).toEqual(
      Array(3).fill(["Firefox on Linux", "192.0.2.7"]),
    );
    expect(mine.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const other = mine.find(({ isCurrent }) => !isCurrent)?.id ?? "";
    const body = { password: PASSWORD };
    const ended = await endMine(sent("DELETE", { cookie: here, body }), at({ sessionId: other }));
    expect(await titles(ended)).toHaveLength(2);
    expect((await endMine(sent("DELETE", { cookie: here, body }), at({ sessionId: other }))).status).toBe(404);
    expect(await titles(await endMyOthers(sent("DELETE", { cookie: here, body }), at({})))).toEqual([
      ["Firefox on Linux", true],
    ]);
    expect((await mySessions(sent("GET", { cookie: there }), at({}))).status).toBe(401);
  });

  test("of one's own end with the password only: a thief of one session does not end the others", async () => {
    const mia = await person(db, "Mia", "viewer");
    const [here, there] = [await signIn(mia.email), await signIn(mia.email)];
    const [one] = await db.prisma.session.findMany({ where: { userId: mia.id } });
    const sessionId = one?.id ?? "";
    for (const body of [undefined, {}, { password: "" }, { password: "not the one she has" }]) {
      const all = await endMyOthers(sent("DELETE", { cookie: here, body }), at({}));
      expect([all.status, (await endMine(sent("DELETE", { cookie: here, body }), at({ sessionId }))).status]).toEqual([
        400, 400,
      ]);
    }
    for (let n = 0; n < 10; n += 1)
      await endMyOthers(sent("DELETE", { cookie: here, body: { password: "x" } }), at({}));
    const body = { password: PASSWORD };
    expect((await endMyOthers(sent("DELETE", { cookie: here, body }), at({}))).status).toBe(429);
    expect((await mySessions(sent("GET", { cookie: there }), at({}))).status).toBe(200);
  });

  test("of the provider's people end when they signed in a moment ago", async () => {
    const noa = await person(db, "Noa", "viewer");
    const [here, there] = [await signIn(noa.email), await signIn(noa.email)];
    await db.prisma.account.updateMany({ where: { userId: noa.id }, data: { providerId: "oidc", password: null } });
    await db.prisma
      .$executeRaw`UPDATE session SET created_at = now() - interval '11 minutes' WHERE user_id = ${noa.id}`;
    expect((await endMyOthers(sent("DELETE", { cookie: here }), at({}))).status).toBe(409);
    await db.prisma.$executeRaw`UPDATE session SET created_at = now() - interval '9 minutes' WHERE user_id = ${noa.id}`;
    expect((await endMyOthers(sent("DELETE", { cookie: here }), at({}))).status).toBe(200);
    expect((await mySessions(sent("GET", { cookie: there }), at({}))).status).toBe(401);
  });

  test("of others are for admins only, and nobody ends another's by their own door", async () => {
    const lea = await person(db, "Lea", "viewer");
    const byLea = await signIn(lea.email);
    const [hers] = await db.prisma.session.findMany({ where: { userId: lea.id } });
    const [anns] = await db.prisma.session.findMany({ where: { userId: ann.id } });
    const sessionId = anns?.id ?? "";
    const byHerDoor = sent("DELETE", { cookie: byLea, body: { password: PASSWORD } });
    expect((await endMine(byHerDoor, at({ sessionId }))).status).toBe(404);
    expect((await theirSessions(sent("GET", { cookie: byLea }), at({ personId: ann.id }))).status).toBe(403);
    const mixed = await endSession(sent("DELETE", { cookie }), at({ personId: lea.id, sessionId }));
    expect(mixed.status).toBe(404);
    expect((await theirSessions(sent("GET", { cookie }), at({ personId: "nobody" }))).status).toBe(404);
    expect(await titles(await theirSessions(sent("GET", { cookie }), at({ personId: lea.id })))).toEqual([
      ["Unknown device", false],
    ]);
    expect(
      (await endSession(sent("DELETE", { cookie }), at({ personId: lea.id, sessionId: hers?.id ?? "" }))).status,
    ).toBe(200);
    await signIn(lea.email);
    expect(await titles(await endTheirs(sent("DELETE", { cookie }), at({ personId: lea.id })))).toEqual([]);
    expect((await audits(lea.id)).map(({ action, after }) => [action, after])).toEqual([
      ["user.sign-in", null],
      ["user.view-sessions", null],
      ["user.end-sessions", { ended: 1 }],
      ["user.sign-in", null],
      ["user.end-sessions", { ended: 1 }],
    ]);
  });
});

test("the list shows names without what could reorder the text around them, and when people came", async () => {
  const zoe = await person(db, "Zoe", "viewer");
  const byZoe = await signIn(zoe.email);
  const answer = await renameMe(sent("PATCH", { cookie: byZoe, body: { name: " Zoe\u202e gpj " } }), at({}));
  expect(answer.status).toBe(200);
  const shown = await one(zoe.id);
  expect(shown).toMatchObject({ name: "Zoe gpj", sessions: 1, hasSecondFactor: false, signsInWith: "password" });
  expect(Date.parse(shown?.lastSignInAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
  expect((await renameMe(sent("PATCH", { cookie: byZoe, body: { name: " " } }), at({}))).status).toBe(400);
});

test("a session does not outlive its person", async () => {
  const uma = await person(db, "Uma", "viewer");
  const byUma = await signIn(uma.email);
  await db.prisma.user.delete({ where: { id: uma.id } });
  expect((await mySessions(sent("GET", { cookie: byUma }), at({}))).status).toBe(401);
  expect(await db.prisma.session.count({ where: { userId: uma.id } })).toBe(0);
});
