import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Account } from "@/lib/core/person";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { renamePerson } from "@/lib/db/person-write";
import { personOrThrow } from "../people/change-person";

/** What people see of their own account. */
export async function readAccount({ userId }: Actor, db: Database): Promise<Account> {
  const { name, email, signsInWith, hasSecondFactor } = await personOrThrow(db, userId);
  return { name, email, signsInWith, hasSecondFactor };
}

/** A new name for oneself, audited. */
export async function renameOneself(name: string, actor: Actor, db: Database): Promise<Account> {
  await inTransaction(db.read, (client) => renamePerson(client, actor.userId, name, actor));
  return readAccount(actor, db);
}
