import { MINUTE_MS } from "./minutes";
import type { World } from "./world";
import type { ZoomRoom } from "./zoom-estate";
import type { ZoomEvent } from "./zoom-events";
import { isRoomOut } from "./zoom-rooms";

const INTO_THE_MINUTE_MS = 17_137;
/** Zoom's `alert_kind`. */
const KINDS = { triggered: 1, cleared: 2, observed: 3 } as const;

interface Alert {
  /** Minute of the site's day. */
  readonly at: number;
  readonly spaceId: string;
  readonly kind: keyof typeof KINDS;
  /** Zoom's `alert_type` and `component`. */
  readonly type: number;
  readonly component: number;
  readonly issue: string;
  /** Minutes after the alert that it is told once more. */
  readonly toldAgainAfter?: number;
}

const time = (hour: number, minute: number) => hour * 60 + minute;

/** A day's troubles. A controller's battery stays low overnight. */
const TROUBLES: readonly Alert[] = [
  { at: time(8, 5), spaceId: "oak", kind: "cleared", type: 6, component: 2, issue: "Controller battery is normal" },
  {
    at: time(9, 20),
    spaceId: "oak",
    kind: "triggered",
    type: 1,
    component: 2,
    issue: "Room Controller disconnected",
    toldAgainAfter: 5,
  },
  { at: time(9, 34), spaceId: "oak", kind: "cleared", type: 1, component: 2, issue: "Room Controller connected" },
  {
    at: time(10, 47),
    spaceId: "studio",
    kind: "observed",
    type: 5,
    component: 1,
    issue: "Low bandwidth network is detected",
  },
  {
    at: time(11, 2),
    spaceId: "maple",
    kind: "triggered",
    type: 2,
    component: 4,
    issue: "Selected microphone has disconnected",
  },
  {
    at: time(11, 14),
    spaceId: "maple",
    kind: "cleared",
    type: 2,
    component: 4,
    issue: "Selected microphone is reconnected",
  },
  { at: time(14, 26), spaceId: "elm", kind: "observed", type: 4, component: 1, issue: "High CPU usage is detected" },
  {
    at: time(15, 31),
    spaceId: "elm",
    kind: "observed",
    type: 10,
    component: 0,
    issue: "Incorrect Room Passcode Entry Detected",
  },
  { at: time(16, 10), spaceId: "oak", kind: "triggered", type: 6, component: 2, issue: "Controller battery is low" },
];

/** What goes wrong with a room's equipment, and that the room itself cannot be reached. */
export function alerts(world: World, room: ZoomRoom, minute: number): ZoomEvent[] {
  const { minute: ofDay } = world.clock(minute);
  const told = TROUBLES.filter((trouble) => trouble.spaceId === room.spaceId).flatMap((trouble) => {
    const after = trouble.toldAgainAfter;
    if (trouble.at === ofDay) return [alertEvent("zoomroom.alert", room, trouble, minute, minute)];
    if (after === undefined || trouble.at + after !== ofDay) return [];
    const delayed = { ...trouble, issue: "Room controller is disconnected." };
    return [alertEvent("zoomroom.delayed_alert", room, delayed, minute - after * MINUTE_MS, minute)];
  });
  return [...told, ...reachability(world, room, minute)];
}

function reachability(world: World, room: ZoomRoom, minute: number): ZoomEvent[] {
  const isOut = isRoomOut(world, room, minute);
  if (isOut === isRoomOut(world, room, minute - MINUTE_MS)) return [];
  const trouble = isOut
    ? ({ kind: "triggered", issue: "Zoom room is offline" } as const)
    : ({ kind: "cleared", issue: "Zoom room is online" } as const);
  return [alertEvent("zoomroom.alert", room, { ...trouble, type: 3, component: 1 }, minute, minute)];
}

/** `raisedIn` is the minute in which it happened, `minute` the one in which it is told. */
function alertEvent(
  event: string,
  room: ZoomRoom,
  { kind, type, component, issue }: Pick<Alert, "kind" | "type" | "component" | "issue">,
  raisedIn: number,
  minute: number,
): ZoomEvent {
  const mailbox = `${room.spaceId}@riverside.example`;
  const object = {
    id: room.id,
    room_name: room.name,
    calendar_name: mailbox,
    email: `zr-${mailbox}`,
    issue,
    alert_type: type,
    component,
    alert_time: raisedIn + INTO_THE_MINUTE_MS,
    alert_kind: KINDS[kind],
  };
  return { event, at: minute + INTO_THE_MINUTE_MS, object };
}
