import "server-only";
import type { PoolClient } from "pg";
import { RESET_HOURS } from "@/lib/core/password-reset";
import type { Database } from "./database";

const OPEN = "r.used_at IS NULL AND r.revoked_at IS NULL AND r.expires_at > now()";
const OF_SOMEBODY = `JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL`;

/** Inside a transaction: a link for a person; earlier ones are dead. Answers until when it is good. */
export async function insertReset(
  client: PoolClient,
  { userId, tokenHash, madeBy }: { userId: string; tokenHash: Buffer; madeBy: string },
): Promise<Date> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('occupancy.reset ' || $1, 0))", [userId]);
  await client.query(`UPDATE password_reset r SET revoked_at = now() WHERE r.user_id = $1 AND ${OPEN}`, [userId]);
  const { rows } = await client.query<{ expires_at: Date }>(
    `INSERT INTO password_reset (token_hash, user_id, made_by, expires_at)
     VALUES ($1, $2, $3, now() + make_interval(hours => $4)) RETURNING expires_at`,
    [tokenHash, userId, madeBy, RESET_HOURS],
  );
  const [row] = rows;
  if (!row) throw new Error("The link was not stored.");
  return row.expires_at;
}

/** Whose password a code may set; null when it is unknown, used, over, replaced, or of somebody who is disabled. */
export async function readOpenReset(db: Database, tokenHash: Buffer): Promise<{ email: string } | null> {
  const { rows } = await db.read.query<{ email: string }>(
    `SELECT u.email FROM password_reset r ${OF_SOMEBODY} WHERE r.token_hash = $1 AND ${OPEN}`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

/** Inside a transaction: uses a code up; of two at once one gets it. Null when it is not good. */
export async function redeemReset(
  client: PoolClient,
  tokenHash: Buffer,
): Promise<{ readonly userId: string; readonly name: string; readonly email: string } | null> {
  const { rows } = await client.query<{ userId: string; name: string; email: string }>(
    `UPDATE password_reset r SET used_at = now() FROM "user" u
     WHERE u.id = r.user_id AND u.disabled_at IS NULL AND r.token_hash = $1 AND ${OPEN}
     RETURNING u.id AS "userId", u.name, u.email`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

/** Inside a transaction: a person's new (hashed) password, and nobody is signed in as them. False: they have none here. */
export async function replacePassword(client: PoolClient, userId: string, hashed: string): Promise<boolean> {
  const { rowCount } = await client.query(
    "UPDATE account SET password = $2, updated_at = now() WHERE user_id = $1 AND provider_id = 'credential'",
    [userId, hashed],
  );
  await client.query("DELETE FROM session WHERE user_id = $1", [userId]);
  return rowCount === 1;
}
