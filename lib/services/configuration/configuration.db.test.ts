import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { RuleMeasure } from "@/lib/core/alert-rule";
import type { Configuration } from "@/lib/core/configuration";
import { EMPTY_PLAN, type FloorPlan, type Shape } from "@/lib/core/floor-plan";
import { seedRules } from "@/lib/db/alerts/rule-rows";
import { readPlanDraft, readPublishedPlan } from "@/lib/db/floor-plan-repository";
import { listFloors, readFloorSnapshot } from "@/lib/db/floor-repository";
import { pdfOf } from "@/lib/drawings/testing/files";
import { createRule } from "@/lib/services/alert-rules/change-rules";
import { assignSource } from "@/lib/services/sources/assign-source";
import { changeThreshold } from "@/lib/services/thresholds/change-threshold";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { applyImport, previewImport } from "../imports/import-spaces";
import { addDrawing } from "../plans/add-drawing";
import { publishPlan } from "../plans/publish-plan";
import { saveDraft } from "../plans/save-draft";
import { exportConfiguration } from "./export-configuration";
import { previewConfiguration, restoreConfiguration } from "./import-configuration";

const ADMIN: Actor = {
  ...{ userId: "u1", name: "Ada Lovelace", email: "ada@example.com", role: "admin", sessionId: "s1" },
  ...{ sites: null, scopes: null, address: null },
};
const NOW = Math.floor(Date.now() / 1000) * 1000;
const LATER = NOW + 600_000;

type System = Awaited<ReturnType<typeof openIngest>>;
let old: System;
let fresh: System;
let file: Buffer;

beforeAll(async () => {
  old = await openIngest({ now: () => NOW });
  fresh = await openIngest({ now: () => LATER }); // when what an admin moved has been moved
  await furnish(old);
  file = await fileOf(old);
});
afterAll(async () => {
  await old.close();
  await fresh.close();
});

const fileOf = async ({ db }: System) =>
  Buffer.from(await new Response(await exportConfiguration(ADMIN, db)).arrayBuffer());
const one = async ({ db }: System, sql: string, values: unknown[] = []): Promise<string> => {
  const { rows } = await db.read.query<{ id: number }>(sql, values);
  if (!rows[0]) throw new Error(`No row: ${sql}`);
  return String(rows[0].id);
};
const spaceId = (system: System, name: string) =>
  one(system, "SELECT id FROM space WHERE coalesce(name, vendor_name) = $1", [name]);
const sourceId = (system: System, externalId: string) =>
  one(system, "SELECT id FROM source WHERE external_id = $1", [externalId]);
const room = (system: System, people: number, id: string, name: string, at = NOW - 60_000) =>
  system.post(butlrEvent({ at, data: people, metadata: { room_id: id, room_name: name } }));
const motion = (system: System) =>
  system.db.read.query(
    "INSERT INTO source (vendor, kind, external_id, name) VALUES ('disruptive', 'device', 'bh1', 'Motion 1') ON CONFLICT DO NOTHING",
  );

/** Places by a vendor and by hand, a type, hours, a plan with a drawing and a draft, sources that an admin moved. */
async function furnish(system: System) {
  const { db } = system;
  for (const [id, name] of Object.entries({ room_1: "Fjord", room_2: "Vik", room_3: "Bay" }))
    await room(system, 1, id, name);
  await motion(system);
  await db.read.query("INSERT INTO space_type (name, kind, capacity, hold_minutes) VALUES ('Focus', 'room', 4, 5)");
  const sheet = Buffer.from(
    "Site,Building,Floor,Room,Desk,Capacity,Type,Tags,Time zone\nOslo,,,,,,,,Europe/Oslo\nOslo,Kvartal 12,2nd Floor,Fjord,,8,Focus,quiet,\nOslo,Kvartal 12,2nd Floor,Fjord,Desk 1,1,,,",
  );
  const { fingerprint } = await previewImport(sheet, ADMIN, db);
  await applyImport(sheet, fingerprint, ADMIN, db);
  await db.read.query(
    `UPDATE space SET working_hours = '{"mon":[["08:00","16:00"]]}', holidays = '[{"date":"2026-12-25","name":"Christmas"}]' WHERE kind = 'site'`,
  );
  await assignSource(await sourceId(system, "bh1"), { spaceId: await spaceId(system, "Desk 1") }, ADMIN, db);
  await assignSource(await sourceId(system, "room_2"), { spaceId: await spaceId(system, "Bay") }, ADMIN, db);
  await assignSource(await sourceId(system, "room_3"), { spaceId: null }, ADMIN, db);
  await db.read.query("UPDATE source SET ignored_at = now() WHERE external_id = 'room_3'");
  await db.read.query(
    `INSERT INTO setting (name, value) VALUES ('secondFactor', '"admins"'), ('simulated', 'true'),
       ('retention', '{"deliveryDays": 40, "readingMonths": 14, "rollupYears": null, "alertMonths": 18}')`,
  );
  await watchAir(system);
  await drawPlan(system);
}

