import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { ImportReport } from "@/lib/core/imports/import-report";
import { openIngest } from "@/lib/testing/ingest-fixture";
import { workbook } from "@/lib/testing/workbook";
import { exportSpaces, importTemplate } from "./export-spaces";
import { applyImport, previewImport } from "./import-spaces";
import { undoImport } from "./undo-import";

const ADMIN: Actor = {
  ...{ userId: "u1", name: "Ada", email: "ada@example.com", role: "admin", sessionId: "s1" },
  ...{ sites: null, scopes: null, address: null },
};

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest();
});
afterAll(() => ingest.close());
let lastEntry = 0;
beforeEach(async () => {
  await ingest.db.read.query("TRUNCATE space, space_type, source RESTART IDENTITY CASCADE");
  lastEntry = (await rows("SELECT coalesce(max(id), 0)::int AS id FROM audit_entry"))[0].id;
});

const preview = (file: string | Buffer, actor = ADMIN) => previewImport(Buffer.from(file), actor, ingest.db);
const apply = async (file: string | Buffer, actor = ADMIN) => {
  const { fingerprint } = await preview(file, actor);
  return (await applyImport(Buffer.from(file), fingerprint, actor, ingest.db)).result;
};
const rows = async (sql: string) => (await ingest.db.read.query(sql)).rows;
/** What was audited in this test: the log itself cannot be emptied. */
const audited = () => `audit_entry WHERE id > ${lastEntry}`;
const count = async (table: string) => (await rows(`SELECT count(*)::int AS n FROM ${table}`))[0].n as number;
const problems = ({ rows }: ImportReport) =>
  rows.flatMap(({ row, problems }) => problems.map(({ column, message }) => `${row} ${column}: ${message}`));
const source = async (externalId: string, vendor = "disruptive", kind = "device") =>
  ingest.db.read.query("INSERT INTO source (vendor, kind, external_id) VALUES ($2, $3, $1)", [
    externalId,
    vendor,
    kind,
  ]);

/** 500 rows, three of them bad. */
function fiveHundred(): (string | number)[][] {
  const head = ["Site", "Building", "Floor", "Room", "Desk", "Capacity", "Type"];
  const lines: (string | number)[][] = Array.from({ length: 500 }, (_, i) => {
    const room = `Room ${Math.floor(i / 10)}`;
    return ["Oslo", "K12", Math.floor(i / 100), room, i % 10 === 0 ? "" : `Desk ${i}`, i % 10 === 0 ? 9 : 1, ""];
  });
  lines[120] = ["Oslo", "K12", 1, "Room 12", "", "many", ""];
  lines[255] = ["Oslo", "K12", 2, "Room 25", "Desk 255", 1, "No such type"];
  lines[499] = ["Oslo", "K12", "", "Room 49", "Desk 499", 1, ""];
  return [head, ...lines];
}

describe("500 rows with three bad ones", () => {
  const file = workbook(fiveHundred());

  test("the preview says what happens to 497, explains 3, and changes nothing", async () => {
    const report = await preview(file);
    expect(report.counts).toEqual({ create: 497, update: 0, unchanged: 0, problem: 3 });
    expect(problems(report)).toEqual([
      '122 capacity: Capacity is a whole number from 0 to 100000, not "many".',
      '257 type: There is no type "No such type". No types are set up yet.',
      '501 floor: Floor of the room "Room 49" is missing.',
    ]);
    expect(await count("space")).toBe(0);
    expect(await count(audited())).toBe(0);
  });

  test("applying makes the 497 with their parents, once, each in the audit log", async () => {
    const result = await apply(file);
    // 497 rows, a site, a building, five floors, and the room of the bad row that its desks stand in
    expect(result).toMatchObject({ created: 505, updated: 0, left: 3, roots: [{ kind: "site", name: "Oslo" }] });
    expect(await count("space")).toBe(505);
    expect(await rows(`SELECT action, count(*)::int AS n FROM ${audited()} GROUP BY 1 ORDER BY 1`)).toEqual([
      { action: "space.create", n: 505 },
      { action: "space.import", n: 1 },
    ]);
    const members = await rows("SELECT count(*)::int AS n FROM floor_member WHERE NOT removed");
    expect(members[0].n).toBe(498);
    expect(await count("floor_feed")).toBe(5);
    expect((await preview(file)).counts).toEqual({ create: 0, update: 0, unchanged: 497, problem: 3 });
  });

  test("when the state has moved since the preview, nothing at all is done", async () => {
    const { fingerprint } = await preview(file);
    await apply("Site,Building\nOslo,K12");
    await expect(applyImport(file, fingerprint, ADMIN, ingest.db)).rejects.toMatchObject({ code: "conflict" });
    expect(await count("space")).toBe(2);
  });
});

