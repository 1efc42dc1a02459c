import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { type Database, openDatabase } from "@/lib/db/database";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { person } from "@/lib/testing/route-fixture";
import { forgetView, readSavedViews, saveView } from "../saved-views/saved-views";
import { lookAtAlerts } from "./look-at-alerts";

let base: TestDatabase;
let db: Database;
const NOON = Date.UTC(2026, 10, 21, 12);

beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
});
afterAll(async () => {
  await db.close();
  await base.drop();
});

const actor = async (name: string): Promise<Actor> => {
  const { id, email } = await person(db, name, "viewer");
  return { userId: id, name, email, role: "viewer", sites: null, scopes: null, sessionId: "s", address: null };
};

test("what came since the last visit is new, for each person", async () => {
  const [ann, ben] = [await actor("Ann"), await actor("Ben")];
  expect(await lookAtAlerts(ann, NOON, db)).toEqual({ since: null });
  expect(await lookAtAlerts(ann, NOON + 60_000, db)).toEqual({ since: null });
  expect(await lookAtAlerts(ann, NOON + 3_600_000, db)).toEqual({ since: new Date(NOON + 60_000).toISOString() });
  expect(await lookAtAlerts(ben, NOON + 3_600_000, db)).toEqual({ since: null });
});

test("two looks at once are one visit", async () => {
  const cy = await actor("Cy");
  await lookAtAlerts(cy, NOON, db);
  const later = NOON + 7_200_000;
  const answers = await Promise.all([lookAtAlerts(cy, later, db), lookAtAlerts(cy, later, db)]);
  expect(answers).toEqual([{ since: new Date(NOON).toISOString() }, { since: new Date(NOON).toISOString() }]);
});

test("views are their owner's alone; the same name gets the new search; thirty are enough", async () => {
  const [dee, eli] = [await actor("Dee"), await actor("Eli")];
  const made = await saveView({ name: "Water", search: "kind=water" }, dee, db);
  await saveView({ name: "Water", search: "kind=water&severity=critical" }, dee, db);
  expect(await readSavedViews(dee, db)).toEqual({ items: [{ ...made, search: "kind=water&severity=critical" }] });
  expect(await readSavedViews(eli, db)).toEqual({ items: [] });
  await expect(forgetView(made.id, eli, db)).rejects.toMatchObject({ code: "not-found" });
  for (let i = 1; i < 30; i++) await saveView({ name: `View ${i}`, search: "q=a" }, dee, db);
  await expect(saveView({ name: "One more", search: "q=a" }, dee, db)).rejects.toMatchObject({ code: "conflict" });
  await saveView({ name: "Water", search: "q=b" }, dee, db);
  await forgetView(made.id, dee, db);
  expect((await readSavedViews(dee, db)).items).toHaveLength(29);
  const entries = await db.prisma.auditEntry.findMany({ where: { objectType: "saved-view", objectId: made.id } });
  expect(entries.map(({ action }) => action)).toEqual([
    "saved-view.save",
    "saved-view.save",
    "saved-view.save",
    "saved-view.delete",
  ]);
});
