import type { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { writeAudit } from "./audit-repository";
import { type Database, openDatabase } from "./database";

let made: TestDatabase;
let db: Database;
let pool: Pool;
beforeAll(async () => {
  made = await createTestDatabase();
  db = openDatabase(made.url, () => undefined);
  pool = db.read;
  const actor = { userId: "u1", name: "Ada" };
  await writeAudit(pool, {
    actor,
    action: "user.access",
    objectType: "user",
    objectId: "u2",
    after: { role: "admin" },
  });
});
afterAll(async () => {
  await db.close();
  await made.drop();
});

const entries = async () => (await pool.query("SELECT * FROM audit_entry ORDER BY id")).rows;

test.each([
  ["UPDATE", "UPDATE audit_entry SET actor_name = 'Somebody else'"],
  ["UPDATE", "INSERT INTO audit_entry SELECT * FROM audit_entry ON CONFLICT (id) DO UPDATE SET actor_name = 'Bob'"],
  ["DELETE", "DELETE FROM audit_entry"],
  ["DELETE", "DELETE FROM audit_entry WHERE id < 0"],
  ["TRUNCATE", "TRUNCATE audit_entry"],
])("the database refuses to %s the audit log: %s", async (verb, sql) => {
  const before = await entries();
  expect(before).toHaveLength(1);
  await expect(pool.query(sql)).rejects.toMatchObject({
    message: `The audit log is append-only: ${verb} of audit_entry is refused.`,
    code: "42501",
  });
  expect(await entries()).toEqual(before);
});

test("removing the account it is about leaves its entries", async () => {
  await pool.query(`INSERT INTO "user" (id, name, email, role) VALUES ('u1', 'Ada', 'ada@people.example', 'viewer')`);
  await pool.query(`DELETE FROM "user" WHERE id = 'u1'`);
  expect(await entries()).toHaveLength(1);
});
