import "server-only";
import type { PoolClient } from "pg";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { CANARY, webhookSecretOf } from "@/lib/secrets/purposes";
import { SealError, type Sealer } from "@/lib/secrets/sealer";

/** The installation's key changes. */
export interface KeyChange {
  readonly from: Sealer;
  readonly to: Sealer;
}

/**
 * Seals with the new key what the old one sealed, all or nothing; answers how many webhook secrets that were. What opens
 * with neither stays as it is. Any number of instances may do it, any number of times.
 */
export async function resealSecrets(db: Database, keys: KeyChange): Promise<number> {
  return inTransaction(db.read, async (client) => {
    await client.query("LOCK TABLE vendor_secret, server_secret IN SHARE ROW EXCLUSIVE MODE");
    await resealCanary(client, keys);
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
    return changed;
  });
}

async function resealCanary(client: PoolClient, keys: KeyChange): Promise<void> {
  const { rows } = await client.query<{ value: string }>("SELECT value FROM server_secret WHERE name = $1", [CANARY]);
  const fresh = rows[0] && resealed(rows[0].value, CANARY, keys);
  if (fresh) await client.query("UPDATE server_secret SET value = $2 WHERE name = $1", [CANARY, fresh]);
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
