import { inject } from "vitest";
import { createScratchDatabase, databaseUrl } from "../scratch-database";

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A fresh, migrated database of the test's own, under the app's own role. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return await copyDatabase(inject("testServer").template);
}

/** A database without a single table. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return await copyDatabase("template1");
}

async function copyDatabase(template: string): Promise<TestDatabase> {
  const { superuserUrl, appUrl } = inject("testServer");
  const owner = new URL(appUrl).username;
  const { name, drop } = await createScratchDatabase(superuserUrl, { template, owner });
  return { url: databaseUrl(appUrl, name), drop };
}
