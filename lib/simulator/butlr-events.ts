import { createHash } from "node:crypto";
import type { ButlrPlace } from "./butlr-places";
import { ksuid } from "./ksuid";

const MINUTE_MS = 60_000;

/** Anything Butlr POSTs. Motion has no `data`. */
export interface ButlrMessage {
  id: string;
  type: string;
  timestamp: number;
  version: string;
  metadata: Readonly<Record<string, string>>;
  data?: unknown;
}

/** A count as Butlr POSTs it. */
export interface ButlrEvent extends ButlrMessage {
  data: number;
}

const COUNT_TYPES = {
  floor: "FLOOR_OCCUPANCY",
  room: "ROOM_OCCUPANCY",
  zone: "ZONE_OCCUPANCY",
  desk: "ZONE_OCCUPANCY",
} as const;

/** One computation of one place's count: `observedAt` is the moment sensed, `computedAt` the time inside the event id. */
export function butlrEvent(place: ButlrPlace, observedAt: number, computedAt: number, count: number): ButlrEvent {
  return { ...butlrMessage(COUNT_TYPES[place.kind], place.metadata, observedAt, computedAt, count), data: count };
}

/** The smoothed count of the minute that begins at `minuteStart`. */
export function smoothedEvent(place: ButlrPlace, minuteStart: number, computedAt: number, count: number): ButlrMessage {
  return butlrMessage(`${COUNT_TYPES[place.kind]}_1MIN`, place.metadata, minuteStart, computedAt, count);
}

/** Any event. Its id depends on nothing but the arguments. */
export function butlrMessage(
  type: string,
  metadata: ButlrMessage["metadata"],
  timestamp: number,
  computedAt: number,
  data?: unknown,
): ButlrMessage {
  const identity = JSON.stringify([type, Object.values(metadata), timestamp, computedAt, data]);
  const payload = createHash("sha256").update(identity).digest().subarray(0, 16);
  const id = `event_${ksuid(computedAt, payload)}`;
  return { id, type, timestamp, version: "v1.0.0", metadata, ...(data === undefined ? {} : { data }) };
}

/** When a place is sensed within the minute of `at`; repeats of that minute name the same moment. */
export function sensedAt(place: ButlrPlace, at: number): number {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS + place.sensedSecond * 1000;
}
