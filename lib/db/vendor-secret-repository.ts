import "server-only";
import type { PoolClient } from "pg";
import type { SecretSlot } from "@/lib/core/vendor";
import { type AuditEntry, writeAudit } from "./audit-repository";
import type { Database } from "./database";

/** A webhook secret as it lies in the database: sealed. */
export interface SealedSecret {
  readonly vendor: string;
  readonly slot: SecretSlot;
  readonly sealed: string;
  readonly setAt: Date;
  readonly setBy: string;
}

type Who = AuditEntry["actor"];

const COLUMNS = `vendor, slot, sealed, set_at AS "setAt", set_by AS "setBy"`;

/** Every stored secret; at most two a vendor. */
export async function listVendorSecrets(db: Database): Promise<SealedSecret[]> {
  const { rows } = await db.read.query<SealedSecret>({
    name: "vendor-secrets",
    text: `SELECT ${COLUMNS} FROM vendor_secret ORDER BY vendor, slot DESC`,
  });
  return rows;
}

/** Inside a transaction: puts sealed text into a slot, over what was there, and says so in the audit. */
export async function putVendorSecret(
  client: PoolClient,
  { vendor, slot, sealed }: Pick<SealedSecret, "vendor" | "slot" | "sealed">,
  actor: Who,
): Promise<void> {
  const before = await slotsOf(client, vendor);
  await client.query(
    `INSERT INTO vendor_secret (vendor, slot, sealed, set_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (vendor, slot) DO UPDATE SET sealed = EXCLUDED.sealed, set_by = EXCLUDED.set_by, set_at = now()`,
    [vendor, slot, sealed, actor.name],
  );
  await audit(client, "vendor-secret.set", vendor, before, actor);
}

/** Inside a transaction: the next secret becomes the primary one. False when there is no next one. */
export async function promoteVendorSecret(client: PoolClient, vendor: string, actor: Who): Promise<boolean> {
  const before = await slotsOf(client, vendor);
  if (!before.some(({ slot }) => slot === "next")) return false;
  await client.query("DELETE FROM vendor_secret WHERE vendor = $1 AND slot = 'primary'", [vendor]);
  await client.query("UPDATE vendor_secret SET slot = 'primary' WHERE vendor = $1 AND slot = 'next'", [vendor]);
  await audit(client, "vendor-secret.promote", vendor, before, actor);
  return true;
}

/** Inside a transaction: empties a slot. False when it was empty. */
export async function removeVendorSecret(
  client: PoolClient,
  vendor: string,
  slot: SecretSlot,
  actor: Who,
): Promise<boolean> {
  const before = await slotsOf(client, vendor);
  if (!before.some((secret) => secret.slot === slot)) return false;
  await client.query("DELETE FROM vendor_secret WHERE vendor = $1 AND slot = $2", [vendor, slot]);
  await audit(client, "vendor-secret.remove", vendor, before, actor);
  return true;
}

/** What may be told of the secrets: that they are set, since when, by whom. Two admins at once take turns here. */
async function slotsOf(client: PoolClient, vendor: string): Promise<Omit<SealedSecret, "vendor" | "sealed">[]> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('vendor_secret'), hashtext($1))", [vendor]);
  const { rows } = await client.query(
    `SELECT slot, set_at AS "setAt", set_by AS "setBy" FROM vendor_secret WHERE vendor = $1 ORDER BY slot DESC`,
    [vendor],
  );
  return rows;
}

async function audit(client: PoolClient, action: string, vendor: string, before: unknown[], actor: Who) {
  await writeAudit(client, {
    actor,
    action,
    objectType: "vendor",
    objectId: vendor,
    before: { secrets: before },
    after: { secrets: await slotsOf(client, vendor) },
  });
}
