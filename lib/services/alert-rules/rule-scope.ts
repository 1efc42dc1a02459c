import "server-only";
import type { Pool, PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import type { RuleScope } from "@/lib/core/alert-rule";
import { AppError } from "@/lib/core/errors";
import { readWays } from "@/lib/db/alerts/way-up";

type Client = Pick<Pool | PoolClient, "query">;

/**
 * The sites a scope names; null for one that names none. Throws `not-found` when a place is not within the actor's
 * sites, and `forbidden` when somebody of some sites would rule them all; whoever only reads may.
 */
export async function requireScope(
  client: Client,
  { within }: RuleScope,
  actor: Actor,
  { isReading = false } = {},
): Promise<readonly number[] | null> {
  if (!within || within.length === 0) {
    if (actor.sites !== null && !isReading)
      throw new AppError(
        "forbidden",
        "A rule for every site needs somebody who may see every site. Name places of yours.",
      );
    return null;
  }
  const sites = await sitesOf(client, within);
  if (sites.some((site) => site === null || (actor.sites !== null && !actor.sites.includes(site))))
    throw new AppError("not-found", "There is nothing here.");
  return [...new Set(sites.flatMap((site) => site ?? []))];
}

/** Is a rule there for somebody: about every site, or about a place of theirs? */
export async function visibleScopes(
  client: Client,
  scopes: readonly RuleScope[],
  actor: Actor,
): Promise<readonly boolean[]> {
  if (actor.sites === null) return scopes.map(() => true);
  const ways = await readWays(client, [...new Set(scopes.flatMap(({ within }) => (within ?? []).map(Number)))]);
  const isTheirs = (id: string) => actor.sites?.includes(ways.get(Number(id))?.siteId ?? 0) ?? false;
  return scopes.map(({ within }) => !within || within.length === 0 || within.some(isTheirs));
}

async function sitesOf(client: Client, spaceIds: readonly string[]): Promise<(number | null)[]> {
  const ways = await readWays(client, [...new Set(spaceIds.map(Number))]);
  return spaceIds.map((id) => ways.get(Number(id))?.siteId ?? null);
}
