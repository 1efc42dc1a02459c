import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedDatabase } from "@/lib/postgres/embedded-database";
import { schemaDifference } from "@/lib/postgres/schema-difference";

const projectDir = path.join(import.meta.dirname, "..");
const migrationsDir = path.join(projectDir, "prisma/migrations");
const schemaFile = path.join(projectDir, "prisma/schema.prisma");
const quickAndForgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** Writes the migration that leads from prisma/migrations to prisma/schema.prisma. */
async function newMigration(name: string): Promise<string> {
  await mkdir(migrationsDir, { recursive: true });
  await writeFile(path.join(migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
  const sql = await difference();
  if (sql === null) return "The migrations already agree with prisma/schema.prisma.";
  const folder = path.join(migrationsDir, `${timestamp(new Date())}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, "migration.sql"), sql);
  return `Wrote ${path.relative(projectDir, folder)}/migration.sql. Read it before you commit it.`;
}

async function difference(): Promise<string | null> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "occupancy-migration-"));
  const database = await startEmbeddedDatabase({ dataDir, log: () => undefined, settings: quickAndForgetful });
  try {
    return await schemaDifference({ serverUrl: database.superuserUrl, migrationsDir, schemaFile });
  } finally {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, "").slice(0, 14);
}

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error("usage: npm run migration -- <name>   (small letters, digits and _)");
  process.exitCode = 1;
} else {
  console.log(await newMigration(name));
}
