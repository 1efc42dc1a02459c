import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { addSite } from "@/lib/testing/route-fixture";
import { countAlerts } from "./alert-count-repository";
import { type Database, openDatabase } from "./database";

let base: TestDatabase;
let db: Database;
let oslo: number;
let bonn: number;
const TODAY = "2026-11-21T00:00:00Z";
const NOON = "2026-11-21T12:00:00Z";

beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
  [oslo, bonn] = [await addSite(db, "Oslo"), await addSite(db, "Bonn")];
});
afterAll(async () => {
  await db.close();
  await base.drop();
});

let turn = 0;
async function alert(siteId: number, change: Record<string, unknown> = {}) {
  const at = new Date("2026-11-21T10:00:00Z");
  const made = await db.prisma.alert.create({
    data: {
      cause: `test:${turn++}`,
      kind: "battery",
      code: "battery",
      severity: "notice",
      siteId,
      openedAt: at,
      since: at,
      lastAt: at,
      ...change,
    },
  });
  return made.id;
}

const counts = (sites: number[] | null) => countAlerts({ userId: "ann", sites, newSince: NOON, today: TODAY }, db);

test("every view counts what it would show, once for an incident, within the sites", async () => {
  const parent = await alert(oslo);
  await alert(oslo, { parentId: parent });
  await alert(oslo, { status: "acknowledged", assigneeId: "ann" });
  await alert(oslo, { status: "snoozed", openedAt: new Date("2026-11-21T13:00:00Z") });
  const until = new Date("2026-11-21T18:00:00Z");
  await alert(oslo, { suppressedBy: 1, suppressedName: "HVAC works", suppressedUntil: until });
  await alert(oslo, { status: "resolved", resolvedAt: new Date("2026-11-21T11:00:00Z") });
  await alert(oslo, { status: "resolved", resolvedAt: new Date("2026-11-20T23:00:00Z") });
  await alert(bonn, { openedAt: new Date("2026-11-21T12:30:00Z") });
  expect(await counts([oslo])).toEqual({
    needs: 2,
    open: 1,
    mine: 1,
    new: 1,
    snoozed: 1,
    resolved: 1,
    suppressed: 1,
    window: { name: "HVAC works", until: until.toISOString(), count: 1 },
    devices: { healthy: 0, inMaintenance: 0 },
  });
  expect(await counts(null)).toMatchObject({ needs: 3, open: 2, new: 2 });
});

test("devices are healthy without an alert, and apart while maintenance is", async () => {
  const room = await db.prisma.space.create({ data: { kind: "room", name: "Fjord", parentId: bonn } });
  const closed = await db.prisma.space.create({ data: { kind: "room", name: "Haven", parentId: bonn } });
  const ids: number[] = [];
  for (const [i, spaceId] of [room.id, room.id, closed.id].entries()) {
    const source = await db.prisma.source.create({
      data: { vendor: "disruptive", kind: "device", externalId: `d${i}` },
    });
    await db.prisma.assignment.create({ data: { sourceId: source.id, spaceId, startsAt: new Date(0) } });
    ids.push(source.id);
  }
  await alert(bonn, { sourceId: ids[0] });
  await db.prisma.maintenanceWindow.create({
    data: { spaceId: closed.id, name: "Works", startsAt: new Date(Date.now() - 60_000), createdBy: "Ann" },
  });
  expect((await counts(null)).devices).toEqual({ healthy: 1, inMaintenance: 1 });
  expect((await counts([oslo])).devices).toEqual({ healthy: 0, inMaintenance: 0 });
});
