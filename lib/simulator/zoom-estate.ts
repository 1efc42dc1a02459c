import { hash } from "node:crypto";
import type { BuildingDescription, BuildingSpace } from "./building";

/** A Zoom Room and the appliances in it that count and measure. */
export interface ZoomRoom {
  readonly id: string;
  readonly name: string;
  /** Id in building.json. */
  readonly spaceId: string;
  readonly deviceIds: readonly string[];
  /** Whether an admin has said which room it is; the others stand nowhere. */
  readonly isAssigned: boolean;
}

export interface ZoomWorkspace {
  readonly id: string;
  readonly name: string;
  readonly spaceId: string;
  readonly isAssigned: boolean;
}

interface ZoomLocation {
  readonly id: string;
  readonly name: string;
  readonly type: "campus" | "building" | "floor";
  readonly parentId: string;
  /** Id of the site, building or floor in building.json. */
  readonly placeId: string;
}

/** What of the demo building Zoom knows. */
export interface ZoomEstate {
  readonly rooms: readonly ZoomRoom[];
  readonly workspaces: readonly ZoomWorkspace[];
  readonly locations: readonly ZoomLocation[];
}

const LARGE_ROOM = 10;
const TWO_APPLIANCES = "oak";
const BOOKABLE_AREA = "east-desks";
/** The last of the bookable desks was set up yesterday, and so was a room without a calendar. */
const NEW_WORKSPACE = "l2-desk-e16";
const NEW_ROOM = "spruce";

/** Ids of 22 characters, the same for the same name. */
export function zoomId(name: string): string {
  return Buffer.from(hash("sha256", `demo-building/zoom/${name}`, "buffer"))
    .toString("base64url")
    .slice(0, 22);
}

export const ZOOM_ACCOUNT = zoomId("account");

export function zoomEstate({ site, building, floors, spaces }: BuildingDescription): ZoomEstate {
  const isLarge = ({ kind, capacity }: BuildingSpace) => kind === "room" && capacity >= LARGE_ROOM;
  const locations: ZoomLocation[] = [
    { id: zoomId(site.id), name: site.name, type: "campus", parentId: "", placeId: site.id },
    { id: zoomId(building.id), name: building.name, type: "building", parentId: zoomId(site.id), placeId: building.id },
    ...floors.map(({ id, name }) => ({
      id: zoomId(id),
      name,
      type: "floor" as const,
      parentId: zoomId(building.id),
      placeId: id,
    })),
  ];
  return {
    rooms: spaces.filter((space) => isLarge(space) || space.id === NEW_ROOM).map(roomOf),
    workspaces: spaces.filter(({ parentId }) => parentId === BOOKABLE_AREA).map(workspaceOf),
    locations,
  };
}

function roomOf({ id, name }: BuildingSpace): ZoomRoom {
  const appliances = id === TWO_APPLIANCES ? ["bar", "display"] : ["bar"];
  const deviceIds = appliances.map((appliance) => hash("sha256", `demo-building/zoom/${appliance}/${id}`, "base64"));
  return { id: zoomId(id), name, spaceId: id, deviceIds, isAssigned: id !== NEW_ROOM };
}

const workspaceOf = ({ id, name }: BuildingSpace): ZoomWorkspace => ({
  id: zoomId(id),
  name: `Desk ${name}`,
  spaceId: id,
  isAssigned: id !== NEW_WORKSPACE,
});
