import "server-only";
import type { OwnLimits } from "@/lib/core/air-limits";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceQuery } from "@/lib/core/space-requests";
import { spaceSnapshot } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { ownLimits, type ThresholdRow } from "./own-limits";
import { parseId } from "./parse-id";
import { spacesWithin } from "./place-of";
import { type PlacedRow, readSpaceRows } from "./space-rows";
import { readSpaces } from "./space-rows-sql";

/** A space with the floor it is on. */
export type PlacedSpace = SpaceSnapshot & { floorId: string | null };

const PICKED = `
SELECT s.id, m.floor_id, coalesce(m.removed, false) AS removed, s.id AS sort_order, ''::text AS name
FROM space s LEFT JOIN floor_member m ON m.space_id = s.id AND NOT m.removed`;

const ONE = readSpaces(`${PICKED} WHERE s.id = $1 AND s.archived_at IS NULL`);

const placed = (row: PlacedRow, now: number, limits?: OwnLimits): PlacedSpace => ({
  ...spaceSnapshot(row, now, limits),
  floorId: row.floorId === null ? null : String(row.floorId),
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
  const picked = `SELECT * FROM (${PICKED}
     WHERE s.archived_at IS NULL AND s.id > $1 AND ($2::text IS NULL OR s.kind::text = $2)
       AND ($3::int IS NULL OR s.parent_id = $3)
       AND ($5::int[] IS NULL OR s.id IN (SELECT id FROM mine))
     ORDER BY s.id LIMIT $4) page`;
  const withs = `${spacesWithin("$5")},`;
  const values = [after, query.kind ?? null, parent, query.limit + 1, sites];
  const { rows, now } = await readSpaceRows({ name: null, text: readSpaces(picked, { withs }), values }, db);
  rows.sort((a, b) => a.id - b.id);
  const items = rows.slice(0, query.limit).map((row) => placed(row, now));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

export async function readSpace(spaceId: string, db: Database = database()): Promise<PlacedSpace | null> {
  const id = parseId(spaceId);
  if (id === null) return null;
  const [{ rows, now }, thresholds] = await Promise.all([
    readSpaceRows({ name: "read-space", text: ONE, values: [id] }, db),
    db.read.query<ThresholdRow>({
      name: "limits-of-space",
      text: `SELECT space_id AS "spaceId", metric, limits FROM threshold WHERE space_id = $1`,
      values: [id],
    }),
  ]);
  return rows[0] ? placed(rows[0], now, ownLimits(thresholds.rows).get(id)) : null;
}
