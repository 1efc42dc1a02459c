import { readFile } from "node:fs/promises";
import { readMigrations } from "./migrations-folder";
import { noFilter, withSchemaEngine } from "./schema-engine";

export interface SchemaDifferenceOptions {
  /** A PostgreSQL where the role may make databases; one is filled and dropped. */
  serverUrl: string;
  migrationsDir: string;
  schemaFile: string;
}

/** The SQL that would bring the migrations to the schema; null when they agree. */
export async function schemaDifference(options: SchemaDifferenceOptions): Promise<string | null> {
  const { serverUrl, migrationsDir, schemaFile } = options;
  const migrationsList = await readMigrations(migrationsDir);
  const schema = { files: [{ path: schemaFile, content: await readFile(schemaFile, "utf8") }] };
  const different = 2;
  return await withSchemaEngine({ databaseUrl: serverUrl, shadowServerUrl: serverUrl }, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...migrationsList },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: true,
      filters: noFilter,
    });
    return exitCode === different ? (stdout ?? "") : null;
  });
}
