import { RoomsElsewhereQuery } from "@/lib/core/rooms-elsewhere";
import { countRoomsElsewhere } from "@/lib/db/rooms-elsewhere-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";

/** Where else in the building a room is free now. */
export const GET = handle<{ floorId: string }>("floor:read", inFloor, async ({ request, params, actor }) => {
  const wish = parseOrThrow(RoomsElsewhereQuery, query(request));
  return json(await countRoomsElsewhere(params.floorId, wish, actor.sites));
});
