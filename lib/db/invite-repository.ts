import "server-only";
import type { PoolClient } from "pg";
import type { Role } from "@/lib/core/access";
import type { InviteSummary } from "@/lib/core/invite";
import { shown } from "@/lib/core/space-row";
import type { Database } from "./database";
import type { AccessRow } from "./person-write";

interface InviteRow {
  id: number;
  email: string;
  role: Role;
  sites: number[] | null;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
}

const COLUMNS = `i.id, i.email, i.role, CASE WHEN i.is_scoped THEN i.site_ids END AS sites, i.created_at, i.expires_at,
  coalesce((SELECT u.name FROM "user" u WHERE u.id = i.invited_by), '') AS invited_by`;
const WAITING = "i.accepted_at IS NULL AND i.revoked_at IS NULL";

function inviteSummary(row: InviteRow): InviteSummary {
  return {
    id: String(row.id),
    email: shown(row.email),
    role: row.role,
    sites: row.sites?.map(String) ?? null,
    invitedBy: shown(row.invited_by),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}

/** What waits for an answer, newest first; what is over stays for 30 days, so that it can be renewed. */
export async function readInvites(db: Database): Promise<InviteSummary[]> {
  const { rows } = await db.read.query<InviteRow>(
    `SELECT ${COLUMNS} FROM invite i WHERE ${WAITING} AND i.expires_at > now() - interval '30 days'
     ORDER BY i.created_at DESC, i.id DESC`,
  );
  return rows.map(inviteSummary);
}

/** Whom a code invites; null when it is unknown, used, over or taken back. */
export async function readOpenInvite(db: Database, tokenHash: Buffer): Promise<{ email: string; role: Role } | null> {
  const { rows } = await db.read.query<{ email: string; role: Role }>(
    `SELECT i.email, i.role FROM invite i WHERE i.token_hash = $1 AND ${WAITING} AND i.expires_at > now()
     AND NOT EXISTS (SELECT 1 FROM "user" u WHERE u.email = i.email)`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

interface NewInvite extends AccessRow {
  readonly email: string;
  readonly tokenHash: Buffer;
  readonly days: number;
  readonly invitedBy: string;
}

/** Inside a transaction: an invitation; earlier ones to the same address are taken back. */
export async function insertInvite(client: PoolClient, invite: NewInvite): Promise<InviteSummary> {
  const { email, role, sites, tokenHash, days, invitedBy } = invite;
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('occupancy.invite ' || $1, 0))", [email]);
  await client.query(`UPDATE invite i SET revoked_at = now() WHERE i.email = $1 AND ${WAITING}`, [email]);
  const { rows } = await client.query<InviteRow>(
    `INSERT INTO invite AS i (token_hash, email, role, is_scoped, site_ids, invited_by, expires_at)
     VALUES ($1, $2, $3::role, $4, $5, $6, now() + make_interval(days => $7)) RETURNING ${COLUMNS}`,
    [tokenHash, email, role, sites !== null, sites ?? [], invitedBy, days],
  );
  const [row] = rows;
  if (!row) throw new Error("The invitation was not stored.");
  return inviteSummary(row);
}

/** Inside a transaction: the invitation gets another link and the same time again; the old link is dead. */
export async function renewInvite(
  client: PoolClient,
  inviteId: number,
  tokenHash: Buffer,
  invitedBy: string,
): Promise<InviteSummary | null> {
  const { rows } = await client.query<InviteRow>(
    `UPDATE invite i SET token_hash = $2, invited_by = $3, created_at = now(),
       expires_at = now() + (i.expires_at - i.created_at)
     WHERE i.id = $1 AND ${WAITING} RETURNING ${COLUMNS}`,
    [inviteId, tokenHash, invitedBy],
  );
  return rows[0] ? inviteSummary(rows[0]) : null;
}

/** Inside a transaction: takes an invitation back. Null when there was none to take back. */
export async function revokeInvite(client: PoolClient, inviteId: number): Promise<InviteSummary | null> {
  const { rows } = await client.query<InviteRow>(
    `UPDATE invite i SET revoked_at = now() WHERE i.id = $1 AND ${WAITING} RETURNING ${COLUMNS}`,
    [inviteId],
  );
  return rows[0] ? inviteSummary(rows[0]) : null;
}

/** Inside a transaction: uses a code up; of two at once one gets it. Null when it is not good. */
export async function redeemInvite(
  client: PoolClient,
  tokenHash: Buffer,
): Promise<(AccessRow & { readonly email: string; readonly id: number }) | null> {
  const { rows } = await client.query<AccessRow & { email: string; id: number }>(
    `UPDATE invite i SET accepted_at = now() WHERE i.token_hash = $1 AND ${WAITING} AND i.expires_at > now()
     RETURNING i.id, i.email, i.role, CASE WHEN i.is_scoped THEN i.site_ids END AS sites`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

/** Is there an account with this (lower-case) address? */
export async function hasPersonWith(client: PoolClient, email: string): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT 1 FROM "user" WHERE email = $1`, [email]);
  return (rowCount ?? 0) > 0;
}

/** Inside a transaction: a new local account. Its sites are set by `replaceSites`. */
export async function insertPerson(
  client: PoolClient,
  person: AccessRow & { readonly id: string; readonly name: string; readonly email: string; readonly password: string },
): Promise<void> {
  const { id, name, email, role, sites, password } = person;
  await client.query(
    `INSERT INTO "user" (id, name, email, email_verified, role, is_scoped) VALUES ($1, $2, $3, true, $4::role, $5)`,
    [id, name, email, role, sites !== null],
  );
  await client.query(
    `INSERT INTO account (id, account_id, provider_id, user_id, password, updated_at)
     VALUES (gen_random_uuid()::text, $1, 'credential', $1, $2, now())`,
    [id, password],
  );
}
