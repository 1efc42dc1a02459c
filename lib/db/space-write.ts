import "server-only";
import type { PoolClient } from "pg";
import type { SpaceKind } from "@/lib/core/space";
import type { SpaceChange, SpaceDraft } from "@/lib/core/space-requests";
import { text } from "@/lib/core/text";
import { type AuditEntry, writeAudit } from "./audit-repository";
import { joinFloor, lockPlaces, stampSpaces } from "./floor-members";
import { rebandSpaces } from "./reband";
import {
  difference,
  FIELD_COLUMNS,
  fieldValues,
  NO_FIELDS,
  SELECT_FIELDS,
  type SpaceFields,
  withChange,
} from "./space-fields";
import { checkCustomId, checkName, checkParent, checkType, refuse } from "./space-rules";
import { siteIn, wayUp } from "./space-tree";

type Author = AuditEntry["actor"];

/**
 * Inside a transaction: a new space, its audit entry, and the floors that must hear of it. Does not ask who may.
 * Throws `invalid` (with the field) or `conflict` (archived parent, name or id taken).
 */
export async function createSpace(
  client: PoolClient,
  draft: SpaceDraft,
  actor: Author,
): Promise<{ id: number; floorIds: readonly number[] }> {
  const { kind, parentId, ...said } = draft;
  await lockPlaces(client);
  const place = await checkParent(client, kind, parentId === null ? null : Number(parentId));
  const fields = withChange(NO_FIELDS, parentId === null ? said : { ...said, parentId }, kind);
  await checkType(client, kind, fields.typeId);
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO space (kind, placed_at, ${FIELD_COLUMNS})
     VALUES ($1, now(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [kind, ...fieldValues(fields)],
  );
  const id = rows[0]?.id as number; // an INSERT without conflicts answers its row
  const siteId = place.siteId ?? (kind === "site" ? id : null);
  await checkName(client, id);
  await checkCustomId(client, id, siteId);
  const touched = new Set<number>();
  if (kind === "floor") await client.query("INSERT INTO floor_feed (floor_id) VALUES ($1)", [id]);
  if (place.floorId !== null) await joinFloor(client, place.floorId, id, touched);
  const after = { kind, ...difference(NO_FIELDS, fields).after };
  await writeAudit(client, { actor, action: "space.create", objectType: "space", objectId: String(id), siteId, after });
  return { id, floorIds: kind === "floor" ? [id] : [...touched] };
}

/**
 * Inside a transaction: the change, its audit entry, and the floors that must hear of it; null when there is no such
 * space, or it is archived. Does not ask who may. Throws `invalid` (with the field) or `conflict`.
 */
export async function changeSpace(
  client: PoolClient,
  spaceId: number,
  change: SpaceChange,
  actor: Author,
): Promise<number[] | null> {
  await lockPlaces(client);
  const known = await lockSpace(client, spaceId);
  if (!known) return null;
  const { kind, fields: before } = known;
  const after = withChange(before, change, kind);
  const said = difference(before, after);
  if (said.changed.length === 0) return [];
  if (after.name === null && known.vendorName === null) throw refuse("name", text("It needs a name."));
  if (after.typeId !== before.typeId) await checkType(client, kind, after.typeId);
  const move = await moveOf(client, spaceId, known, after);
  await writeFields(client, spaceId, after, move.isMove);
  if (move.isMove || after.name !== before.name) await checkName(client, spaceId);
  if (move.isMove || after.customId !== before.customId) await checkCustomId(client, spaceId, move.siteId);
  const floors = await tell(client, spaceId, said.changed, move.isMove ? move.floorId : null);
  for (const siteId of new Set([move.siteId, move.formerSiteId])) {
    const about = { objectType: "space", objectId: String(spaceId), siteId, before: said.before, after: said.after };
    await writeAudit(client, { actor, action: "space.update", ...about });
  }
  return floors;
}

interface Known {
  readonly kind: SpaceKind;
  readonly vendorName: string | null;
  readonly fields: SpaceFields;
}

async function lockSpace(client: PoolClient, spaceId: number): Promise<Known | null> {
  const { rows } = await client.query<SpaceFields & { kind: SpaceKind; vendorName: string | null }>(
    `SELECT kind, vendor_name AS "vendorName", ${SELECT_FIELDS} FROM space
     WHERE id = $1 AND archived_at IS NULL FOR UPDATE`,
    [spaceId],
  );
  if (!rows[0]) return null;
  const { kind, vendorName, ...fields } = rows[0];
  return { kind, vendorName, fields };
}

async function moveOf(client: PoolClient, spaceId: number, { kind, fields }: Known, after: SpaceFields) {
  const formerSiteId = siteIn(await wayUp(client, spaceId));
  if (after.parentId === fields.parentId) return { isMove: false, siteId: formerSiteId, formerSiteId, floorId: null };
  return { isMove: true, ...(await checkParent(client, kind, after.parentId)), formerSiteId };
}

async function writeFields(client: PoolClient, spaceId: number, fields: SpaceFields, isMove: boolean) {
  await client.query(
    `UPDATE space SET (${FIELD_COLUMNS}) = ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12),
            placed_at = CASE WHEN $2 THEN now() ELSE placed_at END
     WHERE id = $1`,
    [spaceId, isMove, ...fieldValues(fields)],
  );
}

/** What shows on floors: all but who may be there when. */
const SHOWN: readonly (keyof SpaceFields)[] = ["parentId", "name", "capacity", "typeId", "sortOrder"];

async function tell(
  client: PoolClient,
  spaceId: number,
  changed: readonly (keyof SpaceFields)[],
  floorId: number | null,
): Promise<number[]> {
  if (changed.includes("capacity") || changed.includes("typeId")) await rebandSpaces(client, [spaceId]);
  const touched = new Set<number>();
  if (floorId !== null) await joinFloor(client, floorId, spaceId, touched);
  if (changed.some((field) => SHOWN.includes(field)))
    for (const floor of await stampSpaces(client, [spaceId])) touched.add(floor);
  return [...touched];
}
