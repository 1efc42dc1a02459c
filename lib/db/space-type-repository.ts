import "server-only";
import type { PoolClient } from "pg";
import { shown } from "@/lib/core/space-row";
import type { SpaceType, SpaceTypeDraft } from "@/lib/core/space-type";
import { database } from "./client";
import type { Database } from "./database";
import { stampSpaces } from "./floor-members";
import { spacesWithin } from "./place-of";
import { rebandSpaces } from "./reband";

type Fields = Required<SpaceTypeDraft>;

const FIELDS = `t.name, t.kind, t.capacity, t.hold_minutes AS "holdMinutes", t.target_percent AS "targetPercent",
  nullif(t.speakers, '{}') AS speakers, t.lunch`;

/** Every type by name; `spaces` counts those within these sites (null: all). */
export async function listSpaceTypes(sites: readonly number[] | null, db: Database = database()): Promise<SpaceType[]> {
  const { rows } = await db.read.query<Fields & { id: number; spaces: number }>(
    `WITH RECURSIVE ${spacesWithin("$1")}
     SELECT t.id, ${FIELDS}, (
       SELECT count(*)::int FROM space s WHERE s.type_id = t.id AND s.archived_at IS NULL
         AND ($1::int[] IS NULL OR s.id IN (SELECT id FROM mine))) AS spaces
     FROM space_type t ORDER BY lower(t.name), t.id`,
    [sites],
  );
  return rows.map((row) => ({ ...row, id: String(row.id), name: shown(row.name) }));
}

/** Null when another type has the name already. */
export async function insertSpaceType(client: PoolClient, draft: Fields): Promise<number | null> {
  if (await isTaken(client, draft.name, null)) return null;
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO space_type (name, kind, capacity, hold_minutes, target_percent, speakers, lunch) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (name) DO NOTHING RETURNING id`,
    values(draft),
  );
  return rows[0]?.id ?? null;
}

/** Locked until the transaction ends. Null when there is no such type. */
export async function lockSpaceType(client: PoolClient, typeId: number): Promise<Fields | null> {
  const { rows } = await client.query<Fields>(`SELECT ${FIELDS} FROM space_type t WHERE t.id = $1 FOR UPDATE`, [
    typeId,
  ]);
  return rows[0] ?? null;
}

/** Does another type have this name, letter case aside? */
export async function isTaken(client: PoolClient, name: string, butId: number | null): Promise<boolean> {
  const found = await client.query(
    "SELECT 1 FROM space_type WHERE lower(name) = lower($1) AND id IS DISTINCT FROM $2::int LIMIT 1",
    [name, butId],
  );
  return found.rowCount === 1;
}

/** Writes a type and tells every floor that shows spaces of it. Answers those floors. */
export async function writeSpaceType(client: PoolClient, typeId: number, fields: Fields): Promise<number[]> {
  await client.query(
    `UPDATE space_type SET name = $2, kind = $3, capacity = $4, hold_minutes = $5, target_percent = $6, speakers = $7,
       lunch = $8 WHERE id = $1`,
    [typeId, ...values(fields)],
  );
  const { rows } = await client.query<{ id: number }>("SELECT id FROM space WHERE type_id = $1 ORDER BY id", [typeId]);
  const ids = rows.map(({ id }) => id);
  await rebandSpaces(client, ids);
  return stampSpaces(client, ids);
}

/** How many spaces are of it, archived ones too; of another kind than `kind` when that is given. */
export async function countSpacesOf(client: PoolClient, typeId: number, butKind: string | null): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM space WHERE type_id = $1 AND ($2::text IS NULL OR kind::text <> $2)",
    [typeId, butKind],
  );
  return rows[0]?.count ?? 0;
}

export async function deleteSpaceType(client: PoolClient, typeId: number): Promise<void> {
  await client.query("DELETE FROM space_type WHERE id = $1", [typeId]);
}

const values = (fields: Fields) => [
  fields.name,
  fields.kind,
  fields.capacity,
  fields.holdMinutes,
  fields.targetPercent,
  fields.speakers ?? [],
  fields.lunch && JSON.stringify(fields.lunch),
];
