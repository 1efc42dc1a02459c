import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { openDatabase } from "./database";
import { keepPartitions } from "./partitions";

let made: TestDatabase;
beforeAll(async () => {
  made = await createTestDatabase(); // migrated by the app's own role
});
afterAll(() => made.drop());

test.each(["require", "verify-full"])("sslmode=%s is not talked out of it by a server without TLS", async (mode) => {
  const db = openDatabase(`${made.url}?sslmode=${mode}`, () => undefined);
  try {
    await expect(db.read.query("SELECT 1")).rejects.toThrow(/does not support SSL/);
    await expect(db.ingest.query("SELECT 1")).rejects.toThrow(/does not support SSL/);
    await expect(db.prisma.user.count()).rejects.toThrow(/SSL|TLS/i);
  } finally {
    await db.close();
  }
});

test("the app's role has no right but to own its database: that is enough to migrate and to keep partitions", async () => {
  const db = openDatabase(made.url, () => undefined);
  try {
    const { rows } = await db.read.query(
      `SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
         ARRAY(SELECT g.rolname::text FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid) AS groups
       FROM pg_roles r WHERE rolname = current_user`,
    );
    const none = { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false };
    expect(rows).toEqual([{ ...none, rolbypassrls: false, groups: [] }]);
    await keepPartitions(db.read, new Date(), () => undefined);
  } finally {
    await db.close();
  }
});
