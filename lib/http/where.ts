import "server-only";
import { parseId } from "@/lib/db/floor-repository";
import { placeOfMaintenance } from "@/lib/db/maintenance-repository";
import { type Place, placeOfAlert, placeOfSource, placeOfSpace } from "@/lib/db/place-of";

/**
 * Where the object of a request stands; null when there is no such object. `ANYWHERE`: it is about no place, only
 * people of every site may do it, or the work itself leaves out what is not within `actor.sites`.
 */
export type Where<P> = typeof ANYWHERE | ((params: P) => Promise<Place | null>);

export const ANYWHERE = "anywhere";
export const inSpace = ({ spaceId }: { spaceId: string }) => placeOfSpace(spaceId);
export const inFloor = ({ floorId }: { floorId: string }) => placeOfSpace(floorId);
export const inSite = ({ siteId }: { siteId: string }) => placeOfSpace(siteId);
export const ofSource = ({ sourceId }: { sourceId: string }) => placeOfSource(sourceId);
export const ofAlert = ({ alertId }: { alertId: string }) => placeOfAlert(alertId);
export const ofMaintenance = async ({ windowId }: { windowId: string }) => {
  const id = parseId(windowId);
  return id === null ? null : placeOfMaintenance(id);
};
