import "server-only";
import type { FloorFrame, FloorHead, FloorSnapshot, FloorSummary } from "@/lib/core/floor";
import { peopleIn } from "@/lib/core/people";
import { shown, spaceSnapshot } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { READ_FLOOR_HEADS, READ_FLOORS, READ_OFFSETS } from "./floor-sql";
import { floorLimits, type LimitsBySpace, ownLimits, type ThresholdRow } from "./own-limits";
import { type PlacedRow, readSpaceRows } from "./space-rows";

interface FloorRow {
  floorId: number;
  offset: number;
  epoch: string;
  /** ms */
  now: number;
  plan: number | null;
  /** Floor, building and site. */
  wayUp: (number | null)[];
  thresholds: ThresholdRow[] | null;
  spaces: PlacedRow[];
}

interface FloorLists {
  floors:
    | [
        floorId: number,
        offset: number,
        epoch: string,
        plan: number | null,
        wayUp: (number | null)[],
        thresholds: ThresholdRow[] | null,
      ][]
    | null;
}

/** Floors with what changed on them after an offset; those that do not exist are left out. */
async function readFloors(asked: readonly (readonly [floorId: number, after: number])[], db: Database) {
  const values = [asked.map(([floorId]) => floorId), asked.map(([, after]) => after)];
  const query = { name: "read-floors", text: READ_FLOORS, values };
  const { rows, now, also } = await readSpaceRows<FloorLists>(query, db);
  const byFloor = Map.groupBy(rows, (row) => row.floorId);
  return (also?.floors ?? []).map(
    ([floorId, offset, epoch, plan, wayUp, thresholds]): FloorRow => ({
      ...{ floorId, offset, epoch, plan, wayUp, thresholds, now },
      spaces: byFloor.get(floorId) ?? [],
    }),
  );
}

/** Where a reader of a floor's feed stands. */
export interface FloorCursor {
  readonly floorId: number;
  readonly epoch: string;
  readonly offset: number;
}

interface HeadRow {
  id: number;
  name: string;
  building_id: number;
  building_name: string;
  site_id: number;
  site_name: string;
  time_zone: string;
}

function floorHead(row: HeadRow): FloorHead {
  return {
    id: String(row.id),
    name: shown(row.name),
    building: { id: String(row.building_id), name: shown(row.building_name) },
    site: { id: String(row.site_id), name: shown(row.site_name), timeZone: row.time_zone },
  };
}

/** Ids on the wire are decimal strings; anything else names nothing. */
export function parseId(id: string): number | null {
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null;
}

/** Everything a floor shows, or null when there is no such floor. */
export async function readFloorSnapshot(floorId: string, db: Database = database()): Promise<FloorSnapshot | null> {
  const id = parseId(floorId);
  if (id === null) return null;
  const [heads, floors] = await Promise.all([
    db.read.query<HeadRow>(READ_FLOOR_HEADS, [[id], null]),
    readFloors([[id, -1]], db),
  ]);
  const head = heads.rows[0];
  const row = floors[0];
  if (!head || !row) return null;
  return { floor: floorHead(head), ...floorState(row) };
}

type FloorState = Omit<FloorSnapshot, "floor">;

/** What several floors show, by id. */
export async function readFloorSnapshots(
  floorIds: readonly number[],
  db: Database,
): Promise<ReadonlyMap<string, FloorState>> {
  const floors = await readFloors(
    floorIds.map((id) => [id, -1]),
    db,
  );
  return new Map(floors.map((row) => [String(row.floorId), floorState(row)]));
}

function floorState({ epoch, offset, now, plan, thresholds, wayUp, spaces }: FloorRow): FloorState {
  const limits = ownLimits(thresholds);
  return {
    epoch,
    offset,
    now: new Date(now).toISOString(),
    plan,
    ...floorLimits(limits, wayUp),
    spaces: spaces.filter((row) => !row.removed).map((row) => spaceSnapshot(row, now, limits.get(row.id))),
  };
}

/** The living spaces of a floor as rows, with the limits of their own; null when there is no such floor. */
export async function readFloorRows(floorId: number, db: Database) {
  const [floor] = await readFloors([[floorId, -1]], db);
  if (!floor) return null;
  const limits = ownLimits(floor.thresholds);
  const living = floor.spaces.filter((row) => !row.removed);
  return { rows: living.map((row) => ({ row, limits: limits.get(row.id) })) };
}

/** One frame per floor that is past its cursor, each with everything that changed since. */
export async function readFloorFrames(cursors: readonly FloorCursor[], db: Database): Promise<FloorFrame[]> {
  const byFloor = new Map(cursors.map((cursor) => [cursor.floorId, cursor]));
  const floors = await readFloors(
    cursors.map(({ floorId, offset }) => [floorId, offset]),
    db,
  );
  return floors.flatMap((row) => {
    const cursor = byFloor.get(row.floorId);
    if (!cursor || (cursor.epoch === row.epoch && cursor.offset === row.offset)) return [];
    const limits = ownLimits(row.thresholds);
    const frame = {
      floorId: String(row.floorId),
      epoch: row.epoch,
      from: cursor.offset,
      to: row.offset,
      plan: row.plan,
      ...floorLimits(limits, row.wayUp),
    };
    // Another database, or an older copy of this one: an empty frame makes every browser fetch anew.
    if (cursor.epoch !== row.epoch || row.offset < cursor.offset) return [{ ...frame, from: -1, changes: [] }];
    return [{ ...frame, changes: row.spaces.map((space) => spaceChange(space, row.now, limits)) }];
  });
}

function spaceChange(row: PlacedRow, now: number, limits: LimitsBySpace): FloorFrame["changes"][number] {
  return row.removed ? { id: String(row.id), removed: true } : spaceSnapshot(row, now, limits.get(row.id));
}

/** Where the feeds of these floors stand now; floors that do not exist are left out. */
export async function readFloorCursors(floorIds: readonly number[], db: Database): Promise<FloorCursor[]> {
  const { rows } = await db.read.query<{ floor_id: number; offset: number; epoch: string }>({
    name: "read-offsets",
    text: READ_OFFSETS,
    values: [floorIds],
  });
  return rows.map((row) => ({ floorId: row.floor_id, epoch: row.epoch, offset: row.offset }));
}

/** Every floor of these sites (null: of all), in the order of the switcher. */
export async function listFloorHeads(sites: readonly number[] | null, db: Database = database()): Promise<FloorHead[]> {
  const { rows } = await db.read.query<HeadRow>(READ_FLOOR_HEADS, [null, sites]);
  return rows.map(floorHead);
}

/** Every floor of these sites (null: of all) with its place and people now, in the order of the switcher. */
export async function listFloors(sites: readonly number[] | null, db: Database = database()): Promise<FloorSummary[]> {
  const heads = await db.read.query<HeadRow>(READ_FLOOR_HEADS, [null, sites]);
  const floors = await readFloors(
    heads.rows.map((row) => [row.id, -1]),
    db,
  );
  const byId = new Map(floors.map((row) => [row.floorId, row]));
  return heads.rows.map((head) => {
    const { spaces: rows = [], now = 0 } = byId.get(head.id) ?? {};
    const spaces = rows.filter((row) => !row.removed).map((row) => spaceSnapshot(row, now));
    return { ...floorHead(head), spaces: spaces.length, people: peopleIn(spaces, now) };
  });
}
