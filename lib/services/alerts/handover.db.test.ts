import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { DEFAULT_RETENTION } from "@/lib/core/storage";
import { writeAudit } from "@/lib/db/audit-repository";
import { type Database, openDatabase } from "@/lib/db/database";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { addPerson } from "@/lib/testing/people-fixture";
import { readAudit } from "../audit/read-audit";
import { setSignInRules } from "../people/sign-in-rules";
import { changeRetention } from "../storage/read-storage";
import { readHandover } from "./read-handover";

let test_: TestDatabase;
let db: Database;
let oslo: string;
let bergen: string;
let ada: Actor;

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = openDatabase(test_.url, () => undefined);
  const add = async (name: string) =>
    String(
      (await db.read.query("INSERT INTO space (kind, name, time_zone) VALUES ('site', $1, 'UTC') RETURNING id", [name]))
        .rows[0].id,
    );
  [oslo, bergen] = [await add("Oslo"), await add("Bergen")];
  const { id, email } = await addPerson(db.read, { name: "Ada", role: "admin", sites: null });
  ada = { userId: id, name: "Ada", email, role: "admin", sites: null, scopes: null, sessionId: "s", address: null };
});
afterAll(async () => {
  await db?.close();
  await test_?.drop();
});

const changes = async (actor: Actor, site?: string) =>
  (await readHandover({ at: "2026-01-01T00:00:00Z", site }, actor, { db })).changes.map(({ action }) => action);

test("what is set for the whole installation is in the log with before and after, and in every site's handover", async () => {
  await changeRetention({ ...DEFAULT_RETENTION, deliveryDays: 60 }, ada, db);
  await setSignInRules({ secondFactor: "nobody" }, ada, db);
  await writeAudit(db.read, {
    ...{ actor: ada, action: "channel.create", objectType: "channel", objectId: "7b1a", after: { name: "Night desk" } },
  });
  const entry = { actor: ada, action: "space.update", objectType: "space" };
  await writeAudit(db.read, { ...entry, objectId: bergen, siteId: Number(bergen), after: { capacity: 4 } });
  const { items } = await readAudit({ action: "setting.retention", limit: 5 }, ada, db);
  expect(items).toMatchObject([{ before: { deliveryDays: 30 }, after: { deliveryDays: 60 } }]);
  const set = ["made the notification channel Night desk", "changed how long data is kept"];
  expect(await changes(ada)).toEqual(["changed Bergen", ...set]);
  expect(await changes(ada, oslo)).toEqual(set);
});

test("who may see one site hears of what is set for all, but of no names from elsewhere", async () => {
  const operator: Actor = { ...ada, role: "operator", sites: [Number(oslo)] };
  expect(await changes(operator)).toEqual(["changed how long data is kept"]);
  expect(await changes({ ...operator, sites: [Number(bergen)] })).toEqual([
    "changed Bergen",
    "changed how long data is kept",
  ]);
  expect(await changes({ ...operator, role: "viewer" })).toEqual([]);
});

test("many acts on alerts do not push changes out", async () => {
  const entry = { actor: ada, objectType: "alert", siteId: Number(oslo) };
  for (let i = 0; i < 210; i++)
    await writeAudit(db.read, { ...entry, action: "alert.acknowledge", objectId: String(i) });
  expect(await changes(ada, oslo)).toContain("changed how long data is kept");
});
