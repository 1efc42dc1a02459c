import type { BuildingDescription, BuildingSpace } from "./building";
import { type LocalTime, localClock } from "./local-clock";
import type { CountAt } from "./occupancy-model";

/** Whether a sender, as `vendor/name`, cannot be heard at a moment (ms). */
export type Outages = (sender: string, at: number) => boolean;

/** The building as it really is: what the sensors of all vendors look at. */
export interface World {
  readonly description: BuildingDescription;
  readonly spaces: ReadonlyMap<string, BuildingSpace>;
  /** The site's clock. */
  readonly clock: (at: number) => LocalTime;
  /** People in a space or on a floor at a moment, ms. */
  readonly countAt: (spaceId: string, at: number) => number;
  readonly isOut: Outages;
}

export function createWorld(description: BuildingDescription, countAt: CountAt, isOut: Outages = () => false): World {
  const spaces = new Map(description.spaces.map((space) => [space.id, space]));
  // Who sits at a desk is counted in its area already.
  const onFloor = Map.groupBy(
    description.spaces.filter((space) => space.parentId === space.floorId),
    (space) => space.floorId,
  );
  const count = (id: string, at: number): number =>
    onFloor.get(id)?.reduce((sum, space) => sum + (countAt(space.id, at) ?? 0), 0) ?? countAt(id, at) ?? 0;
  return { description, spaces, clock: localClock(description.site.timeZone), countAt: count, isOut };
}
