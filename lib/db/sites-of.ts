import "server-only";
import type { Pool, PoolClient } from "pg";

const SITES_OF = `
WITH RECURSIVE up AS (
  SELECT s.id AS space_id, s.id, s.parent_id, s.kind FROM space s WHERE s.id = ANY($1::int[])
  UNION ALL SELECT up.space_id, s.id, s.parent_id, s.kind FROM up JOIN space s ON s.id = up.parent_id
)
SELECT space_id, max(id) FILTER (WHERE kind = 'site') AS site_id FROM up GROUP BY space_id`;

/** The site of each space (null for none); a space that does not exist is left out. */
export async function sitesOf(
  client: Pool | PoolClient,
  spaceIds: readonly number[],
): Promise<Map<number, number | null>> {
  const { rows } = await client.query<{ space_id: number; site_id: number | null }>(SITES_OF, [spaceIds]);
  return new Map(rows.map(({ space_id, site_id }) => [space_id, site_id]));
}
