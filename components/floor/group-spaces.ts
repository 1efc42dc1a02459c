import { type SpaceSnapshot, type SpaceTrouble, verdictAt } from "@/lib/core/floor";
import type { SpaceStateName, SpaceVerdict } from "@/lib/core/space-state";

export interface JudgedSpace {
  readonly space: SpaceSnapshot;
  readonly verdict: SpaceVerdict;
}

export interface DeskGroup {
  /** The zone or room the desks stand in; null when they stand on the floor itself. */
  readonly parent: SpaceSnapshot | null;
  readonly desks: readonly JudgedSpace[];
}

export interface FloorGroups {
  readonly attention: readonly JudgedSpace[];
  readonly rooms: readonly JudgedSpace[];
  readonly zones: readonly JudgedSpace[];
  readonly desks: readonly DeskGroup[];
}

const NEEDS_ATTENTION: readonly SpaceStateName[] = ["over", "stale", "offline", "ghost"];

const GRAVE: readonly SpaceTrouble["severity"][] = ["critical", "major"];

/** Somebody should look after it: by its state, or because something grave is wrong with a device of it. */
export const needsAttention = ({ space, verdict }: JudgedSpace) =>
  NEEDS_ATTENTION.includes(verdict.state) || space.alerts.some(({ severity }) => GRAVE.includes(severity));

/** Every space of a floor with its state at a moment (ms); the floor itself is not one of its spaces. */
export function judge(spaces: readonly SpaceSnapshot[], now: number): JudgedSpace[] {
  return spaces.filter((space) => space.kind !== "floor").map((space) => ({ space, verdict: verdictAt(space, now) }));
}

/**
 * The order of the cards: what needs somebody first, then rooms, zones, and desks by where they stand, which may be
 * a place on the floor that is not among those shown.
 */
export function groupSpaces(judged: readonly JudgedSpace[], floor = judged): FloorGroups {
  const places = judged.filter(({ space }) => space.kind !== "desk");
  const byId = new Map(floor.map((one) => [one.space.id, one.space]));
  const desks = Map.groupBy(
    judged.filter(({ space }) => space.kind === "desk"),
    ({ space }) => space.parentId ?? "",
  );
  const calm = places.filter((one) => !needsAttention(one));
  return {
    attention: places.filter(needsAttention),
    rooms: calm.filter(({ space }) => space.kind === "room"),
    zones: calm.filter(({ space }) => space.kind !== "room"),
    desks: [...desks].map(([parentId, group]) => ({ parent: byId.get(parentId) ?? null, desks: group })),
  };
}

/** How many spaces are in each state. */
export function countStates(judged: readonly JudgedSpace[]): ReadonlyMap<SpaceStateName, number> {
  const counts = new Map<SpaceStateName, number>();
  for (const { verdict } of judged) counts.set(verdict.state, (counts.get(verdict.state) ?? 0) + 1);
  return counts;
}
