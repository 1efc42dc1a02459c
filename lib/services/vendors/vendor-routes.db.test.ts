import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getVendor } from "@/app/api/vendors/[vendor]/route";
import { DELETE as deleteSecret, PUT as putSecret } from "@/app/api/vendors/[vendor]/secrets/[slot]/route";
import { POST as promote } from "@/app/api/vendors/[vendor]/secrets/promote/route";
import { GET as getVendors } from "@/app/api/vendors/route";
import { auth } from "@/lib/auth/auth";
import { createFirstAdmin } from "@/lib/auth/create-first-admin";
import { parseEnv } from "@/lib/config/env";
import { openSecrets } from "@/lib/runtime/open-secrets";
import { publish } from "@/lib/runtime/singleton";
import { openIngest } from "@/lib/testing/ingest-fixture";

const PASSWORD = "violet tram under nine maps";
const SECRET = randomUUID();

let ingest: Awaited<ReturnType<typeof openIngest>>;
let cookie: string;

beforeAll(async () => {
  ingest = await openIngest();
  const config = parseEnv({ SECRET_KEY: "k".repeat(32) });
  publish("env", config);
  publish("database", ingest.db);
  publish("ingest", { deps: ingest.deps });
  publish("vendorSecrets", (await openSecrets(config, ingest.db, () => undefined)).vendorSecrets);
  await createFirstAdmin(ingest.db.prisma, {
    name: "Ann",
    email: "ann@example.com",
    password: PASSWORD,
    source: "wizard",
  });
  cookie = await signIn();
});
afterAll(() => ingest.close());

async function signIn(): Promise<string> {
  const { headers } = await (await auth()).api.signInEmail({
    body: { email: "ann@example.com", password: PASSWORD },
    returnHeaders: true,
  });
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Every door of the vendors' set-up, in an order in which an admin can go through all of them. */
const DOORS = {
  "list vendors": (request: Sent) => getVendors(request("GET"), { params: Promise.resolve({}) }),
  "see a vendor": (request: Sent) => getVendor(request("GET"), at("butlr")),
  "set a secret": (request: Sent) => putSecret(request("PUT", { secret: SECRET }), at("butlr", "next")),
  "promote a secret": (request: Sent) => promote(request("POST"), at("butlr")),
  "remove a secret": (request: Sent) => deleteSecret(request("DELETE"), at("butlr", "primary")),
};
type Sent = (method: string, body?: object) => Request;

const at = (vendor: string, slot = "primary") => ({ params: Promise.resolve({ vendor, slot }) });

const sentBy =
  (session: string | null, headers: Record<string, string> = {}): Sent =>
  (method, body) =>
    new Request("http://localhost:3000/api/vendors", {
      method,
      headers: { host: "occ.example", ...(session === null ? {} : { cookie: session }), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

/** Makes the one account an admin or a viewer: roles are read anew for every request. */
const become = (role: "admin" | "viewer") => ingest.db.prisma.user.updateMany({ data: { role } });

describe("who may connect vendors", () => {
  test.each(Object.entries(DOORS))("%s: nobody signed in gets 401", async (_, door) => {
    expect((await door(sentBy(null))).status).toBe(401);
  });

  test.each(Object.entries(DOORS))("%s: a viewer gets 403", async (_, door) => {
    await become("viewer");
    expect((await door(sentBy(cookie))).status).toBe(403);
    expect(await ingest.db.prisma.vendorSecret.count()).toBe(0);
  });

  test("another site's page is refused though an admin is signed in", async () => {
    await become("admin");
    const foreign = sentBy(cookie, { origin: "https://evil.example" });
    expect((await DOORS["set a secret"](foreign)).status).toBe(403);
  });

  test("an admin may do all of it, and never sees a secret", async () => {
    await become("admin");
    for (const door of Object.values(DOORS)) {
      const answer = await door(sentBy(cookie));
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      const text = await answer.text();
      expect(text).toContain("http://occ.example/api/webhooks/butlr");
      expect(text).not.toContain(SECRET);
    }
  });
});

describe("what is refused", () => {
  const put = async (secret: unknown) => {
    await become("admin");
    const answer = await putSecret(sentBy(cookie)("PUT", { secret }), at("butlr"));
    return { status: answer.status, text: await answer.text() };
  };

  test.each([
    ["short"],
    ["a secret with blanks in it"],
    [`${"ø".repeat(20)}`],
    ["x".repeat(513)],
    [null],
    [{ not: "" }],
  ])("%j is no secret, and is not told back", async (secret) => {
    const { status, text } = await put(secret);
    expect(status).toBe(400);
    if (typeof secret === "string") expect(text).not.toContain(secret);
  });

  test("blanks around a pasted secret are dropped", async () => {
    expect((await put(` ${SECRET}\n`)).status).toBe(200);
  });

  test("a vendor or slot that does not exist is 404", async () => {
    await become("admin");
    const admin = sentBy(cookie);
    for (const params of [at("constructor"), at("butlr", "third")])
      expect((await deleteSecret(admin("DELETE"), params)).status).toBe(404);
  });
});
