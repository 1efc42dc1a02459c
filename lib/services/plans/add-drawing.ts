import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { UploadedDrawing } from "@/lib/core/floor-plan";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { dropUnusedDrawings, insertDrawing } from "@/lib/db/drawing-repository";
import { readPlanDraft } from "@/lib/db/floor-plan-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { placeOfSpace } from "@/lib/db/place-of";
import { shownDrawing } from "@/lib/runtime/shown-drawing";
import { noSuchFloor, openPlan } from "./editing";

/** A file somebody sent. */
interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly page: number;
}

/** Drawings of a floor that no plan uses are kept for undo, this many. */
const MOST_UNUSED = 20;

/**
 * Keeps an upload with what browsers may see of it. Throws `not-found`, `invalid` with what is wrong with the file, and
 * `unavailable` when too many are being read.
 */
export async function addDrawing(
  floorId: string,
  upload: Upload,
  actor: Actor,
  db: Database = database(),
): Promise<UploadedDrawing> {
  const site = await placeOfSpace(floorId, db);
  if (!site || !(await readPlanDraft(floorId, db))) throw noSuchFloor();
  const answer = await shownDrawing(upload);
  if (answer.kind === "refused") throw new AppError("invalid", answer.message);
  const { shown, originalType } = answer;
  return inTransaction(db.read, async (client) => {
    const { id } = await openPlan(client, floorId);
    const drawing = await insertDrawing(client, id, {
      name: upload.name,
      shownType: shown.type,
      shown: shown.bytes,
      width: shown.width,
      height: shown.height,
      originalType,
      original: upload.bytes,
      createdBy: actor.name,
    });
    await dropUnusedDrawings(client, id, MOST_UNUSED);
    const entry = { action: "drawing.add", objectType: "floor", objectId: floorId, siteId: site.siteId };
    await writeAudit(client, { actor, ...entry, after: { name: drawing.name, drawingId: drawing.id } });
    return shown.pages === null ? drawing : { ...drawing, pages: shown.pages };
  });
}
