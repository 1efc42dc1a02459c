import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { hashPassword } from "@/lib/auth/password";
import { tokenHash } from "@/lib/auth/token-hash";
import { AppError } from "@/lib/core/errors";
import { INVITE_NOT_GOOD, type InviteAnswer } from "@/lib/core/invite";
import { passwordProblem } from "@/lib/core/password-problem";
import { writeAudit } from "@/lib/db/audit-repository";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { hasPersonWith, insertPerson, readOpenInvite, redeemInvite } from "@/lib/db/invite-repository";
import { replaceSites, sitesThatExist } from "@/lib/db/person-write";

const notGood = () => new AppError("not-found", INVITE_NOT_GOOD);

/**
 * Makes the account of somebody who was invited, and answers its address. Throws `not-found` for every code that is not
 * good, whatever the reason, and `invalid` for a password that may not be used.
 */
export async function acceptInvite(
  { code, name, password }: InviteAnswer,
  address: string | null,
  db: Database,
): Promise<{ email: string }> {
  const hash = tokenHash(code);
  const open = await readOpenInvite(db, hash);
  if (!open) throw notGood();
  const problem = passwordProblem(password, open.email);
  if (problem) throw new AppError("invalid", problem, { path: "password" });
  const hashed = await hashPassword(password);
  return inTransaction(db.read, (client) => makeAccount(client, { hash, name, password: hashed, address }));
}

interface NewAccount {
  readonly hash: Buffer;
  readonly name: string;
  /** Hashed. */
  readonly password: string;
  readonly address: string | null;
}

async function makeAccount(client: PoolClient, { hash, name, password, address }: NewAccount) {
  const invite = await redeemInvite(client, hash);
  if (!invite || (await hasPersonWith(client, invite.email))) throw notGood();
  const { email, role } = invite;
  const id = randomUUID();
  // A site may have been archived since. With none left they see nothing, until an admin says otherwise.
  const sites = invite.sites && (await sitesThatExist(client, invite.sites));
  await insertPerson(client, { id, name, email, role, sites, password });
  await replaceSites(client, id, sites ?? []);
  await writeAudit(client, {
    actor: { userId: id, name, address },
    action: "invite.accept",
    objectType: "user",
    objectId: id,
    after: { email, role, sites, invite: String(invite.id) },
  });
  return { email };
}
