import { MaintenanceDraft, MaintenanceQuery } from "@/lib/core/maintenance";
import { listMaintenance, readMaintenance } from "@/lib/db/maintenance-repository";
import { handle, json, jsonBody, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { createMaintenance } from "@/lib/services/maintenance/maintenance";

/** Maintenance windows within the caller's sites. */
export const GET = handle("alert:read", ANYWHERE, async ({ request, actor }) =>
  json(await listMaintenance(parseOrThrow(MaintenanceQuery, query(request)), actor.sites)),
);

/** Closes a space with all that is in it for a while, or keeps the alerts of a source quiet. */
export const POST = handle("alert:write", ANYWHERE, async ({ request, actor }) => {
  const draft = parseOrThrow(MaintenanceDraft, await jsonBody(request));
  const { id, floorIds } = await createMaintenance(draft, actor);
  committedHere(floorIds);
  return json(await readMaintenance(id));
});