test("names, values and places change; what the file leaves out stays; each change is in the audit log", async () => {
  await ingest.db.read.query("INSERT INTO space_type (name, kind) VALUES ('Focus room', 'room')");
  await apply("Site,Building,Floor,Room,Capacity,Tags,Custom id\nOslo,K,1,Fjord,8,quiet,F1\nOslo,K,2,Vik,4,,");
  const result = await apply(
    "Custom id,Site,Building,Floor,Room,Capacity,Type\nF1,Oslo,K,2,Fjell,,focus room\n,Oslo,K,2,Vik,5,",
  );
  expect(result).toMatchObject({ created: 0, updated: 2 });
  expect(
    await rows(
      `SELECT s.name, s.capacity, s.tags, s.custom_id, t.name AS type, f.name AS floor FROM space s JOIN space f ON f.id = s.parent_id
       LEFT JOIN space_type t ON t.id = s.type_id WHERE s.kind = 'room' ORDER BY s.id`,
    ),
  ).toEqual([
    { name: "Fjell", capacity: 8, tags: ["quiet"], custom_id: "F1", type: "Focus room", floor: "2" },
    { name: "Vik", capacity: 5, tags: [], custom_id: null, type: null, floor: "2" },
  ]);
  const moved = await rows("SELECT floor_id, removed FROM floor_member WHERE space_id = 4 ORDER BY removed");
  expect(moved).toMatchObject([{ removed: false }, { removed: true }]);
  expect(await rows(`SELECT before, after FROM ${audited()} AND action = 'space.update' AND object_id = '6'`)).toEqual([
    { before: { capacity: 4 }, after: { capacity: 5 } },
  ]);
});

test("sources: assigned from the file, also two in one space; the readings that were waiting come along", async () => {
  await source("bh1");
  await source("bh2");
  const file =
    "Site,Building,Floor,Room,Source vendor,Source id\nOslo,K,1,Fjord,DT,bh1\nOslo,K,1,Fjord,DT,bh2\nOslo,K,1,Vik,DT,bh9";
  const report = await preview(file);
  expect(report).toMatchObject({ assigned: 2, counts: { create: 1, update: 1, problem: 1 } });
  expect(await apply(file)).toMatchObject({ assigned: 2 });
  expect(
    await rows("SELECT source_id, space_id, starts_at = 'epoch' AS always FROM assignment ORDER BY source_id"),
  ).toEqual([
    { source_id: 1, space_id: 4, always: true },
    { source_id: 2, space_id: 4, always: true },
  ]);
  expect((await preview(file)).counts).toMatchObject({ unchanged: 2 });
});

describe("a site admin", () => {
  const scoped = (sites: number[]): Actor => ({ ...ADMIN, role: "site_admin", sites });

  test("touches only the own sites, and learns nothing of the others", async () => {
    await apply("Site,Building,Floor,Room,Custom id\nOslo,K,1,Fjord,F1\nBergen,B,1,Bay,B1");
    await source("bh1");
    await apply("Site,Building,Floor,Room,Source vendor,Source id\nBergen,B,1,Bay,DT,bh1");
    const ids = Object.fromEntries((await rows("SELECT name, id FROM space")).map(({ name, id }) => [name, id]));
    const own = scoped([ids.Oslo]);
    const report = await preview(
      `Space id,Site,Building,Floor,Room,Custom id,Source vendor,Source id
,Oslo,K,1,New,,,
,Bergen,B,1,Bay,,,
${ids.Bay},,,,,,,
,Trondheim,T,1,R,,,
,Oslo,K,1,Fjord,,DT,bh1
,,,,,B1,,`,
      own,
    );
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(["create", ...Array(5).fill("problem")]);
    expect(problems(report)).toEqual([
      '3 site: "Bergen" is not one of your sites.',
      `4 spaceId: There is no space ${ids.Bay} in your sites.`,
      '5 site: "Trondheim" is not one of your sites.',
      '6 sourceId: No source of disruptive with the id "bh1" has sent anything to your sites yet.',
      '7 customId: No space has the custom id "B1".',
    ]);
    expect(await exportSpaces(own, ingest.db)).not.toContain("Bergen");
  });

  test("a token that may not assign sources assigns none", async () => {
    await source("bh1");
    const token: Actor = { ...ADMIN, scopes: ["space:write", "site:create"] };
    const report = await preview("Site,Source vendor,Source id\nOslo,DT,bh1", token);
    expect(problems(report)).toEqual(["2 sourceId: You may not say where sources stand."]);
  });
});

