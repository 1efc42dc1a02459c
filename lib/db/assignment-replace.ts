import "server-only";
import type { PoolClient } from "pg";
import { type AssignmentRow, partsOf, reband, setIgnored } from "./assignment-repository";
import { stampSpaces } from "./floor-members";

export interface Replacement {
  /** Where the old device stands now. */
  readonly stay: AssignmentRow;
  readonly newSourceId: number;
  readonly at: Date;
  /** Name of who says so. */
  readonly by: string;
}

/** What speaks against it; null when nothing does. Both are locked. */
export async function whyNotReplace(
  client: PoolClient,
  { stay, newSourceId, at }: Replacement,
): Promise<"too-early" | "stands-elsewhere" | "stood-later" | null> {
  const { rows } = await client.query<{ too_early: boolean; stands: boolean; stood_later: boolean }>(
    `SELECT stay.starts_at >= $3 AS too_early,
            EXISTS (SELECT 1 FROM assignment n WHERE n.source_id = $2 AND n.ends_at IS NULL) AS stands,
            EXISTS (SELECT 1 FROM assignment n WHERE n.source_id = $2 AND n.ends_at > $3) AS stood_later
     FROM assignment stay WHERE stay.id = $1`,
    [stay.id, newSourceId, at],
  );
  if (rows[0]?.too_early) return "too-early";
  if (rows[0]?.stands) return "stands-elsewhere";
  return rows[0]?.stood_later ? "stood-later" : null;
}

/** Of the parts of the old one, those that stand with it. */
const END_PARTS = `
UPDATE assignment SET ends_at = $3
WHERE source_id = ANY($1::int[]) AND space_id = $2 AND ends_at IS NULL AND starts_at < $3`;

/** Of the parts of the new one, those that stand nowhere and did not later. */
const START_PARTS = `
INSERT INTO assignment (source_id, space_id, starts_at, assigned_by)
SELECT part, $2, $3, $4 FROM unnest($1::int[]) AS part
WHERE NOT EXISTS (SELECT 1 FROM assignment a WHERE a.source_id = part AND (a.ends_at IS NULL OR a.ends_at > $3))`;

/**
 * Ends the old device's stay and starts the new one's at that moment, with their parts: what the old one measured before
 * stays, however late it comes in, and what the new one measured before stays out. The old one is ignored from now on.
 */
export async function replaceDevice(
  client: PoolClient,
  { stay, newSourceId, at, by }: Replacement,
): Promise<{ readonly assignmentId: number; readonly floorIds: readonly number[] }> {
  const [oldParts, newParts] = [await partsOf(client, stay.source_id), await partsOf(client, newSourceId)];
  await client.query("UPDATE assignment SET ends_at = $2 WHERE id = $1", [stay.id, at]);
  await client.query(END_PARTS, [oldParts, stay.space_id, at]);
  const started = await client.query<{ id: number }>(
    `INSERT INTO assignment (source_id, space_id, starts_at, assigned_by, replaces_id)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [newSourceId, stay.space_id, at, by, stay.id],
  );
  await client.query(START_PARTS, [newParts, stay.space_id, at, by]);
  for (const id of [newSourceId, ...newParts]) await reband(client, id, stay.space_id);
  await setIgnored(client, [stay.source_id], true);
  await setIgnored(client, [newSourceId, ...newParts], false);
  const [row] = started.rows;
  if (!row) throw new Error("An INSERT … RETURNING answered no row");
  return { assignmentId: row.id, floorIds: await stampSpaces(client, [stay.space_id]) };
}
