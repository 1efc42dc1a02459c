import "server-only";
import type { PoolClient } from "pg";
import type { SpaceKind } from "@/lib/core/space";

/** One step of the way from a space up to its site. */
interface Step {
  readonly id: number;
  readonly kind: SpaceKind;
  readonly isArchived: boolean;
}

/** From the space itself up to the root; empty when there is no such space. */
export async function wayUp(client: PoolClient, spaceId: number): Promise<Step[]> {
  const { rows } = await client.query<{ id: number; kind: SpaceKind; is_archived: boolean }>(
    `WITH RECURSIVE up AS (
       SELECT id, parent_id, kind, archived_at, 0 AS depth FROM space WHERE id = $1
       UNION ALL SELECT s.id, s.parent_id, s.kind, s.archived_at, depth + 1 FROM space s JOIN up ON s.id = up.parent_id
     )
     SELECT id, kind, archived_at IS NOT NULL AS is_archived FROM up ORDER BY depth`,
    [spaceId],
  );
  return rows.map(({ id, kind, is_archived }) => ({ id, kind, isArchived: is_archived }));
}

const idOf = (kind: SpaceKind, way: readonly Step[]) => way.find((step) => step.kind === kind)?.id ?? null;

export const siteIn = (way: readonly Step[]): number | null => idOf("site", way);
export const floorIn = (way: readonly Step[]): number | null => idOf("floor", way);

/** The floor a space is on by the tree; null for sites and buildings. */
export async function floorOfSpace(client: PoolClient, spaceId: number): Promise<number | null> {
  return floorIn(await wayUp(client, spaceId));
}
