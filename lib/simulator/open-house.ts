import { type BuildingSpace, DEMO_TROUBLE } from "./building";
import { gathering, type Presence } from "./presence";
import { seededInteger, seededRandom } from "./seeded-random";

/** A while (ms) in which the building is in use whatever the clock says, so that the demo shows life when it is opened. */
export interface OpenHouse {
  readonly from: number;
  readonly to: number;
}

const MINUTE_MS = 60_000;
const SESSION_MINUTES = 45;
const ARRIVAL_MINUTES = 4;

const CHANCES: ReadonlyMap<string, number> = new Map([
  ["desk", 0.42],
  ["support", 0.15],
  ["café", 1],
  ["lounge", 0.9],
  ["desks", 0.5],
]);
const ROOM_CHANCE = 0.6;

/** Everybody an open house brings into a space, in minutes since it began. The overfull room is overfull throughout. */
export function openHouseDay(space: BuildingSpace, house: OpenHouse, seed: string): Presence[] {
  const length = Math.round((house.to - house.from) / MINUTE_MS);
  if (space.id === DEMO_TROUBLE.overfull) {
    return gathering(ARRIVAL_MINUTES, length, space.capacity + 2, ARRIVAL_MINUTES, `${seed}/overfull`);
  }
  const presences: Presence[] = [];
  const first = -seededInteger(0, SESSION_MINUTES - 10, seed, space.id, "first");
  for (let start = first; start < length; start += SESSION_MINUTES) {
    presences.push(...session(space, start, `${seed}/${space.id}/${start}`));
  }
  return presences;
}

function session(space: BuildingSpace, start: number, seed: string): Presence[] {
  if (seededRandom(seed, "comes") >= (CHANCES.get(space.type) ?? ROOM_CHANCE)) return [];
  const most = space.type === "desks" ? 2 : Math.max(1, Math.round(space.capacity * 0.7));
  const people = seededInteger(1, most, seed, "people");
  return gathering(start, start + SESSION_MINUTES - 6, people, ARRIVAL_MINUTES, seed);
}
