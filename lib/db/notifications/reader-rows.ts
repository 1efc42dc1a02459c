import "server-only";
import type { Pool, PoolClient } from "pg";
import type { Role } from "@/lib/core/access";
import { Wishes } from "@/lib/core/notifications/preference";

type Client = Pick<Pool | PoolClient, "query">;

/** Somebody who may sign in, with what they want to be told. */
export interface ReaderRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Null: every site. */
  readonly sites: readonly number[] | null;
  readonly wishes: Wishes | null;
  readonly browsers: number;
}

const READERS = `
SELECT u.id AS "userId", u.name, u.email, u.role::text AS role, p.wishes,
  CASE WHEN u.is_scoped OR u.role = 'site_admin' THEN ARRAY(SELECT g.site_id FROM user_site g WHERE g.user_id = u.id) END AS sites,
  (SELECT count(*)::int FROM push_subscription b WHERE b.user_id = u.id) AS browsers
FROM "user" u LEFT JOIN notification_preference p ON p.user_id = u.id
WHERE u.disabled_at IS NULL`;

const read = (row: Omit<ReaderRow, "wishes"> & { wishes: unknown }): ReaderRow => ({
  ...row,
  wishes: Wishes.nullable().catch(null).parse(row.wishes),
});

/** Everybody who may sign in. */
export async function readReaders(client: Client): Promise<ReaderRow[]> {
  const { rows } = await client.query({
    name: "notification-readers",
    text: `${READERS} ORDER BY lower(u.name), u.id`,
  });
  return rows.map(read);
}

/** One of them; null when they may not sign in, or are gone. */
export async function readReader(client: Client, userId: string): Promise<ReaderRow | null> {
  const { rows } = await client.query({
    name: "notification-reader",
    text: `${READERS} AND u.id = $1`,
    values: [userId],
  });
  return rows[0] ? read(rows[0]) : null;
}
