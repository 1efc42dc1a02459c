import "server-only";
import sharp from "sharp";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { DrawingInfo } from "@/lib/core/floor-plan";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { insertDrawing } from "@/lib/db/drawing-repository";
import { parseId } from "@/lib/db/floor-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { placeOfSpace } from "@/lib/db/place-of";
import { openPlan } from "./editing";

/** A file somebody sent. */
interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly page: number;
}

/** Keeps an upload with what browsers may see of it. Throws `not-found`, and `invalid` with what is wrong with the file. */
export async function addDrawing(
  floorId: string,
  upload: Upload,
  actor: Actor,
  db: Database = database(),
): Promise<DrawingInfo> {
  const site = await placeOfSpace(floorId, db);
  if (!site || parseId(floorId) === null) throw new AppError("not-found", "There is no such floor.");
  const { data, info } = await sharp(upload.bytes, { limitInputPixels: 40_000_000 })
    .rotate()
    .png()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new AppError("invalid", "This file is not a picture we can read.");
    });
  return inTransaction(db.read, async (client) => {
    const { id } = await openPlan(client, floorId);
    const made = { shownType: "image/png", shown: data, width: info.width, height: info.height };
    const original = { originalType: "image/png", original: upload.bytes };
    const drawing = await insertDrawing(client, id, {
      name: upload.name,
      ...made,
      ...original,
      createdBy: actor.name,
    });
    const entry = { action: "drawing.add", objectType: "floor", objectId: floorId, siteId: site.siteId };
    await writeAudit(client, { actor, ...entry, after: { name: drawing.name, drawingId: drawing.id } });
    return drawing;
  });
}
