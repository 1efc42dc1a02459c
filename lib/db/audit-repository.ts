import "server-only";
import type { Pool, PoolClient } from "pg";

export interface AuditEntry {
  readonly actor: { readonly userId: string; readonly name: string };
  /** `noun.verb` */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Who did what. In the same transaction as the change where there is one. */
export async function writeAudit(client: Pool | PoolClient, entry: AuditEntry): Promise<void> {
  const { actor, action, objectType, objectId, before = null, after = null } = entry;
  await client.query(
    `INSERT INTO audit_entry (actor_id, actor_name, action, object_type, object_id, before, after)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [actor.userId, actor.name, action, objectType, objectId, JSON.stringify(before), JSON.stringify(after)],
  );
}
