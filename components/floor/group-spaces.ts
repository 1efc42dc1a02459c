import { type SpaceSnapshot, type SpaceTrouble, verdictAt } from "@/lib/core/floor";
import type { SpaceStateName, SpaceVerdict } from "@/lib/core/space-state";

export interface JudgedSpace {
  readonly space: SpaceSnapshot;
  readonly verdict: SpaceVerdict;
}

export interface DeskGroup<T extends JudgedSpace = JudgedSpace> {
  /** The zone or room the desks stand in; null when they stand on the floor itself. */
  readonly parent: SpaceSnapshot | null;
  readonly desks: readonly T[];
}

export interface FloorGroups<T extends JudgedSpace = JudgedSpace> {
  readonly attention: readonly T[];
  readonly rooms: readonly T[];
  readonly zones: readonly T[];
  readonly desks: readonly DeskGroup<T>[];
}

const NEEDS_ATTENTION: readonly SpaceStateName[] = ["over", "stale", "offline", "ghost"];

const GRAVE: readonly SpaceTrouble["severity"][] = ["critical", "major"];

/** Somebody should look after it: by its state, or because something grave is wrong with a device of it. */
export const needsAttention = ({ space, verdict }: JudgedSpace) =>
  NEEDS_ATTENTION.includes(verdict.state) || space.alerts.some(({ severity }) => GRAVE.includes(severity));

/**
 * Answers every space of a floor with its state at a moment (ms); the floor itself is not one of its spaces. A space
 * that nobody said anything new of stays the same object until time changes its state.
 */
export function spaceJudge(): (spaces: readonly SpaceSnapshot[], now: number) => JudgedSpace[] {
  const known = new Map<string, { readonly judged: JudgedSpace; readonly from: number }>();
  const judge = (space: SpaceSnapshot, now: number): JudgedSpace => {
    const old = known.get(space.id);
    const until = old?.judged.verdict.changesAt ?? Number.POSITIVE_INFINITY;
    if (old?.judged.space === space && old.from <= now && now < until) return old.judged;
    const judged = { space, verdict: verdictAt(space, now) };
    known.set(space.id, { judged, from: now });
    return judged;
  };
  return (spaces, now) => spaces.filter(({ kind }) => kind !== "floor").map((space) => judge(space, now));
}

/**
 * The order of the cards: what needs somebody first, then rooms, zones, and desks by where they stand, which may be
 * a place on the floor that is not among those shown. Only occupancy says who needs somebody.
 */
export function groupSpaces<T extends JudgedSpace>(
  judged: readonly T[],
  floor = judged,
  isByAttention = true,
): FloorGroups<T> {
  const places = judged.filter(({ space }) => space.kind !== "desk");
  const byId = new Map(floor.map((one) => [one.space.id, one.space]));
  const desks = Map.groupBy(
    judged.filter(({ space }) => space.kind === "desk"),
    ({ space }) => space.parentId ?? "",
  );
  const isUrgent = (one: T) => isByAttention && needsAttention(one);
  const calm = places.filter((one) => !isUrgent(one));
  return {
    attention: places.filter(isUrgent),
    rooms: calm.filter(({ space }) => space.kind === "room"),
    zones: calm.filter(({ space }) => space.kind !== "room"),
    desks: [...desks].map(([parentId, group]) => ({ parent: byId.get(parentId) ?? null, desks: group })),
  };
}
