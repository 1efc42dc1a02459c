import "server-only";
import type { Action } from "@/lib/core/access";
import { AppError } from "@/lib/core/errors";
import { type Place, placeOfSpace, type Readable } from "@/lib/db/place-of";
import type { Actor } from "./actor";
import { authorize } from "./authorize";

/** `authorize()` for a space that is named inside a request. Throws `not-found` when it is none of theirs, or none at all. */
export async function authorizeSpace(
  actor: Actor,
  action: Action,
  spaceId: number | string,
  db: Readable,
): Promise<Place> {
  const place = await placeOfSpace(String(spaceId), db);
  if (!place) throw new AppError("not-found", "There is nothing here.", { action, userId: actor.userId });
  authorize(actor, action, place);
  return place;
}
