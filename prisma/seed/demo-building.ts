import type { PrismaClient } from "@/lib/db/generated/client";
import { BuildingDescription, isMonitored } from "@/lib/simulator/building";
import { type ButlrPlaceKind, butlrId } from "@/lib/simulator/butlr-places";
import description from "./demo-building/building.json" with { type: "json" };
import { demoDrawing, demoPlan } from "./demo-plans";
import { demoSources } from "./demo-sources";

export const demoBuilding = BuildingDescription.parse(description);

type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

interface Place {
  readonly kind: Exclude<ButlrPlaceKind, "org" | "hive" | "sensor">;
  readonly customId: string;
  readonly name: string;
  readonly capacity?: number;
  readonly type?: string;
  readonly timeZone?: string;
  readonly sortOrder?: number;
}

const COUNTED: readonly string[] = ["floor", "room", "zone", "desk"];
const REPORTS_EVERY_MS = 60_000;
/** Before the week of history, so that all of it belongs to the spaces. */
const ASSIGNED_DAYS_AGO = 14;
const FIRST_OFFSET = 1n;

const assignedAt = () => new Date(Date.now() - ASSIGNED_DAYS_AGO * 86_400_000);

/** Creates the demo building, what the vendors call its parts, its floor feeds and its plans. Running it again changes nothing. */
export async function seedDemoBuilding(prisma: PrismaClient): Promise<void> {
  await prisma.$transaction((tx) => seed(tx), { timeout: 30_000 });
}

async function seed(tx: Transaction): Promise<void> {
  const { site, building, floors, spaces } = demoBuilding;
  const ids = new Map<string, number>();
  const add = async (place: Place, parent: string | null) => {
    const spaceId = await placeSpace(tx, place, parent === null ? null : idOf(ids, parent));
    ids.set(place.customId, spaceId);
    if (isMonitored(place.customId)) await assign(tx, butlrSource(place), spaceId);
  };

  await add({ kind: "site", customId: site.id, name: site.name, timeZone: site.timeZone }, null);
  await add({ kind: "building", customId: building.id, name: building.name }, site.id);
  for (const { id, name, level } of floors) {
    await add({ kind: "floor", customId: id, name, sortOrder: level }, building.id);
  }
  for (const [order, { id, kind, parentId, name, capacity, type }] of spaces.entries()) {
    await add({ kind, customId: id, name, capacity, type, sortOrder: order }, parentId);
  }
  for (const { placeId, ...source } of demoSources(demoBuilding)) await assign(tx, source, idOf(ids, placeId));
  for (const floor of floors) {
    const members = spaces.filter((space) => space.floorId === floor.id).map((space) => space.id);
    await openFeed(
      tx,
      idOf(ids, floor.id),
      members.map((member) => idOf(ids, member)),
    );
    await publishPlan(tx, floor.id, ids);
  }
}

async function placeSpace(tx: Transaction, place: Place, parentId: number | null): Promise<number> {
  const { kind, customId, name } = place;
  const known = await tx.space.findFirst({
    where: { kind, parentId, OR: [{ customId }, { vendorCustomId: customId }] },
  });
  const vendorName = isMonitored(customId) ? { vendorName: name, vendorNameAt: assignedAt() } : {};
  if (known) return known.id;
  const { type, ...rest } = place;
  const typeId = type === undefined ? null : await spaceType(tx, type, kind);
  return (await tx.space.create({ data: { ...rest, ...vendorName, parentId, typeId } })).id;
}

async function spaceType(tx: Transaction, name: string, kind: Place["kind"]): Promise<number> {
  return (await tx.spaceType.upsert({ where: { name }, create: { name, kind }, update: {} })).id;
}

interface Source {
  readonly vendor: string;
  readonly kind: string;
  readonly externalId: string;
  readonly name: string;
  readonly customId?: string;
  readonly expectedIntervalMs: number | null;
}

const butlrSource = ({ kind, customId, name }: Place): Source => ({
  vendor: "butlr",
  kind: kind === "desk" ? "zone" : kind,
  externalId: butlrId(kind, customId),
  name,
  customId,
  expectedIntervalMs: COUNTED.includes(kind) ? REPORTS_EVERY_MS : null,
});

async function assign(tx: Transaction, { vendor, kind, externalId, ...rest }: Source, spaceId: number): Promise<void> {
  const identity = { vendor, kind, externalId };
  const source = await tx.source.upsert({
    where: { vendor_kind_externalId: identity },
    create: { ...identity, ...rest },
    update: {},
  });
  if (await tx.assignment.findFirst({ where: { sourceId: source.id } })) return;
  await tx.assignment.create({ data: { sourceId: source.id, spaceId, startsAt: assignedAt() } });
}

async function openFeed(tx: Transaction, floorId: number, members: number[]): Promise<void> {
  await tx.floorMember.createMany({
    data: members.map((spaceId) => ({ floorId, spaceId, offset: FIRST_OFFSET })),
    skipDuplicates: true,
  });
  await tx.floorFeed.upsert({ where: { floorId }, create: { floorId, offset: FIRST_OFFSET }, update: {} });
}

const DRAWN_BY = "Demo";

/** Draws a floor that nobody has drawn or begun to draw. */
async function publishPlan(tx: Transaction, floor: string, ids: ReadonlyMap<string, number>): Promise<void> {
  const floorId = idOf(ids, floor);
  if (await tx.floorPlan.findUnique({ where: { floorId } })) return;
  const { name, type, bytes, width, height } = demoDrawing(floor);
  const drawing = await tx.drawing.create({
    data: {
      floorId,
      name,
      shownType: type,
      shown: bytes,
      width,
      height,
      originalType: type,
      original: bytes,
      createdBy: DRAWN_BY,
    },
  });
  const published = demoPlan(floor, String(drawing.id), ids);
  const publication = { published, publishedRevision: 1, publishedAt: new Date(), publishedBy: DRAWN_BY };
  await tx.floorPlan.create({ data: { floorId, ...publication } });
}

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`building.json names ${key} before it describes it`);
  return id;
}
