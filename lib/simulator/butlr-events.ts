import { createHash } from "node:crypto";
import type { ButlrPlace } from "./butlr-places";
import { ksuid } from "./ksuid";

const MINUTE_MS = 60_000;

/** A count as Butlr POSTs it. */
export interface ButlrEvent {
  id: string;
  type: string;
  timestamp: number;
  version: string;
  metadata: Readonly<Record<string, string>>;
  data: number;
}

/** One computation of one place's count: `observedAt` is the moment sensed, `computedAt` the time inside the event id. */
export function butlrEvent(place: ButlrPlace, observedAt: number, computedAt: number, count: number): ButlrEvent {
  const identity = `${place.spaceId}/${observedAt}/${computedAt}/${count}`;
  const payload = createHash("sha256").update(identity).digest().subarray(0, 16);
  return {
    id: `event_${ksuid(computedAt, payload)}`,
    type: place.kind === "room" ? "ROOM_OCCUPANCY" : "ZONE_OCCUPANCY",
    timestamp: observedAt,
    version: "v1.0.0",
    metadata: place.metadata,
    data: count,
  };
}

/** When a place is sensed within the minute of `at`; repeats of that minute name the same moment. */
export function sensedAt(place: ButlrPlace, at: number): number {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS + place.sensedSecond * 1000;
}
