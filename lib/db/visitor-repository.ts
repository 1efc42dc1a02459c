import "server-only";
import { DateTime } from "luxon";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import type { VisitFact } from "@/lib/core/observation";
import { countVisitors, locationsOfSite, type SiteVisitors, type VisitLocation } from "@/lib/core/site-visitors";
import { type Visit, visitsOf } from "@/lib/core/visits";
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
 * together is decided by all of one visitor's. Sealed names only where they are asked for.
 */
const READ_VISITS = `
SELECT source_id, change, CASE WHEN $4 THEN visitor_name END AS visitor_name, CASE WHEN $4 THEN host_name END AS host_name, visitor, host_id, nullif(invitation_id, '') AS invitation_id,
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
  visitor_name: string | null;
  host_name: string | null;
}

/** A day on a site's clock, ms. */
export interface SiteDay {
  readonly siteId: number;
  readonly siteIds: readonly number[];
  readonly date: string;
  readonly timeZone: string;
  readonly from: number;
  readonly to: number;
}

/** A day (yyyy-mm-dd; the one at `now` without) of a site. Throws `not-found` when there is no such site. */
export async function readSiteDay(siteId: string, date: string | null, now: number, db: Database): Promise<SiteDay> {
  const { rows: sites } = await db.read.query<{ id: number; time_zone: string }>(
    `SELECT id, coalesce(time_zone, 'UTC') AS time_zone FROM space WHERE kind = 'site' AND archived_at IS NULL`,
  );
  const id = parseId(siteId);
  const site = sites.find((one) => one.id === id);
  if (!site) throw new AppError("not-found", "There is no such site.");
  const zone = { zone: site.time_zone };
  const day = (date === null ? DateTime.fromMillis(now, zone) : DateTime.fromISO(date, zone)).startOf("day");
  return {
    ...{ siteId: site.id, siteIds: sites.map((one) => one.id), timeZone: site.time_zone },
    ...{ date: day.toISODate() ?? "", from: day.toMillis(), to: day.plus({ days: 1 }).toMillis() },
  };
}

/** Visits that may be of a day, as everything said about them adds up. Names are sealed, and null unless asked for. */
export async function readVisits(
  { siteId, siteIds, from, to }: SiteDay,
  withNames: boolean,
  db: Database,
): Promise<Visit[]> {
  const { rows: locations } = await db.read.query<LocationRow>(READ_LOCATIONS);
  const here = locationsOfSite(locations.map(visitLocation), siteId, siteIds);
  const ids = here.map((one) => one.id);
  const { rows } = await db.read.query<VisitRow>(READ_VISITS, [ids, new Date(from), new Date(to), withNames]);
  const byLocation = Map.groupBy(rows, (row) => row.source_id);
  return [...byLocation.values()].flatMap((told) => visitsOf(told.map(visitFact)));
}

/** How many visitors a site has today. Throws `not-found` when there is no such site. */
export async function readSiteVisitors(
  siteId: string,
  now = Date.now(),
  db: Database = database(),
): Promise<SiteVisitors> {
  const day = await readSiteDay(siteId, null, now, db);
  return countVisitors(await readVisits(day, false, db), day);
}

/** Words about visitors whose id is higher: what is told of them, in ids only. */
export async function readVisitWords(after: number, db: Database): Promise<{ id: number; sourceId: number }[]> {
  const { rows } = await db.read.query<{ id: number; sourceId: number }>({
    name: "visit-words",
    text: `SELECT id::float8 AS id, source_id AS "sourceId" FROM visit_event WHERE id > $1 ORDER BY id LIMIT 1000`,
    values: [after],
  });
  return rows;
}

/** The sites whose visitors are announced at each location (its source's id). */
export async function readSitesOfLocations(db: Database): Promise<ReadonlyMap<number, readonly number[]>> {
  const { rows } = await db.read.query<LocationRow>(READ_LOCATIONS);
  const { rows: sites } = await db.read.query<{ id: number }>(
    "SELECT id FROM space WHERE kind = 'site' AND archived_at IS NULL",
  );
  const siteIds = sites.map(({ id }) => id);
  const locations = rows.map(visitLocation);
  const told = siteIds.flatMap((site) => locationsOfSite(locations, site, siteIds).map(({ id }) => ({ id, site })));
  return new Map([...Map.groupBy(told, ({ id }) => id)].map(([id, some]) => [id, some.map(({ site }) => site)]));
}

/** The highest id of a word about visitors; 0 for none. */
export async function readLastVisit(db: Database): Promise<number> {
  const { rows } = await db.read.query<{ id: number }>("SELECT coalesce(max(id), 0)::float8 AS id FROM visit_event");
  return rows[0]?.id ?? 0;
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
    visitorName: row.visitor_name,
    hostName: row.host_name,
    observedAtUs: row.at,
  };
}
