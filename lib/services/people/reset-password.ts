import "server-only";
import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import { tokenHash } from "@/lib/auth/token-hash";
import { AppError } from "@/lib/core/errors";
import { passwordProblem } from "@/lib/core/password-problem";
import { RESET_NOT_GOOD, type ResetAnswer, type ResetLink } from "@/lib/core/password-reset";
import { writeAudit } from "@/lib/db/audit-repository";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { insertReset, readOpenReset, redeemReset, replacePassword } from "@/lib/db/password-reset-repository";
import { personOrThrow } from "./change-person";

/**
 * A link with which a person who forgot their password sets a new one; told this once, and earlier ones are dead. Throws
 * `not-found`, and `conflict` for oneself, for the disabled, and for people who sign in at the provider.
 */
export async function makeResetLink(
  personId: string,
  actor: Actor,
  { db, origin }: { db: Database; origin: string },
): Promise<ResetLink> {
  const person = await personOrThrow(db, personId);
  if (personId === actor.userId)
    throw new AppError("conflict", "Change your own password in your account: that asks for the one you have.");
  if (person.signsInWith === "provider")
    throw new AppError("conflict", "They sign in at the identity provider and have no password here.");
  if (person.disabledAt !== null) throw new AppError("conflict", "They cannot sign in. Let them sign in first.");
  const code = randomBytes(32).toString("base64url");
  const expiresAt = await inTransaction(db.read, async (client) => {
    const until = await insertReset(client, { userId: personId, tokenHash: tokenHash(code), madeBy: actor.userId });
    const after = { expiresAt: until.toISOString() };
    await writeAudit(client, { actor, action: "user.reset-link", objectType: "user", objectId: personId, after });
    return after.expiresAt;
  });
  return { link: new URL(`/reset?code=${code}`, origin).href, expiresAt };
}

/**
 * Sets the password of whoever has the link, ends every session of theirs, and answers their address: they sign in
 * after, with the second factor if they have one. Throws `not-found` for every code that is not good, whatever the
 * reason, and `invalid` for a password that may not be used.
 */
export async function resetPassword(
  { code, password }: ResetAnswer,
  address: string | null,
  db: Database,
): Promise<{ email: string }> {
  const hash = tokenHash(code);
  const open = await readOpenReset(db, hash);
  if (!open) throw notGood();
  const problem = passwordProblem(password, open.email);
  if (problem) throw new AppError("invalid", problem, { path: "password" });
  const hashed = await hashPassword(password);
  return inTransaction(db.read, async (client) => {
    const person = await redeemReset(client, hash);
    if (!person || !(await replacePassword(client, person.userId, hashed))) throw notGood();
    const { userId, name, email } = person;
    const actor = { userId, name, address };
    await writeAudit(client, { actor, action: "user.reset-password", objectType: "user", objectId: userId });
    return { email };
  });
}

const notGood = () => new AppError("not-found", RESET_NOT_GOOD);
