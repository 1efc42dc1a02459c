import { expect, it } from "vitest";
import { queryOnce } from "./app-process";
import { createTestDatabase } from "./test-database";

it("gives every caller a migrated database of its own, until it is dropped", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await queryOnce(one.url, "CREATE TABLE mine (n int)");
  await expect(queryOnce(other.url, "SELECT * FROM mine")).rejects.toThrow('relation "mine" does not exist');
  const applied = "SELECT count(*) > 0 AS migrated FROM _prisma_migrations WHERE finished_at IS NOT NULL";
  expect(await queryOnce(other.url, applied)).toEqual([{ migrated: true }]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(queryOnce(one.url, "SELECT 1")).rejects.toThrow("does not exist");
});
