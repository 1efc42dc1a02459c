import type { BookingFact } from "@/lib/core/observation";
import { type EventContext, factOf, type Handler, on, sourceOf, stepOf } from "./event";
import { iso } from "./moment";
import { CheckIn, MeetingAttempt, Room, Signage } from "./schema";

const named = on(Room, (room) => {
  const source = sourceOf("room", room.id);
  return { claims: [[stepOf(source, room.room_name)]], observations: [] };
});

const existence = (removed: boolean) =>
  on(Room, (room, { atUs }) => {
    const source = sourceOf("room", room.id);
    const fact = factOf(source, "removed", removed, atUs);
    return { claims: [[stepOf(source, room.room_name)]], observations: [fact] };
  });

/**
 * Somebody confirmed or released the booking; nothing is said about its times or about people. Without an event id
 * all of a room's are one booking: a change key would never pair a check-out with its check-in.
 */
const booking = (type: "checked-in" | "checked-out") =>
  on(CheckIn, (object, { atUs }) => {
    const source = sourceOf("room", object.id);
    const bookingId = object.event_id ?? `room:${object.id}`;
    const fact: BookingFact = { kind: "booking", source, bookingId, observedAtUs: atUs, change: { type } };
    return { claims: [[stepOf(source, object.room_name)]], observations: [fact] };
  });

const signage = on(Signage, (object, { atUs }: EventContext) => {
  const source = sourceOf("room", object.room_id);
  const value = {
    app: object.app_name ?? null,
    startedAt: object.start_time === null ? null : iso(object.start_time),
    endedAt: object.end_time === null ? null : iso(object.end_time),
  };
  return { claims: [[stepOf(source)]], observations: [factOf(source, "signage", value, atUs)] };
});

const meetingAttempt = on(MeetingAttempt, (object, { atUs }) => {
  const source = sourceOf("room", object.room_id);
  const value = { provider: object.meeting_source_type ?? null, at: iso(object.join_time ?? atUs) };
  return { claims: [[stepOf(source)]], observations: [factOf(source, "meeting", value, atUs)] };
});

export const ROOM_EVENTS: ReadonlyMap<string, Handler> = new Map([
  ["zoomroom.created", existence(false)],
  ["zoomroom.updated", named],
  ["zoomroom.deleted", existence(true)],
  ["zoomroom.checked_in", booking("checked-in")],
  ["zoomroom.checked_out", booking("checked-out")],
  ["zoomroom.digital_signage_app_started", signage],
  ["zoomroom.digital_signage_app_ended", signage],
  ["zoomroom.thirdparty_meeting_attempted", meetingAttempt],
]);
