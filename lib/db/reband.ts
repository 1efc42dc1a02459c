import "server-only";
import type { PoolClient } from "pg";
import { band } from "./batch-sql";
import { capacityOf } from "./capacity-sql";

/** Judges what was last counted in these spaces by their capacity as it is now. Rows are locked in the order of batches. */
export async function rebandSpaces(client: PoolClient, spaceIds: readonly number[]): Promise<void> {
  const sources = "SELECT source_id FROM assignment WHERE space_id = ANY($1::int[]) AND ends_at IS NULL";
  await client.query(
    `SELECT 1 FROM source_value WHERE source_id IN (${sources}) ORDER BY source_id, metric FOR UPDATE`,
    [spaceIds],
  );
  await client.query(
    `UPDATE source_value v SET band = ${band("v.metric", "v.value", capacityOf("s"))}
     FROM assignment a JOIN space s ON s.id = a.space_id
     WHERE a.source_id = v.source_id AND a.ends_at IS NULL AND a.space_id = ANY($1::int[])`,
    [spaceIds],
  );
}
