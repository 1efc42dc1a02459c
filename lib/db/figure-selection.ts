import "server-only";
import { AppError } from "@/lib/core/errors";
import type { FigureQuery } from "@/lib/core/space-metrics";
import type { Readable } from "./place-of";

/** Most spaces that are asked about at once. */
const MOST_SPACES = 2_000;

const BY_ID = `
WITH RECURSIVE up AS (
  SELECT s.id AS space_id, s.id, s.parent_id, s.kind FROM space s WHERE s.id = ANY($1::int[])
  UNION ALL SELECT up.space_id, s.id, s.parent_id, s.kind FROM space s JOIN up ON s.id = up.parent_id
)
SELECT space_id AS id FROM up WHERE kind = 'site' AND ($2::int[] IS NULL OR id = ANY($2::int[]))`;

/** Archived ones are left out, as they are everywhere but where they are asked for by name. */
const WITHIN = `
WITH RECURSIVE down AS (
  SELECT s.id, s.kind, s.type_id, s.tags FROM space s WHERE s.id = $1
  UNION ALL
  SELECT s.id, s.kind, s.type_id, s.tags FROM space s JOIN down ON s.parent_id = down.id WHERE s.archived_at IS NULL
)
SELECT id FROM down WHERE kind::text = $2 AND ($3::int IS NULL OR type_id = $3) AND ($4::text IS NULL OR $4 = ANY(tags))
ORDER BY id LIMIT ${MOST_SPACES + 1}`;

type Asked = Pick<FigureQuery, "spaces" | "within" | "kind" | "type" | "tag">;

/**
 * Ids of the spaces that were asked about, within these sites (null: all of them). Throws `not-found` for a place that
 * is none, or not theirs; `invalid` when nobody said which, or there are too many.
 */
export async function selectFigureSpaces(
  { spaces, within, kind, type, tag }: Asked,
  sites: readonly number[] | null,
  db: Readable,
): Promise<number[]> {
  const named = spaces?.map(Number) ?? (within === undefined ? null : [Number(within)]);
  if (named === null) throw new AppError("invalid", "Say which spaces: by their ids, or within which place.");
  const visible = await db.read.query<{ id: number }>(BY_ID, [named, sites]);
  if (visible.rows.length < named.length) throw new AppError("not-found", "There is no such space.");
  if (spaces !== undefined) return named;
  const values = [named[0], kind, type === undefined ? null : Number(type), tag ?? null];
  const { rows } = await db.read.query<{ id: number }>(WITHIN, values);
  if (rows.length > MOST_SPACES)
    throw new AppError("invalid", "These are too many spaces at once. Ask for one building or floor.");
  return rows.map(({ id }) => id);
}
