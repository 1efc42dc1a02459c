import "server-only";
import type { PoolClient } from "pg";
import { type AssignmentRow, partsOf, reband, setIgnored } from "./assignment-repository";
import { stampSpaces } from "./floor-members";

// Moments are compared in SQL only: a Date has no µs.

const READ_BEFORE = `
SELECT b.id, b.source_id, b.space_id, b.starts_at, b.ends_at, b.assigned_by, b.replaces_id
FROM assignment stay JOIN assignment b
  ON b.id = stay.replaces_id
  OR (stay.replaces_id IS NULL AND b.source_id = stay.source_id AND b.id < stay.id AND b.ends_at = stay.starts_at)
WHERE stay.id = $1 ORDER BY b.id DESC LIMIT 1`;

/** Where a source stood before a stay began there: of its own, or of the device it took over from. */
export async function stayBefore(client: PoolClient, stay: AssignmentRow): Promise<AssignmentRow | null> {
  const { rows } = await client.query<AssignmentRow>(READ_BEFORE, [stay.id]);
  return rows[0] ?? null;
}

/** Has another device taken over since? Then only that can be undone. */
export async function isReplaced(client: PoolClient, stay: AssignmentRow): Promise<boolean> {
  const found = await client.query("SELECT 1 FROM assignment WHERE replaces_id = $1", [stay.id]);
  return found.rowCount === 1;
}

/** A part came along when the thing was put there, or was first heard of after that. */
const UNDO_PARTS = `
DELETE FROM assignment p USING assignment stay
WHERE stay.id = $1 AND p.source_id = ANY($2::int[]) AND p.ends_at IS NULL
  AND p.created_at >= stay.created_at
  AND p.space_id = stay.space_id AND p.starts_at = stay.starts_at`;

/** A part stands again where it stood when its thing left. */
const REOPEN_PARTS = `
UPDATE assignment p SET ends_at = NULL FROM assignment stay
WHERE stay.id = $1 AND p.source_id = ANY($2::int[]) AND p.space_id = stay.space_id AND p.ends_at = stay.ends_at
  AND NOT EXISTS (SELECT 1 FROM assignment other WHERE other.source_id = p.source_id AND other.ends_at IS NULL)`;

/** One that was first heard of after that stands where its thing does. */
const FOLLOW = `
INSERT INTO assignment (source_id, space_id, starts_at, assigned_by)
SELECT part, stay.space_id, stay.starts_at, stay.assigned_by FROM assignment stay, unnest($2::int[]) AS part
WHERE stay.id = $1 AND NOT EXISTS (SELECT 1 FROM assignment other WHERE other.source_id = part)`;

/** As if the stay had never begun: what was before it goes on. Answers the floors on which that shows. */
export async function undoStart(
  client: PoolClient,
  stay: AssignmentRow,
  before: AssignmentRow | null,
): Promise<readonly number[]> {
  await client.query(UNDO_PARTS, [stay.id, await partsOf(client, stay.source_id)]);
  await client.query("DELETE FROM assignment WHERE id = $1", [stay.id]);
  if (before) await reopen(client, before);
  if (before && before.source_id !== stay.source_id) await setIgnored(client, [before.source_id], false);
  return stampSpaces(client, [...new Set([stay.space_id, ...(before ? [before.space_id] : [])])]);
}

/** As if the stay had never ended. */
export async function undoEnd(client: PoolClient, stay: AssignmentRow): Promise<readonly number[]> {
  await reopen(client, stay);
  return stampSpaces(client, [stay.space_id]);
}

async function reopen(client: PoolClient, stay: AssignmentRow): Promise<void> {
  const parts = await partsOf(client, stay.source_id);
  await client.query(REOPEN_PARTS, [stay.id, parts]);
  await client.query("UPDATE assignment SET ends_at = NULL WHERE id = $1", [stay.id]);
  await client.query(FOLLOW, [stay.id, parts]);
  for (const id of [stay.source_id, ...parts]) await reband(client, id, stay.space_id);
}