describe("taking back what was made", () => {
  test("archives it all at once, and leaves alone what was there before", async () => {
    await apply("Site,Building\nOslo,K");
    const { roots } = await apply("Site,Building,Floor,Room\nOslo,K,1,Fjord\nOslo,K,2,Vik\nBergen,,,");
    expect(roots.map(({ name }) => name).sort()).toEqual(["1", "2", "Bergen"]);
    const [first, ...rest] = roots.map(({ id, name }) => ({ id, name }));
    if (!first) throw new Error("Nothing was made");
    const wrong = [...rest, { ...first, name: "Other" }];
    await expect(undoImport(wrong, ADMIN, ingest.db)).rejects.toMatchObject({ code: "conflict" });
    expect(await count("space WHERE archived_at IS NOT NULL")).toBe(0);
    expect(await undoImport([first, ...rest], ADMIN, ingest.db)).toMatchObject({ archived: 5 });
    expect(await rows("SELECT name FROM space WHERE archived_at IS NULL ORDER BY id")).toEqual([
      { name: "Oslo" },
      { name: "K" },
    ]);
    await expect(undoImport([first], ADMIN, ingest.db)).rejects.toMatchObject({ code: "not-found" });
  });

  test("is only for one's own sites", async () => {
    const { roots } = await apply("Site\nOslo\nBergen");
    const mine = { ...ADMIN, role: "site_admin" as const, sites: [Number(roots[0]?.id)] };
    for (const { id, name } of roots)
      await expect(undoImport([{ id, name }], mine, ingest.db)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("export and import again", () => {
  test("unchanged, it changes nothing; formulas and hostile names come back as they were and calculate nothing", async () => {
    await ingest.db.read.query("INSERT INTO space_type (name) VALUES ('=cmd|x'), ('Desk; hot')");
    const names = [
      "=HYPERLINK(1)",
      "'=x",
      "+47",
      "@SUM(1)",
      "-",
      "a;b",
      "a,b",
      '"q"',
      "<script>",
      "<img src=x onerror=1>",
      "Ærø",
      "__proto__",
    ];
    const lines = names.map(
      (name, i) =>
        `Oslo;K;1;"${name.replaceAll('"', '""').replace(/^('?[=+@-])/, "'$1")}";${i};'=cmd|x;"a\\;b; c,d";${i}`,
    );
    await apply(`Site;Building;Floor;Room;Capacity;Type;Tags;Custom id\n${lines.join("\n")}`);
    const stored = await rows("SELECT name FROM space WHERE kind = 'room' ORDER BY id");
    expect(stored.map(({ name }) => name)).toEqual(names);
    await source("-1+1");
    await ingest.db.read.query("INSERT INTO assignment (source_id, space_id, starts_at) VALUES (1, 4, 'epoch')");
    const file = await exportSpaces(ADMIN, ingest.db);
    expect(file).not.toMatch(/(^|[,\n\ufeff])"?[=+@\t-]/);
    const report = await preview(file);
    expect([problems(report), report.counts]).toEqual([[], { create: 0, update: 0, unchanged: 15, problem: 0 }]);
    expect(await count(`${audited()} AND action = 'space.export'`)).toBe(1);
  });

  test("names that vendors gave stay the vendor's", async () => {
    await ingest.db.read.query(
      `INSERT INTO space (kind, vendor_name, vendor_custom_id, parent_id) VALUES ('site', E'Os\\u202elo', 'v1', NULL), ('building', 'K', NULL, 1)`,
    );
    const file = await exportSpaces(ADMIN, ingest.db);
    expect((await preview(file)).counts).toMatchObject({ unchanged: 2 });
    await apply(file.replace(/\bv1\b/, "v2"));
    expect(await rows("SELECT name, custom_id, vendor_custom_id FROM space ORDER BY id")).toEqual([
      { name: null, custom_id: "v2", vendor_custom_id: "v1" },
      { name: null, custom_id: null, vendor_custom_id: null },
    ]);
  });

  test("the template is an import that works", async () => {
    const report = await preview(importTemplate());
    expect([problems(report), report.counts.create]).toEqual([[], 4]);
  });
});

test("5,000 desks and as many changes", async () => {
  const desks = (capacity: number) =>
    `Site,Building,Floor,Room,Desk,Capacity\n${Array.from({ length: 5000 }, (_, i) => `S,B,${i % 20},R${i % 200},D${i},${capacity}`).join("\n")}`;
  const timed = async <T>(what: string, work: Promise<T>) => {
    const started = performance.now();
    const result = await work;
    console.info(`${what}: ${Math.round(performance.now() - started)} ms`);
    return result;
  };
  expect((await timed("preview", preview(desks(1)))).counts.create).toBe(5000);
  expect(await timed("preview and apply", apply(desks(1)))).toMatchObject({ created: 5222 });
  expect(await timed("change all", apply(desks(2)))).toMatchObject({ updated: 5000 });
});
