import "server-only";
import type { Pool } from "pg";
import { isNoSite } from "@/lib/core/alerts/vendor-wide";
import { database } from "./client";
import { parseId } from "./parse-id";

/** Where to ask: the database, or `{ read: client }` inside a transaction. */
export interface Readable {
  readonly read: Pick<Pool, "query">;
}

/** The site in which something stands; null for nowhere yet. */
export interface Place {
  readonly siteId: number | null;
  /** Where it matters which floor is asked for. */
  readonly floorId?: number;
}

const SITE_OF_SPACE = `
WITH RECURSIVE up AS (
  SELECT id, parent_id, kind FROM space WHERE id = $1
  UNION ALL SELECT s.id, s.parent_id, s.kind FROM space s JOIN up ON s.id = up.parent_id
)
SELECT (SELECT id FROM up WHERE kind = 'site') AS site_id, EXISTS (SELECT 1 FROM up) AS found`;

/** Null when there is no such space. Archived ones have a place, too: they can be restored. */
export async function placeOfSpace(spaceId: string, db: Readable = database()): Promise<Place | null> {
  const id = parseId(spaceId);
  if (id === null) return null;
  const { rows } = await db.read.query<{ site_id: number | null; found: boolean }>({
    name: "site-of-space",
    text: SITE_OF_SPACE,
    values: [id],
  });
  return rows[0]?.found ? { siteId: rows[0].site_id } : null;
}

/** Where a source stands now. Null when there is no such source. */
export async function placeOfSource(sourceId: string, db: Readable = database()): Promise<Place | null> {
  const id = parseId(sourceId);
  if (id === null) return null;
  const { rows } = await db.read.query<{ space_id: number | null }>(
    `SELECT a.space_id FROM source o LEFT JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL WHERE o.id = $1`,
    [id],
  );
  const found = rows[0];
  if (!found) return null;
  return found.space_id === null ? { siteId: null } : placeOfSpace(String(found.space_id), db);
}

/** Where an alert stands. Null when there is no such alert. */
export async function placeOfAlert(alertId: string, db: Readable = database()): Promise<Place | null> {
  if (!/^[1-9]\d{0,17}$/.test(alertId)) return null;
  const { rows } = await db.read.query<{ site_id: number }>("SELECT site_id FROM alert WHERE id = $1", [alertId]);
  const [found] = rows;
  return found ? { siteId: isNoSite(found.site_id) ? null : found.site_id } : null;
}

const SITES_OF_FLOORS = `
WITH RECURSIVE up AS (
  SELECT id AS floor_id, parent_id, kind, id FROM space WHERE id = ANY($1::int[])
  UNION ALL SELECT up.floor_id, s.parent_id, s.kind, s.id FROM space s JOIN up ON s.id = up.parent_id
)
SELECT floor_id, id AS site_id FROM up WHERE kind = 'site'`;

/** The site of each of these floors; floors that are in none are left out. */
export async function sitesOfFloors(floorIds: readonly number[], db: Readable): Promise<ReadonlyMap<number, number>> {
  const { rows } = await db.read.query<{ floor_id: number; site_id: number }>({
    name: "sites-of-floors",
    text: SITES_OF_FLOORS,
    values: [floorIds],
  });
  return new Map(rows.map(({ floor_id, site_id }) => [floor_id, site_id]));
}

/** A recursive CTE `mine`: ids of every space within the sites of a parameter (int[]); none when it is null. */
export const spacesWithin = (parameter: string): string => `
mine AS (
  SELECT id FROM space WHERE kind = 'site' AND id = ANY(${parameter}::int[])
  UNION ALL SELECT inner_space.id FROM space inner_space JOIN mine ON inner_space.parent_id = mine.id
)`;
