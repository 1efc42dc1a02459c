import "server-only";
import type { PoolClient } from "pg";
import { band } from "./batch-sql";
import { capacityOf } from "./capacity-sql";
import { stampSpaces } from "./floor-members";

/** Sources and the parts that stand where they stand: the appliances of a Zoom Room. Locked, in order. */
const LOCK_WITH_PARTS = `
SELECT o.id FROM source o
WHERE o.id = ANY($1::int[]) OR o.id IN (
  SELECT f.source_id FROM source s
  JOIN source_fact f ON f.name = 'parent' AND f.value::jsonb = jsonb_build_object('kind', s.kind, 'externalId', s.external_id)
  JOIN source part ON part.id = f.source_id AND part.vendor = s.vendor
  WHERE s.id = ANY($1::int[]) AND s.kind <> 'location')
ORDER BY o.id FOR UPDATE`;

/** Of those locked, the parts of one source. */
const READ_PARTS = `
SELECT f.source_id AS id FROM source s
JOIN source_fact f ON f.name = 'parent' AND f.value::jsonb = jsonb_build_object('kind', s.kind, 'externalId', s.external_id)
JOIN source part ON part.id = f.source_id AND part.vendor = s.vendor
WHERE s.id = $1 AND s.kind <> 'location' ORDER BY 1`;

/** Counts are judged by the capacity of the space they are in now. */
const REBAND = `
UPDATE source_value v SET band = ${band("v.metric", "v.value", capacityOf("s"))}
FROM space s WHERE s.id = $2 AND v.source_id = $1`;

/** One row of `assignment`. */
export interface AssignmentRow {
  readonly id: number;
  readonly source_id: number;
  readonly space_id: number;
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly assigned_by: string | null;
  readonly replaces_id: number | null;
}

const ROW = "id, source_id, space_id, starts_at, ends_at, assigned_by, replaces_id";

/** Locks a source with its parts against other moves; their ids, or null when there is no such source. */
export async function lockSource(client: PoolClient, sourceId: number): Promise<readonly number[] | null> {
  const ids = await lockSources(client, [sourceId]);
  return ids.includes(sourceId) ? ids : null;
}

/** The same for several at once. */
export async function lockSources(client: PoolClient, sourceIds: readonly number[]): Promise<readonly number[]> {
  const { rows } = await client.query<{ id: number }>(LOCK_WITH_PARTS, [sourceIds]);
  return rows.map(({ id }) => id);
}

export async function partsOf(client: PoolClient, sourceId: number): Promise<readonly number[]> {
  const { rows } = await client.query<{ id: number }>(READ_PARTS, [sourceId]);
  return rows.map(({ id }) => id);
}

/** Where a source stands now; null for nowhere. */
export async function openStay(client: PoolClient, sourceId: number): Promise<AssignmentRow | null> {
  const { rows } = await client.query<AssignmentRow>(
    `SELECT ${ROW} FROM assignment WHERE source_id = $1 AND ends_at IS NULL`,
    [sourceId],
  );
  return rows[0] ?? null;
}

/** The last that was said of where it stands; null when nothing ever was. */
export async function newestStay(client: PoolClient, sourceId: number): Promise<AssignmentRow | null> {
  const { rows } = await client.query<AssignmentRow>(
    `SELECT ${ROW} FROM assignment WHERE source_id = $1 ORDER BY id DESC LIMIT 1`,
    [sourceId],
  );
  return rows[0] ?? null;
}

export interface Move {
  /** Locked with `lockSource`: the source and its parts. */
  readonly ids: readonly number[];
  readonly sourceId: number;
  /** Null: nowhere. */
  readonly spaceId: number | null;
  /** Name of who says so. */
  readonly by: string;
}

export interface Moved {
  /** Spaces that lost or got the source or one of its parts. */
  readonly spaceIds: readonly number[];
  /** Floors on which the move shows. */
  readonly floorIds: readonly number[];
}

/**
 * Puts a source, with its parts, into a space from now on, or nowhere. The first time it stands somewhere, all it ever
 * said comes along; after that its past stays where it was. Does not ask who may.
 */
export async function moveSource(client: PoolClient, { ids, spaceId, by }: Move): Promise<Moved> {
  const touched = new Set<number>();
  for (const id of ids) {
    const left = (await openStay(client, id))?.space_id ?? null;
    if (left === spaceId) continue;
    await client.query("UPDATE assignment SET ends_at = now() WHERE source_id = $1 AND ends_at IS NULL", [id]);
    if (left !== null) touched.add(left);
    if (spaceId === null) continue;
    await client.query(
      `INSERT INTO assignment (source_id, space_id, assigned_by, starts_at)
       SELECT $1, $2, $3, CASE WHEN EXISTS (SELECT 1 FROM assignment WHERE source_id = $1) THEN now() ELSE 'epoch' END`,
      [id, spaceId, by],
    );
    await reband(client, id, spaceId);
    touched.add(spaceId);
  }
  if (spaceId !== null) await setIgnored(client, ids, false);
  const spaceIds = [...touched];
  return { spaceIds, floorIds: await stampSpaces(client, spaceIds) };
}

/** Says whether an admin wants to be asked about these. */
export async function setIgnored(client: PoolClient, ids: readonly number[], isIgnored: boolean): Promise<void> {
  await client.query(
    `UPDATE source SET ignored_at = CASE WHEN $2 THEN now() END WHERE id = ANY($1::int[]) AND (ignored_at IS NOT NULL) <> $2`,
    [ids, isIgnored],
  );
}

export async function isLiving(client: PoolClient, spaceId: number): Promise<boolean> {
  const found = await client.query("SELECT 1 FROM space WHERE id = $1 AND archived_at IS NULL", [spaceId]);
  return found.rowCount === 1;
}

export async function reband(client: PoolClient, sourceId: number, spaceId: number): Promise<void> {
  await client.query(REBAND, [sourceId, spaceId]);
}
