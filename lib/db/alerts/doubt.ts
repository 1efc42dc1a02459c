import "server-only";
import type { PoolClient } from "pg";
import { addEvents } from "./alert-states";

/**
 * Deliveries of a vendor were missed: what it had reported may be over by now. Of connections, too. Answers the ids of
 * those that were certain before.
 */
export async function doubtVendor(client: PoolClient, vendor: string, now: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE alert SET is_confirmed = false
     WHERE vendor = $1 AND resolved_at IS NULL AND is_confirmed AND cause LIKE 'source:%' RETURNING id::text AS id`,
    [vendor],
  );
  const ids = rows.map(({ id }) => id);
  await addEvents(
    client,
    ids.map((alertId) => ({ alertId, kind: "unconfirmed" as const, at: now.getTime() })),
  );
  return ids;
}
