import "server-only";
import type { PoolClient } from "pg";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { CANARY, channelSecretOf, PUSH_KEYS, webhookSecretOf } from "@/lib/secrets/purposes";
import { SealError, type Sealer } from "@/lib/secrets/sealer";

/** The installation's key changes. */
export interface KeyChange {
  readonly from: Sealer;
  readonly to: Sealer;
}

/**
 * Seals with the new key what the old one sealed, all or nothing; answers how many secrets that were. What opens
 * with neither stays as it is. Any number of instances may do it, any number of times.
 */
export async function resealSecrets(db: Database, keys: KeyChange): Promise<number> {
  return inTransaction(db.read, async (client) => {
    await client.query("LOCK TABLE vendor_secret, server_secret, notification_channel IN SHARE ROW EXCLUSIVE MODE");
    for (const name of [CANARY, PUSH_KEYS]) await resealOwn(client, name, keys);
    const { rows } = await client.query<{ vendor: string; slot: string; sealed: string }>(
      "SELECT vendor, slot, sealed FROM vendor_secret",
    );
    let changed = 0;
    for (const { vendor, slot, sealed } of rows) {
      const fresh = resealed(sealed, webhookSecretOf(vendor), keys);
      if (fresh === null) continue;
      await client.query("UPDATE vendor_secret SET sealed = $3 WHERE vendor = $1 AND slot = $2", [vendor, slot, fresh]);
      changed += 1;
    }
    return changed + (await resealChannels(client, keys));
  });
}

async function resealOwn(client: PoolClient, name: string, keys: KeyChange): Promise<void> {
  const { rows } = await client.query<{ value: string }>("SELECT value FROM server_secret WHERE name = $1", [name]);
  const fresh = rows[0] && resealed(rows[0].value, name, keys);
  if (fresh) await client.query("UPDATE server_secret SET value = $2 WHERE name = $1", [name, fresh]);
}

async function resealChannels(client: PoolClient, keys: KeyChange): Promise<number> {
  const { rows } = await client.query<{ id: string; sealed: string }>(
    "SELECT id, sealed FROM notification_channel WHERE sealed IS NOT NULL",
  );
  let changed = 0;
  for (const { id, sealed } of rows) {
    const fresh = resealed(sealed, channelSecretOf(id), keys);
    if (fresh === null) continue;
    await client.query("UPDATE notification_channel SET sealed = $2 WHERE id = $1", [id, fresh]);
    changed += 1;
  }
  return changed;
}

/** Null: the old key does not open it. */
function resealed(sealed: string, purpose: string, { from, to }: KeyChange): string | null {
  try {
    return to.seal(from.open(sealed, purpose), purpose);
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
