import { randomBytes, randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { hashPassword } from "@/lib/auth/password";
import { tokenHash } from "@/lib/auth/token-hash";
import type { Role } from "@/lib/core/access";

export const PASSWORD = "a-password-for-everybody-in-tests";
let hashed: Promise<string> | null = null;

export interface TestPerson {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** Puts a person straight into the database; `sites` null: every site. */
export async function addPerson(
  pool: Pool,
  { name, role, sites }: { name: string; role: Role; sites: readonly number[] | null },
): Promise<TestPerson> {
  hashed ??= hashPassword(PASSWORD);
  const id = randomUUID();
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}.${id.slice(0, 8)}@people.example`;
  await pool.query(
    `INSERT INTO "user" (id, name, email, email_verified, role, is_scoped) VALUES ($1, $2, $3, true, $4::role, $5)`,
    [id, name, email, role, sites !== null],
  );
  await pool.query(
    `INSERT INTO account (id, user_id, account_id, provider_id, password) VALUES ($1, $2, $2, 'credential', $3)`,
    [randomUUID(), id, await hashed],
  );
  for (const site of sites ?? [])
    await pool.query("INSERT INTO user_site (user_id, site_id) VALUES ($1, $2)", [id, site]);
  return { id, email, password: PASSWORD };
}

/** A token of a person, limited to these actions; answers its Authorization header and its id. */
export async function addToken(
  pool: Pool,
  userId: string,
  scopes: readonly string[],
): Promise<{ id: number; authorization: string }> {
  const token = randomBytes(32).toString("base64url");
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO api_token (name, token_hash, prefix, user_id, scopes, expires_at)
     VALUES ('test', $1, $2, $3, $4, now() + interval '1 day') RETURNING id`,
    [tokenHash(token), token.slice(0, 6), userId, scopes],
  );
  return { id: rows[0]?.id ?? 0, authorization: `Bearer ${token}` };
}
