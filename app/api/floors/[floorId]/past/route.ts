import { AppError } from "@/lib/core/errors";
import { PastQuery } from "@/lib/core/floor-past";
import { readFloorPast } from "@/lib/db/floor-past-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";

/** What replays a floor between two moments, as it is known today. */
export const GET = handle<{ floorId: string }>("floor:read", inFloor, async ({ request, params }) => {
  const past = await readFloorPast(params.floorId, parseOrThrow(PastQuery, query(request)));
  if (!past) throw new AppError("not-found", "There is no such floor.");
  return json(past);
});
