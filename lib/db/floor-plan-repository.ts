import "server-only";
import type { Pool, PoolClient } from "pg";
import { EMPTY_PLAN, type FloorPlan, type PlanDraft, type PublishedPlan } from "@/lib/core/floor-plan";
import type { PlanSpace } from "@/lib/core/plan-checks";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { listDrawings } from "./drawing-repository";
import { parseId } from "./floor-repository";

/** Documents are only ever written through the `FloorPlan` schema. */
interface PlanRow {
  draft: FloorPlan | null;
  draft_revision: number;
  draft_saved_at: Date | null;
  draft_saved_by: string | null;
  published: FloorPlan | null;
  published_revision: number;
  published_at: Date | null;
}

/** A plan as it is stored; a floor nobody drew has revision 0 of both. */
export interface StoredPlan {
  readonly draft: FloorPlan | null;
  readonly revision: number;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
  readonly published: FloorPlan | null;
  readonly publishedRevision: number;
  readonly publishedAt: Date | null;
}

const COLUMNS = `p.draft, p.draft_revision, p.draft_saved_at, p.draft_saved_by, p.published, p.published_revision, p.published_at`;

const stored = (row: PlanRow): StoredPlan => ({
  draft: row.draft,
  revision: row.draft_revision,
  savedAt: row.draft_saved_at,
  savedBy: row.draft_saved_by === null ? null : shown(row.draft_saved_by),
  published: row.published,
  publishedRevision: row.published_revision,
  publishedAt: row.published_at,
});

/** What an editor starts from: the draft, else what viewers see, else nothing. */
export const planOf = (plan: StoredPlan): FloorPlan => plan.draft ?? plan.published ?? EMPTY_PLAN;

/** The published plan of a floor; null when there is none, or no such floor. */
export async function readPublishedPlan(floorId: string, db: Database = database()): Promise<PublishedPlan | null> {
  const id = parseId(floorId);
  const { rows } = await db.read.query<PlanRow>(
    `SELECT ${COLUMNS} FROM floor_plan p JOIN space s ON s.id = p.floor_id
     WHERE p.floor_id = $1 AND s.archived_at IS NULL AND p.published IS NOT NULL`,
    [id],
  );
  const row = rows[0];
  if (!row?.published || !row.published_at) return null;
  const revision = row.published_revision;
  return { floorId, revision, publishedAt: row.published_at.toISOString(), plan: row.published };
}

/** What an admin works on; null when there is no such floor. */
export async function readPlanDraft(floorId: string, db: Database = database()): Promise<PlanDraft | null> {
  const id = parseId(floorId);
  if (id === null) return null;
  const [floor, drawings] = await Promise.all([
    db.read.query<PlanRow>(
      `SELECT ${COLUMNS} FROM space s LEFT JOIN floor_plan p ON p.floor_id = s.id
       WHERE s.id = $1 AND s.kind = 'floor' AND s.archived_at IS NULL`,
      [id],
    ),
    listDrawings(id, db),
  ]);
  const row = floor.rows[0];
  if (!row) return null;
  const plan = stored(row);
  return {
    floorId,
    revision: plan.revision ?? 0,
    isChanged: plan.draft !== null,
    savedAt: plan.savedAt?.toISOString() ?? null,
    savedBy: plan.savedBy,
    plan: planOf(plan),
    published: plan.published,
    publishedRevision: plan.publishedRevision ?? 0,
    drawings,
  };
}

/** The plan of a floor, locked until the transaction ends; null when there is no such floor. */
export async function lockPlan(client: PoolClient, floorId: number): Promise<StoredPlan | null> {
  await client.query(
    `INSERT INTO floor_plan (floor_id) SELECT id FROM space WHERE id = $1 AND kind = 'floor' AND archived_at IS NULL
     ON CONFLICT DO NOTHING`,
    [floorId],
  );
  const { rows } = await client.query<PlanRow>(
    `SELECT ${COLUMNS} FROM floor_plan p JOIN space s ON s.id = p.floor_id
     WHERE p.floor_id = $1 AND s.archived_at IS NULL FOR UPDATE OF p`,
    [floorId],
  );
  return rows[0] ? stored(rows[0]) : null;
}

