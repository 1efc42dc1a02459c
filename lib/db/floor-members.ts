import "server-only";
import type { PoolClient } from "pg";

/** Creating and moving places is rare; one at a time per database keeps two instances from making the same site twice. */
const PLACES_LOCK = 7_305_001;

/** Held until the transaction ends. Taken before anything else that changes the tree. */
export async function lockPlaces(client: PoolClient): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock($1)", [PLACES_LOCK]);
}

/**
 * Puts a space, and what is inside it, on a floor. Leaving another floor leaves a tombstone there, so that open
 * browsers drop it. What is archived is on no floor and stays so. Adds the floors that changed to `touched`.
 */
export async function joinFloor(
  client: PoolClient,
  floorId: number,
  spaceId: number,
  touched: Set<number>,
): Promise<"stays" | "joins"> {
  const members = await client.query<{ space_id: number; floor_id: number | null }>(
    `WITH RECURSIVE inside AS (
       SELECT id, archived_at FROM space WHERE id = $1
       UNION ALL SELECT s.id, s.archived_at FROM space s JOIN inside ON s.parent_id = inside.id
     )
     SELECT inside.id AS space_id, m.floor_id FROM inside
     LEFT JOIN floor_member m ON m.space_id = inside.id AND NOT m.removed
     WHERE inside.archived_at IS NULL ORDER BY inside.id`,
    [spaceId],
  );
  const comers = members.rows.filter((row) => row.floor_id !== floorId);
  if (comers.length === 0) return "stays";
  const left = new Set(comers.flatMap(({ floor_id }) => (floor_id === null ? [] : [floor_id])));
  await lockFeeds(client, [...left, floorId]);
  for (const floor of left) {
    touched.add(floor);
    const leavers = comers.filter((row) => row.floor_id === floor).map((row) => row.space_id);
    await stampMembers(client, floor, leavers, true);
  }
  const joiners = comers.map((row) => row.space_id);
  await stampMembers(client, floorId, joiners, false);
  touched.add(floorId);
  return "joins";
}

/** Puts every living space inside a floor on it: after restoring. */
export async function fillFloor(client: PoolClient, floorId: number): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    `WITH RECURSIVE inside AS (
       SELECT id FROM space WHERE parent_id = $1 AND archived_at IS NULL
       UNION ALL SELECT s.id FROM space s JOIN inside ON s.parent_id = inside.id AND s.archived_at IS NULL
     )
     SELECT id FROM inside WHERE NOT EXISTS (
       SELECT 1 FROM floor_member m WHERE m.floor_id = $1 AND m.space_id = inside.id AND NOT m.removed)`,
    [floorId],
  );
  const comers = rows.map(({ id }) => id);
  if (comers.length > 0) await stampMembers(client, floorId, comers, false);
}

/** Takes spaces off every floor that shows them, leaving tombstones. Answers those floors. */
export async function leaveFloors(client: PoolClient, spaceIds: readonly number[]): Promise<number[]> {
  return stampWhereShown(client, spaceIds, true);
}

/** Says on every floor that shows one of the spaces that something about it changed. Answers those floors. */
export async function stampSpaces(client: PoolClient, spaceIds: readonly number[]): Promise<number[]> {
  return stampWhereShown(client, spaceIds, false);
}

/** Says on every floor that shows the space that something about it changed. */
export async function stampSpace(client: PoolClient, spaceId: number | null): Promise<number[]> {
  return spaceId === null ? [] : stampSpaces(client, [spaceId]);
}

async function stampWhereShown(client: PoolClient, spaceIds: readonly number[], removed: boolean): Promise<number[]> {
  const { rows } = await client.query<{ floor_id: number; space_ids: number[] }>(
    `SELECT floor_id, array_agg(space_id) AS space_ids FROM floor_member
     WHERE space_id = ANY($1::int[]) AND NOT removed GROUP BY floor_id ORDER BY floor_id`,
    [spaceIds],
  );
  for (const row of rows) await stampMembers(client, row.floor_id, row.space_ids, removed);
  return rows.map((row) => row.floor_id);
}

/** Says on these floors that something about the floor itself changed, and nothing about a space. Answers them. */
export async function bumpFloors(client: PoolClient, floorIds: readonly number[]): Promise<number[]> {
  await lockFeeds(client, floorIds);
  const { rows } = await client.query<{ floor_id: number }>(
    'UPDATE floor_feed SET "offset" = "offset" + 1 WHERE floor_id = ANY($1::int[]) RETURNING floor_id',
    [floorIds],
  );
  return rows.map(({ floor_id }) => floor_id);
}

/** In the order in which batches lock them, so that nobody waits in a circle. */
async function lockFeeds(client: PoolClient, floorIds: readonly number[]) {
  await client.query("SELECT 1 FROM floor_feed WHERE floor_id = ANY($1::int[]) ORDER BY floor_id FOR UPDATE", [
    floorIds,
  ]);
}

/** Puts the spaces on the floor (or takes them off), in one step of its feed. Lock several floors in the order of their ids. */
export async function stampMembers(client: PoolClient, floorId: number, spaceIds: readonly number[], removed: boolean) {
  await client.query(
    `WITH feed AS (
       INSERT INTO floor_feed AS f (floor_id, "offset") VALUES ($1, 1)
       ON CONFLICT (floor_id) DO UPDATE SET "offset" = f."offset" + 1 RETURNING "offset"
     )
     INSERT INTO floor_member (floor_id, space_id, "offset", removed)
     SELECT $1, id, feed."offset", $3 FROM feed CROSS JOIN unnest($2::int[]) AS t(id)
     ON CONFLICT (floor_id, space_id) DO UPDATE SET "offset" = EXCLUDED."offset", removed = EXCLUDED.removed`,
    [floorId, spaceIds, removed],
  );
}
