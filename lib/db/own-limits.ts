import { BandLimits, type OwnLimits } from "@/lib/core/air-limits";
import { isComfort } from "@/lib/core/environment";
import { metricOf } from "@/lib/core/metric";

/** A row of `threshold`. */
export interface ThresholdRow {
  /** Null: everywhere. */
  spaceId: number | null;
  metric: number;
  limits: number[];
}

/** By space, null for everywhere: what was said there. */
export type LimitsBySpace = ReadonlyMap<number | null, OwnLimits>;

export function ownLimits(rows: readonly ThresholdRow[] | null): LimitsBySpace {
  const bySpace = new Map<number | null, OwnLimits>();
  for (const { spaceId, metric, limits } of rows ?? []) {
    const name = metricOf(metric);
    const { data } = BandLimits.safeParse(limits);
    if (isComfort(name) && data) bySpace.set(spaceId, { ...bySpace.get(spaceId), [name]: data });
  }
  return bySpace;
}

/** What counts on a floor, given the way up from it; nothing where all is as built in. */
export function floorLimits(limits: LimitsBySpace, wayUp: readonly (number | null)[]): { readonly limits?: OwnLimits } {
  const steps = [...wayUp.filter((id) => id !== null), null].toReversed();
  const found = Object.assign({}, ...steps.map((id) => limits.get(id))) as OwnLimits;
  return Object.keys(found).length > 0 ? { limits: found } : {};
}
