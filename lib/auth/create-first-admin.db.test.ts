import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "@/lib/db/database";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { createFirstAdmin } from "./create-first-admin";
import { answerSetupRequest } from "./handle-setup-request";
import { prepareSignIn } from "./prepare-sign-in";
import { countAttempt } from "./rate-limit";
import { readSecret } from "./read-secret";
import { setupCode } from "./setup-code";

const SECRET = "a secret of the tests that is long enough";
const PASSWORD = "violet tram under nine maps";

const made: { test: TestDatabase; db: Database }[] = [];

/** Two instances on one fresh database. */
async function freshDatabase() {
  const test = await createTestDatabase();
  const open = () => {
    const db = openDatabase(test.url, () => undefined);
    made.push({ test, db });
    return db.prisma;
  };
  return { one: open(), two: open() };
}

afterAll(async () => {
  for (const { db } of made) await db.close();
  for (const test of new Set(made.map((entry) => entry.test))) await test.drop();
});

const admin = (n: number) => ({
  name: `Admin ${n}`,
  email: `Admin${n}@example.com`,
  password: PASSWORD,
  source: "wizard" as const,
});

describe("createFirstAdmin", () => {
  it("makes one admin when two instances are asked twenty times at once", async () => {
    const { one, two } = await freshDatabase();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => createFirstAdmin(n % 2 === 0 ? one : two, admin(n))),
    );
    expect(answers.filter((answer) => answer === "created")).toHaveLength(1);
    const users = await one.user.findMany({ include: { accounts: true } });
    expect(users).toHaveLength(1);
    expect(users[0]).toMatchObject({
      role: "admin",
      accounts: [{ providerId: "credential", accountId: users[0]?.id }],
    });
    expect(users[0]?.email).toMatch(/^admin\d+@example\.com$/);
    const audit = await one.auditEntry.findMany();
    expect(audit).toMatchObject([{ action: "user.create", objectId: users[0]?.id, actorId: users[0]?.id }]);
    expect(JSON.stringify(audit, (_, value) => (typeof value === "bigint" ? Number(value) : value))).not.toContain(
      PASSWORD,
    );
  });

  it("refuses a password that is easy to guess", async () => {
    const { one } = await freshDatabase();
    await expect(createFirstAdmin(one, { ...admin(1), password: "password1234" })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await one.user.count()).toBe(0);
  });
});

describe("readSecret", () => {
  it("is one secret for all instances that start at once", async () => {
    const { one, two } = await freshDatabase();
    const secrets = await Promise.all(Array.from({ length: 10 }, (_, n) => readSecret(n % 2 === 0 ? one : two, null)));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]?.length).toBeGreaterThanOrEqual(43);
    expect(await readSecret(one, "the operator's own")).toBe("the operator's own");
  });
});

describe("prepareSignIn", () => {
  it("prints the wizard's link until there is a user", async () => {
    const { one } = await freshDatabase();
    const boot = { prisma: one, secret: SECRET, url: "http://localhost:3000" };
    expect(await prepareSignIn({ ...boot, bootstrapAdmin: null })).toBe(
      `http://localhost:3000/setup?code=${setupCode(SECRET)}`,
    );
    expect(
      await prepareSignIn({ ...boot, bootstrapAdmin: { email: "ops@example.com", password: PASSWORD } }),
    ).toBeNull();
    expect(
      await prepareSignIn({ ...boot, bootstrapAdmin: { email: "other@example.com", password: PASSWORD } }),
    ).toBeNull();
    expect(await one.user.findMany()).toMatchObject([{ email: "ops@example.com", name: "ops", role: "admin" }]);
  });
});

describe("POST /api/setup", () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    new Request("http://localhost:3000/api/setup", {
      method: "POST",
      headers: { host: "localhost:3000", "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const body = { code: setupCode(SECRET), name: "Ann", email: "ann@example.com", password: PASSWORD };
  const door = (prisma: SetupPrisma, address = "203.0.113.1") => ({ prisma, secret: SECRET, publicUrl: null, address });
  type SetupPrisma = Awaited<ReturnType<typeof freshDatabase>>["one"];
  let prisma: SetupPrisma;
  beforeAll(async () => {
    prisma = (await freshDatabase()).one;
  });

  it.each([
    ["a wrong code", { ...body, code: "AAAA-BBBB-CCCC" }, {}, 403],
    ["another site", body, { origin: "https://evil.example" }, 403],
    ["a weak password", { ...body, password: "password1234" }, {}, 400],
    ["a missing name", { ...body, name: " " }, {}, 400],
    ["a long body", { ...body, name: "x".repeat(9000) }, {}, 400],
  ])("refuses %s", async (_, sent, headers, status) => {
    expect((await answerSetupRequest(post(sent, headers), door(prisma))).status).toBe(status);
    expect(await prisma.user.count()).toBe(0);
  });

  it("lets nobody try codes for long", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      statuses.push(
        (await answerSetupRequest(post({ ...body, code: `WRONG${n}` }), door(prisma, "203.0.113.2"))).status,
      );
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(403));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  it("makes the admin once and is closed after that", async () => {
    expect((await answerSetupRequest(post(body), door(prisma))).status).toBe(201);
    expect((await answerSetupRequest(post({ ...body, email: "b@example.com" }), door(prisma))).status).toBe(409);
    expect((await answerSetupRequest(post({ ...body, code: "AAAA" }), door(prisma))).status).toBe(409);
    expect(await prisma.user.findMany()).toMatchObject([{ name: "Ann", email: "ann@example.com", role: "admin" }]);
  });
});

describe("countAttempt", () => {
  it("lets exactly the allowed number through when all come at once, on two instances", async () => {
    const { one, two } = await freshDatabase();
    const rule = { max: 5, windowMs: 60_000 };
    const waits = await Promise.all(
      Array.from({ length: 40 }, (_, n) => countAttempt(n % 2 === 0 ? one : two, "key", rule)),
    );
    expect(waits.filter((wait) => wait === null)).toHaveLength(5);
    for (const wait of waits) if (wait !== null) expect(wait).toBeGreaterThan(50_000);
    expect(await countAttempt(one, "other key", rule)).toBeNull();
  });

  it("starts anew when the window has passed, also for those who kept trying", async () => {
    const { one } = await freshDatabase();
    const rule = { max: 1, windowMs: 10_000 };
    expect(await countAttempt(one, "key", rule)).toBeNull();
    expect(await countAttempt(one, "key", rule)).not.toBeNull();
    await one.rateLimit.update({ where: { key: "key" }, data: { lastRequest: { decrement: 10_000 } } });
    expect(await countAttempt(one, "key", rule)).toBeNull();
  });
});
