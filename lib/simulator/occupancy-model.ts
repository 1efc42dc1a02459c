import { type BuildingDescription, type BuildingSpace, DEMO_TROUBLE } from "./building";
import { localClock } from "./local-clock";
import { type OpenHouse, openHouseDay } from "./open-house";
import { type Presence, presentAt } from "./presence";
import { workingDay } from "./working-day";

/** How many people a place sees at a moment (ms); null when it does not send then. */
export type CountAt = (spaceId: string, at: number) => number | null;

export interface OccupancyModelOptions {
  readonly description: BuildingDescription;
  readonly seed: string;
  readonly openHouse?: OpenHouse;
}

const MINUTE_MS = 60_000;
const OFFICE_OPENS = 8.5 * 60;
const OFFICE_CLOSES = 17.5 * 60;

/** A believable building: the same seed and minute always give the same count. Desk areas agree with their desks. */
export function createOccupancyModel({ description, seed, openHouse }: OccupancyModelOptions): CountAt {
  const clock = localClock(description.site.timeZone);
  const spaces = new Map(description.spaces.map((space) => [space.id, space]));
  const desks = Map.groupBy(
    description.spaces.filter((space) => space.kind === "desk"),
    (space) => space.parentId,
  );
  const days = new Map<string, Presence[]>();
  const dayOf = (key: string, plan: () => Presence[]) => days.get(key) ?? days.set(key, plan()).get(key) ?? [];

  const usual = (space: BuildingSpace, at: number): number => {
    const { date, weekday, minute } = clock(at);
    return presentAt(
      dayOf(`${space.id}/${date}`, () => workingDay(space, date, weekday, seed)),
      minute,
    );
  };

  const openHouseCount = (space: BuildingSpace, at: number): number => {
    if (!openHouse || at < openHouse.from || at >= openHouse.to) return 0;
    const { weekday, minute } = clock(at);
    const officeHours = weekday <= 5 && minute >= OFFICE_OPENS && minute < OFFICE_CLOSES;
    if (officeHours && space.id !== DEMO_TROUBLE.overfull) return 0;
    const guests = dayOf(`${space.id}/open house`, () => openHouseDay(space, openHouse, seed));
    return presentAt(guests, (at - openHouse.from) / MINUTE_MS);
  };

  const count = (space: BuildingSpace, at: number): number => {
    const people = Math.max(usual(space, at), openHouseCount(space, at));
    const seated = (desks.get(space.id) ?? []).reduce((sum, desk) => sum + count(desk, at), 0);
    const most = space.id === DEMO_TROUBLE.overfull ? Number.POSITIVE_INFINITY : space.capacity;
    return Math.min(people + seated, most);
  };

  return (spaceId, at) => {
    const space = spaces.get(spaceId);
    return space ? count(space, at) : null;
  };
}
