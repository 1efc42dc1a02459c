import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { addSite, person } from "@/lib/testing/route-fixture";
import { listAssignees } from "./assignee-repository";
import { type Database, openDatabase } from "./database";

let base: TestDatabase;
let db: Database;
beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
});
afterAll(async () => {
  await db.close();
  await base.drop();
});

test("alerts go to who may work on them and shares a site", async () => {
  const [oslo, bonn] = [await addSite(db, "Oslo"), await addSite(db, "Bonn")];
  await person(db, "Ann", "admin");
  await person(db, "Viv", "viewer");
  await person(db, "Ole", "operator", [oslo]);
  await person(db, "Bo", "operator", [bonn]);
  const gone = await person(db, "Gone", "operator");
  await db.prisma.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
  const names = async (sites: number[] | null) => (await listAssignees(sites, db)).items.map(({ name }) => name).join();
  expect(await names(null)).toBe("Ann,Bo,Ole");
  expect(await names([oslo])).toBe("Ann,Ole");
  expect(await names([])).toBe("Ann");
});
