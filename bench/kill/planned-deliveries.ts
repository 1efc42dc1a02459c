import { createHash } from "node:crypto";
import { butlrEvent } from "@/lib/simulator/butlr-events";
import type { ButlrPlace } from "@/lib/simulator/butlr-places";
import { seededInteger, seededRandom } from "@/lib/simulator/seeded-random";

/** One POST of the run. Copies of the same event share the key. */
export interface PlannedDelivery {
  readonly body: string;
  /** SHA-256 of the body, hex: what the delivery log knows it by. */
  readonly key: string;
  readonly fact: Fact | null;
}

/** What an honest event says; null in a delivery means it can only be kept, not understood. */
export interface Fact {
  readonly room: string;
  readonly observedAt: number;
  readonly computedAt: number;
  readonly value: number;
}

export const FLOORS = 4;
const ROOMS_PER_FLOOR = 25;
const RESTATED = 5;
const MINUTE_MS = 60_000;
const COPY_SHARE = 0.1;
const LATE_SHARE = 0.1;
const BAD_SHARE = 0.01;
/** Everything must lie in the past: a moment ahead of the clock would be refused. */
const MARGIN_MINUTES = 15;

/**
 * What a vendor sends about a hundred rooms, in the order it arrives: every minute five times over as it is
 * recomputed, some late, some twice, some useless. Same seed, same counts and same order.
 */
export function planDeliveries(seed: number, wanted: number, now: number): PlannedDelivery[] {
  const places = Array.from({ length: FLOORS * ROOMS_PER_FLOOR }, (_, i) => placeOf(i));
  const events = Math.ceil(wanted / (1 + COPY_SHARE));
  const minutes = Math.ceil(events / (places.length * RESTATED));
  const from = (Math.floor(now / MINUTE_MS) - minutes - MARGIN_MINUTES) * MINUTE_MS;
  const sent: { at: number; delivery: PlannedDelivery }[] = [];
  for (let minute = 0; minute < minutes; minute++) {
    for (const place of places) {
      for (let back = 0; back < RESTATED; back++) {
        const observedAt = from + minute * MINUTE_MS + place.sensedSecond * 1000;
        const { delivery, leavesAt, again } = eventOf(`${seed}`, place, observedAt, back, minute);
        sent.push({ at: leavesAt, delivery });
        if (again !== null) sent.push({ at: again, delivery });
      }
    }
  }
  return sent
    .sort((a, b) => a.at - b.at)
    .slice(0, wanted)
    .map((s) => s.delivery);
}

function eventOf(seed: string, place: ButlrPlace, observedAt: number, back: number, minute: number) {
  const dice = (what: string) => seededRandom(seed, what, place.spaceId, minute, back);
  const computedAt = observedAt + back * MINUTE_MS + 1_000 + Math.floor(dice("computes") * 3) * 1000;
  const settled = seededInteger(0, 9, seed, "count", place.spaceId, minute);
  const value = dice("restates") < 0.3 ? settled + 1 : settled;
  const event = butlrEvent(place, observedAt, computedAt, value);
  const isBad = dice("bad") < BAD_SHARE;
  const body = JSON.stringify(isBad ? spoilt(event, dice("how")) : event);
  const fact = isBad ? null : { room: place.metadata.room_name ?? "", observedAt, computedAt, value };
  const delivery = { body, key: createHash("sha256").update(body).digest("hex"), fact };
  const delay = dice("late") < LATE_SHARE ? dice("delay") * 10 * MINUTE_MS : dice("delay") * 1.5 * MINUTE_MS;
  const leavesAt = computedAt + delay;
  return { delivery, leavesAt, again: dice("twice") < COPY_SHARE ? leavesAt + dice("again") * 5 * MINUTE_MS : null };
}

function spoilt(event: object, how: number): object {
  return how < 0.5 ? { ...event, data: "many" } : { ...event, type: "DOOR_OPENED" };
}

function placeOf(index: number): ButlrPlace {
  const floor = Math.floor(index / ROOMS_PER_FLOOR) + 1;
  const name = `Room ${String(index).padStart(3, "0")}`;
  return {
    spaceId: `room-${index}`,
    kind: "room",
    sensedSecond: (index * 7) % 60,
    metadata: {
      org_id: "org_kill",
      site_id: "site_kill",
      site_name: "Kill test",
      building_id: "building_kill",
      building_name: "Building",
      floor_id: `space_${floor}`,
      floor_name: `Floor ${floor}`,
      room_id: `room_${index}`,
      room_name: name,
    },
  };
}
