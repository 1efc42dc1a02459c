import { z } from "zod";
import type { Visit } from "./visits";

/** `GET /api/sites/{id}/visitors`: visitors of today, on the site's clock. How many, never who. */
export const SiteVisitors = z.object({
  /** Invited for today and not here yet. */
  expected: z.number(),
  /** Came today and are still here. */
  in: z.number(),
  /** Left today. */
  out: z.number(),
});
export type SiteVisitors = z.infer<typeof SiteVisitors>;

/** The visits that count on a day (ms). Who came yesterday and never checked out is not here for ever. */
export function countVisitors(visits: readonly Visit[], day: { from: number; to: number }): SiteVisitors {
  const isToday = (at: number | null) => at !== null && at >= day.from && at < day.to;
  const count = (status: Visit["status"], momentOf: (visit: Visit) => number | null) =>
    visits.filter((visit) => visit.status === status && isToday(momentOf(visit))).length;
  return {
    expected: count("expected", ({ startsAt, saidAt }) => startsAt ?? saidAt),
    in: count("in", ({ checkedInAt }) => checkedInAt),
    out: count("out", ({ checkedOutAt }) => checkedOutAt),
  };
}

/** A vendor's location: where visitors are announced. */
export interface VisitLocation {
  readonly id: number;
  /** Vendor, kind and the vendor's id in one. */
  readonly key: string;
  /** Key of the location it is inside; null when it is inside none. */
  readonly parentKey: string | null;
  /** The site an admin put it on; null when nobody did. */
  readonly siteId: number | null;
}

/**
 * The locations whose visitors come to a site: those put there, and those inside them that nobody put elsewhere. Where
 * nobody has put any anywhere, the only site has them all.
 */
export function locationsOfSite(
  locations: readonly VisitLocation[],
  siteId: number,
  siteIds: readonly number[],
): VisitLocation[] {
  const isMapped = locations.some((location) => location.siteId !== null);
  if (!isMapped) return siteIds.length === 1 && siteIds[0] === siteId ? [...locations] : [];
  const byKey = new Map(locations.map((location) => [location.key, location]));
  return locations.filter((location) => siteOf(location, byKey) === siteId);
}

/** Parents may go round in circles: the way up ends where it began. */
function siteOf(location: VisitLocation, byKey: ReadonlyMap<string, VisitLocation>): number | null {
  const seen = new Set<VisitLocation>();
  let at: VisitLocation | undefined = location;
  while (at && !seen.has(at)) {
    if (at.siteId !== null) return at.siteId;
    seen.add(at);
    at = at.parentKey === null ? undefined : byKey.get(at.parentKey);
  }
  return null;
}
