import { isAllowed } from "@/lib/auth/authorize";
import { PastEventsQuery } from "@/lib/core/past-events";
import { readPastEvents } from "@/lib/db/past-events-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { inFloor } from "@/lib/http/where";

/** Alerts, troubles, bookings and corrections of a day, to be marked on its line. */
export const GET = handle<{ floorId: string }>("floor:read", inFloor, async ({ request, params, actor }) => {
  const span = parseOrThrow(PastEventsQuery, query(request));
  return json(await readPastEvents(params.floorId, { ...span, hasAlerts: isAllowed(actor, "alert:read") }));
});
