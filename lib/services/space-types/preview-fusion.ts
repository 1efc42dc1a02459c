import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSpace } from "@/lib/auth/authorize-space";
import { AppError } from "@/lib/core/errors";
import { type FusionPreview, type FusionPreviewQuery, fusionPreview } from "@/lib/core/fusion-preview";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { readPastOf } from "@/lib/db/floor-past-repository";
import { parseId } from "@/lib/db/floor-repository";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The last 24 hours of a space by its rules and by others. Throws `not-found` for a space that is on no floor of theirs. */
export async function previewFusion(
  { spaceId, rules }: FusionPreviewQuery,
  actor: Actor,
  { db = database(), now = Date.now() }: { db?: Database; now?: number } = {},
): Promise<FusionPreview> {
  await authorizeSpace(actor, "space:read", spaceId, db);
  const id = parseId(spaceId);
  const { rows } = await db.read.query<{ floor_id: number }>(
    "SELECT floor_id FROM floor_member WHERE space_id = $1 AND NOT removed",
    [id],
  );
  const floorId = rows[0]?.floor_id;
  const to = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const past = floorId === undefined ? null : await readPastOf(floorId, id, { from: to - DAY_MS, to }, db);
  const space = past?.spaces[0];
  if (!past || !space) throw new AppError("not-found", "There is no such space on a floor.");
  return fusionPreview({ space, to, timeZone: past.timeZone, rules });
}
