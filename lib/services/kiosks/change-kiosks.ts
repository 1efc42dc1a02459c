import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/authorize";
import { AppError } from "@/lib/core/errors";
import type { KioskChange, KioskDraft, KioskList } from "@/lib/core/kiosk";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { changeKiosk, listKiosks, pairKiosk, placeOfKiosk, revokeKiosk } from "@/lib/db/kiosk-repository";
import { placeOfSpace } from "@/lib/db/place-of";

const ACTION = "space:write";

/** The paired screens of the actor's sites. */
export const readKiosks = async (actor: Actor, db: Database = database()): Promise<KioskList> => ({
  items: await listKiosks(actor.sites, db),
});

/** The one site of these floors. Throws `not-found` for what is not the actor's, `invalid` for floors of several sites. */
async function siteOfFloors(client: PoolClient, floorIds: readonly string[], actor: Actor): Promise<number> {
  const sites = new Set<number>();
  for (const floorId of floorIds) {
    const place = await placeOfSpace(floorId, { read: client });
    if (!place || place.siteId === null) throw new AppError("not-found", "There is no such floor.");
    authorize(actor, ACTION, place);
    sites.add(place.siteId);
  }
  const [siteId, other] = sites;
  if (siteId === undefined || other !== undefined) throw new AppError("invalid", "A screen shows floors of one site.");
  return siteId;
}

/** Pairs the screen that shows the code, audited. Throws `not-found` when none does. */
export function addKiosk(draft: KioskDraft, actor: Actor, db: Database = database()): Promise<KioskList> {
  return inTransaction(db.read, async (client) => {
    const { code, name, floorIds, turnS, here } = draft;
    const siteId = await siteOfFloors(client, here ? [...floorIds, here.floorId] : floorIds, actor);
    const pairing = { code, name, turnS, here, siteId, floorIds: floorIds.map(Number), approvedBy: actor.name };
    const id = await pairKiosk(client, pairing);
    if (id === null) {
      throw new AppError("not-found", "No screen shows this code. Codes are good for ten minutes.");
    }
    const after = { name, floorIds, turnS, here };
    await writeAudit(client, { actor, action: "kiosk.pair", objectType: "kiosk", objectId: String(id), siteId, after });
    return { items: await listKiosks(actor.sites, { read: client }) };
  });
}

/** Changes a paired screen, audited; it follows within seconds. Throws `not-found` and `invalid`. */
export function updateKiosk(
  kioskId: string,
  change: KioskChange,
  actor: Actor,
  db: Database = database(),
): Promise<KioskList> {
  return inTransaction(db.read, async (client) => {
    const { siteId } = (await placeOfKiosk(kioskId, { read: client })) ?? gone();
    const named = [...(change.floorIds ?? []), ...(change.here ? [change.here.floorId] : [])];
    if (named.length > 0 && (await siteOfFloors(client, named, actor)) !== siteId) {
      throw new AppError("invalid", "The screen belongs to another site. Pair it anew there.");
    }
    await changeKiosk(client, kioskId, { ...change, floorIds: change.floorIds?.map(Number) });
    await writeAudit(client, {
      actor,
      action: "kiosk.update",
      objectType: "kiosk",
      objectId: kioskId,
      siteId,
      after: change,
    });
    return { items: await listKiosks(actor.sites, { read: client }) };
  });
}

/** Takes a screen back, audited: it goes blank within a second, with a message. Throws `not-found`. */
export function removeKiosk(kioskId: string, actor: Actor, db: Database = database()): Promise<KioskList> {
  return inTransaction(db.read, async (client) => {
    const { siteId } = (await placeOfKiosk(kioskId, { read: client })) ?? gone();
    await revokeKiosk(client, kioskId);
    await writeAudit(client, { actor, action: "kiosk.revoke", objectType: "kiosk", objectId: kioskId, siteId });
    return { items: await listKiosks(actor.sites, { read: client }) };
  });
}

function gone(): never {
  throw new AppError("not-found", "There is no such screen.");
}
