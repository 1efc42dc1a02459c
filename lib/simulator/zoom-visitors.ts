import { MINUTE_MS } from "./minutes";
import { seededInteger } from "./seeded-random";
import type { World } from "./world";
import { zoomId } from "./zoom-estate";
import type { ZoomEvent } from "./zoom-events";

interface Visitor {
  readonly name: string;
  readonly host: string;
  /** Minute of the site's day. */
  readonly comesAt: number;
  readonly staysMinutes: number;
  readonly change?: "later" | "cancelled";
}

const time = (hour: number, minute = 0) => hour * 60 + minute;
const LATER_MINUTES = 30;

const INVITED_AT = time(7, 20);
const CHANGED_AT = time(8, 10);
const CANCELLED_AT = time(8, 40);

/** The people, their hosts and the times are invented. */
const VISITORS: readonly Visitor[] = [
  { name: "Ada Almgren", host: "Hana Holm", comesAt: time(9, 30), staysMinutes: 60 },
  { name: "Bo Berglund", host: "Hana Holm", comesAt: time(10, 15), staysMinutes: 90, change: "later" },
  { name: "Cato Cederstrand", host: "Ivo Iversen", comesAt: time(11), staysMinutes: 45, change: "cancelled" },
  { name: "Dina Dahl", host: "Ivo Iversen", comesAt: time(13, 30), staysMinutes: 120 },
  { name: "Emil Engell", host: "Jorun Juul", comesAt: time(15), staysMinutes: 75 },
];

/** Everybody is invited in the morning; most come, a few minutes early or late. */
export function visits({ clock, description }: World, minute: number): ZoomEvent[] {
  const { minute: ofDay } = clock(minute);
  const dayStart = minute - ofDay * MINUTE_MS;
  const locationId = zoomId(description.building.id);
  return VISITORS.flatMap((guest, index) =>
    eventsOf(guest, locationId, dayStart, ofDay).map((event) => ({ ...event, at: minute + (index + 1) * 1_137 })),
  );
}

function eventsOf(guest: Visitor, locationId: string, dayStart: number, ofDay: number): Omit<ZoomEvent, "at">[] {
  const invitation_id = zoomId(`invitation/${guest.name}/${dayStart}`);
  const comesAt = guest.change === "later" ? guest.comesAt + LATER_MINUTES : guest.comesAt;
  const arrivesAt = comesAt + seededInteger(-8, 6, "arrives", guest.name, dayStart);
  const timed = (from: number) => {
    const start_time = dayStart + from * MINUTE_MS;
    return peopleOf(guest, locationId, { start_time, end_time: start_time + guest.staysMinutes * MINUTE_MS });
  };
  const host = { operator: addressOf(guest.host, "example.com"), operator_id: zoomId(`user/${guest.host}`) };
  const told: readonly [number, string, object, boolean?][] = [
    [INVITED_AT, "invitation_created", { invitation_id, ...timed(guest.comesAt) }],
    [CHANGED_AT, "invitation_updated", { invitation_id, ...timed(comesAt) }, guest.change === "later"],
    [CANCELLED_AT, "invitation_deleted", peopleOf(guest, locationId, {}), guest.change === "cancelled"],
    [arrivesAt, "checked_in", timed(comesAt), guest.change !== "cancelled"],
    [arrivesAt + guest.staysMinutes, "checked_out", timed(comesAt), guest.change !== "cancelled"],
  ];
  return told
    .filter(([when, , , applies = true]) => when === ofDay && applies)
    .map(([, event, object]) => ({ event: `visitor_management.${event}`, object, operator: host }));
}

/** The fields every event has, around its times if it has any. */
function peopleOf(guest: Visitor, locationId: string, times: object): object {
  return {
    visitor_email: addressOf(guest.name, "example.org"),
    visitor_name: guest.name,
    ...times,
    invite_location_id: locationId,
    host_id: zoomId(`user/${guest.host}`),
    host_name: guest.host,
    host_email: addressOf(guest.host, "example.com"),
  };
}

const addressOf = (name: string, domain: string) => `${name.toLowerCase().replace(" ", ".")}@${domain}`;