/** Limits of the air everywhere and of one room; a rule of one's own for a room and a type, and one switched off. */
async function watchAir(system: System) {
  const { db } = system;
  const fjord = await spaceId(system, "Fjord");
  await changeThreshold(null, { metric: "co2", limits: [500, 700, 900, 1300] }, ADMIN, db);
  await changeThreshold(fjord, { metric: "temperature", limits: [17, 19, 24, 27] }, ADMIN, db);
  await seedRules(db.read);
  await db.read.query("UPDATE alert_rule SET is_enabled = false, severity = 'notice' WHERE template = 'battery'");
  const limits = { threshold: 1_400, clearThreshold: 1_000, clearMinutes: 5, noDataMinutes: null };
  const measure: RuleMeasure = { metric: "co2", comparison: "above", ...limits };
  const typeIds = [await one(system, "SELECT id FROM space_type WHERE name = 'Focus'")];
  const shared = { isEnabled: true, severity: "warning", forMinutes: 10, schedule: "always", measure } as const;
  await createRule({ ...shared, name: "Stuffy", scope: { within: [fjord], typeIds, tags: ["quiet"] } }, ADMIN, db);
}

async function drawPlan(system: System) {
  const { db } = system;
  const floorId = await spaceId(system, "2nd Floor");
  const png = await sharp({ create: { width: 80, height: 50, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  const drawing = await addDrawing(floorId, { name: "level-2.png", bytes: png, page: 1 }, ADMIN, db);
  const shape = (id: string, space: string | null, x: number): Shape => ({
    ...{ id, kind: "room", spaceId: space, ...(space ? {} : { edit: { name: "New room" } }) },
    points: [
      [x, 0.1],
      [x + 0.2, 0.1],
      [x + 0.2, 0.4],
    ],
  });
  const plan: FloorPlan = {
    ...EMPTY_PLAN,
    widthM: 40,
    drawing: { id: drawing.id, x: 0, y: 0, width: 1, height: 1, rotation: 0, opacity: 0.5 },
    shapes: [shape("a", await spaceId(system, "Fjord"), 0.1), shape("b", await spaceId(system, "Bay"), 0.5)],
  };
  await saveDraft(floorId, { revision: 0, plan }, ADMIN, db);
  const { revision } = (await readPlanDraft(floorId, db)) ?? { revision: -1 };
  await publishPlan(floorId, revision, ADMIN, db);
  const after = (await readPlanDraft(floorId, db))?.revision ?? -1;
  await saveDraft(floorId, { revision: after, plan: { ...plan, shapes: plan.shapes.slice(1) } }, ADMIN, db);
}

describe("the file", () => {
  test("holds no secret, no person and no reading", () => {
    const { settings: _, ...rest } = JSON.parse(file.toString());
    const text = JSON.stringify(rest);
    expect(text).not.toMatch(/Ada|Lovelace|example\.com|u1"/);
    expect(text).not.toMatch(/"(value|values|observedAt|secret|password|token|email|assignedBy|createdBy)"/);
  });

  test("is said what it holds before anything is restored", async () => {
    expect(await previewConfiguration(file, fresh.db)).toMatchObject({
      ...{ isApplied: false, obstacle: null, types: 1, plans: 1, drawings: 1, assigned: 6 },
      kinds: { site: 1, building: 1, floor: 1, room: 3, zone: 0, desk: 1 },
    });
  });
});

test("a rule whose places are all missing in the file is switched off, not let loose everywhere", async () => {
  const empty = await openIngest({ now: () => NOW });
  const content = JSON.parse(file.toString()) as Configuration;
  const lost = content.rules.map((rule) =>
    rule.name === "Stuffy" ? { ...rule, scope: { within: ["999999"] } } : rule,
  );
  await restoreConfiguration(Buffer.from(JSON.stringify({ ...content, rules: lost })), ADMIN, empty.db);
  const { rows } = await empty.db.read.query("SELECT is_enabled, scope FROM alert_rule WHERE name = 'Stuffy'");
  expect(rows).toEqual([{ is_enabled: false, scope: { within: [] } }]);
  await empty.close();
});

describe("restored into an empty system", () => {
  test("it is the same: exported again, but for the ids, nothing differs", async () => {
    await motion(fresh); // it has sent something there already, and waits
    await restoreConfiguration(file, ADMIN, fresh.db);
    const again = await fileOf(fresh);
    expect(withoutIds(again)).toEqual(withoutIds(file));
    expect(withoutIds(again).rules).toContainEqual(expect.objectContaining({ template: "battery", isEnabled: false }));
    expect(withoutIds(again).thresholds).toHaveLength(2);
    expect(JSON.parse(again.toString()).settings).toEqual([
      { name: "retention", value: { deliveryDays: 40, readingMonths: 14, rollupYears: null, alertMonths: 18 } },
      { name: "secondFactor", value: "admins" },
    ]);
  });

  test("its API says the same of floors and plans", async () => {
    const [a, b] = await Promise.all([old, fresh].map((system) => seenBy(system)));
    expect(b).toEqual(a);
    expect(a?.published?.shapes).toEqual(["Fjord", "Bay"]);
    expect(a?.draft?.shapes).toEqual(["Bay"]);
  });

  test("what vendors send from now on lands in the restored spaces; what an admin moved stays moved", async () => {
    const before = await fresh.db.prisma.space.count();
    await room(fresh, 6, "room_1", "Fjord", LATER);
    await room(fresh, 3, "room_2", "Vik", LATER);
    await room(fresh, 2, "room_3", "Bay", LATER);
    expect(await fresh.db.prisma.space.count()).toBe(before);
    const floor = await readFloorSnapshot(await spaceId(fresh, "2nd Floor"), fresh.db);
    const people = Object.fromEntries(floor?.spaces.map(({ name, metrics }) => [name, metrics.occupancy?.value]) ?? []);
    expect(people).toEqual({ Fjord: 6, Vik: undefined, Bay: 3, "Desk 1": undefined });
  });

  test("once there is something, it is refused, in words, and nothing is changed", async () => {
    const before = await fresh.db.prisma.space.count();
    const refusal = { code: "conflict", message: expect.stringMatching(/no spaces yet. Here are 7 spaces\./) };
    await expect(restoreConfiguration(file, ADMIN, fresh.db)).rejects.toMatchObject(refusal);
    expect((await previewConfiguration(file, fresh.db)).obstacle).toMatch(/7 spaces/);
    expect(await fresh.db.prisma.space.count()).toBe(before);
  });
});

test("of a PDF the page that was chosen is restored", async () => {
  const [from, to] = await Promise.all([openIngest({ now: () => NOW }), openIngest({ now: () => NOW })]);
  try {
    await room(from, 1, "room_1", "Fjord");
    const floorId = await one(from, "SELECT id FROM space WHERE kind = 'floor'");
    const bytes = pdfOf([
      [300, 300],
      [160, 100],
    ]);
    const { id } = await addDrawing(floorId, { name: "building.pdf", bytes, page: 2 }, ADMIN, from.db);
    const drawing = { id, x: 0, y: 0, width: 1, height: 1, rotation: 0, opacity: 0.5 };
    await saveDraft(floorId, { revision: 0, plan: { ...EMPTY_PLAN, drawing } }, ADMIN, from.db);
    await restoreConfiguration(await fileOf(from), ADMIN, to.db);
    const draft = await readPlanDraft(await one(to, "SELECT id FROM space WHERE kind = 'floor'"), to.db);
    expect(draft?.drawings.map(({ name, width, height }) => [name, width / height])).toEqual([["building.pdf", 1.6]]);
    expect(draft?.plan.drawing?.id).toBe(draft?.drawings[0]?.id);
  } finally {
    await from.close();
    await to.close();
  }
});

describe("files that are not right", () => {
  const changed = (change: (file: Configuration) => void) => {
    const copy = JSON.parse(file.toString()) as Configuration;
    change(copy);
    return Buffer.from(JSON.stringify(copy));
  };
  const nested = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  test.each<[string, () => Buffer, RegExp]>([
    ["no JSON", () => Buffer.from("PK"), /not JSON/],
    ["something else", () => Buffer.from('{"a":1}'), /no configuration of this version/],
    ["a list", () => Buffer.from("[]"), /no configuration of this version/],
    ["brackets without end", () => Buffer.from(nested), /no configuration of this version/],
    ["a later version", () => changed((f) => Object.assign(f, { version: 2 })), /no configuration of this version/],
    ["a key of its own", () => changed((f) => Object.assign(f, { users: [] })), /damaged|no configuration/],
    [
      "a prototype",
      () => Buffer.from(file.toString().replace("{", '{"__proto__":{"x":1},')),
      /damaged|no configuration/,
    ],
    ["a space twice", () => changed((f) => f.spaces.push(...f.spaces.slice(-1))), /spaces\.7 is there twice/],
    [
      "a room in a site",
      () => changed((f) => Object.assign(f.spaces[3] ?? {}, { parentId: f.spaces[0]?.id })),
      /a room cannot stand there/,
    ],
    [
      "a circle",
      () => changed((f) => Object.assign(f.spaces[0] ?? {}, { parentId: f.spaces[0]?.id })),
      /no space above it/,
    ],
    [
      "a source in no space",
      () => changed((f) => Object.assign(f.sources[0] ?? {}, { spaceId: "99999" })),
      /no space of the file/,
    ],
    [
      "a NUL in a name",
      () => changed((f) => Object.assign(f.spaces[0] ?? {}, { name: "a\u0000b" })),
      /must be one line of text/,
    ],
    ["a name of two lines", () => changed((f) => Object.assign(f.spaces[0] ?? {}, { name: "a\nb" })), /one line/],
    ["a name of nothing", () => changed((f) => Object.assign(f.spaces[0] ?? {}, { name: "  " })), /spaces\.0\.name/],
    [
      "an odd time zone",
      () => changed((f) => Object.assign(f.spaces[0] ?? {}, { timeZone: "Mars/Base" })),
      /time zone/,
    ],
    [
      "a name that stands beside itself",
      () =>
        changed((f) => {
          for (const [i, space] of f.spaces.filter(({ kind }) => kind === "room").entries())
            space.name = i < 2 ? (["Fjord", "fjord"][i] ?? null) : space.name;
        }),
      /“fjord” is there twice/,
    ],
    [
      "an id twice in a site",
      () =>
        changed((f) => {
          for (const space of f.spaces.slice(2, 4)) space.customId = "R-1";
        }),
      /“R-1” is there twice/,
    ],
    [
      "a NUL in a vendor's name",
      () => changed((f) => Object.assign(f.spaces[0] ?? {}, { vendorName: "a\u0000b" })),
      /cannot be stored/,
    ],
    [
      "a plan of a room",
      () => changed((f) => Object.assign(f.plans[0] ?? {}, { floorId: f.spaces[3]?.id })),
      /no floor of the file/,
    ],
    [
      "a setting nobody may bring",
      () => changed((f) => f.settings.push({ name: "simulated", value: true } as never)),
      /no setting that can be restored/,
    ],
  ])("%s: refused in words", async (_, bytes, words) => {
    await expect(previewConfiguration(bytes(), old.db)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(words),
    });
  });

  test("a picture that is none: refused, and nothing is restored", async () => {
    const empty = await openIngest();
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'").toString("base64");
    const bad = changed((f) => Object.assign(f.drawings[0] ?? {}, { data: svg, type: "image/svg+xml" }));
    await expect(restoreConfiguration(bad, ADMIN, empty.db)).rejects.toMatchObject({ code: "invalid" });
    expect(await empty.db.prisma.space.count()).toBe(0);
    await empty.close();
  });
});

/** What the API says of the floors, plans and assignments, by names. */
async function seenBy(system: System) {
  const { db } = system;
  const [floor] = await listFloors(null, db);
  const snapshot = await readFloorSnapshot(floor?.id ?? "", db);
  const names = new Map(snapshot?.spaces.map(({ id, name }) => [id, name]));
  const drawn = (plan: FloorPlan | null | undefined) =>
    plan && {
      ...plan,
      drawing: { ...plan.drawing, id: "" },
      shapes: plan.shapes.map(({ spaceId }) => names.get(spaceId ?? "")),
    };
  const published = await readPublishedPlan(floor?.id ?? "", db);
  const draft = await readPlanDraft(floor?.id ?? "", db);
  return {
    floor: [floor?.name, floor?.building.name, floor?.site.name, floor?.site.timeZone, floor?.spaces],
    spaces: snapshot?.spaces.map(({ name, kind, capacity, type, sources, parentId }) => ({
      ...{ name, kind, capacity, type, parent: names.get(parentId ?? "") },
      sources: sources.map(({ name, kind, vendor }) => [vendor, kind, name]),
    })),
    published: drawn(published?.plan),
    draft: drawn(draft?.plan),
    drawings: draft?.drawings.map(({ name, width, height }) => [name, width, height]),
  };
}

/** The file with ids replaced by how manieth they are, so that two systems can be compared. */
function withoutIds(bytes: Buffer) {
  const content = JSON.parse(bytes.toString()) as Configuration;
  const order = new Map<string, string>();
  for (const list of ["types", "spaces", "drawings"] as const)
    for (const [i, { id }] of content[list].entries()) order.set(`${list}/${id}`, `${list} ${i}`);
  const as = (list: string, id: string | null) => (id === null ? null : order.get(`${list}/${id}`));
  const plan = (one: FloorPlan | null) =>
    one && {
      ...one,
      drawing: one.drawing && { ...one.drawing, id: as("drawings", one.drawing.id) },
      shapes: one.shapes.map((shape) => ({ ...shape, spaceId: as("spaces", shape.spaceId) })),
    };
  return {
    types: content.types.map((type) => ({ ...type, id: as("types", type.id) })),
    spaces: content.spaces.map((space) => ({
      ...space,
      id: as("spaces", space.id),
      parentId: as("spaces", space.parentId),
      typeId: as("types", space.typeId),
    })),
    plans: content.plans.map((one) => ({
      floorId: as("spaces", one.floorId),
      published: plan(one.published),
      draft: plan(one.draft),
    })),
    thresholds: content.thresholds.map((one) => ({ ...one, spaceId: as("spaces", one.spaceId) })),
    rules: content.rules.map(({ scope: { within, typeIds, ...scope }, ...rule }) => ({
      ...rule,
      scope: {
        ...scope,
        within: within?.map((id) => as("spaces", id)),
        typeIds: typeIds?.map((id) => as("types", id)),
      },
    })),
    sources: content.sources.map(({ since, ...source }) => ({
      ...source,
      spaceId: as("spaces", source.spaceId),
      movedFrom: as("spaces", source.movedFrom),
    })),
    drawings: content.drawings.map((drawing) => ({
      ...drawing,
      id: as("drawings", drawing.id),
      floorId: as("spaces", drawing.floorId),
    })),
  };
}
