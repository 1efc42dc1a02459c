import "server-only";
import type { Pool, PoolClient } from "pg";

type Client = Pick<Pool | PoolClient, "query">;

/** A browser that shows notifications. */
export interface BrowserRow {
  readonly id: number;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly browser: string;
  readonly createdAt: Date;
}

/** Of one person. */
const MOST = 20;

export async function readBrowsers(client: Client, userId: string): Promise<BrowserRow[]> {
  const { rows } = await client.query<BrowserRow>(
    `SELECT id, endpoint, p256dh, auth, browser, created_at AS "createdAt" FROM push_subscription
     WHERE user_id = $1 ORDER BY id DESC LIMIT ${MOST}`,
    [userId],
  );
  return rows;
}

/** A browser belongs to who signed in on it last. Of more than twenty the oldest are forgotten. */
export async function putBrowser(
  client: PoolClient,
  userId: string,
  { endpoint, p256dh, auth, browser }: Omit<BrowserRow, "id" | "createdAt">,
): Promise<void> {
  await client.query(
    `INSERT INTO push_subscription (user_id, endpoint, p256dh, auth, browser) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (endpoint) DO UPDATE SET user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth, browser = excluded.browser`,
    [userId, endpoint, p256dh, auth, browser],
  );
  await client.query(
    `DELETE FROM push_subscription WHERE user_id = $1 AND id NOT IN
       (SELECT id FROM push_subscription WHERE user_id = $1 ORDER BY id DESC LIMIT ${MOST})`,
    [userId],
  );
}

/** Only one's own. False when there is none. */
export async function deleteBrowser(client: Client, userId: string, id: number): Promise<boolean> {
  const { rowCount } = await client.query("DELETE FROM push_subscription WHERE id = $1 AND user_id = $2", [id, userId]);
  return rowCount === 1;
}

/** Their push services know them no more. */
export async function forgetBrowsers(client: Client, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await client.query("DELETE FROM push_subscription WHERE id = ANY($1::int[])", [ids]);
}

/** The keys they trust are gone. */
export async function forgetAllBrowsers(client: Client): Promise<void> {
  await client.query("DELETE FROM push_subscription");
}
