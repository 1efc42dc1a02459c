import { type ButlrMessage, butlrMessage, smoothedEvent } from "./butlr-events";
import { type ButlrPlace, butlrPlaces, butlrSensor } from "./butlr-places";
import { MINUTE_MS, minutesOf } from "./minutes";
import type { Feed, PlannedPost } from "./planned-post";
import { seededInteger, seededRandom } from "./seeded-random";
import type { World } from "./world";

/** Rooms whose sensor also tells motion, and the two sensors that tell more than counts. */
const MOTION_ROOMS: readonly string[] = ["hazel", "alder", "parents"];
export const BUTLR_DOORWAY = { sensor: "sensor-cafe-door", mode: "traffic", spaceId: "cafe" } as const;
export const BUTLR_CEILING = { sensor: "sensor-lounge", mode: "presence", spaceId: "lounge" } as const;
const SMOOTHED: readonly string[] = ["l1", "l2", "oak", "cafe"];

const SECOND_MS = 1_000;
const SMOOTHED_OVER_MINUTES = 3;
/** How often somebody comes and somebody goes in the same minute, so that the count tells neither. */
const EXCHANGE_CHANCE = 0.2;
const LOUNGE_METRES = [9, 6] as const;
/** Where the lounge's corner is on the floor plan, metres. */
const LOUNGE_AT = [28.4, 14.2] as const;

/** What Butlr tells besides counts: smoothed counts, motion, one doorway's traffic, one ceiling's detections. */
export function butlrSensors(world: World): Feed {
  const places = new Map(butlrPlaces(world.description).map((place) => [place.spaceId, place]));
  const placed = (id: string): ButlrPlace => {
    const place = places.get(id);
    if (!place) throw new Error(`Butlr does not know ${id}`);
    return place;
  };
  const sensed = ({ sensor, mode, spaceId }: typeof BUTLR_DOORWAY | typeof BUTLR_CEILING) => ({
    metadata: butlrSensor(world.description, sensor, mode, placed(spaceId)),
    countAt: (at: number) => (world.isOut(`butlr/${sensor}`, at) ? null : world.countAt(spaceId, at)),
  });
  const doorway = sensed(BUTLR_DOORWAY);
  const ceiling = sensed(BUTLR_CEILING);
  const changes = (minute: number) => [
    ...MOTION_ROOMS.flatMap((id) => motion(world, placed(id), minute)),
    ...traffic(doorway, minute),
  ];
  return {
    planMinute: (minute) => [
      ...SMOOTHED.map((id) => smoothed(world, placed(id), minute)),
      ...changes(minute).map(leaving),
      ...detections(ceiling, minute).map(leaving),
    ],
    *history(span) {
      for (const minute of minutesOf(span)) yield* changes(minute).map(leaving);
    },
  };
}

interface Watched {
  readonly metadata: ButlrMessage["metadata"];
  /** null: it cannot be heard. */
  readonly countAt: (at: number) => number | null;
}

const leaving = (event: ButlrMessage): PlannedPost => ({
  vendor: "butlr",
  body: JSON.stringify(event),
  dueAt: event.timestamp + SECOND_MS,
});

function smoothed(world: World, place: ButlrPlace, minute: number): PlannedPost {
  const counts = Array.from({ length: SMOOTHED_OVER_MINUTES }, (_, n) =>
    world.countAt(place.spaceId, minute - n * MINUTE_MS),
  );
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const computedAt = minute + MINUTE_MS + 2 * SECOND_MS;
  const event = smoothedEvent(place, minute, computedAt, Math.round(mean * 10) / 10);
  return { vendor: "butlr", body: JSON.stringify(event), dueAt: computedAt };
}

/** Only on change, and without data. */
function motion(world: World, place: ButlrPlace, minute: number): ButlrMessage[] {
  const isUsed = (at: number) => world.countAt(place.spaceId, at) > 0;
  if (isUsed(minute) === isUsed(minute - MINUTE_MS) || world.isOut(`butlr/${place.spaceId}`, minute)) return [];
  const at = minute + seededInteger(0, 50_000, "motion", place.spaceId, minute);
  return [butlrMessage(isUsed(minute) ? "PIR_MOTION" : "PIR_NO_MOTION", place.metadata, at, at + SECOND_MS)];
}

function traffic({ metadata, countAt }: Watched, minute: number): ButlrMessage[] {
  const now = countAt(minute);
  if (now === null) return [];
  const more = now - (countAt(minute - MINUTE_MS) ?? now);
  const both = now > 0 && seededRandom("exchange", minute) < EXCHANGE_CHANCE ? 1 : 0;
  const data = { in: Math.max(0, more) + both, out: Math.max(0, -more) + both };
  if (data.in + data.out === 0) return [];
  const at = minute + seededInteger(0, 50_000, "traffic", minute);
  return [butlrMessage("TRAFFIC", metadata, at, at + SECOND_MS, data)];
}

/** Once a second while somebody is there, and once more when the last one has left. */
function detections({ metadata, countAt }: Watched, minute: number): ButlrMessage[] {
  const people = countAt(minute) ?? 0;
  const seconds = people > 0 ? 60 : (countAt(minute - MINUTE_MS) ?? 0) > 0 ? 1 : 0;
  return Array.from({ length: seconds }, (_, second) => {
    const at = minute + second * SECOND_MS + seededInteger(0, 900, "detects", minute, second);
    const local = Array.from({ length: people }, (_, person) => position(person, minute, second));
    const world = local.map(([x, y]) => [LOUNGE_AT[0] + x, LOUNGE_AT[1] + y].map(metres));
    return butlrMessage("DETECTIONS", metadata, at, at, { local: local.map((point) => point.map(metres)), world });
  });
}

/** Somebody's seat for the while, and how far they lean. */
function position(person: number, minute: number, second: number): readonly [number, number] {
  const seat = Math.floor(minute / (10 * MINUTE_MS));
  const along = (axis: 0 | 1) =>
    LOUNGE_METRES[axis] * seededRandom("seat", seat, person, axis) +
    0.3 * seededRandom("lean", minute, second, person, axis);
  return [along(0), along(1)];
}

const metres = (value: number) => Number(value.toFixed(4));
