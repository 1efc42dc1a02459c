import path from "node:path";
import { expect, inject, it } from "vitest";
import { schemaDifference } from "./schema-difference";

const prismaDir = path.resolve(import.meta.dirname, "../../prisma");

it("finds prisma/schema.prisma and prisma/migrations in agreement", async () => {
  const difference = await schemaDifference({
    serverUrl: inject("testServer").superuserUrl,
    migrationsDir: path.join(prismaDir, "migrations"),
    schemaFile: path.join(prismaDir, "schema.prisma"),
  });
  expect(difference).toBeNull();
});
