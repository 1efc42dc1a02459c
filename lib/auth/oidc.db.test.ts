import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/config/env";
import { type Database, openDatabase } from "@/lib/db/database";
import { readPerson } from "@/lib/db/session-repository";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { CLIENT, type IdentityProvider, type Known, startIdentityProvider } from "@/lib/testing/identity-provider";
import { PASSWORD } from "@/lib/testing/people-fixture";
import { addSite, cookieHeader, person } from "@/lib/testing/route-fixture";
import { type Auth, createAuth } from "./create-auth";
import { answerAuthRequest } from "./handle-auth-request";
import { readActor } from "./session";

const PUBLIC_URL = "https://occ.example";
const REDIRECT = `${PUBLIC_URL}/api/auth/callback/oidc`;
const ROLES = {
  staff: "viewer",
  "facilities-admins": "admin",
  "site-berlin": { role: "site_admin", sites: ["berlin"] },
  "site-oslo": { role: "site_admin", sites: ["OSL-1", "Nowhere"] },
};

let base: TestDatabase;
let db: Database;
let idp: IdentityProvider;
let auth: Auth;
let oidcAuth: Auth;
let berlin: number;
let oslo: number;
const secret = "s".repeat(16) + randomUUID();

const settingsFor = (issuer: string, more: Record<string, string> = {}) => {
  const { oidc } = parseEnv({
    PUBLIC_URL,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_ROLES: JSON.stringify(ROLES),
    ...more,
  });
  if (!oidc) throw new Error("no settings");
  return oidc;
};

const authFor = (issuer: string, more: Record<string, string> = {}) =>
  createAuth({
    prisma: db.prisma,
    secret,
    publicUrl: PUBLIC_URL,
    log: () => undefined,
    oidc: { settings: settingsFor(issuer, more), pool: db.read },
  });

beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
  idp = await startIdentityProvider(REDIRECT);
  auth = createAuth({ prisma: db.prisma, secret, publicUrl: PUBLIC_URL, log: () => undefined });
  oidcAuth = authFor(idp.issuer);
  await person(db, "Local admin", "admin");
  berlin = await addSite(db, "Berlin");
  oslo = await addSite(db, "Oslo office");
  await db.prisma.space.update({ where: { id: oslo }, data: { customId: "osl-1" } });
});
beforeEach(() => db.prisma.rateLimit.deleteMany());
afterAll(async () => {
  await idp.close();
  await db.close();
  await base.drop();
});