/** Stores the draft of a locked plan, or throws it away (null). */
export async function storeDraft(client: PoolClient, floorId: number, draft: FloorPlan | null, savedBy: string) {
  await client.query(
    `UPDATE floor_plan SET draft = $2, draft_revision = draft_revision + 1,
            draft_saved_at = CASE WHEN $2::jsonb IS NULL THEN NULL ELSE now() END,
            draft_saved_by = CASE WHEN $2::jsonb IS NULL THEN NULL ELSE $3 END
     WHERE floor_id = $1`,
    [floorId, draft === null ? null : JSON.stringify(draft), savedBy],
  );
}

/** Makes it what viewers see, ends the draft, and moves the floor's feed on, so that open browsers hear of it. */
export async function storePublished(client: PoolClient, floorId: number, plan: FloorPlan, publishedBy: string) {
  await client.query(
    `UPDATE floor_plan SET published = $2, published_revision = published_revision + 1, published_at = now(),
            published_by = $3 WHERE floor_id = $1`,
    [floorId, JSON.stringify(plan), publishedBy],
  );
  await storeDraft(client, floorId, null, publishedBy);
  await client.query(
    `INSERT INTO floor_feed AS f (floor_id, "offset") VALUES ($1, 1)
     ON CONFLICT (floor_id) DO UPDATE SET "offset" = f."offset" + 1`,
    [floorId],
  );
}

/** A space that stands on the floor now. */
export interface FloorSpace extends PlanSpace {
  readonly typeId: number | null;
  /** Its own, whatever its type says; people. */
  readonly ownCapacity: number | null;
}

/** The spaces that stand on a floor now, by id. */
export async function spacesOfFloor(client: Pool | PoolClient, floorId: number): Promise<Map<string, FloorSpace>> {
  const { rows } = await client.query<FloorSpace>(
    `SELECT s.id::text, s.kind, coalesce(s.name, s.vendor_name) AS name, s.type_id AS "typeId",
            s.capacity AS "ownCapacity",
            coalesce(s.capacity, (SELECT t.capacity FROM space_type t WHERE t.id = s.type_id)) AS capacity,
            (SELECT count(*)::int FROM assignment a WHERE a.space_id = s.id AND a.ends_at IS NULL) AS sources
     FROM floor_member m JOIN space s ON s.id = m.space_id
     WHERE m.floor_id = $1 AND NOT m.removed AND s.archived_at IS NULL`,
    [floorId],
  );
  return new Map(rows.map((row) => [row.id, { ...row, name: shown(row.name) }]));
}

/** Those of the ids that are no space which stands, or once stood, on the floor. */
export async function strangersOnFloor(client: PoolClient, floorId: number, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT t.id FROM unnest($2::text[]) AS t(id)
     WHERE NOT EXISTS (SELECT 1 FROM floor_member m WHERE m.floor_id = $1 AND m.space_id::text = t.id)`,
    [floorId, ids],
  );
  return rows.map(({ id }) => id);
}

/** Locks the newest values of what feeds these spaces, always in the same order. */
export async function lockValuesOf(client: PoolClient, spaceIds: readonly number[]): Promise<void> {
  if (spaceIds.length === 0) return;
  await client.query(
    `SELECT 1 FROM source_value WHERE source_id IN (
       SELECT source_id FROM assignment WHERE space_id = ANY($1::int[]) AND ends_at IS NULL
     ) ORDER BY source_id, metric FOR UPDATE`,
    [spaceIds],
  );
}

/** Is it a floor of this building? */
export async function isFloorIn(client: PoolClient, floorId: number, buildingId: number): Promise<boolean> {
  const found = await client.query("SELECT 1 FROM space WHERE id = $1 AND parent_id = $2 AND kind = 'floor'", [
    floorId,
    buildingId,
  ]);
  return found.rowCount === 1;
}
