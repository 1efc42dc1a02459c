import "server-only";
import type { Pool, PoolClient } from "pg";
import type { GroupAccess } from "@/lib/core/group-access";
import type { AuditEntry } from "./audit-repository";
import { inTransaction } from "./in-transaction";
import { endSessions, setAccess } from "./person-write";

/** Sites by the name they are shown with, in any case, or by their custom id. */
async function siteIdsOf(client: PoolClient, names: readonly string[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM space WHERE kind = 'site' AND archived_at IS NULL
     AND (lower(coalesce(name, vendor_name)) = ANY($1::text[]) OR lower(custom_id) = ANY($1::text[])) ORDER BY id`,
    [names.map((name) => name.toLowerCase())],
  );
  return rows.map(({ id }) => id);
}

/** What their groups give somebody from now on; audited when it differs. Throws `conflict` for the last admin. */
export async function setProviderAccess(
  pool: Pool,
  userId: string,
  { role, sites }: GroupAccess,
  address: string | null,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const ids = sites && (await siteIdsOf(client, sites));
    await setAccess(client, userId, { role, sites: ids }, await actorOf(client, userId, address));
  });
}

/** The provider does not want them here any more: their sessions end. */
export async function endProviderSessions(pool: Pool, userId: string, address: string | null): Promise<void> {
  await inTransaction(pool, async (client) =>
    endSessions(client, userId, "all", await actorOf(client, userId, address)),
  );
}

async function actorOf(client: PoolClient, userId: string, address: string | null): Promise<AuditEntry["actor"]> {
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM "user" WHERE id = $1`, [userId]);
  return { userId, name: rows[0]?.name ?? "", address };
}
