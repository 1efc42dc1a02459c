import "server-only";
import type { Pool, PoolClient } from "pg";

export interface AuditEntry {
  readonly actor: { readonly userId: string; readonly name: string; readonly address?: string | null };
  /** `noun.verb` */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  /** Of the site it is about; left out when it is about none or all. */
  readonly siteId?: number | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Who did what. In the same transaction as the change where there is one. */
export async function writeAudit(client: Pool | PoolClient, entry: AuditEntry): Promise<void> {
  const { actor, action, objectType, objectId, siteId = null, before = null, after = null } = entry;
  await client.query(
    `INSERT INTO audit_entry (actor_id, actor_name, address, action, object_type, object_id, site_id, before, after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      actor.userId,
      actor.name,
      actor.address ?? null,
      action,
      objectType,
      objectId,
      siteId,
      JSON.stringify(before),
      JSON.stringify(after),
    ],
  );
}

/** Somebody looked at personal data: noted once an hour, however often they look. */
export async function writeLook(client: Pool | PoolClient, entry: AuditEntry): Promise<void> {
  const { actor, action, objectId } = entry;
  const { rowCount } = await client.query(
    `SELECT 1 FROM audit_entry WHERE at > now() - interval '1 hour' AND actor_id = $1 AND action = $2 AND object_id = $3`,
    [actor.userId, action, objectId],
  );
  if (rowCount === 0) await writeAudit(client, entry);
}
