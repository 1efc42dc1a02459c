import { PastEventsQuery } from "@/lib/core/past-events";
import { readPastEvents } from "@/lib/db/floor-past-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";

/** Troubles, bookings and corrections of a day, to be marked on its line. */
export const GET = handle<{ floorId: string }>("floor:read", inFloor, async ({ request, params }) =>
  json(await readPastEvents(params.floorId, parseOrThrow(PastEventsQuery, query(request)))),
);
