import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PrismaClient } from "@/lib/db/generated/client";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { butlrPlaces } from "@/lib/simulator/butlr-places";
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
    include: { parent: true, assignments: { include: { source: true } } },
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
      type: "boardroom",
      parent: { name: "Level 1" },
    });
    expect(await named("l1-desk-n01")).toMatchObject({ kind: "desk", name: "N01", parent: { name: "North Desks" } });
  });

  it("maps what the simulator sends: every place has a source with the same id", async () => {
    const sent = butlrPlaces(demoBuilding).map(({ metadata }) =>
      metadata.zone_id
        ? { kind: "zone", externalId: metadata.zone_id }
        : { kind: "room", externalId: metadata.room_id },
    );
    const known = await prisma.source.findMany({
      where: { vendor: "butlr", assignments: { some: { endsAt: null } } },
      select: { kind: true, externalId: true },
    });
    expect(known).toEqual(expect.arrayContaining(sent));
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

  it("changes nothing when it runs again", async () => {
    const everything = async () => ({
      spaces: await prisma.space.findMany({ orderBy: { id: "asc" } }),
      sources: await prisma.source.findMany({ orderBy: { id: "asc" } }),
      assignments: await prisma.assignment.findMany({ orderBy: { id: "asc" } }),
      members: await prisma.floorMember.count(),
    });
    const before = await everything();
    await seedDemoBuilding(prisma);
    expect(await everything()).toEqual(before);
  });
});
