import { countedOnce } from "@/lib/core/people";
import type { SpaceStateName } from "@/lib/core/space-state";
import type { JudgedSpace } from "../group-spaces";

/** What is known of some spaces together. */
export interface PickFigures {
  readonly spaces: number;
  /** Null when none of them has a fresh count: no data is not nobody. */
  readonly people: number | null;
  /** Of the spaces whose people are counted; null when one of those has no known capacity. */
  readonly capacity: number | null;
  /** Silent, or without a sensor: nothing is known of them. */
  readonly withoutData: number;
  /** Something is known of them, but not how many people. */
  readonly withoutCount: number;
}

const SILENT: readonly SpaceStateName[] = ["stale", "offline", "unknown", "unmonitored"];

/** Those of a floor that are picked, together. A desk in a picked room is part of the room's count. */
export function pickFigures(judged: readonly JudgedSpace[], picked: ReadonlySet<string>): PickFigures {
  const chosen = judged.filter(({ space }) => picked.has(space.id));
  // The others only say what stands in what.
  const counted = countedOnce(
    judged.map(({ space, verdict }) => ({
      space,
      verdict: picked.has(space.id) ? verdict : { ...verdict, count: null },
    })),
  );
  const parents = new Map(judged.map(({ space }) => [space.id, space.parentId]));
  const isCounted = (id: string | null | undefined): boolean =>
    typeof id === "string" && (counted.has(id) || isCounted(parents.get(id)));
  const silent = chosen.filter(({ verdict }) => SILENT.includes(verdict.state));
  const seats = chosen.filter(({ space }) => counted.has(space.id)).map(({ space }) => space.capacity);
  return {
    spaces: chosen.length,
    people: counted.size === 0 ? null : [...counted.values()].reduce((sum, count) => sum + count, 0),
    capacity: counted.size === 0 ? null : sumOrNull(seats),
    withoutData: silent.length,
    withoutCount: chosen.filter((one) => !silent.includes(one) && !isCounted(one.space.id)).length,
  };
}

const sumOrNull = (parts: readonly (number | null)[]): number | null =>
  parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
