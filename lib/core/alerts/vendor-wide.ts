import type { Alert } from "../alert";
import { VENDORS, type VendorId } from "../observation";

/**
 * In the place of a site, for what is about a vendor everywhere: a number below zero, one for each vendor. So the feed
 * and the lists know it like a site's, and whoever has a floor of that vendor hears of it.
 */
export const vendorSite = (vendor: VendorId): number => -1 - VENDORS.indexOf(vendor);

/** Does an alert with this in the place of its site stand in none? */
export const isNoSite = (siteId: number): boolean => siteId <= 0;

/** What somebody may know who sees only some sites: not how many people and rooms of others it is about. */
export function withoutOthers(alert: Alert): Alert {
  if (alert.kind !== "feed-silent") return alert;
  return { ...alert, impact: { ...alert.impact, people: null, booking: null, spaces: 0 } };
}
