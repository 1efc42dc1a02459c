import "server-only";
import type { PoolClient } from "pg";
import { band } from "./batch-sql";
import { capacityOf } from "./capacity-sql";
import { stampSpace } from "./floor-members";

/** A source and the parts that stand where it stands: the appliances of a Zoom Room. Locked, in order. */
const LOCK_WITH_PARTS = `
SELECT o.id FROM source o
WHERE o.id = $1 OR o.id IN (
  SELECT f.source_id FROM source s
  JOIN source_fact f ON f.name = 'parent' AND f.value::jsonb = jsonb_build_object('kind', s.kind, 'externalId', s.external_id)
  JOIN source part ON part.id = f.source_id AND part.vendor = s.vendor
  WHERE s.id = $1 AND s.kind <> 'location')
ORDER BY o.id FOR UPDATE`;

/** Where a source stands now; null for nowhere. */
const READ_OPEN = "SELECT space_id FROM assignment WHERE source_id = $1 AND ends_at IS NULL";

/** Counts are judged by the capacity of the space they are in now. */
const REBAND = `
UPDATE source_value v SET band = ${band("v.metric", "v.value", capacityOf("s"))}
FROM space s WHERE s.id = $2 AND v.source_id = $1`;

export interface Moved {
  /** Where the source stood before; null for nowhere. */
  readonly from: number | null;
  /** Spaces that lost or got the source or one of its parts. */
  readonly spaceIds: readonly number[];
  /** Floors on which the move shows. */
  readonly floorIds: readonly number[];
}

/**
 * Puts a source, with its parts, into a space from now on, or nowhere. The first time it stands somewhere, all it ever
 * said comes along; after that its past stays where it was. Null when there is no such source or space.
 */
export async function moveSource(client: PoolClient, sourceId: number, spaceId: number | null): Promise<Moved | null> {
  const { rows } = await client.query<{ id: number }>(LOCK_WITH_PARTS, [sourceId]);
  if (!rows.some(({ id }) => id === sourceId)) return null;
  if (spaceId !== null && !(await isLiving(client, spaceId))) return null;
  const from = await openSpace(client, sourceId);
  const touched = new Set<number>();
  for (const { id } of rows) {
    const left = await openSpace(client, id);
    if (left === spaceId) continue;
    await client.query("UPDATE assignment SET ends_at = now() WHERE source_id = $1 AND ends_at IS NULL", [id]);
    if (left !== null) touched.add(left);
    if (spaceId === null) continue;
    await client.query(
      `INSERT INTO assignment (source_id, space_id, starts_at)
       SELECT $1, $2, CASE WHEN EXISTS (SELECT 1 FROM assignment WHERE source_id = $1) THEN now() ELSE 'epoch' END`,
      [id, spaceId],
    );
    await client.query(REBAND, [id, spaceId]);
    touched.add(spaceId);
  }
  const floorIds = new Set<number>();
  for (const id of [...touched].sort((a, b) => a - b))
    for (const floor of await stampSpace(client, id)) floorIds.add(floor);
  return { from, spaceIds: [...touched], floorIds: [...floorIds] };
}

async function isLiving(client: PoolClient, spaceId: number): Promise<boolean> {
  const found = await client.query("SELECT 1 FROM space WHERE id = $1 AND archived_at IS NULL", [spaceId]);
  return found.rowCount === 1;
}

async function openSpace(client: PoolClient, sourceId: number): Promise<number | null> {
  const { rows } = await client.query<{ space_id: number }>(READ_OPEN, [sourceId]);
  return rows[0]?.space_id ?? null;
}
