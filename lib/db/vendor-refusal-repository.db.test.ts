import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { type Database, openDatabase } from "./database";
import { addRefusals, listRefusals } from "./vendor-refusal-repository";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, () => undefined);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const at = (second: number) => new Date(Date.UTC(2026, 10, 16, 9, 30, second));

test("instances add up, and the newest refusal stays whoever writes last", async () => {
  const wrongTime = { vendor: "zoom", reason: "wrong-time" } as const;
  await addRefusals(db, [{ ...wrongTime, at: at(20), skewS: 700, count: 3 }]);
  await addRefusals(db, [
    { ...wrongTime, at: at(10), skewS: 900, count: 2 },
    { vendor: "butlr", reason: "no-proof", at: at(30), skewS: null, count: 1 },
  ]);
  expect(await listRefusals(db)).toEqual([
    { vendor: "butlr", reason: "no-proof", at: at(30).toISOString(), skewS: null, count: 1 },
    { vendor: "zoom", reason: "wrong-time", at: at(20).toISOString(), skewS: 700, count: 5 },
  ]);
});
