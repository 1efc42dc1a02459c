import { ksuid } from "@/lib/simulator/ksuid";

/** The fields of an event that differ between two of a load. */
export interface LoadEvent {
  readonly floor: number;
  readonly room: number;
  /** Moment sensed, ms. */
  readonly at: number;
  /** 0–9. */
  readonly count: number;
  /** Makes the event id unlike any other. */
  readonly sequence: number;
}

export interface EventBytes {
  /** Puts the event in place and answers the whole request; valid until the next call. */
  fill(event: LoadEvent): Buffer;
}

const ID = "i".repeat(27);
const ROOM = "r".repeat(6);
const FLOOR = "f".repeat(4);
const AT = "1".repeat(13);
const TAIL_DIGITS = 20;
const MIDDLE = new Uint8Array(16).fill(0x80);

export const roomId = (room: number) => `room_${pad(room, ROOM.length)}`;
export const floorName = (floor: number) => `Floor ${pad(floor, FLOOR.length)}`;
const pad = (n: number, width: number) => String(n).padStart(width, "0");

/**
 * A Butlr POST as bytes with holes of fixed width: what changes is written in place, so that making an event costs
 * the load generator next to nothing.
 */
export function createEventBytes(target: { port: number; path: string; key: string }): EventBytes {
  const body = templateBody();
  const head = [
    `POST ${target.path} HTTP/1.1`,
    `host: 127.0.0.1:${target.port}`,
    "content-type: application/json",
    `x-api-key: ${target.key}`,
    `content-length: ${body.length}`,
  ].join("\r\n");
  const bytes = Buffer.from(`${head}\r\n\r\n${body}`, "latin1");
  const holes = { id: bytes.indexOf(ID), at: bytes.indexOf(AT), rooms: all(bytes, ROOM), floors: all(bytes, FLOOR) };
  const count = bytes.length - 2;
  return {
    fill(event) {
      bytes.write(eventId(event), holes.id, "latin1");
      bytes.write(String(event.at), holes.at, "latin1");
      for (const hole of holes.rooms) bytes.write(pad(event.room, ROOM.length), hole, "latin1");
      for (const hole of holes.floors) bytes.write(pad(event.floor, FLOOR.length), hole, "latin1");
      bytes[count] = 0x30 + event.count;
      return bytes;
    },
  };
}

function templateBody(): string {
  const metadata = {
    org_id: "org_2oUBiSXgx48RtbZKXHm5ekpAzFe",
    site_id: "site_2oUBiSXgx48RtbZKXHm5ekpAzFe",
    building_id: "building_2oUBiSXgx48RtbZKXHm5ekpAzFe",
    floor_id: `space_${FLOOR}`,
    room_id: `room_${ROOM}`,
    org_name: "Load",
    site_name: "Site",
    building_name: "Building",
    floor_name: `Floor ${FLOOR}`,
    room_name: `Room ${ROOM}`,
  };
  const event = {
    id: `event_${ID}`,
    type: "ROOM_OCCUPANCY",
    timestamp: Number(AT),
    version: "v1.0.0",
    metadata,
    data: 0,
  };
  return JSON.stringify(event);
}

function all(bytes: Buffer, text: string): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) found.push(at);
  return found;
}

let prefixSecond = 0;
let prefix = "";

/** A KSUID of one second after the sensing: its last digits may be anything without touching the second. */
function eventId({ at, sequence }: LoadEvent): string {
  const second = Math.floor(at / 1000) + 1;
  if (second !== prefixSecond) {
    prefixSecond = second;
    prefix = ksuid(second * 1000, MIDDLE).slice(0, ID.length - TAIL_DIGITS);
  }
  return prefix + pad(sequence, TAIL_DIGITS);
}
