import "server-only";
import type { PoolClient } from "pg";
import { AppError } from "@/lib/core/errors";
import type { SpaceKind } from "@/lib/core/space";
import { shown } from "@/lib/core/space-row";
import { wantsItsName } from "@/lib/core/space-tree";
import { say } from "@/lib/core/words";
import { type AuditEntry, writeAudit } from "./audit-repository";
import { fillFloor, leaveFloors, lockPlaces } from "./floor-members";
import { refuse } from "./space-rules";
import { floorIn, siteIn, wayUp } from "./space-tree";

type Author = AuditEntry["actor"];

export interface Archived {
  /** How many spaces it was about. */
  readonly spaces: number;
  /** Floors on which that shows. */
  readonly floorIds: readonly number[];
}

interface Row {
  kind: SpaceKind;
  name: string;
  archived_at: Date | null;
}

const INSIDE = `WITH RECURSIVE inside AS (
  SELECT id, kind, archived_at FROM space WHERE id = $1
  UNION ALL SELECT s.id, s.kind, s.archived_at FROM space s JOIN inside ON s.parent_id = inside.id
)`;

/**
 * Inside a transaction: archives a space with all that is in it, audited. Its sources stay assigned and go on being
 * stored. Null when there is no such living space. Throws `invalid` when its name had to be typed and was not.
 */
export async function archiveSpace(
  client: PoolClient,
  spaceId: number,
  typedName: string | undefined,
  actor: Author,
): Promise<Archived | null> {
  await lockPlaces(client);
  const space = await lockSpace(client, spaceId);
  if (!space || space.archived_at !== null) return null;
  if (wantsItsName(space.kind) && typedName?.trim() !== shown(space.name)) {
    throw refuse(
      "name",
      say(
        "Type the name of the {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} to archive it with all that is in it.",
        { kind: space.kind },
      ),
    );
  }
  const { rows } = await client.query<{ id: number; kind: SpaceKind }>(
    `${INSIDE} UPDATE space s SET archived_at = now() FROM inside
     WHERE s.id = inside.id AND s.archived_at IS NULL RETURNING s.id, s.kind`,
    [spaceId],
  );
  const ids = rows.map(({ id }) => id);
  const floors = rows.flatMap(({ id, kind }) => (kind === "floor" ? [id] : []));
  const floorIds = [...new Set([...(await leaveFloors(client, ids)), ...floors])];
  await audit(client, "space.archive", spaceId, actor, { name: space.name, spaces: ids.length });
  return { spaces: ids.length, floorIds };
}

/**
 * Inside a transaction: brings back a space with all that was archived with it, audited. Null when there is no such
 * archived space. Throws `conflict` when what it stands in is archived.
 */
export async function restoreSpace(client: PoolClient, spaceId: number, actor: Author): Promise<Archived | null> {
  await lockPlaces(client);
  const space = await lockSpace(client, spaceId);
  if (!space || space.archived_at === null) return null;
  const way = await wayUp(client, spaceId);
  const [, parent] = way;
  if (parent?.isArchived)
    throw new AppError(
      "conflict",
      say(
        "The {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} it stands in is archived. Restore that first.",
        { kind: parent.kind },
      ),
    );
  const { rows } = await client.query<{ id: number; kind: SpaceKind }>(
    `${INSIDE} UPDATE space s SET archived_at = NULL FROM inside
     WHERE s.id = inside.id AND s.archived_at = (SELECT archived_at FROM space WHERE id = $1) RETURNING s.id, s.kind`,
    [spaceId],
  );
  const floors = rows.flatMap(({ id, kind }) => (kind === "floor" ? [id] : []));
  const outer = floorIn(way);
  for (const id of outer === null || floors.includes(outer) ? floors : [outer]) await fillFloor(client, id);
  await audit(client, "space.restore", spaceId, actor, { name: space.name, spaces: rows.length });
  return { spaces: rows.length, floorIds: outer === null ? floors : [...new Set([outer, ...floors])] };
}

async function lockSpace(client: PoolClient, spaceId: number): Promise<Row | null> {
  const { rows } = await client.query<Row>(
    `SELECT kind, coalesce(name, vendor_name, '') AS name, archived_at FROM space WHERE id = $1 FOR UPDATE`,
    [spaceId],
  );
  return rows[0] ?? null;
}

async function audit(client: PoolClient, action: string, spaceId: number, actor: Author, after: unknown) {
  const siteId = siteIn(await wayUp(client, spaceId));
  await writeAudit(client, { actor, action, objectType: "space", objectId: String(spaceId), siteId, after });
}
