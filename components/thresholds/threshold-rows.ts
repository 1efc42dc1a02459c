import { type BandLimits, BUILT_IN_LIMITS, type ComfortMetric } from "@/lib/core/air-limits";
import type { SpaceKind } from "@/lib/core/space";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { Threshold } from "@/lib/core/threshold";
import { growForest, ROOT, wayUp } from "../spaces/space-forest";

/** One place with the limits that count in it. */
export interface ThresholdRow {
  /** Null: everywhere. */
  readonly id: string | null;
  /** Null: everywhere. */
  readonly space: TreeSpace | null;
  readonly depth: number;
  readonly limits: BandLimits;
  /** Said here, rather than inherited. */
  readonly isOwn: boolean;
  /** What it has, or would have without its own. */
  readonly inherited: BandLimits;
  /** Who says that: a space, null for everywhere, "built-in" for nobody. */
  readonly from: TreeSpace | null | "built-in";
  /** How many places inside it have limits of their own. */
  readonly overrides: number;
}

const ALWAYS: readonly SpaceKind[] = ["site", "building", "floor"];

/**
 * Everywhere, every site, building and floor, and whatever else has limits of its own (or is `also`), each under what
 * it stands in.
 */
export function thresholdRows(
  spaces: readonly TreeSpace[],
  thresholds: readonly Threshold[],
  metric: ComfortMetric,
  also: string | null = null,
): ThresholdRow[] {
  const forest = growForest(spaces);
  const own = new Map(
    thresholds.filter((one) => one.metric === metric).map(({ spaceId, limits }) => [spaceId, limits]),
  );
  const inside = new Map<string | null, number>();
  for (const id of own.keys()) {
    if (id === null) continue;
    for (const above of [null, ...wayUp(forest, id).map((space) => space.id)]) {
      inside.set(above, (inside.get(above) ?? 0) + 1);
    }
  }
  const everywhere = own.get(null);
  const rows: ThresholdRow[] = [
    {
      id: null,
      space: null,
      depth: 0,
      limits: everywhere ?? BUILT_IN_LIMITS[metric],
      isOwn: everywhere !== undefined,
      inherited: BUILT_IN_LIMITS[metric],
      from: "built-in",
      overrides: inside.get(null) ?? 0,
    },
  ];
  const walk = (parentId: string, depth: number, inherited: BandLimits, from: ThresholdRow["from"]) => {
    for (const id of forest.children.get(parentId) ?? []) {
      const space = forest.byId.get(id);
      if (!space) continue;
      const mine = own.get(id);
      if (ALWAYS.includes(space.kind) || mine || id === also) {
        const limits = mine ?? inherited;
        const overrides = inside.get(id) ?? 0;
        rows.push({ id, space, depth, limits, isOwn: mine !== undefined, inherited, from, overrides });
      }
      walk(id, depth + 1, mine ?? inherited, mine ? space : from);
    }
  };
  walk(ROOT, 1, everywhere ?? BUILT_IN_LIMITS[metric], everywhere ? null : "built-in");
  return rows;
}
