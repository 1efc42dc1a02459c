import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "../embedded-database";
import { migrate } from "../migrate";
import { createScratchDatabase, databaseUrl } from "../scratch-database";

declare module "vitest" {
  interface ProvidedContext {
    testServer: {
      superuserUrl: string;
      /** The app's own, unprivileged role, in no particular database. */
      appUrl: string;
      /** A migrated database to copy. */
      template: string;
    };
  }
}

export const migrationsDir = path.resolve(import.meta.dirname, "../../../prisma/migrations");

// Test data may be lost with the machine; the copies get ten times cheaper.
const quickAndForgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };

/** One PostgreSQL for the run, with a migrated database that every test copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "occupancy-test-"));
  const server = await startEmbeddedDatabase({ dataDir, log: () => undefined, settings: quickAndForgetful });
  const teardown = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const owner = new URL(server.url).username;
    const template = await createScratchDatabase(server.superuserUrl, { owner });
    await migrate({ databaseUrl: databaseUrl(server.url, template.name), migrationsDir, log: () => undefined });
    project.provide("testServer", {
      superuserUrl: server.superuserUrl,
      appUrl: server.url,
      template: template.name,
    });
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}
