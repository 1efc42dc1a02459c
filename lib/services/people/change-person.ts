import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { PersonChange, PersonSummary } from "@/lib/core/person";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { readPersonSummary } from "@/lib/db/people-repository";
import { removeSecondFactor as removeFactor, setAccess, setDisabled } from "@/lib/db/person-write";
import { accessRow } from "./site-ids";

const noSuchPerson = () => new AppError("not-found", "There is no such person.");

/**
 * Changes what a person may do, or whether they may sign in; audited, and true at once. Throws `not-found`, `invalid`
 * for unknown sites, and `conflict` for the last admin, oneself, and roles that the identity provider gives.
 */
export async function changePerson(
  personId: string,
  { access, disabled }: PersonChange,
  actor: Actor,
  db: Database,
): Promise<PersonSummary> {
  const person = await personOrThrow(db, personId);
  if (personId === actor.userId)
    throw new AppError("conflict", "You cannot change your own rights. Ask another admin.", { own: true });
  if (access && person.signsInWith === "provider")
    throw new AppError("conflict", "Their role comes from their groups at the identity provider. Change it there.");
  await inTransaction(db.read, async (client: PoolClient) => {
    if (access && !(await setAccess(client, personId, accessRow(access), actor))) throw noSuchPerson();
    if (disabled !== undefined && !(await setDisabled(client, personId, disabled, actor))) throw noSuchPerson();
  });
  return personOrThrow(db, personId);
}

/** The password alone is enough from now on. Throws `not-found` when there is no such person or no second factor. */
export async function removeSecondFactor(personId: string, actor: Actor, db: Database): Promise<PersonSummary> {
  const done = await inTransaction(db.read, (client) => removeFactor(client, personId, actor));
  if (!done) throw new AppError("not-found", "They have no second factor.");
  return personOrThrow(db, personId);
}

/** Throws `not-found`. */
export async function personOrThrow(db: Database, personId: string): Promise<PersonSummary> {
  const person = await readPersonSummary(db, personId);
  if (!person) throw noSuchPerson();
  return person;
}
