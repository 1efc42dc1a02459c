import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FloorPlan } from "@/lib/core/floor-plan";
import { PrismaClient } from "@/lib/db/generated/client";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { butlrPlaces } from "@/lib/simulator/butlr-places";
import { disruptiveDevices } from "@/lib/simulator/disruptive-devices";
import { zoomEstate } from "@/lib/simulator/zoom-estate";
import { demoBuilding, seedDemoBuilding } from "./demo-building";

let database: TestDatabase;
let prisma: PrismaClient;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.url }) });
  await seedDemoBuilding(prisma);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const named = (customId: string) =>
  prisma.space.findFirstOrThrow({
    where: { customId },
    include: { parent: true, type: true, assignments: { include: { source: true } } },
  });

describe("seedDemoBuilding", () => {
  it("makes the tree of building.json", async () => {
    const kinds = await prisma.space.groupBy({ by: ["kind"], _count: true });
    expect(Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count]))).toEqual({
      site: 1,
      building: 1,
      floor: 2,
      room: 25,
      zone: 8,
      desk: 80,
    });
    expect(await named("riverside")).toMatchObject({ name: "Riverside", timeZone: "Europe/Copenhagen", parent: null });
    expect(await named("l2")).toMatchObject({ name: "Level 2", sortOrder: 2, parent: { name: "Alder House" } });
    expect(await named("oak")).toMatchObject({
      kind: "room",
      capacity: 16,
      type: { name: "boardroom" },
      parent: { name: "Level 1" },
    });
    expect(await named("l1-desk-n01")).toMatchObject({ kind: "desk", name: "N01", parent: { name: "North Desks" } });
  });

  it("maps what the simulator sends: every place has a source with the same id", async () => {
    const sent = butlrPlaces(demoBuilding).map(({ metadata: { zone_id, room_id, floor_id } }) => {
      if (zone_id) return { kind: "zone", externalId: zone_id };
      return room_id ? { kind: "room", externalId: room_id } : { kind: "floor", externalId: floor_id };
    });
    const known = await prisma.source.findMany({
      where: { vendor: "butlr", assignments: { some: { endsAt: null } } },
      select: { kind: true, externalId: true },
    });
    expect(known).toEqual(expect.arrayContaining(sent));
  });

  it("assigns DT's devices and Zoom's rooms, appliances and desks as an admin would", async () => {
    const assigned = async (customId: string) =>
      (await named(customId)).assignments.map(({ source }) => `${source.vendor} ${source.kind}`).toSorted();
    expect(await assigned("oak")).toEqual([
      "butlr room",
      "disruptive device",
      "zoom room",
      "zoom sensor",
      "zoom sensor",
    ]);
    expect(await assigned("l1-desk-n01")).toEqual(["butlr zone", "disruptive device"]);
    expect(await assigned("l2-desk-e01")).toEqual(["butlr zone", "zoom workspace"]);
    expect(await assigned("l1")).toEqual(["butlr floor", "disruptive device", "zoom location"]);
  });

  it("keeps the times of what measures, and none of what speaks on change", async () => {
    const [air] = (await named("birch")).assignments.filter(({ source }) => source.kind === "device");
    const [motion] = (await named("hazel")).assignments.filter(({ source }) => source.kind === "device");
    expect([air?.source.expectedIntervalMs, motion?.source.expectedIntervalMs]).toEqual([600_000, null]);
  });

  it("leaves a few devices, a Zoom Room and a desk to the inbox", async () => {
    const unplaced = [
      ...disruptiveDevices(demoBuilding).filter((device) => !device.isAssigned),
      ...zoomEstate(demoBuilding).rooms.filter((room) => !room.isAssigned),
      ...zoomEstate(demoBuilding).workspaces.filter((workspace) => !workspace.isAssigned),
    ].map(({ id }) => id);
    expect(unplaced).toHaveLength(7);
    expect(await prisma.source.count({ where: { externalId: { in: unplaced } } })).toBe(0);
  });

  it("leaves the comms rooms without a source and gives the quiet room one that never spoke", async () => {
    expect((await named("comms-1")).assignments).toEqual([]);
    expect((await named("server")).assignments).toEqual([]);
    const [assignment] = (await named("quiet")).assignments;
    expect(assignment?.source).toMatchObject({ kind: "room", expectedIntervalMs: 60_000 });
  });

  it("puts every room, zone and desk on its floor's feed", async () => {
    const floor = await named("l1");
    const members = await prisma.floorMember.findMany({ where: { floorId: floor.id } });
    expect(members).toHaveLength(12 + 4 + 40);
    expect(members.every(({ offset, removed }) => offset === 1n && !removed)).toBe(true);
    expect(await prisma.floorFeed.findUnique({ where: { floorId: floor.id } })).toMatchObject({ offset: 1n });
  });

  it("publishes a plan per floor, on its own drawing, with every space of the floor on it", async () => {
    for (const [customId, spaces] of [
      ["l1", 56],
      ["l2", 57],
    ] as const) {
      const { id } = await named(customId);
      const row = await prisma.floorPlan.findUniqueOrThrow({ where: { floorId: id } });
      const plan = FloorPlan.parse(row.published);
      expect([row.publishedRevision, row.draft, plan.shapes.length]).toEqual([1, null, spaces]);
      const members = await prisma.floorMember.findMany({ where: { floorId: id } });
      const drawn = plan.shapes.map(({ spaceId }) => spaceId);
      expect(new Set(drawn)).toEqual(new Set(members.map(({ spaceId }) => String(spaceId))));
      expect(plan.shapes.every(({ points }) => points.flat().every((part) => part >= 0 && part <= 1))).toBe(true);
      const drawing = await prisma.drawing.findUniqueOrThrow({ where: { id: Number(plan.drawing?.id) } });
      expect(drawing).toMatchObject({ floorId: id, shownType: "image/svg+xml", width: 1600 });
      expect(drawing.shown.length).toBeGreaterThan(10_000);
    }
  });

  it("leaves a plan that somebody has drawn since as it is", async () => {
    const { id: floorId } = await named("l2");
    const before = await prisma.floorPlan.findUniqueOrThrow({ where: { floorId } });
    const mine = { ...FloorPlan.parse(before.published), shapes: [] };
    await prisma.floorPlan.update({ where: { floorId }, data: { published: mine, publishedRevision: 2 } });
    await seedDemoBuilding(prisma);
    expect(await prisma.floorPlan.findUnique({ where: { floorId } })).toMatchObject({
      published: mine,
      publishedRevision: 2,
    });
  });

  it("changes nothing when it runs again", async () => {
    const everything = async () => ({
      spaces: await prisma.space.findMany({ orderBy: { id: "asc" } }),
      sources: await prisma.source.findMany({ orderBy: { id: "asc" } }),
      assignments: await prisma.assignment.findMany({ orderBy: { id: "asc" } }),
      members: await prisma.floorMember.count(),
      plans: await prisma.floorPlan.findMany({ orderBy: { floorId: "asc" } }),
      drawings: await prisma.drawing.count(),
    });
    const before = await everything();
    await seedDemoBuilding(prisma);
    expect(await everything()).toEqual(before);
  });
});
