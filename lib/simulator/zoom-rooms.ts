import { airIn } from "./air";
import { MINUTE_MS } from "./minutes";
import { seededInteger, seededRandom } from "./seeded-random";
import type { World } from "./world";
import { type ZoomRoom, zoomId } from "./zoom-estate";
import { dateTime, type ZoomEvent } from "./zoom-events";

const REPORTS_EVERY_MINUTES = 2;
/** A camera misses somebody now and then. */
const MISSES_CHANCE = 0.08;
const LONGEST_MEETING_MINUTES = 240;
const MEETING_PEOPLE = 2;
const QUIET_MINUTES = 3;
const THIRD_PARTY_CHANCE = 0.3;
const SIGNAGE_ROOMS: readonly string[] = ["birch", "elm"];
const SIGNAGE_OPENS = 7 * 60 + 45;
const SIGNAGE_CLOSES = 18 * 60 + 30;

export const isRoomOut = (world: World, room: ZoomRoom, at: number) => world.isOut(`zoom/${room.spaceId}`, at);

/** What every appliance of a room reports: people and air. */
export function sensorData(world: World, room: ZoomRoom, minute: number): ZoomEvent[] {
  if (isRoomOut(world, room, minute)) return [];
  return room.deviceIds.flatMap((deviceId, index) => {
    if ((minute / MINUTE_MS + index) % REPORTS_EVERY_MINUTES !== 0) return [];
    const at = minute + seededInteger(2_000, 40_000, "reports", deviceId, minute);
    const date_time = dateTime(minute);
    const air = airIn(world, room.spaceId, minute);
    const values: [string, string][] = [
      ["REAL_TIME_PEOPLE_COUNT", String(peopleSeen(world, room, deviceId, minute))],
      ["CO2", String(Math.round(air.co2))],
      ["TEMPERATURE", air.temperature.toFixed(1)],
      ["HUMIDITY", String(Math.round(air.humidity))],
    ];
    const sensor_data = values.map(([sensor_type, sensor_value]) => ({ date_time, sensor_type, sensor_value }));
    const object = { id: room.id, room_name: room.name, device_id: deviceId, sensor_data };
    return [{ event: "zoomroom.sensor_data", at, object }];
  });
}

function peopleSeen(world: World, { spaceId }: ZoomRoom, deviceId: string, minute: number): number {
  const people = world.countAt(spaceId, minute);
  const isMissed = people > 0 && seededRandom("misses", deviceId, minute) < MISSES_CHANCE;
  return isMissed ? people - 1 : people;
}

/** Check-ins of booked meetings, and attempts to join another maker's. */
export function meetings(world: World, room: ZoomRoom, minute: number): ZoomEvent[] {
  if (isRoomOut(world, room, minute)) return [];
  const at = minute + seededInteger(1_000, 50_000, "meeting", room.id, minute);
  if (begins(world, room, minute)) {
    const checkedIn = { event: "zoomroom.checked_in", at, object: booking(room, minute) };
    const isThirdParty = seededRandom("third party", room.id, minute) < THIRD_PARTY_CHANCE;
    return isThirdParty ? [checkedIn, thirdParty(room, at + 8_000)] : [checkedIn];
  }
  if (!ends(world, room, minute)) return [];
  const began = beginning(world, room, minute);
  return began === null ? [] : [{ event: "zoomroom.checked_out", at, object: booking(room, began) }];
}

function begins({ countAt }: World, { spaceId }: ZoomRoom, minute: number): boolean {
  const before = Array.from({ length: QUIET_MINUTES }, (_, n) => countAt(spaceId, minute - (n + 1) * MINUTE_MS));
  return countAt(spaceId, minute) >= MEETING_PEOPLE && before.every((count) => count < MEETING_PEOPLE);
}

const ends = ({ countAt }: World, { spaceId }: ZoomRoom, minute: number): boolean =>
  countAt(spaceId, minute) === 0 && countAt(spaceId, minute - MINUTE_MS) > 0;

function beginning(world: World, room: ZoomRoom, end: number): number | null {
  for (let back = 1; back <= LONGEST_MEETING_MINUTES; back++) {
    if (begins(world, room, end - back * MINUTE_MS)) return end - back * MINUTE_MS;
  }
  return null;
}

function booking(room: ZoomRoom, began: number): object {
  const mailbox = `${room.spaceId}@riverside.example`;
  return {
    id: room.id,
    room_name: room.name,
    calendar_name: mailbox,
    email: `zr-${mailbox}`,
    event_id: `AAMkAD${zoomId(`booking/${room.id}/${began}`)}`,
    change_key: `DwAAABYA${zoomId(`change/${room.id}/${began}`)}`,
    resource_email: mailbox,
    calendar_id: mailbox,
    calendar_type: "2",
    api_type: "0",
  };
}

function thirdParty(room: ZoomRoom, at: number): ZoomEvent {
  const meetingId = String(seededInteger(100_000_000, 999_999_999, "third party", room.id, at));
  return {
    event: "zoomroom.thirdparty_meeting_attempted",
    at,
    object: {
      room_id: room.id,
      join_url: `https://teams.example.com/l/meetup-join/${meetingId}`,
      meeting_source_type: "MS_TEAMS",
      join_time: dateTime(at),
      sip_address: `${meetingId}@teams.example.com`,
      third_party_meeting_id: meetingId,
      passcode: zoomId(`passcode/${meetingId}`).slice(0, 6),
    },
  };
}

/** Two rooms show a loop outside their doors in office hours. */
export function signage(world: World, room: ZoomRoom, minute: number): ZoomEvent[] {
  if (!SIGNAGE_ROOMS.includes(room.spaceId)) return [];
  const { minute: ofDay } = world.clock(minute);
  const started = minute - (ofDay - SIGNAGE_OPENS) * MINUTE_MS;
  const app = { room_id: room.id, app_name: "House news", app_id: zoomId("house news"), start_time: dateTime(started) };
  const at = minute + 4_000;
  if (ofDay === SIGNAGE_OPENS) return [{ event: "zoomroom.digital_signage_app_started", at, object: app }];
  if (ofDay !== SIGNAGE_CLOSES) return [];
  return [{ event: "zoomroom.digital_signage_app_ended", at, object: { ...app, end_time: dateTime(minute) } }];
}
