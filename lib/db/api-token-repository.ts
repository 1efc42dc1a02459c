import "server-only";
import type { PoolClient } from "pg";
import type { ApiToken, TokenDraft, TokenPage, TokenQuery } from "@/lib/core/api-token";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./parse-id";

interface Row {
  id: number;
  name: string;
  prefix: string;
  scopes: string[];
  user_id: string;
  owner: string;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

const apiToken = (row: Row): ApiToken => ({
  id: String(row.id),
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  owner: { id: row.user_id, name: row.owner },
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
});

const SELECT = `SELECT t.*, u.name AS owner FROM api_token t JOIN "user" u ON u.id = t.user_id`;

/** Tokens of one person, or of all (null), the newest first. */
export async function listApiTokens(
  { cursor, limit }: TokenQuery,
  ownerId: string | null,
  db: Database = database(),
): Promise<TokenPage> {
  const before = cursor === undefined ? null : parseId(cursor);
  if (cursor !== undefined && before === null) return { items: [], next: null };
  const { rows } = await db.read.query<Row>(
    `${SELECT} WHERE ($1::text IS NULL OR t.user_id = $1) AND ($2::int IS NULL OR t.id < $2) ORDER BY t.id DESC LIMIT $3`,
    [ownerId, before, limit + 1],
  );
  const items = rows.slice(0, limit).map(apiToken);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

interface StoredToken extends Omit<TokenDraft, "scopes"> {
  readonly scopes: readonly string[];
  readonly hash: Buffer;
  readonly prefix: string;
  readonly userId: string;
}

/** Inside a transaction. */
export async function insertApiToken(client: PoolClient, token: StoredToken): Promise<ApiToken> {
  const { rows } = await client.query<Row>(
    `WITH made AS (
       INSERT INTO api_token (name, token_hash, prefix, user_id, scopes, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) RETURNING *
     ) SELECT made.*, u.name AS owner FROM made JOIN "user" u ON u.id = made.user_id`,
    [token.name, token.hash, token.prefix, token.userId, token.scopes, token.days],
  );
  const row = rows[0];
  if (!row) throw new Error("An INSERT … RETURNING answered no row");
  return apiToken(row);
}

/** Inside a transaction. Null when there is no such token, it is not theirs (`ownerId` null: anybody's), or it is revoked already. */
export async function revokeApiToken(
  client: PoolClient,
  tokenId: string,
  ownerId: string | null,
): Promise<Pick<ApiToken, "name"> | null> {
  const { rows } = await client.query<{ name: string }>(
    `UPDATE api_token SET revoked_at = now()
     WHERE id = $1 AND revoked_at IS NULL AND ($2::text IS NULL OR user_id = $2) RETURNING name`,
    [parseId(tokenId), ownerId],
  );
  return rows[0] ?? null;
}
