import "server-only";
import { isRoomFor, type RoomWish } from "@/lib/core/room-wish";
import type { RoomsElsewhere } from "@/lib/core/rooms-elsewhere";
import { database } from "./client";
import type { Database } from "./database";
import { listFloorHeads, parseId, readFloorSnapshots } from "./floor-repository";

/** On the other floors of its building, as far as they are of these sites: how many rooms fit and are free now. */
export async function countRoomsElsewhere(
  floorId: string,
  wish: RoomWish,
  sites: readonly number[] | null,
  db: Database = database(),
): Promise<RoomsElsewhere> {
  const heads = await listFloorHeads(sites, db);
  const here = heads.find(({ id }) => id === floorId);
  const others = heads.filter(({ id, building }) => id !== floorId && building.id === here?.building.id);
  const floors = await readFloorSnapshots(
    others.flatMap(({ id }) => parseId(id) ?? []),
    db,
  );
  const items = others.map(({ id, name }) => {
    const floor = floors.get(id);
    const now = floor ? Date.parse(floor.now) : 0;
    return { id, name, free: (floor?.spaces ?? []).filter((space) => isRoomFor(space, wish, now)).length };
  });
  return { items: items.filter(({ free }) => free > 0) };
}
