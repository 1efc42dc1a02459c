import "server-only";
import type { SpaceKind } from "@/lib/core/space";
import { database } from "./client";
import { parseId } from "./parse-id";
import type { Readable } from "./place-of";

const READ_WAY = `
SELECT s.kind, (SELECT m.floor_id FROM floor_member m WHERE m.space_id = s.id AND NOT m.removed LIMIT 1)::text AS "floorId"
FROM space s WHERE s.id = $1 AND s.archived_at IS NULL`;

/** What a space is, and the floor that shows it; null when there is no such space, or it is archived. */
export async function readSpaceWay(
  spaceId: string,
  db: Readable = database(),
): Promise<{ readonly kind: SpaceKind; readonly floorId: string | null } | null> {
  const { rows } = await db.read.query<{ kind: SpaceKind; floorId: string | null }>(READ_WAY, [parseId(spaceId)]);
  return rows[0] ?? null;
}
