import { vendorSite } from "@/lib/core/alerts/vendor-wide";
import { VENDORS } from "@/lib/core/observation";
import type { Reach } from "@/lib/db/alerts/alert-filter";
import { vendorsOfSites } from "@/lib/db/alerts/vendor-sites";
import { database } from "@/lib/db/client";
import type { Readable } from "@/lib/db/place-of";
import type { Actor } from "./actor";
import { isAllowed } from "./authorize";

/**
 * Whose alerts exist for somebody: ids of sites, 0 for what stands in none, and what is about a vendor that one of
 * their floors has; null for all.
 */
export async function readAlertReach(actor: Actor, db: Readable = database()): Promise<Reach> {
  if (actor.sites === null) return null;
  const acting = alertReach(actor) ?? [];
  const vendors = await vendorsOfSites(actor.sites, db);
  return [...new Set([...acting, ...vendors.map(vendorSite)])];
}

/** Whose alerts somebody may act on: not on what is about a vendor everywhere, unless they map its sources. */
export function alertReach(actor: Actor): Reach {
  if (actor.sites === null) return null;
  return isAllowed(actor, "source:assign") ? [...VENDORS.map(vendorSite), 0, ...actor.sites] : actor.sites;
}