let last = 0;
function ask(method: "GET" | "POST", path: string, options: { body?: object; cookie?: string; by?: Auth | null } = {}) {
  const { body, cookie, by = oidcAuth } = options;
  const request = new Request(`http://localhost:3000/api/auth/${path}`, {
    method,
    headers: {
      host: "occ.example",
      ...(body ? { "content-type": "application/json" } : {}),
      ...(cookie ? { cookie } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return answerAuthRequest(request, {
    auth,
    oidcAuth: by,
    publicUrl: PUBLIC_URL,
    address: `198.51.100.${++last % 250}`,
  });
}

/** What a browser does at the provider: follows it until it leads back here. */
async function atProvider(url: string): Promise<string> {
  const jar = new Map<string, string>();
  for (let next = url, hop = 0; hop < 10; hop += 1) {
    if (next.startsWith(PUBLIC_URL)) return next.slice(`${PUBLIC_URL}/api/auth/`.length);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(next, { redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = answer.headers.get("location");
    if (!location) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  throw new Error("The provider goes round in circles");
}

async function signIn(who: Known, { next = "/floors/1?state=free", by = oidcAuth }: { next?: string; by?: Auth } = {}) {
  idp.who = who;
  const start = await ask("POST", "sign-in/oidc", { body: { next }, by });
  const { url } = (await start.json()) as { url: string };
  const back = await atProvider(url);
  const end = await ask("GET", back, { cookie: cookieHeader(start.headers), by });
  const cookie = cookieHeader(end.headers);
  return {
    start,
    back,
    end,
    cookie,
    location: end.headers.get("location"),
    actor: await readActor(auth, new Headers({ cookie }), (id) => readPerson(id, db)),
  };
}

const BEA: Known = { sub: "bea", email: "Bea@Example.com", name: "Bea", groups: ["staff"], email_verified: true };

describe("signing in at the provider", () => {
  it("makes an account with what the groups give, and leads where they wanted to go", async () => {
    const { actor, location, end } = await signIn(BEA);
    expect(actor).toMatchObject({ name: "Bea", email: "bea@example.com", role: "viewer", sites: null });
    expect([end.status, location]).toEqual([302, "/login?next=%2Ffloors%2F1%3Fstate%3Dfree"]);
    const user = await db.prisma.user.findUniqueOrThrow({
      where: { email: "bea@example.com" },
      include: { accounts: true },
    });
    expect(user.lastSignInAt).not.toBeNull();
    expect(user.accounts).toMatchObject([
      {
        providerId: "oidc",
        accountId: `${idp.issuer} bea`,
        password: null,
        accessToken: null,
        refreshToken: null,
        idToken: null,
      },
    ]);
  });

  it("asks with PKCE, a state and a nonce, and only for what is needed", async () => {
    await signIn(BEA);
    expect(Object.fromEntries(idp.asked)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: REDIRECT,
      scope: "openid profile email",
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
      code_challenge: expect.stringMatching(/.{40}/),
    });
  });

  it("gives role and sites anew each time, at once for every open session, and says so in the audit", async () => {
    const first = await signIn({ ...BEA, sub: "cid", email: "cid@example.com", groups: ["site-berlin", "staff"] });
    expect(first.actor).toMatchObject({ role: "site_admin", sites: [berlin] });
    const second = await signIn({ ...BEA, sub: "cid", email: "cid@example.com", groups: ["site-oslo", "site-berlin"] });
    expect(second.actor).toMatchObject({ role: "site_admin", sites: [berlin, oslo] });
    expect(await readActor(auth, new Headers({ cookie: first.cookie }), (id) => readPerson(id, db))).toMatchObject({
      sites: [berlin, oslo],
    });
    expect((await signIn({ ...BEA, sub: "cid", groups: "staff" })).actor).toMatchObject({
      role: "viewer",
      sites: null,
    });
    const id = first.actor?.userId ?? "";
    const trail = await db.prisma.auditEntry.findMany({ where: { objectId: id }, orderBy: { id: "asc" } });
    expect(trail.map(({ action }) => action)).toEqual([
      "user.access",
      "user.sign-in",
      "user.access",
      "user.sign-in",
      "user.access",
      "user.sign-in",
    ]);
  });

  it("finds groups that only the userinfo endpoint tells", async () => {
    idp.isTerse = true;
    const { actor } = await signIn({ ...BEA, sub: "dan", email: "dan@example.com", groups: ["facilities-admins"] });
    idp.isTerse = false;
    expect(actor).toMatchObject({ email: "dan@example.com", role: "admin" });
  });

  it("gives everybody the default role where there is one", async () => {
    const by = authFor(idp.issuer, { OIDC_DEFAULT_ROLE: "viewer" });
    const { actor } = await signIn({ sub: "eve", email: "eve@example.com", groups: [] }, { by });
    expect(actor).toMatchObject({ role: "viewer", name: "eve@example.com" });
  });
});

describe("who is refused", () => {
  it.each([
    ["of no group", { sub: "fay", email: "fay@example.com", groups: [] }],
    ["of no group that says anything", { sub: "fay", email: "fay@example.com", groups: ["choir", "Staff"] }],
    ["without the claim", { sub: "fay", email: "fay@example.com" }],
  ])("somebody %s: no account, no session", async (_, who) => {
    const { actor, location, cookie } = await signIn(who);
    expect([actor, cookie]).toEqual([null, ""]);
    expect(location).toContain("/login?error=no_access");
    expect(await db.prisma.user.count({ where: { email: "fay@example.com" } })).toBe(0);
  });

  it("somebody who lost their group, and their open sessions end", async () => {
    const { actor, cookie } = await signIn({ ...BEA, sub: "gus", email: "gus@example.com" });
    expect(actor).not.toBeNull();
    expect((await signIn({ ...BEA, sub: "gus", email: "gus@example.com", groups: [] })).location).toContain(
      "no_access",
    );
    expect(await readActor(auth, new Headers({ cookie }), (id) => readPerson(id, db))).toBeNull();
  });

  it("somebody with the address of a local account: it is not taken over, whatever the provider says is verified", async () => {
    const local = await person(db, "Hal", "viewer");
    const { actor, location } = await signIn({
      sub: "hal",
      email: local.email,
      groups: ["facilities-admins"],
      email_verified: true,
    });
    expect([actor, location]).toEqual([null, expect.stringContaining("/login?error=account_not_linked")]);
    expect(await db.prisma.account.findMany({ where: { userId: local.id } })).toMatchObject([
      { providerId: "credential" },
    ]);
    expect(await readPerson(local.id, db)).toMatchObject({ role: "viewer" });
    const answer = await ask("POST", "sign-in/email", { body: { email: local.email, password: PASSWORD } });
    expect(answer.status).toBe(200);
  });

  it("somebody else who brings an address that is taken at the provider", async () => {
    await signIn({ ...BEA, sub: "ida", email: "ida@example.com" });
    const { actor, location } = await signIn({ ...BEA, sub: "not-ida", email: "ida@example.com" });
    expect([actor, location]).toEqual([null, expect.stringContaining("account_not_linked")]);
  });

  it("somebody whose account an admin disabled", async () => {
    const { actor } = await signIn({ ...BEA, sub: "joe", email: "joe@example.com" });
    await db.prisma.user.update({ where: { id: actor?.userId ?? "" }, data: { disabledAt: new Date() } });
    const again = await signIn({ ...BEA, sub: "joe", email: "joe@example.com", groups: ["facilities-admins"] });
    expect([again.actor, again.location]).toEqual([null, expect.stringContaining("ACCOUNT_DISABLED")]);
    expect(await db.prisma.user.findUnique({ where: { id: actor?.userId ?? "" } })).toMatchObject({ role: "viewer" });
  });

  it("the last admin, when their groups would make them less", async () => {
    const { actor } = await signIn({ ...BEA, sub: "kim", email: "kim@example.com", groups: ["facilities-admins"] });
    const others = { role: "admin" as const, id: { not: actor?.userId ?? "" } };
    await db.prisma.user.updateMany({ where: others, data: { disabledAt: new Date() } });
    const less = await signIn({ ...BEA, sub: "kim", email: "kim@example.com", groups: ["staff"] });
    expect(less.location).toContain("last_admin");
    expect(await readPerson(actor?.userId ?? "", db)).toMatchObject({ role: "admin" });
    await db.prisma.user.updateMany({ where: others, data: { disabledAt: null } });
    expect((await signIn({ ...BEA, sub: "kim", email: "kim@example.com", groups: ["staff"] })).actor).toMatchObject({
      role: "viewer",
    });
  });

  it("somebody without an address", async () => {
    const { actor, location } = await signIn({ sub: "lea", groups: ["staff"] });
    expect([actor, location]).toEqual([null, expect.stringContaining("/login?error=")]);
  });

  it("somebody of another provider with the same subject", async () => {
    const mine = await signIn({ ...BEA, sub: "max", email: "max@example.com", groups: ["facilities-admins"] });
    const other = await startIdentityProvider(REDIRECT);
    other.who = { ...BEA, sub: "max", email: "mallory@example.com", groups: ["staff"] };
    const by = authFor(other.issuer);
    const start = await ask("POST", "sign-in/oidc", { body: {}, by });
    const back = await atProvider(((await start.json()) as { url: string }).url);
    const end = await ask("GET", back, { cookie: cookieHeader(start.headers), by });
    const theirs = await readActor(auth, new Headers({ cookie: cookieHeader(end.headers) }), (id) =>
      readPerson(id, db),
    );
    await other.close();
    expect(theirs).toMatchObject({ email: "mallory@example.com", role: "viewer" });
    expect(theirs?.userId).not.toBe(mine.actor?.userId);
  });
});

describe("the way back", () => {
  const begin = async () => {
    idp.who = BEA;
    const start = await ask("POST", "sign-in/oidc", { body: {} });
    return {
      cookie: cookieHeader(start.headers),
      back: await atProvider(((await start.json()) as { url: string }).url),
    };
  };
  const refusedAt = async (path: string, cookie: string) => {
    const end = await ask("GET", path, { cookie });
    expect([end.status, cookieHeader(end.headers)]).not.toContain("session_token");
    expect(
      await readActor(auth, new Headers({ cookie: cookieHeader(end.headers) }), (id) => readPerson(id, db)),
    ).toBeNull();
    return end.headers.get("location");
  };

  it("is only good in the browser that set out", async () => {
    const { back } = await begin();
    expect(await refusedAt(back, "")).toContain("/login?error=state_mismatch");
    const other = await begin();
    expect(await refusedAt(back, other.cookie)).toContain("/login?error=state_mismatch");
  });

  it("is good once", async () => {
    const { back, cookie } = await begin();
    expect((await ask("GET", back, { cookie })).headers.get("location")).toContain("/login?next=");
    expect(await refusedAt(back, cookie)).toContain("/login?error=");
  });

  it("says when the provider refused", async () => {
    const { back, cookie } = await begin();
    const state = new URL(back, PUBLIC_URL).searchParams.get("state") ?? "";
    expect(await refusedAt(`callback/oidc?error=access_denied&state=${state}`, cookie)).toContain(
      "/login?error=access_denied",
    );
  });

  it("refuses another issuer's answer and a made-up code", async () => {
    const mixed = await begin();
    const wrong = mixed.back.replace(/iss=[^&]+/, `iss=${encodeURIComponent("https://evil.example")}`);
    expect(await refusedAt(wrong, mixed.cookie)).toContain("/login?error=");
    const { back, cookie } = await begin();
    expect(await refusedAt(back.replace(/code=[^&]+/, "code=made-up"), cookie)).toContain("/login?error=");
  });

  it.each([
    ["for another client", { aud: "another-client" }],
    ["for several clients, of which we are none", { aud: ["another-client", "a-third"] }],
    ["for nobody", { aud: undefined }],
    ["of another issuer", { iss: "https://evil.example" }],
    ["of another sign-in (nonce)", { nonce: "another-sign-in-altogether" }],
    ["without a nonce", { nonce: undefined }],
    ["that is over", { exp: Math.floor(Date.now() / 1000) - 3_600 }],
  ])("refuses an ID token %s, although the provider signed it", async (_, wrong) => {
    const { back, cookie } = await begin();
    idp.forge = (claims) => ({ ...claims, ...wrong });
    try {
      expect(await refusedAt(back, cookie)).toContain("/login?error=");
      idp.forge = (claims) => claims;
      const honest = await begin();
      expect((await ask("GET", honest.back, { cookie: honest.cookie })).headers.get("location")).toContain("?next=");
    } finally {
      idp.forge = null;
    }
  });

  it.each([
    ["https://evil.example"],
    ["//evil.example"],
    ["/\\evil.example"],
    ["javascript:alert(1)"],
    [{ a: 1 }],
    [undefined],
  ])("never leads to %j", async (next) => {
    const start = await ask("POST", "sign-in/oidc", { body: { next } });
    const back = await atProvider(((await start.json()) as { url: string }).url);
    const end = await ask("GET", back, { cookie: cookieHeader(start.headers) });
    expect(end.headers.get("location")).toBe("/login?next=%2F");
  });
});

describe("what stays shut", () => {
  it.each([
    "sign-in/social",
    "link-social",
    "callback/google",
    "callback/credential",
    "oauth2/callback/oidc",
    "refresh-token",
    "get-access-token",
    "api-key/create",
    "sign-in/magic-link",
    "magic-link/verify",
    "sign-in/email-otp",
    "email-otp/send-verification-otp",
    "mcp/register",
  ])("%s", async (path) => {
    const body = { provider: "oidc", idToken: { token: "x" }, callbackURL: "/" };
    expect((await ask("POST", path, { body })).status).toBe(404);
  });

  it("the provider's paths where there is none", async () => {
    expect((await ask("POST", "sign-in/oidc", { body: {}, by: null })).status).toBe(404);
    expect((await ask("GET", "callback/oidc?code=x&state=y", { by: null })).status).toBe(404);
  });

  it("what somebody adds to the start: scopes, prompts, another provider or way back", async () => {
    idp.who = BEA;
    const body = {
      provider: "google",
      scopes: ["admin"],
      callbackURL: "https://evil.example",
      additionalParams: { prompt: "none" },
      idToken: { token: "x" },
    };
    const start = await ask("POST", "sign-in/oidc", { body });
    const { url } = (await start.json()) as { url: string };
    expect(url.startsWith(idp.issuer)).toBe(true);
    expect(new URL(url).searchParams.get("scope")).toBe("openid profile email");
    expect(new URL(url).searchParams.get("prompt")).toBeNull();
  });
});

describe("a provider that does not answer", () => {
  it("holds up nobody with a local account, and is asked again later", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const by = authFor(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    const waiting = ask("POST", "sign-in/oidc", { body: {}, by }).catch(() => null);
    const local = await person(db, "Noa", "viewer");
    const answer = await ask("POST", "sign-in/email", { by, body: { email: local.email, password: PASSWORD } });
    expect(answer.status).toBe(200);
    silent.closeAllConnections();
    silent.close();
    await waiting;
  });

  it("answers that it is not there, and comes back with it", async () => {
    const gone = await startIdentityProvider(REDIRECT);
    const port = Number(new URL(gone.issuer).port);
    await gone.close();
    const by = authFor(gone.issuer);
    expect((await ask("POST", "sign-in/oidc", { body: {}, by })).status).toBeGreaterThanOrEqual(400);
    const back = await startIdentityProvider(REDIRECT, port);
    const start = await ask("POST", "sign-in/oidc", { body: {}, by });
    expect(start.status).toBe(200);
    await back.close();
  });
});
