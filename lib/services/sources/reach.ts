import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSpace } from "@/lib/auth/authorize-space";
import { AppError } from "@/lib/core/errors";

/** What is not within somebody's sites is to them as if it were not there. */
export const nothingThere = () => new AppError("not-found", "There is no such source or space.");

/**
 * The site of the first of these spaces (null for none); throws `not-found` when one of them is not there, or not for
 * this person. Null among them stands for nowhere, where everybody may look who may assign.
 */
export async function requireReach(
  client: PoolClient,
  actor: Actor,
  spaceIds: readonly (number | null)[],
): Promise<number | null> {
  const named = [...new Set(spaceIds.filter((id): id is number => id !== null))];
  const sites: (number | null)[] = [];
  for (const id of named) sites.push((await authorizeSpace(actor, "source:assign", id, { read: client })).siteId);
  return sites[0] ?? null;
}
