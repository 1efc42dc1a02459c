import "server-only";
import type { PoolClient } from "pg";
import { AppError } from "@/lib/core/errors";
import { PARENT_KINDS, type SpaceKind } from "@/lib/core/space";
import { text } from "@/lib/core/text";
import { say, type Words } from "@/lib/core/words";
import { siteIn, wayUp } from "./space-tree";

/** A wrong value, said to its field. */
export function refuse(path: string, words: string | Words): AppError {
  const { message, words: said } = new AppError("invalid", words);
  return new AppError("invalid", words, { issues: [{ path, message, words: said }] });
}

/** Where a space of this kind may stand. Answers the site of that place. Throws `invalid` or `conflict`. */
export async function checkParent(
  client: PoolClient,
  kind: SpaceKind,
  parentId: number | null,
): Promise<{ siteId: number | null; floorId: number | null }> {
  if (parentId === null) {
    if (kind !== "site") throw refuse("parentId", `A ${kind} stands in a ${PARENT_KINDS[kind].join(" or a ")}.`);
    return { siteId: null, floorId: null };
  }
  const way = await wayUp(client, parentId);
  const [parent] = way;
  if (!parent) throw refuse("parentId", text("There is no such place to put it in."));
  if (!PARENT_KINDS[kind].includes(parent.kind)) {
    throw refuse(
      "parentId",
      say(
        "A {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} cannot stand in a {parent, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}}.",
        { kind, parent: parent.kind },
      ),
    );
  }
  if (parent.isArchived) throw new AppError("conflict", "That place is archived. Restore it first.");
  return { siteId: siteIn(way), floorId: way.find(({ kind }) => kind === "floor")?.id ?? null };
}

/** Throws `invalid` when there is no such type, or it is meant for another kind. */
export async function checkType(client: PoolClient, kind: SpaceKind, typeId: number | null): Promise<void> {
  if (typeId === null) return;
  const { rows } = await client.query<{ name: string; kind: SpaceKind | null }>(
    "SELECT name, kind FROM space_type WHERE id = $1 FOR KEY SHARE",
    [typeId],
  );
  const [type] = rows;
  if (!type) throw refuse("typeId", text("There is no such type."));
  if (type.kind !== null && type.kind !== kind)
    throw refuse(
      "typeId",
      say(
        "“{name}” is a type for {kind, select, site {sites} building {buildings} floor {floors} room {rooms} zone {zones} other {desks}}.",
        { name: type.name, kind: type.kind },
      ),
    );
}

/** Throws `conflict` when a living sibling of the same kind has the name already, letter case aside. */
export async function checkName(client: PoolClient, spaceId: number): Promise<void> {
  const { rows } = await client.query<{ kind: SpaceKind; name: string }>(
    `SELECT me.kind, coalesce(me.name, me.vendor_name) AS name FROM space me
     JOIN space other ON other.kind = me.kind AND other.id <> me.id AND other.archived_at IS NULL
       AND other.parent_id IS NOT DISTINCT FROM me.parent_id
       AND lower(coalesce(other.name, other.vendor_name)) = lower(coalesce(me.name, me.vendor_name))
     WHERE me.id = $1 LIMIT 1`,
    [spaceId],
  );
  const [taken] = rows;
  if (taken)
    throw new AppError(
      "conflict",
      say(
        "There is a {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} called “{name}” here already.",
        { ...taken },
      ),
    );
}

/** Throws `conflict` when another living space of the site has the id already. */
export async function checkCustomId(client: PoolClient, spaceId: number, siteId: number | null): Promise<void> {
  const { rows } = await client.query<{ custom_id: string }>(
    `WITH RECURSIVE inside AS (
       SELECT id FROM space WHERE id = $2
       UNION ALL SELECT s.id FROM space s JOIN inside ON s.parent_id = inside.id
     )
     SELECT me.custom_id FROM space me JOIN space other ON other.custom_id = me.custom_id AND other.id <> me.id
     WHERE me.id = $1 AND other.archived_at IS NULL AND other.id IN (SELECT id FROM inside) LIMIT 1`,
    [spaceId, siteId],
  );
  const [taken] = rows;
  if (taken) throw new AppError("conflict", say("Another space has the id “{id}” already.", { id: taken.custom_id }));
}
