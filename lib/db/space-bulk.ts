import "server-only";
import type { PoolClient } from "pg";
import type { SpaceKind } from "@/lib/core/space";
import type { AuditEntry } from "./audit-repository";
import { stampMembers, stampSpaces } from "./floor-members";
import { rebandSpaces } from "./reband";

/** What an import says about a space. */
export interface BulkValues {
  readonly name: string | null;
  readonly customId: string | null;
  readonly typeId: number | null;
  readonly capacity: number | null;
  readonly tags: readonly string[];
  readonly timeZone: string | null;
}

export interface BulkSpace extends BulkValues {
  readonly id: number;
  readonly kind: SpaceKind;
  readonly parentId: number | null;
  /** The floor it stands on; null for what is above floors, and for floors. */
  readonly floorId: number | null;
}

/** Ids that no space has yet, in rising order. */
export async function reserveSpaceIds(client: PoolClient, count: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT nextval(pg_get_serial_sequence('space', 'id'))::int AS id FROM generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/**
 * Many new spaces in a few statements, parents first, with their feeds and floors. The caller holds `lockPlaces` and has
 * checked names, ids, kinds and types. Answers the floors that must hear of it.
 */
export async function insertSpaces(client: PoolClient, spaces: readonly BulkSpace[]): Promise<number[]> {
  await client.query(
    `INSERT INTO space (id, kind, parent_id, name, custom_id, type_id, capacity, tags, time_zone, placed_at)
     SELECT id, kind, "parentId", name, "customId", "typeId", capacity,
            ARRAY(SELECT jsonb_array_elements_text(tags)), "timeZone", now()
     FROM jsonb_to_recordset($1::jsonb) AS t(id int, kind space_kind, "parentId" int, name text, "customId" text,
       "typeId" int, capacity int, tags jsonb, "timeZone" text) ORDER BY kind`,
    [JSON.stringify(spaces)],
  );
  const floors = spaces.filter(({ kind }) => kind === "floor").map(({ id }) => id);
  await client.query("INSERT INTO floor_feed (floor_id) SELECT unnest($1::int[])", [floors]);
  const joined = Map.groupBy(
    spaces.filter((space) => space.floorId !== null),
    (space) => space.floorId as number, // filtered above
  );
  for (const [floorId, members] of [...joined].sort(([a], [b]) => a - b))
    await stampMembers(
      client,
      floorId,
      members.map(({ id }) => id),
      false,
    );
  return [...new Set([...floors, ...joined.keys()])];
}

/**
 * New values of many spaces in a few statements; none of them moves. The caller holds `lockPlaces` and has checked them.
 * Answers the floors that must hear of it.
 */
export async function updateSpaces(
  client: PoolClient,
  spaces: readonly (BulkValues & { readonly id: number })[],
): Promise<number[]> {
  if (spaces.length === 0) return [];
  await client.query(
    `UPDATE space s SET name = t.name, custom_id = t."customId", type_id = t."typeId", capacity = t.capacity,
            tags = ARRAY(SELECT jsonb_array_elements_text(t.tags)), time_zone = t."timeZone"
     FROM jsonb_to_recordset($1::jsonb) AS t(id int, name text, "customId" text, "typeId" int, capacity int,
       tags jsonb, "timeZone" text) WHERE s.id = t.id`,
    [JSON.stringify(spaces)],
  );
  const ids = spaces.map(({ id }) => id);
  await rebandSpaces(client, ids);
  return stampSpaces(client, ids);
}

export interface OwnValues {
  readonly id: number;
  readonly name: string | null;
  readonly customId: string | null;
}

/** Names and ids that admins gave, locked: the vendor's own stand in other columns. */
export async function lockOwnValues(client: PoolClient, ids: readonly number[]): Promise<Map<number, OwnValues>> {
  const { rows } = await client.query<OwnValues>(
    `SELECT id, name, custom_id AS "customId" FROM space WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Many audit entries in one statement, in their order. */
export async function writeAudits(
  client: PoolClient,
  actor: AuditEntry["actor"],
  entries: readonly Omit<AuditEntry, "actor">[],
): Promise<void> {
  if (entries.length === 0) return;
  await client.query(
    `INSERT INTO audit_entry (actor_id, actor_name, address, action, object_type, object_id, site_id, before, after)
     SELECT $1, $2, $3, action, "objectType", "objectId", "siteId", before, after
     FROM jsonb_to_recordset($4::jsonb) AS t(action text, "objectType" text, "objectId" text, "siteId" int,
       before jsonb, after jsonb)`,
    [actor.userId, actor.name, actor.address ?? null, JSON.stringify(entries)],
  );
}
