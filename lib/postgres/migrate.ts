import type { DiagnoseMigrationHistoryOutput } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { readMigrations } from "./migrations-folder";
import { noFilter, withSchemaEngine } from "./schema-engine";

export interface MigrateOptions {
  databaseUrl: string;
  migrationsDir: string;
  log: (message: string) => void;
}

// Not the engine's own key: the engine takes that one itself while we hold this.
const lockKey = 7_306_021_953;

/** Brings the database to the last migration; of two instances one does it and the other waits. */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const { databaseUrl, migrationsDir, log } = options;
  const migrationsList = await readMigrations(migrationsDir);
  return await underLock(databaseUrl, log, () =>
    withSchemaEngine({ databaseUrl }, async (engine) => {
      const found = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: noFilter,
      });
      reportHistory(found, log);
      // A script is one transaction, so a failed one left nothing: it may simply run again.
      for (const migrationName of found.failedMigrationNames) {
        await engine.markMigrationRolledBack({ migrationName });
      }
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
      for (const name of appliedMigrationNames) log(`applied migration ${name}`);
      return { applied: appliedMigrationNames };
    }),
  );
}

function reportHistory(found: DiagnoseMigrationHistoryOutput, log: (message: string) => void): void {
  const { editedMigrationNames, failedMigrationNames, history } = found;
  for (const name of editedMigrationNames) {
    if (!failedMigrationNames.includes(name)) log(`migration ${name} was changed after it was applied`);
  }
  for (const name of failedMigrationNames) log(`migration ${name} failed last time, trying it again`);
  if (history !== null && "unpersistedMigrationNames" in history) {
    log(`the database is ahead of this version: ${history.unpersistedMigrationNames.join(", ")}`);
  }
}

async function underLock<T>(databaseUrl: string, log: (message: string) => void, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  client.on("error", (error) => log(`lost the migration lock: ${error.message}`));
  await client.connect();
  try {
    const tried = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1) AS locked", [lockKey]);
    if (tried.rows[0]?.locked !== true) {
      log("waiting for another instance that migrates this database");
      await client.query("SELECT pg_advisory_lock($1)", [lockKey]);
    }
    return await work();
  } finally {
    await client.end();
  }
}
