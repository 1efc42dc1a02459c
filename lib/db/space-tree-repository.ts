import "server-only";
import type { SpaceKind } from "@/lib/core/space";
import { shown } from "@/lib/core/space-row";
import type { TreePage, TreeQuery, TreeSpace } from "@/lib/core/space-tree";
import type { Holidays, WorkingHours } from "@/lib/core/working-hours";
import { capacityOf } from "./capacity-sql";
import { database } from "./client";
import type { Database } from "./database";

interface Row {
  id: number;
  kind: SpaceKind;
  parent_id: number | null;
  name: string | null;
  vendor_name: string | null;
  custom_id: string | null;
  vendor_custom_id: string | null;
  capacity: number | null;
  effective_capacity: number | null;
  type_id: number | null;
  tags: string[];
  time_zone: string | null;
  working_hours: WorkingHours | null;
  hours_from: number | null;
  holidays: Holidays | null;
  sort_order: number;
  sources: number;
  archived_at: Date | null;
}

/** $1 site or null, $2 sites or null, $3 archived?, $4 after which id, $5 how many. */
const READ_TREE = `
WITH RECURSIVE tree AS (
  SELECT s.id, CASE WHEN s.working_hours IS NOT NULL THEN s.id END AS hours_from FROM space s
  WHERE s.parent_id IS NULL AND ($1::int IS NULL OR s.id = $1) AND ($2::int[] IS NULL OR s.id = ANY($2))
  UNION ALL
  SELECT s.id, CASE WHEN s.working_hours IS NOT NULL THEN s.id ELSE tree.hours_from END
  FROM space s JOIN tree ON s.parent_id = tree.id
)
SELECT s.id, s.kind, s.parent_id, s.name, s.vendor_name, s.custom_id, s.vendor_custom_id, s.capacity,
       ${capacityOf("s")} AS effective_capacity, s.type_id, s.tags, s.time_zone, s.working_hours, tree.hours_from,
       s.holidays, s.sort_order, s.archived_at,
       (SELECT count(*)::int FROM assignment a WHERE a.space_id = s.id AND a.ends_at IS NULL) AS sources
FROM tree JOIN space s ON s.id = tree.id
WHERE (s.archived_at IS NOT NULL) = $3 AND s.id > $4
ORDER BY s.id LIMIT $5`;

/** One page of the tree within these sites (null: all), ordered by id. */
export async function readTree(
  query: TreeQuery,
  sites: readonly number[] | null,
  db: Database = database(),
): Promise<TreePage> {
  const { siteId, archived, cursor = "0", limit } = query;
  const site = siteId === undefined ? null : Number(siteId);
  const { rows } = await db.read.query<Row>(READ_TREE, [site, sites, archived, Number(cursor), limit + 1]);
  const items = rows.slice(0, limit).map(treeSpace);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The whole living tree of these sites: for a page's first picture. */
export async function readWholeTree(sites: readonly number[] | null, db: Database = database()): Promise<TreeSpace[]> {
  const { rows } = await db.read.query<Row>(READ_TREE, [null, sites, false, 0, null]);
  return rows.map(treeSpace);
}

const idOrNull = (id: number | null) => (id === null ? null : String(id));
const shownOrNull = (text: string | null) => (text === null ? null : shown(text));

function treeSpace(row: Row): TreeSpace {
  return {
    id: String(row.id),
    kind: row.kind,
    parentId: idOrNull(row.parent_id),
    name: shown(row.name ?? row.vendor_name ?? ""),
    ownName: shownOrNull(row.name),
    vendorName: shownOrNull(row.vendor_name),
    customId: shownOrNull(row.custom_id),
    vendorCustomId: shownOrNull(row.vendor_custom_id),
    capacity: row.capacity,
    effectiveCapacity: row.effective_capacity,
    typeId: idOrNull(row.type_id),
    tags: row.tags.map(shown),
    timeZone: row.time_zone,
    workingHours: row.working_hours,
    hoursFrom: idOrNull(row.hours_from),
    holidays: row.holidays,
    sortOrder: row.sort_order,
    sources: row.sources,
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}
