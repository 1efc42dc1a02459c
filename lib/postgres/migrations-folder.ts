import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationDirectory, MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Every migration of the folder in the order they apply, as the schema engine wants them. */
export async function readMigrations(migrationsDir: string): Promise<MigrationList> {
  const names = await migrationNames(migrationsDir);
  return {
    baseDir: path.resolve(migrationsDir),
    lockfile: {
      path: "migration_lock.toml",
      content: await readIfThere(path.join(migrationsDir, "migration_lock.toml")),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.map((name) => readMigration(migrationsDir, name))),
  };
}

async function migrationNames(migrationsDir: string): Promise<string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readMigration(migrationsDir: string, name: string): Promise<MigrationDirectory> {
  const content = await readFile(path.join(migrationsDir, name, "migration.sql"), "utf8");
  return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value: content } } };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
