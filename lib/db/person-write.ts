import "server-only";
import type { PoolClient } from "pg";
import type { Role } from "@/lib/core/access";
import { AppError } from "@/lib/core/errors";
import { type AuditEntry, writeAudit } from "./audit-repository";

type Who = AuditEntry["actor"];

/** What somebody may do and where, as the database has it: null for every site. */
export interface AccessRow {
  readonly role: Role;
  readonly sites: readonly number[] | null;
}

interface PersonState extends AccessRow {
  readonly disabledAt: Date | null;
}

/** Inside a transaction: one person as they are, and nobody else changes people's rights until it ends. */
async function lockPerson(client: PoolClient, personId: string): Promise<PersonState | null> {
  // One lock for all: two admins who demote each other at once must see one another's change.
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('occupancy.people', 0))");
  const { rows } = await client.query<PersonState>(
    `SELECT role, disabled_at AS "disabledAt", CASE WHEN is_scoped THEN
       ARRAY(SELECT g.site_id FROM user_site g WHERE g.user_id = u.id ORDER BY g.site_id) END AS sites
     FROM "user" u WHERE id = $1 FOR UPDATE`,
    [personId],
  );
  return rows[0] ?? null;
}

async function assertAdminLeft(client: PoolClient): Promise<void> {
  const { rows } = await client.query(`SELECT 1 FROM "user" WHERE role = 'admin' AND disabled_at IS NULL LIMIT 1`);
  if (rows.length === 0)
    throw new AppError("conflict", "This is the last admin. Make somebody else an admin first.", { lastAdmin: true });
}

/** An ex-admin must not come back by a link they made for themselves, nor the disabled by one that was made for them. */
async function endWhatTheyHandedOut(client: PoolClient, personId: string): Promise<void> {
  await client.query(
    "UPDATE invite SET revoked_at = now() WHERE invited_by = $1 AND accepted_at IS NULL AND revoked_at IS NULL",
    [personId],
  );
  await client.query(
    "UPDATE password_reset SET revoked_at = now() WHERE $1 IN (made_by, user_id) AND used_at IS NULL AND revoked_at IS NULL",
    [personId],
  );
}

const isSame = (a: AccessRow, b: AccessRow): boolean =>
  a.role === b.role && String(a.sites ?? "all") === String(b.sites ?? "all");

/**
 * Inside a transaction: what a person may do from now on, audited when it differs. False when there is no such person.
 * Throws `conflict` when nobody would be left who may do everything.
 */
export async function setAccess(
  client: PoolClient,
  personId: string,
  { role, sites }: AccessRow,
  actor: Who,
): Promise<boolean> {
  const before = await lockPerson(client, personId);
  if (!before) return false;
  const after: AccessRow = { role, sites: sites && [...new Set(sites)].sort((a, b) => a - b) };
  if (isSame(before, after)) return true;
  await client.query(`UPDATE "user" SET role = $2::role, is_scoped = $3, updated_at = now() WHERE id = $1`, [
    personId,
    role,
    sites !== null,
  ]);
  await replaceSites(client, personId, after.sites ?? []);
  if (before.role === "admin" && role !== "admin") await endWhatTheyHandedOut(client, personId);
  await assertAdminLeft(client);
  await writeAudit(client, {
    actor,
    action: "user.access",
    objectType: "user",
    objectId: personId,
    before: { role: before.role, sites: before.sites },
    after,
  });
  return true;
}

/** Of these ids those of sites that are there, ascending. */
export async function sitesThatExist(client: PoolClient, siteIds: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    "SELECT id FROM space WHERE id = ANY($1::int[]) AND kind = 'site' AND archived_at IS NULL ORDER BY id",
    [siteIds],
  );
  return rows.map(({ id }) => id);
}

