import type { Actor } from "./actor";
import { isAllowed } from "./authorize";

/** Whose alerts exist for somebody: ids of sites, 0 for what stands in none; null for all. */
export function alertReach(actor: Actor): readonly number[] | null {
  if (actor.sites === null) return null;
  return isAllowed(actor, "source:assign") ? [0, ...actor.sites] : actor.sites;
}
