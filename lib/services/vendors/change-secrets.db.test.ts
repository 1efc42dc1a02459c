import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { parseEnv } from "@/lib/config/env";
import { receiveDelivery } from "@/lib/ingest/receive-delivery";
import { openSecrets } from "@/lib/runtime/open-secrets";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { createAdapters } from "@/lib/vendors/registry";
import { promoteSecret, removeSecret, setSecret } from "./change-secrets";
import { listVendors, readVendor } from "./read-vendors";

const admin: Actor = {
  userId: "u1",
  name: "Ann",
  email: "ann@example.com",
  role: "admin",
  sessionId: "s1",
  sites: null,
  scopes: null,
  address: null,
};
const FIXED = "key-of-the-environment";
const dataDir = mkdtempSync(path.join(tmpdir(), "vendor-secrets-"));

let ingest: Awaited<ReturnType<typeof openIngest>>;
const warnings: string[] = [];

beforeAll(async () => {
  ingest = await openIngest();
});
beforeEach(async () => {
  warnings.length = 0;
  await ingest.db.prisma.vendorSecret.deleteMany();
});
afterAll(async () => {
  await ingest.close();
  rmSync(dataDir, { recursive: true });
});

const settings = (env: Record<string, string> = {}) =>
  parseEnv({ DATA_DIR: dataDir, BUTLR_WEBHOOK_KEY: FIXED, ...env });

/** A process on this database, started with these variables. */
async function start(env: Record<string, string> = {}) {
  const config = settings(env);
  const opened = await openSecrets(config, ingest.db, (message) => warnings.push(message));
  const { vendorSecrets: secrets, privacy } = opened;
  const findAdapter = createAdapters({ secretsOf: secrets.secretsOf, privacy, butlr: config.butlr, zoom: config.zoom });
  const view = { db: ingest.db, secrets, findAdapter, config, origin: "https://occ.example" };
  return { ...opened, view, post: (key: string) => post(key, findAdapter) };
}

let minute = 0;
/** A webhook of Butlr with this key: was it taken? */
async function post(key: string, findAdapter: ReturnType<typeof createAdapters>): Promise<string> {
  const event = butlrEvent({ at: Date.now() - ++minute * 60_000, data: minute });
  const delivery = { headers: { "x-api-key": key }, body: Buffer.from(JSON.stringify(event)) };
  const outcome = await receiveDelivery("butlr", delivery, { ...ingest.deps, findAdapter });
  return outcome.kind === "refused" ? outcome.reason : outcome.kind;
}

const set = (app: Awaited<ReturnType<typeof start>>, slot: "primary" | "next", secret: string) =>
  setSecret({ vendor: "butlr", slot, secret }, admin, app.view);

describe("a key set in the browser", () => {
  test("is replaced without a refused webhook", async () => {
    const app = await start();
    const [old, next] = [randomUUID(), randomUUID()];
    expect(await app.post(old)).toBe("unauthenticated");
    await set(app, "primary", old);
    expect([await app.post(old), await app.post(next)]).toEqual(["stored", "unauthenticated"]);
    await set(app, "next", next);
    expect([await app.post(old), await app.post(next)]).toEqual(["stored", "stored"]);
    await promoteSecret("butlr", admin, app.view);
    expect([await app.post(old), await app.post(next)]).toEqual(["unauthenticated", "stored"]);
    await removeSecret({ vendor: "butlr", slot: "primary" }, admin, app.view);
    expect([await app.post(next), await app.post(FIXED)]).toEqual(["unauthenticated", "stored"]);
  });

  test("is accepted by another instance at its next look", async () => {
    const [here, there] = [await start(), await start()];
    const key = randomUUID();
    await set(here, "primary", key);
    expect(await there.post(key)).toBe("unauthenticated");
    await there.vendorSecrets.refresh();
    expect(await there.post(key)).toBe("stored");
  });

  test("is no secret of another vendor, even when its row is moved there", async () => {
    const app = await start();
    await set(app, "primary", randomUUID());
    await ingest.db.prisma.vendorSecret.updateMany({ data: { vendor: "zoom" } });
    await app.vendorSecrets.refresh();
    expect(app.vendorSecrets.secretsOf("zoom")).toEqual([]);
  });

  test("cannot be promoted or removed where there is none", async () => {
    const app = await start();
    await expect(promoteSecret("butlr", admin, app.view)).rejects.toMatchObject({ code: "conflict" });
    const slot = { vendor: "butlr", slot: "next" } as const;
    await expect(removeSecret(slot, admin, app.view)).rejects.toMatchObject({ code: "not-found" });
  });

  test("leaves a trail of who and when", async () => {
    const app = await start();
    const before = await ingest.db.prisma.auditEntry.count();
    await set(app, "primary", randomUUID());
    await set(app, "next", randomUUID());
    await promoteSecret("butlr", admin, app.view);
    await removeSecret({ vendor: "butlr", slot: "primary" }, admin, app.view);
    const entries = await ingest.db.prisma.auditEntry.findMany({ orderBy: { id: "asc" }, skip: before });
    const slots = (json: unknown) => (json as { secrets: { slot: string }[] }).secrets.map(({ slot }) => slot);
    expect(entries.map((one) => [one.actorId, one.action, slots(one.before), slots(one.after)])).toEqual([
      ["u1", "vendor-secret.set", [], ["primary"]],
      ["u1", "vendor-secret.set", ["primary"], ["primary", "next"]],
      ["u1", "vendor-secret.promote", ["primary", "next"], ["primary"]],
      ["u1", "vendor-secret.remove", ["primary"], []],
    ]);
  });

  test("is nowhere to be found afterwards: in no row of any table, in no answer", async () => {
    const app = await start();
    const secrets = [randomUUID(), randomUUID()];
    await set(app, "primary", secrets[0] ?? "");
    await set(app, "next", secrets[1] ?? "");
    await app.post(secrets[0] ?? "");
    const answers = [await listVendors(app.view), await readVendor("butlr", app.view)];
    await promoteSecret("butlr", admin, app.view);
    const { rows: tables } = await ingest.db.read.query<{ name: string }>(
      "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
    );
    const contents = await Promise.all(
      tables.map(async ({ name }) => (await ingest.db.read.query(`SELECT t::text FROM ${name} t`)).rows),
    );
    const haystack = JSON.stringify([answers, contents]);
    expect(haystack).toContain("sealed:1:"); // it did look where it lies
    for (const secret of secrets)
      for (const encoding of ["utf8", "base64", "base64url", "hex"] as const)
        expect(haystack).not.toContain(Buffer.from(secret).toString(encoding));
  });
});

