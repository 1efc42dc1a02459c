import { factOf, type Handler, on, sourceOf, stepOf } from "./event";
import { Location } from "./schema";

/** Parents may not be known yet, and may go round in circles: both are for whoever builds the tree. */
const location = (removed: boolean | null) =>
  on(Location, (object, { atUs }) => {
    const source = sourceOf("location", object.id);
    const type = object.type ?? null;
    const parent = object.parent_location_id ? { kind: "location", externalId: object.parent_location_id } : null;
    const facts = [factOf(source, "parent", parent, atUs), factOf(source, "type", type, atUs)];
    if (removed !== null) facts.push(factOf(source, "removed", removed, atUs));
    return { claims: [[stepOf(source, object.name, { type })]], observations: facts };
  });

export const LOCATION_EVENTS: ReadonlyMap<string, Handler> = new Map([
  ["zoomroom.location_created", location(false)],
  ["zoomroom.location_updated", location(null)],
  ["zoomroom.location_deleted", location(true)],
]);
