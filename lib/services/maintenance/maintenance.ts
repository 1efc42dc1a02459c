import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/authorize";
import { AppError } from "@/lib/core/errors";
import type { MaintenanceChange, MaintenanceDraft } from "@/lib/core/maintenance";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { stampSpaces } from "@/lib/db/floor-members";
import { parseId } from "@/lib/db/floor-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import {
  deleteMaintenance,
  fieldsOf,
  insertMaintenance,
  lockMaintenance,
  type Scope,
  spacesInside,
  type WindowFields,
  writeMaintenance,
} from "@/lib/db/maintenance-repository";
import { type Place, placeOfSource, placeOfSpace } from "@/lib/db/place-of";

const notThere = () => new AppError("not-found", "There is no such maintenance window.");

/** A window with the floors on which it shows. */
interface Written {
  readonly id: number;
  readonly floorIds: readonly number[];
}

/** Closes a space with all that is in it, or mutes a source; audited. Throws `not-found` or `invalid`. */
export function createMaintenance(
  draft: MaintenanceDraft,
  actor: Actor,
  { db = database(), now = new Date() }: { db?: Database; now?: Date } = {},
): Promise<Written> {
  return inTransaction(db.read, async (client) => {
    const scope = { spaceId: idOrNull(draft.spaceId), sourceId: idOrNull(draft.sourceId) };
    const place = await placeOfScope(client, scope);
    if (!place) throw new AppError("not-found", "There is no such space or source.");
    authorize(actor, "alert:write", place);
    const fields = checked(fieldsOf(draft, now.toISOString()));
    const id = await insertMaintenance(client, scope, fields, actor.name);
    await audit(client, actor, { action: "maintenance.create", id, place, after: { ...scope, ...fields } });
    return { id, floorIds: await stampScope(client, scope) };
  });
}

/** Changes a window, ends it now, or takes its end back; audited. Throws `not-found` or `invalid`. */
export function changeMaintenance(
  windowId: string,
  { ended, ...change }: MaintenanceChange,
  actor: Actor,
  { db = database(), now = new Date() }: { db?: Database; now?: Date } = {},
): Promise<Written> {
  return inTransaction(db.read, async (client) => {
    const { id, scope, place, before } = await locked(client, windowId);
    const said = Object.entries(change).filter(([, value]) => value !== undefined);
    const merged = { ...before, ...(Object.fromEntries(said) as Partial<WindowFields>) };
    const after = checked({ ...merged, ...(ended === undefined ? {} : { endedAt: ended ? now.toISOString() : null }) });
    await writeMaintenance(client, id, after);
    await audit(client, actor, {
      action: `maintenance.${ended === true ? "end" : "update"}`,
      id,
      place,
      before,
      after,
    });
    return { id, floorIds: await stampScope(client, scope) };
  });
}

/** Takes a window away as if it had never been, also for the figures of the past; audited. Throws `not-found`. */
export function removeMaintenance(windowId: string, actor: Actor, db: Database = database()): Promise<Written> {
  return inTransaction(db.read, async (client) => {
    const { id, scope, place, before } = await locked(client, windowId);
    await deleteMaintenance(client, id);
    await audit(client, actor, { action: "maintenance.delete", id, place, before: { ...scope, ...before } });
    return { id, floorIds: await stampScope(client, scope) };
  });
}

const idOrNull = (id: string | null) => (id === null ? null : parseId(id));

async function placeOfScope(client: PoolClient, { spaceId, sourceId }: Scope): Promise<Place | null> {
  if (spaceId !== null) return placeOfSpace(String(spaceId), { read: client });
  return placeOfSource(String(sourceId), { read: client });
}

async function locked(client: PoolClient, windowId: string) {
  const id = parseId(windowId);
  const found = id === null ? null : await lockMaintenance(client, id);
  if (id === null || !found) throw notThere();
  const { spaceId, sourceId, ...before } = found;
  const scope = { spaceId, sourceId };
  const place = await placeOfScope(client, scope);
  return { id, scope, place, before };
}

function checked(fields: WindowFields): WindowFields {
  if (fields.endsAt !== null && fields.endsAt <= fields.startsAt) {
    const issues = [{ path: "endsAt", message: "must end after it starts" }];
    throw new AppError("invalid", "Some values are not right.", { issues });
  }
  return fields;
}

/** A source says nothing else in maintenance: only what is closed looks different. */
async function stampScope(client: PoolClient, { spaceId }: Scope): Promise<number[]> {
  return spaceId === null ? [] : stampSpaces(client, await spacesInside(client, spaceId));
}

interface Said {
  readonly action: string;
  readonly id: number;
  readonly place: Place | null;
  readonly before?: object;
  readonly after?: object;
}

function audit(client: PoolClient, actor: Actor, { action, id, place, before, after }: Said): Promise<void> {
  const object = { objectType: "maintenance", objectId: String(id), siteId: place?.siteId ?? null };
  return writeAudit(client, { actor, action, ...object, before, after });
}
