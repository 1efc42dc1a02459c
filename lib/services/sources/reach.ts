import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { isAllowed } from "@/lib/auth/authorize";
import { AppError } from "@/lib/core/errors";
import { sitesOf } from "@/lib/db/sites-of";

/** What is not within somebody's sites is to them as if it were not there. */
export const nothingThere = () => new AppError("not-found", "There is no such source or space.");

/**
 * The site of the first of these spaces; throws `not-found` when one of them is not there, or not for this person.
 * Null stands for nowhere, where everybody may look who may assign.
 */
export async function requireReach(
  client: PoolClient,
  actor: Actor,
  spaceIds: readonly (number | null)[],
): Promise<number | null> {
  const named = spaceIds.filter((id): id is number => id !== null);
  const sites = await sitesOf(client, named);
  for (const id of named) {
    const siteId = sites.get(id);
    if (siteId === undefined || !isAllowed(actor, "source:assign", { siteId })) throw nothingThere();
  }
  if (!isAllowed(actor, "source:assign")) throw nothingThere();
  return named[0] === undefined ? null : (sites.get(named[0]) ?? null);
}
