import { MINUTE_MS, minutesOf } from "./minutes";
import type { Feed, PlannedPost } from "./planned-post";
import { seededInteger } from "./seeded-random";
import type { World } from "./world";
import { administration } from "./zoom-administration";
import { alerts } from "./zoom-alerts";
import { deskBookings } from "./zoom-desks";
import { zoomEstate } from "./zoom-estate";
import { challengeBody, type ZoomEvent, zoomBody } from "./zoom-events";
import { meetings, sensorData, signage } from "./zoom-rooms";
import { visits } from "./zoom-visitors";

const CHALLENGED_EVERY_MS = 72 * 60 * MINUTE_MS;
/** Of every six minutes of the past, two tell what the appliances saw: enough for a line without gaps. */
const SPARSE_MINUTES = 6;

/** Zoom's rooms, desks and visitors of the building. Its address was first saved at `savedAt`, a whole minute (ms). */
export function zoomFeed(world: World, savedAt: number): Feed {
  const estate = zoomEstate(world.description);
  const bookings = deskBookings(world);
  const happenings = (minute: number): ZoomEvent[] => [
    ...estate.rooms.flatMap((room) => [
      ...alerts(world, room, minute),
      ...meetings(world, room, minute),
      ...signage(world, room, minute),
    ]),
    ...estate.workspaces.flatMap((workspace, index) => bookings(workspace, index, minute)),
    ...visits(world, minute),
    ...administration(world, estate, minute),
  ];
  const measurements = (minute: number) => estate.rooms.flatMap((room) => sensorData(world, room, minute));
  return {
    planMinute: (minute) => [
      ...challenge(savedAt, minute),
      ...[...measurements(minute), ...happenings(minute)].map(planned),
    ],
    *history(span) {
      for (const minute of minutesOf(span)) {
        const isTold = (minute / MINUTE_MS) % SPARSE_MINUTES < 2;
        yield* [...(isTold ? measurements(minute) : []), ...happenings(minute)].map(planned);
      }
    },
  };
}

function planned(event: ZoomEvent): PlannedPost {
  const delay = seededInteger(300, 2_500, "zoom travels", event.event, event.at);
  return { vendor: "zoom", body: zoomBody(event), dueAt: event.at + delay };
}

function challenge(savedAt: number, minute: number): PlannedPost[] {
  const isDue = minute >= savedAt && (minute - savedAt) % CHALLENGED_EVERY_MS === 0;
  return isDue ? [{ vendor: "zoom", body: challengeBody(minute), dueAt: minute }] : [];
}
