import type { World } from "./world";
import { ZOOM_ACCOUNT, type ZoomEstate, zoomId } from "./zoom-estate";
import type { ZoomEvent } from "./zoom-events";

const time = (hour: number, minute: number) => hour * 60 + minute;
const SYNCHRONISES_AT = time(5, 30);

type Step = readonly [atMinute: number, event: string, object: object];

const CART = { id: zoomId("loaner cart"), room_name: "Loaner cart" };
const POP_UP = { id: zoomId("pop-up desk"), workspace_name: "Pop-up desk" };
const RENAMED_POP_UP = { ...POP_UP, workspace_name: "Pop-up desk by the window" };
const ASSIGNMENT = {
  workspace_id: POP_UP.id,
  workspace_name: RENAMED_POP_UP.workspace_name,
  assign_type: "permanent",
  account_id: ZOOM_ACCOUNT,
  user_id: zoomId("user/visiting colleague"),
};

/** A room, a desk and a floor that somebody sets up and takes down again every day. */
function routine(buildingId: string): Step[] {
  const planned = { id: zoomId("l3"), name: "Level 3", parent_location_id: zoomId(buildingId), type: "floor" };
  return [
    [time(8, 50), "workspace.created", POP_UP],
    [time(8, 55), "workspace.updated", RENAMED_POP_UP],
    [time(9, 0), "workspace.user_assigned", { ...ASSIGNMENT, user_email: "visiting.colleague@example.com" }],
    [time(9, 10), "zoomroom.created", { ...CART, room_name: "Room 7" }],
    [time(9, 12), "zoomroom.updated", CART],
    [time(10, 0), "zoomroom.location_created", planned],
    [time(12, 0), "zoomroom.location_updated", { ...planned, name: "Level 3 (being fitted out)" }],
    [time(16, 0), "zoomroom.location_deleted", { ...planned, name: "Level 3 (being fitted out)" }],
    [time(16, 50), "workspace.user_unassigned", ASSIGNMENT],
    [time(17, 20), "workspace.deleted", RENAMED_POP_UP],
    [time(17, 30), "zoomroom.deleted", CART],
  ];
}

/** What administrators do, and a synchronisation in the night that names everything again. */
export function administration({ clock, description }: World, estate: ZoomEstate, minute: number): ZoomEvent[] {
  const { minute: ofDay } = clock(minute);
  const done = routine(description.building.id).filter(([atMinute]) => atMinute === ofDay);
  const named = ofDay === SYNCHRONISES_AT ? synchronisation(estate) : [];
  return [...done, ...named].map(([, event, object], index) => ({ event, object, at: minute + (index + 1) * 731 }));
}

const synchronisation = ({ locations, rooms, workspaces }: ZoomEstate): Step[] => [
  ...locations.map(({ id, name, parentId, type }): Step => {
    return [SYNCHRONISES_AT, "zoomroom.location_updated", { id, name, parent_location_id: parentId, type }];
  }),
  ...rooms.map(({ id, name }): Step => [SYNCHRONISES_AT, "zoomroom.updated", { id, room_name: name }]),
  ...workspaces.map(({ id, name }): Step => [SYNCHRONISES_AT, "workspace.updated", { id, workspace_name: name }]),
];
