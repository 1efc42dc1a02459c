import "server-only";
import type { FoundSource, FoundSpace, SearchAnswer, SearchQuery } from "@/lib/core/search";
import type { SpaceKind } from "@/lib/core/space";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { spacesWithin } from "./place-of";

const NAME = "coalesce(s.name, s.vendor_name)";
const DEVICE = `lower(coalesce(o.name, '') || ' ' || o.external_id)`;

/** The whole name, its beginning, the beginning of a word, any part, else merely alike. $2 what is looked for, $3 as a LIKE pattern. */
const rankOf = (text: string) => `CASE
  WHEN lower(${text}) = $2 THEN 0
  WHEN lower(${text}) LIKE $3 || '%' THEN 1
  WHEN lower(${text}) LIKE '% ' || $3 || '%' THEN 2
  WHEN lower(${text}) LIKE '%' || $3 || '%' THEN 3 ELSE 4 END`;

/** The way from each of these spaces up to its site. */
const WAYS_UP = `
WITH RECURSIVE up AS (
  SELECT s.id AS at, s.id, s.parent_id, s.kind, ${NAME} AS name, 0 AS depth FROM space s WHERE s.id = ANY($1::int[])
  UNION ALL SELECT up.at, s.id, s.parent_id, s.kind, ${NAME}, up.depth + 1 FROM space s JOIN up ON s.id = up.parent_id
), down AS (
  SELECT s.id AS at, s.id, s.kind, s.sort_order FROM space s WHERE s.id = ANY($1::int[]) AND s.kind IN ('site', 'building')
  UNION ALL SELECT down.at, s.id, s.kind, s.sort_order FROM space s JOIN down ON s.parent_id = down.id
  WHERE down.kind IN ('site', 'building') AND s.archived_at IS NULL
)
SELECT up.at AS id, max(up.kind::text) FILTER (WHERE up.depth = 0) AS kind, max(up.name) FILTER (WHERE up.depth = 0) AS name,
       array_agg(up.name ORDER BY up.depth DESC) FILTER (WHERE up.depth > 0) AS path,
       coalesce(max(up.id) FILTER (WHERE up.kind = 'floor'),
                (SELECT d.id FROM down d WHERE d.at = up.at AND d.kind = 'floor' ORDER BY d.sort_order, d.id LIMIT 1)) AS floor_id
FROM up GROUP BY up.at`;

interface WayRow {
  id: number;
  kind: SpaceKind;
  name: string | null;
  path: (string | null)[] | null;
  floor_id: number | null;
}

interface SourceRow {
  id: number;
  vendor: string;
  kind: string;
  name: string;
  space_id: number | null;
}

export interface SearchScope {
  /** Null: every site. */
  readonly sites: readonly number[] | null;
  readonly maySeeSources: boolean;
}

/** What has this in its name, id or tags, the best first, within the reader's sites. */
export async function searchByName(
  { q, limit }: SearchQuery,
  { sites, maySeeSources }: SearchScope,
  db: Database = database(),
): Promise<SearchAnswer> {
  const text = q.toLowerCase();
  const values = [sites, text, text.replace(/[\\%_]/g, "\\$&"), limit];
  const [spaces, sources] = await Promise.all([
    db.read.query<{ id: number }>(FIND_SPACES, values),
    maySeeSources ? db.read.query<SourceRow>(FIND_SOURCES, values).then(({ rows }) => rows) : [],
  ]);
  const ids = spaces.rows.map(({ id }) => id);
  const places = await placesOf([...ids, ...sources.flatMap(({ space_id }) => space_id ?? [])], db);
  return {
    spaces: ids.flatMap((id) => places.get(id) ?? []),
    sources: sources.map((row) => foundSource(row, places)),
  };
}

const FIND_SPACES = `
WITH RECURSIVE ${spacesWithin("$1")}
SELECT s.id FROM space s
WHERE s.archived_at IS NULL AND ($1::int[] IS NULL OR s.id IN (SELECT id FROM mine))
  AND (lower(${NAME}) LIKE '%' || $3 || '%' OR (length($2) > 3 AND word_similarity($2, lower(${NAME})) > 0.4)
       OR lower(coalesce(s.custom_id, s.vendor_custom_id)) LIKE $3 || '%'
       OR EXISTS (SELECT 1 FROM unnest(s.tags) AS tag WHERE lower(tag) = $2))
ORDER BY ${rankOf(NAME)}, word_similarity($2, lower(${NAME})) DESC, ${NAME}, s.id LIMIT $4`;

/** A source that has the name of the space it stands in would be the same line twice. */
const FIND_SOURCES = `
WITH RECURSIVE ${spacesWithin("$1")}
SELECT o.id, o.vendor, o.kind, coalesce(o.name, o.external_id) AS name, a.space_id
FROM source o
LEFT JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL
LEFT JOIN space s ON s.id = a.space_id
WHERE ${DEVICE} LIKE '%' || $3 || '%' AND ($1::int[] IS NULL OR a.space_id IN (SELECT id FROM mine))
  AND o.ignored_at IS NULL AND coalesce(o.name, o.external_id) IS DISTINCT FROM s.vendor_name
ORDER BY ${rankOf("coalesce(o.name, o.external_id)")}, name, o.id LIMIT $4`;

async function placesOf(ids: readonly number[], db: Database): Promise<ReadonlyMap<number, FoundSpace>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.read.query<WayRow>(WAYS_UP, [ids]);
  return new Map(rows.map((row) => [row.id, foundSpace(row)]));
}

const foundSpace = (row: WayRow): FoundSpace => ({
  id: String(row.id),
  kind: row.kind,
  name: shown(row.name ?? ""),
  floorId: row.floor_id === null ? null : String(row.floor_id),
  path: (row.path ?? []).map((name) => shown(name ?? "")),
});

const foundSource = (row: SourceRow, places: ReadonlyMap<number, FoundSpace>): FoundSource => ({
  id: String(row.id),
  vendor: row.vendor,
  kind: row.kind,
  name: shown(row.name),
  space: row.space_id === null ? null : (places.get(row.space_id) ?? null),
});
