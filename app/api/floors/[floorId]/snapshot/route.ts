import { AppError } from "@/lib/core/errors";
import { readFloorSnapshot } from "@/lib/db/floor-repository";
import { handle, json } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";

/** Everything a floor shows. The ETag is where its feed stands; states that only time changes need no new fetch. */
export const GET = handle<{ floorId: string }>("floor:read", inFloor, async ({ request, params }) => {
  const snapshot = await readFloorSnapshot(params.floorId);
  if (!snapshot) throw new AppError("not-found", "There is no such floor.");
  const headers = { etag: `"${snapshot.epoch}:${snapshot.offset}"`, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
  return json(snapshot, headers);
});
