import "server-only";
import { needsSomebody } from "@/lib/core/attention";
import type { FloorFrame, FloorHead, FloorSnapshot, FloorSummary } from "@/lib/core/floor";
import { peopleIn } from "@/lib/core/people";
import type { SpaceKind } from "@/lib/core/space";
import { database } from "./client";
import type { Database } from "./database";
import { READ_FLOOR_HEADS, READ_FLOORS, READ_OFFSETS } from "./floor-sql";
import { floorLimits, type LimitsBySpace, ownLimits, type ThresholdRow } from "./own-limits";
import { type SpaceRow, shown, spaceSnapshot } from "./space-snapshot";

interface FloorRow {
  floor_id: number;
  offset: number;
  epoch: string;
  now: Date;
  plan: number | null;
  /** Floor, building and site. */
  way_up: (number | null)[];
  thresholds: ThresholdRow[] | null;
  spaces: SpaceRow[];
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
    db.read.query<FloorRow>({ name: "read-floors", text: READ_FLOORS, values: [[id], [-1]] }),
  ]);
  const head = heads.rows[0];
  const row = floors.rows[0];
  if (!head || !row) return null;
  return { floor: floorHead(head), ...floorState(row) };
}

type FloorState = Omit<FloorSnapshot, "floor">;

/** What several floors show, by id. */
export async function readFloorSnapshots(
  floorIds: readonly number[],
  db: Database,
): Promise<ReadonlyMap<string, FloorState>> {
  const values = [floorIds, floorIds.map(() => -1)];
  const { rows } = await db.read.query<FloorRow>({ name: "read-floors", text: READ_FLOORS, values });
  return new Map(rows.map((row) => [String(row.floor_id), floorState(row)]));
}

function floorState(row: FloorRow): FloorState {
  const now = row.now.getTime();
  const limits = ownLimits(row.thresholds);
  return {
    epoch: row.epoch,
    offset: row.offset,
    now: row.now.toISOString(),
    plan: row.plan,
    ...floorLimits(limits, row.way_up),
    spaces: row.spaces
      .filter((space) => !space.removed)
      .map((space) => spaceSnapshot(space, now, limits.get(space.id))),
  };
}

/** One frame per floor that is past its cursor, each with everything that changed since. */
export async function readFloorFrames(cursors: readonly FloorCursor[], db: Database): Promise<FloorFrame[]> {
  const byFloor = new Map(cursors.map((cursor) => [cursor.floorId, cursor]));
  const { rows } = await db.read.query<FloorRow>({
    name: "read-floors",
    text: READ_FLOORS,
    values: [cursors.map((c) => c.floorId), cursors.map((c) => c.offset)],
  });
  return rows.flatMap((row) => {
    const cursor = byFloor.get(row.floor_id);
    if (!cursor || (cursor.epoch === row.epoch && cursor.offset === row.offset)) return [];
    const limits = ownLimits(row.thresholds);
    const frame = {
      floorId: String(row.floor_id),
      epoch: row.epoch,
      from: cursor.offset,
      to: row.offset,
      plan: row.plan,
      ...floorLimits(limits, row.way_up),
    };
    // Another database, or an older copy of this one: an empty frame makes every browser fetch anew.
    if (cursor.epoch !== row.epoch || row.offset < cursor.offset) return [{ ...frame, from: -1, changes: [] }];
    return [{ ...frame, changes: row.spaces.map((space) => spaceChange(space, row.now.getTime(), limits)) }];
  });
}

function spaceChange(row: SpaceRow, now: number, limits: LimitsBySpace): FloorFrame["changes"][number] {
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

const isPlace = (kind: SpaceKind) => kind === "room" || kind === "zone";

/** Every floor of these sites (null: of all) with its place and people now, in the order of the switcher. */
export async function listFloors(sites: readonly number[] | null, db: Database = database()): Promise<FloorSummary[]> {
  const heads = await db.read.query<HeadRow>(READ_FLOOR_HEADS, [null, sites]);
  const ids = heads.rows.map((row) => row.id);
  const floors = await db.read.query<FloorRow>({
    name: "read-floors",
    text: READ_FLOORS,
    values: [ids, ids.map(() => -1)],
  });
  const byId = new Map(floors.rows.map((row) => [row.floor_id, row]));
  return heads.rows.map((head) => {
    const row = byId.get(head.id);
    const spaces = (row?.spaces ?? []).filter((s) => !s.removed).map((s) => spaceSnapshot(s, row?.now.getTime() ?? 0));
    const alerts = spaces.filter(({ kind, state, alerts: open }) => isPlace(kind) && needsSomebody(state, open)).length;
    return { ...floorHead(head), spaces: spaces.length, people: peopleIn(spaces, row?.now.getTime() ?? 0), alerts };
  });
}