describe("with another key than before", () => {
  const otherKey = { SECRET_KEY: "another-key-".repeat(4) };

  test("it says which secrets are lost and what to do, and goes on with those of the environment", async () => {
    const key = randomUUID();
    await set(await start(), "primary", key);
    expect(warnings).toEqual([]);
    const other = await start(otherKey);
    expect(warnings.join()).toMatch(/The key in SECRET_KEY is not the one .* butlr \(primary, set by Ann\).*old key/);
    expect([await other.post(key), await other.post(FIXED)]).toEqual(["unauthenticated", "stored"]);
    expect((await readVendor("butlr", other.view)).secrets).toMatchObject([{ slot: "primary", isReadable: false }]);
    expect(await (await start()).post(key)).toBe("stored"); // the old key back, and all is well
  });

  test("SECRET_KEY_BEFORE: what the old key sealed is sealed with the new one, once, and the old one is worth nothing", async () => {
    const old = { SECRET_KEY: "the-old-key-".repeat(4) };
    const [primary, next] = [randomUUID(), randomUUID()];
    const before = await start(old);
    await set(before, "primary", primary);
    await set(before, "next", next);
    warnings.length = 0;
    const both = { ...otherKey, SECRET_KEY_BEFORE: old.SECRET_KEY };
    const [one, two] = await Promise.all([start(both), start(both)]); // two instances at once
    for (const app of [one, two]) expect([await app.post(primary), await app.post(next)]).toEqual(["stored", "stored"]);
    expect(warnings).toEqual(["2 secrets are sealed with the new key. Take SECRET_KEY_BEFORE away now."]);
    warnings.length = 0;
    const after = await start(otherKey);
    expect([await after.post(primary), await after.post(next), warnings]).toEqual(["stored", "stored", []]);
    expect(await (await start(old)).post(primary)).toBe("unauthenticated");
  });

  test("SECRET_KEY_BEFORE: a wrong one changes nothing, and it is said what is lost", async () => {
    const key = randomUUID();
    await set(await start(), "primary", key);
    warnings.length = 0;
    const sealed = await ingest.db.prisma.vendorSecret.findMany();
    const other = await start({ ...otherKey, SECRET_KEY_BEFORE: "not-the-key-".repeat(4) });
    expect([await other.post(key), warnings.join()]).toEqual(["unauthenticated", expect.stringMatching(/old key/)]);
    expect(await ingest.db.prisma.vendorSecret.findMany()).toEqual(sealed);
    expect(await (await start()).post(key)).toBe("stored");
  });

  test("a next secret that cannot be opened does not take the place of one that can", async () => {
    await set(await start(), "next", randomUUID());
    const other = await start(otherKey);
    const key = randomUUID();
    await set(other, "primary", key);
    await expect(promoteSecret("butlr", admin, other.view)).rejects.toMatchObject({ code: "conflict" });
    expect(await other.post(key)).toBe("stored");
  });

  test("setting the secrets again makes it the installation's key", async () => {
    await set(await start(), "primary", randomUUID());
    const other = await start(otherKey);
    const again = randomUUID();
    await set(other, "primary", again);
    expect(await other.post(again)).toBe("stored");
    await start(otherKey);
    warnings.length = 0;
    await start(otherKey);
    expect(warnings).toEqual([]);
    await ingest.db.prisma.serverSecret.deleteMany({ where: { name: "sealed-check" } });
  });
});

test("the page sees what the last event became", async () => {
  const app = await start();
  const before = await readVendor("zoom", app.view);
  expect(before).toMatchObject({ webhookUrl: "https://occ.example/api/webhooks/zoom", lastEvent: null, sample: null });
  await app.post(FIXED);
  expect(await readVendor("butlr", app.view)).toMatchObject({
    environment: { variable: "BUTLR_WEBHOOK_KEY", count: 1 },
    lastEvent: { eventType: "ROOM_OCCUPANCY", outcome: "stored" },
    sample: { lines: [{ subject: "room Fjord", metric: "occupancy", value: minute }], more: 0, issues: [] },
  });
});
