import "server-only";
import { DateTime } from "luxon";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import type { VisitFact } from "@/lib/core/observation";
import { countVisitors, locationsOfSite, type SiteVisitors, type VisitLocation } from "@/lib/core/site-visitors";
import { visitsOf } from "@/lib/core/visits";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./parse-id";

/** Locations with the fact what they are inside, and the site they are assigned to by way of whatever space. */
const READ_LOCATIONS = `
WITH RECURSIVE up AS (
  SELECT a.source_id, s.id, s.parent_id, s.kind
  FROM assignment a JOIN source o ON o.id = a.source_id AND o.kind = 'location' JOIN space s ON s.id = a.space_id
  WHERE a.ends_at IS NULL
  UNION
  SELECT up.source_id, s.id, s.parent_id, s.kind FROM up JOIN space s ON s.id = up.parent_id
)
SELECT o.id, o.vendor, o.kind, o.external_id, f.value AS parent, up.id AS site_id
FROM source o
LEFT JOIN source_fact f ON f.source_id = o.id AND f.name = 'parent'
LEFT JOIN up ON up.source_id = o.id AND up.kind = 'site'
WHERE o.kind = 'location'
ORDER BY o.id`;

/**
 * Everything said lately of visitors who may be of the day: a visit is told by several words, and which of them belong
 * together is decided by all of one visitor's. Their names stay in the database.
 */
const READ_VISITS = `
SELECT source_id, change, visitor, host_id, nullif(invitation_id, '') AS invitation_id,
       (extract(epoch FROM at) * 1000000)::float8 AS at, (extract(epoch FROM starts_at) * 1000000)::float8 AS starts_at,
       (extract(epoch FROM ends_at) * 1000000)::float8 AS ends_at
FROM visit_event
WHERE source_id = ANY($1::int[]) AND at > $2::timestamptz - interval '180 days' AND visitor IN (
  SELECT visitor FROM visit_event
  WHERE source_id = ANY($1::int[]) AND (at BETWEEN $2 AND $3 OR starts_at BETWEEN $2 AND $3))`;

interface LocationRow {
  id: number;
  vendor: string;
  kind: string;
  external_id: string;
  parent: string | null;
  site_id: number | null;
}

interface VisitRow {
  source_id: number;
  change: VisitFact["change"]; // the writer stores nothing else
  visitor: string;
  host_id: string;
  invitation_id: string | null;
  at: number;
  starts_at: number | null;
  ends_at: number | null;
}

/** How many visitors a site has today. Throws `not-found` when there is no such site. */
export async function readSiteVisitors(
  siteId: string,
  now = Date.now(),
  db: Database = database(),
): Promise<SiteVisitors> {
  const { rows: sites } = await db.read.query<{ id: number; time_zone: string }>(
    `SELECT id, coalesce(time_zone, 'UTC') AS time_zone FROM space WHERE kind = 'site' AND archived_at IS NULL`,
  );
  const id = parseId(siteId);
  const site = sites.find((one) => one.id === id);
  if (!site) throw new AppError("not-found", "There is no such site.");
  const { rows: locations } = await db.read.query<LocationRow>(READ_LOCATIONS);
  const here = locationsOfSite(
    locations.map(visitLocation),
    site.id,
    sites.map((one) => one.id),
  );
  const day = DateTime.fromMillis(now, { zone: site.time_zone }).startOf("day");
  const [from, to] = [day, day.plus({ days: 1 })];
  const { rows } = await db.read.query<VisitRow>(READ_VISITS, [
    here.map((one) => one.id),
    from.toJSDate(),
    to.toJSDate(),
  ]);
  const byLocation = Map.groupBy(rows, (row) => row.source_id);
  const visits = [...byLocation.values()].flatMap((told) => visitsOf(told.map(visitFact)));
  return countVisitors(visits, { from: from.toMillis(), to: to.toMillis() });
}

const keyOf = (vendor: string, kind: string, externalId: string) => JSON.stringify([vendor, kind, externalId]);

const Parent = z.object({ kind: z.string(), externalId: z.string() });

function visitLocation({ id, vendor, kind, external_id, parent, site_id }: LocationRow): VisitLocation {
  const inside = Parent.safeParse(parent === null ? null : JSON.parse(parent));
  return {
    id,
    key: keyOf(vendor, kind, external_id),
    parentKey: inside.success ? keyOf(vendor, inside.data.kind, inside.data.externalId) : null,
    siteId: site_id,
  };
}

function visitFact(row: VisitRow): VisitFact {
  return {
    kind: "visit",
    location: { vendor: "zoom", kind: "location", externalId: String(row.source_id) },
    change: row.change,
    invitationId: row.invitation_id,
    visitor: row.visitor,
    hostId: row.host_id,
    startsAtUs: row.starts_at,
    endsAtUs: row.ends_at,
    visitorName: null,
    hostName: null,
    observedAtUs: row.at,
  };
}
