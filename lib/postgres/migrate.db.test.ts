import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { migrate } from "./migrate";
import { schemaDifference } from "./schema-difference";
import { queryOnce } from "./testing/app-process";
import { createEmptyDatabase, type TestDatabase } from "./testing/test-database";

let migrationsDir: string;
let database: TestDatabase;
let messages: string[];

beforeEach(async () => {
  migrationsDir = await mkdtemp(path.join(tmpdir(), "occupancy-migrations-"));
  await writeFile(path.join(migrationsDir, "migration_lock.toml"), 'provider = "postgresql"\n');
  database = await createEmptyDatabase();
  messages = [];
});

afterEach(async () => {
  await database.drop();
  await rm(migrationsDir, { recursive: true, force: true });
});

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(migrationsDir, name), { recursive: true });
  await writeFile(path.join(migrationsDir, name, "migration.sql"), sql);
}

const run = () => migrate({ databaseUrl: database.url, migrationsDir, log: (message) => messages.push(message) });

const handWritten = `
CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;
CREATE TABLE reading (id int NOT NULL, at timestamptz(6) NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE reading_2026 PARTITION OF reading FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE reading_default PARTITION OF reading DEFAULT;
CREATE TABLE assignment (
  id serial PRIMARY KEY, space_id int NOT NULL CHECK (space_id > 0), during tstzrange NOT NULL, note text,
  CONSTRAINT assignment_no_overlap EXCLUDE USING gist (space_id WITH =, during WITH &&));
CREATE UNIQUE INDEX assignment_open ON assignment (space_id) WHERE upper_inf(during);
CREATE INDEX assignment_lower_note ON assignment (lower(note));
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := 'a;b'; RETURN NEW; END $$;
CREATE TRIGGER assignment_touch BEFORE INSERT ON assignment FOR EACH ROW EXECUTE FUNCTION touch();
`;

const matchingSchema = `
datasource db {
  provider = "postgresql"
}
model Reading {
  id Int
  at DateTime @db.Timestamptz(6)
  @@id([id, at])
  @@map("reading")
}
model Assignment {
  id      Int                        @id @default(autoincrement())
  spaceId Int                        @map("space_id")
  during  Unsupported("tstzrange")
  note    String?
  @@map("assignment")
}
`;

async function difference(schema: string): Promise<string | null> {
  const schemaFile = path.join(migrationsDir, "schema.prisma");
  await writeFile(schemaFile, schema);
  return await schemaDifference({ serverUrl: inject("testServer").superuserUrl, migrationsDir, schemaFile });
}

describe("migrate", () => {
  it("applies what is missing, in order, and then nothing", async () => {
    await addMigration("20260102000000_second", "ALTER TABLE a ADD COLUMN c int;");
    await addMigration("20260101000000_first", "CREATE TABLE a (b int);");
    expect(await run()).toEqual({ applied: ["20260101000000_first", "20260102000000_second"] });
    expect(await run()).toEqual({ applied: [] });
    await addMigration("20260103000000_third", "ALTER TABLE a ADD COLUMN d int;");
    expect(await run()).toEqual({ applied: ["20260103000000_third"] });
    expect(await queryOnce(database.url, "SELECT b, c, d FROM a")).toEqual([]);
  });

  it("lets one of two instances work while the other waits", async () => {
    await addMigration("20260101000000_slow", "CREATE TABLE a (b int); SELECT pg_sleep(0.2);");
    const results = await Promise.all([run(), run(), run()]);
    expect(results.flatMap(({ applied }) => applied)).toEqual(["20260101000000_slow"]);
    expect(messages).toContain("waiting for another instance that migrates this database");
  });

  it("executes functions, partitions, exclusion constraints and extensions as written", async () => {
    await addMigration("20260101000000_by_hand", handWritten);
    await run();
    const insert = "INSERT INTO assignment (space_id, during) VALUES (1, '[2026-01-01,2026-02-01)') RETURNING note";
    expect(await queryOnce(database.url, insert)).toEqual([{ note: "a;b" }]);
    await expect(queryOnce(database.url, insert)).rejects.toThrow("assignment_no_overlap");
  });

  it("leaves nothing of a script that fails, says why, and succeeds once it is mended", async () => {
    await addMigration("20260101000000_good", "CREATE TABLE a (b int);");
    await addMigration("20260102000000_bad", "CREATE TABLE half (b int); SELECT 1 / 0;");
    await expect(run()).rejects.toThrow(/division by zero(.|\n)*20260102000000_bad/);
    expect(await queryOnce(database.url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    await expect(run()).rejects.toThrow("division by zero");
    await addMigration("20260102000000_bad", "CREATE TABLE half (b int);");
    expect(await run()).toEqual({ applied: ["20260102000000_bad"] });
  });

  it("keeps the ledger as Prisma's own CLI does", async () => {
    await addMigration("20260101000000_first", "CREATE TABLE a (b int);");
    await run();
    const file = await readFile(path.join(migrationsDir, "20260101000000_first/migration.sql"));
    const rows = await queryOnce(
      database.url,
      `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at, finished_at >= started_at AS finished
         FROM _prisma_migrations`,
    );
    expect(rows).toEqual([
      {
        migration_name: "20260101000000_first",
        checksum: createHash("sha256").update(file).digest("hex"),
        applied_steps_count: 1,
        logs: null,
        rolled_back_at: null,
        finished: true,
      },
    ]);
  });

  it("tells of migrations that changed and of a database that is ahead, and goes on", async () => {
    await addMigration("20260101000000_first", "CREATE TABLE a (b int);");
    await addMigration("20260102000000_second", "CREATE TABLE c (d int);");
    await run();
    await addMigration("20260101000000_first", "CREATE TABLE a (b int, extra int);");
    await rm(path.join(migrationsDir, "20260102000000_second"), { recursive: true });
    messages = [];
    expect(await run()).toEqual({ applied: [] });
    expect(messages).toEqual([
      "migration 20260101000000_first was changed after it was applied",
      "the database is ahead of this version: 20260102000000_second",
    ]);
  });
});

describe("the difference between schema and migrations", () => {
  it("is nothing although partitions, constraints and expression indexes are written by hand", async () => {
    await addMigration("20260101000000_by_hand", handWritten);
    expect(await difference(matchingSchema)).toBeNull();
  });

  it("is the SQL of a column that the migrations lack", async () => {
    await addMigration("20260101000000_by_hand", handWritten);
    const sql = await difference(matchingSchema.replace("note    String?", "note String?\n  extra Int?"));
    expect(sql).toContain('ALTER TABLE "assignment" ADD COLUMN     "extra" INTEGER;');
  });

  it("leaves no scratch database behind", async () => {
    await addMigration("20260101000000_broken", "SELECT 1 / 0;");
    const { superuserUrl } = inject("testServer");
    const count = () => queryOnce(superuserUrl, "SELECT count(*) FROM pg_database WHERE datname LIKE 'scratch%'");
    const before = await count();
    await expect(difference(matchingSchema)).rejects.toThrow("division by zero");
    expect(await count()).toEqual(before);
  });
});
