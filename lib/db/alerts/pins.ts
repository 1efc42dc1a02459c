import "server-only";
import type { PoolClient } from "pg";
import { stampSpaces } from "../floor-members";

/**
 * Says on their floors that the open alerts of these spaces changed, and of these alerts. Answers the floors. Last in a
 * transaction: it holds their feeds until the end.
 */
export async function stampPins(
  client: PoolClient,
  spaceIds: Iterable<number>,
  alertIds: readonly string[] = [],
): Promise<number[]> {
  const others = alertIds.length > 0 ? await spacesOf(client, alertIds) : [];
  const ids = [...new Set([...spaceIds, ...others])];
  return ids.length > 0 ? stampSpaces(client, ids) : [];
}

async function spacesOf(client: PoolClient, alertIds: readonly string[]): Promise<number[]> {
  const { rows } = await client.query<{ space_id: number }>(
    "SELECT DISTINCT space_id FROM alert WHERE id = ANY($1::bigint[]) AND space_id IS NOT NULL",
    [alertIds],
  );
  return rows.map(({ space_id }) => space_id);
}

/** What the engine itself just said on these floors is no news to it, if nobody else said something meanwhile. */
export async function passOwnStamps(client: PoolClient, floorIds: readonly number[]): Promise<void> {
  if (floorIds.length === 0) return;
  await client.query(
    `UPDATE alert_cursor c SET "offset" = f."offset" FROM floor_feed f
     WHERE f.floor_id = c.floor_id AND f.floor_id = ANY($1::int[]) AND c."offset" = f."offset" - 1`,
    [floorIds],
  );
}
