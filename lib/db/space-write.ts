import "server-only";
import type { PoolClient } from "pg";
import type { SpaceChange } from "@/lib/core/space";
import { band } from "./batch-sql";
import { stampSpace } from "./place-repository";

interface Before {
  name: string | null;
  capacity: number | null;
}

/** Inside a transaction: the change, its audit entry, and the floors that must hear of it; null when there is no such space. */
export async function changeSpace(
  client: PoolClient,
  spaceId: number,
  change: SpaceChange,
  actor: { userId: string; name: string },
): Promise<number[] | null> {
  const found = await client.query<Before>(
    "SELECT name, capacity FROM space WHERE id = $1 AND archived_at IS NULL FOR UPDATE",
    [spaceId],
  );
  const before = found.rows[0];
  if (!before) return null;
  const after = { ...before, ...change };
  await client.query("UPDATE space SET name = $2, capacity = $3 WHERE id = $1", [spaceId, after.name, after.capacity]);
  await client.query(
    `UPDATE source_value SET band = ${band("metric", "value", "$2::int")}
     WHERE source_id IN (SELECT source_id FROM assignment WHERE space_id = $1 AND ends_at IS NULL)`,
    [spaceId, after.capacity],
  );
  await client.query(
    `INSERT INTO audit_entry (actor_id, actor_name, action, object_type, object_id, before, after)
     VALUES ($1, $2, 'space.update', 'space', $3, $4, $5)`,
    [actor.userId, actor.name, String(spaceId), JSON.stringify(before), JSON.stringify(after)],
  );
  return stampSpace(client, spaceId);
}