/** Throws `invalid` when one of these sites does not exist. */
export async function assertSites(client: PoolClient, siteIds: readonly number[]): Promise<void> {
  const there = await sitesThatExist(client, siteIds);
  if (there.length !== new Set(siteIds).size) throw new AppError("invalid", "One of these sites does not exist.");
}

/** Inside a transaction: exactly these sites are a person's. Throws `invalid` for one that does not exist. */
export async function replaceSites(client: PoolClient, personId: string, siteIds: readonly number[]): Promise<void> {
  await assertSites(client, siteIds);
  await client.query("DELETE FROM user_site WHERE user_id = $1", [personId]);
  await client.query("INSERT INTO user_site (user_id, site_id) SELECT $1, unnest($2::int[])", [personId, siteIds]);
}

/**
 * Inside a transaction: may they sign in? Whoever may not loses their sessions. False when there is no such person;
 * throws `conflict` for the last admin.
 */
export async function setDisabled(
  client: PoolClient,
  personId: string,
  disabled: boolean,
  actor: Who,
): Promise<boolean> {
  const before = await lockPerson(client, personId);
  if (!before) return false;
  if ((before.disabledAt !== null) === disabled) return true;
  await client.query(`UPDATE "user" SET disabled_at = CASE WHEN $2 THEN now() END, updated_at = now() WHERE id = $1`, [
    personId,
    disabled,
  ]);
  if (disabled) {
    await client.query("DELETE FROM session WHERE user_id = $1", [personId]);
    await endWhatTheyHandedOut(client, personId);
    await assertAdminLeft(client);
  }
  await writeAudit(client, {
    actor,
    action: disabled ? "user.disable" : "user.enable",
    objectType: "user",
    objectId: personId,
    before: { disabled: !disabled },
    after: { disabled },
  });
  return true;
}

/** Inside a transaction: from now on the password alone is asked for. False when there was no second factor. */
export async function removeSecondFactor(client: PoolClient, personId: string, actor: Who): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE "user" SET two_factor_enabled = false, updated_at = now() WHERE id = $1 AND two_factor_enabled`,
    [personId],
  );
  if (rowCount === 0) return false;
  await client.query("DELETE FROM two_factor WHERE user_id = $1", [personId]);
  await writeAudit(client, {
    actor,
    action: "user.remove-second-factor",
    objectType: "user",
    objectId: personId,
    before: { secondFactor: true },
    after: { secondFactor: false },
  });
  return true;
}

/** Inside a transaction: a person's new name. False when there is no such person. */
export async function renamePerson(client: PoolClient, personId: string, name: string, actor: Who): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM "user" WHERE id = $1 FOR UPDATE`, [personId]);
  const before = rows[0];
  if (!before) return false;
  if (before.name === name) return true;
  await client.query(`UPDATE "user" SET name = $2, updated_at = now() WHERE id = $1`, [personId, name]);
  await writeAudit(client, {
    actor,
    action: "user.rename",
    objectType: "user",
    objectId: personId,
    before,
    after: { name },
  });
  return true;
}

/** Which sessions of a person to end: one, all, or all but one. */
export type WhichSessions = { readonly only: string } | { readonly butNot: string } | "all";

/** Inside a transaction: ends sessions of a person; their sockets fall with them. Answers how many there were. */
export async function endSessions(
  client: PoolClient,
  personId: string,
  which: WhichSessions,
  actor: Who,
): Promise<number> {
  const only = which !== "all" && "only" in which ? which.only : null;
  const butNot = which !== "all" && "butNot" in which ? which.butNot : null;
  const { rowCount } = await client.query(
    `DELETE FROM session WHERE user_id = $1 AND ($2::text IS NULL OR id = $2) AND ($3::text IS NULL OR id <> $3)`,
    [personId, only, butNot],
  );
  const ended = rowCount ?? 0;
  if (ended === 0) return 0;
  await writeAudit(client, {
    actor,
    action: "user.end-sessions",
    objectType: "user",
    objectId: personId,
    after: { ended },
  });
  return ended;
}
