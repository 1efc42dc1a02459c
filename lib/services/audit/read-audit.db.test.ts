import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { AuditPage, AuditQuery } from "@/lib/core/audit";
import { auditDifference, auditWords } from "@/lib/core/audit-words";
import { readAuditChoices } from "@/lib/db/audit-log-repository";
import { writeAudit } from "@/lib/db/audit-repository";
import { type Database, openDatabase } from "@/lib/db/database";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { exportAudit, readAudit } from "./read-audit";

let test_: TestDatabase;
let db: Database;
let oslo: number;
let bergen: number;
const ADA: Actor = {
  userId: "ada",
  name: "Ada",
  email: "ada@example.com",
  role: "admin",
  sites: null,
  scopes: null,
  sessionId: "s",
  address: "192.0.2.1",
};
const HOSTILE = '=HYPERLINK("https://evil.example")\u202E<script>alert(1)</script>';

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = openDatabase(test_.url, () => undefined);
  const add = async (kind: string, name: string, parent: number | null) =>
    (
      await db.read.query<{ id: number }>(
        "INSERT INTO space (kind, name, parent_id) VALUES ($1::space_kind, $2, $3) RETURNING id",
        [kind, name, parent],
      )
    ).rows[0]?.id ?? 0;
  oslo = await add("site", "Oslo", null);
  bergen = await add("site", "Bergen", null);
  const room = await add("building", "Fjord", oslo);
  const other = await add("building", HOSTILE, bergen);
  const about = (id: number, siteId: number | null, before: unknown, after: unknown) =>
    writeAudit(db.read, {
      actor: ADA,
      action: "space.update",
      objectType: "space",
      objectId: String(id),
      siteId,
      before,
      after,
    });
  await about(room, oslo, { capacity: 4 }, { capacity: 6 });
  await about(other, bergen, { name: "Vik" }, { name: HOSTILE });
  await about(room, oslo, { parentId: String(bergen) }, { parentId: String(oslo) });
  await writeAudit(db.read, {
    actor: { ...ADA, userId: "bob", name: "Bob" },
    action: "user.sign-in",
    objectType: "user",
    objectId: "bob",
  });
});
afterAll(async () => {
  await db?.close();
  await test_?.drop();
});

const read = (query: object, actor = ADA) => readAudit(AuditQuery.parse(query), actor, db);
const words = ({ items, spaces }: AuditPage) =>
  items.filter(({ action }) => action !== "audit.view").map((item) => `${item.actor.name} ${auditWords(item, spaces)}`);

test("newest first, by the names things have now, fit for the wire", async () => {
  const page = await read({});
  expect(AuditPage.parse(page)).toEqual(page);
  expect(words(page).map((line) => line.slice(0, 21))).toEqual([
    "Bob signed in",
    "Ada changed Fjord",
    "Ada changed =HYPERLIN",
    "Ada changed Fjord",
  ]);
  const fjord = page.items.find(({ action }) => action === "space.update");
  expect(fjord).toMatchObject({ address: "192.0.2.1", site: { name: "Oslo" }, object: { name: "Fjord" } });
});

test("people of one site see its entries, and of other sites not even a name", async () => {
  const page = await read({}, { ...ADA, userId: "cy", role: "operator", sites: [oslo] });
  expect(words(page)).toEqual(["Ada changed Fjord", "Ada changed Fjord"]);
  expect(JSON.stringify(page)).not.toContain("Bergen");
  const moved = page.items.find(({ before }) => before !== null && "parentId" in (before as object));
  expect(moved && auditDifference(moved, page.spaces)).toEqual([
    { label: "Place", before: "another place", after: "Oslo" },
  ]);
  const none = await read({ siteId: String(bergen) }, { ...ADA, userId: "cy", sites: [oslo] });
  expect(none.items).toEqual([]);
  const choices = await readAuditChoices([oslo], db);
  expect(choices.sites).toEqual([{ id: String(oslo), name: "Oslo" }]);
});

describe("narrowed", () => {
  test.each([
    [{ actor: "bob" }, 1],
    [{ action: "space.update" }, 3],
    [{ objectType: "user", objectId: "bob" }, 1],
    [{ text: "HYPERLINK" }, 1],
    [{ text: "100%_" }, 0],
    [{ from: "2099-01-01T00:00:00Z" }, 0],
    [{ to: "2020-01-01T00:00:00Z" }, 0],
  ])("by %j", async (query, count) => {
    expect(words(await read(query))).toHaveLength(count);
  });
  test("by site", async () => {
    expect(words(await read({ siteId: String(bergen) }))).toHaveLength(1);
  });
});

test("page by page nothing is lost or told twice", async () => {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page: AuditPage = await read({ limit: 2, action: "space.update", ...(cursor ? { cursor } : {}) });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor);
  expect(new Set(ids).size).toBe(3);
  expect(ids).toHaveLength(3);
});

test("looking is noted once an hour, exporting each time", async () => {
  const dan = { ...ADA, userId: "dan", name: "Dan" };
  await read({}, dan);
  await read({ text: "x" }, dan);
  await new Response(await exportAudit(AuditQuery.parse({ text: "Fjord" }), dan, db)).text();
  const { rows } = await db.read.query("SELECT action, after FROM audit_entry WHERE actor_id = 'dan' ORDER BY id");
  expect(rows).toEqual([
    { action: "audit.view", after: null },
    { action: "audit.export", after: { text: "Fjord" } },
  ]);
});

test("the export holds every entry that matches, and no formula", async () => {
  const text = await new Response(await exportAudit(AuditQuery.parse({ limit: 1 }), ADA, db)).text();
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.filter(({ Action }) => Action === "space.update")).toHaveLength(3);
  expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(text).not.toContain("\u202E");
});
