import { MaintenanceChange } from "@/lib/core/maintenance";
import { readMaintenance } from "@/lib/db/maintenance-repository";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ofMaintenance } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { changeMaintenance, removeMaintenance } from "@/lib/services/maintenance/maintenance";

type Params = { windowId: string };

/** Changes a window; `ended: true` ends it now, `false` takes that back. */
export const PATCH = handle<Params>("alert:write", ofMaintenance, async ({ request, params, actor }) => {
  const change = parseOrThrow(MaintenanceChange, await jsonBody(request));
  const { id, floorIds } = await changeMaintenance(params.windowId, change, actor);
  committedHere(floorIds);
  return json(await readMaintenance(id));
});

/** Takes a window away as if it had never been. */
export const DELETE = handle<Params>("alert:write", ofMaintenance, async ({ params, actor }) => {
  const { floorIds } = await removeMaintenance(params.windowId, actor);
  committedHere(floorIds);
  return json({});
});
