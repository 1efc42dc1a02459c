import "server-only";
import type { HistoryChoices, HistoryPlace } from "@/lib/core/history-choices";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { spacesWithin } from "./place-of";

/** A person of every site gives null. */
const SEEN = `(SELECT s.* FROM space s WHERE s.archived_at IS NULL AND ($1::int[] IS NULL OR s.id IN (SELECT id FROM mine)))`;

const READ_PLACES = `
WITH RECURSIVE ${spacesWithin("$1")},
tree AS (
  SELECT s.id, s.parent_id, s.kind, coalesce(s.name, s.vendor_name) AS name, coalesce(s.time_zone, 'UTC') AS time_zone,
         ARRAY[coalesce(s.name, s.vendor_name, ''), lpad(s.id::text, 9, '0')] AS path
  FROM ${SEEN} s WHERE s.kind = 'site'
  UNION ALL
  SELECT s.id, s.parent_id, s.kind, coalesce(s.name, s.vendor_name), tree.time_zone,
         tree.path || ARRAY[lpad((s.sort_order + 20000)::text, 9, '0'), coalesce(s.name, s.vendor_name, ''), lpad(s.id::text, 9, '0')]
  FROM space s JOIN tree ON s.parent_id = tree.id
  WHERE s.archived_at IS NULL AND s.kind IN ('building', 'floor')
)
SELECT id::text AS id, kind, name, parent_id::text AS "parentId", time_zone AS "timeZone" FROM tree ORDER BY path LIMIT 2000`;

const READ_TYPES = `
WITH RECURSIVE ${spacesWithin("$1")}
SELECT t.id::text AS id, t.name FROM space_type t
WHERE EXISTS (SELECT 1 FROM ${SEEN} s WHERE s.type_id = t.id) ORDER BY t.name LIMIT 500`;

const READ_TAGS = `
WITH RECURSIVE ${spacesWithin("$1")}
SELECT DISTINCT tag FROM ${SEEN} s, unnest(s.tags) AS tag ORDER BY tag LIMIT 500`;

/** What the history can be about within these sites; null for all. */
export async function readHistoryChoices(
  sites: readonly number[] | null,
  db: Database = database(),
): Promise<HistoryChoices> {
  const [places, types, tags] = await Promise.all([
    db.read.query<HistoryPlace>(READ_PLACES, [sites]),
    db.read.query<HistoryChoices["types"][number]>(READ_TYPES, [sites]),
    db.read.query<{ tag: string }>(READ_TAGS, [sites]),
  ]);
  return {
    places: places.rows.map((place) => ({ ...place, name: shown(place.name) })),
    types: types.rows.map((type) => ({ ...type, name: shown(type.name) })),
    tags: tags.rows.map(({ tag }) => tag),
  };
}
