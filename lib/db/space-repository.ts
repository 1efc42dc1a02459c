import "server-only";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceQuery } from "@/lib/core/space";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./floor-repository";
import { SPACE_JSON } from "./floor-sql";
import { spacesWithin } from "./place-of";
import { type SpaceRow, spaceSnapshot } from "./space-snapshot";

interface Row {
  space: SpaceRow;
  floor_id: number | null;
  now: Date;
}

/** A space with the floor it is on. */
export type PlacedSpace = SpaceSnapshot & { floorId: string | null };

const READ_SPACES = `
SELECT ${SPACE_JSON} AS space, m.floor_id, now() AS now
FROM space s LEFT JOIN floor_member m ON m.space_id = s.id AND NOT m.removed`;

const placed = ({ space, floor_id, now }: Row): PlacedSpace => ({
  ...spaceSnapshot(space, now.getTime()),
  floorId: floor_id === null ? null : String(floor_id),
});

/** One page of the tree within these sites (null: all), ordered by id. */
export async function listSpaces(
  query: SpaceQuery,
  sites: readonly number[] | null,
  db: Database = database(),
): Promise<{ items: PlacedSpace[]; next: string | null }> {
  const after = query.cursor === undefined ? 0 : parseId(query.cursor);
  const parent = query.parentId === undefined ? null : parseId(query.parentId);
  if (after === null || (query.parentId !== undefined && parent === null)) return { items: [], next: null };
  const { rows } = await db.read.query<Row>(
    `WITH RECURSIVE ${spacesWithin("$5")} ${READ_SPACES}
     WHERE s.archived_at IS NULL AND s.id > $1 AND ($2::text IS NULL OR s.kind::text = $2)
       AND ($3::int IS NULL OR s.parent_id = $3)
       AND ($5::int[] IS NULL OR s.id IN (SELECT id FROM mine))
     ORDER BY s.id LIMIT $4`,
    [after, query.kind ?? null, parent, query.limit + 1, sites],
  );
  const items = rows.slice(0, query.limit).map(placed);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

export async function readSpace(spaceId: string, db: Database = database()): Promise<PlacedSpace | null> {
  const { rows } = await db.read.query<Row>(`${READ_SPACES} WHERE s.id = $1 AND s.archived_at IS NULL`, [
    parseId(spaceId),
  ]);
  return rows[0] ? placed(rows[0]) : null;
}
