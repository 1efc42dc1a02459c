import { type AirLimits, type ComfortMetric, isComfortMetric } from "../air-limits";
import type { RuleMeasure } from "../alert-rule";

/**
 * What a rule watches at a place: one that follows a limit of the air takes the place's own, and is right again as far
 * from it as it would be from its threshold.
 */
export function measureWithin(measure: RuleMeasure, limits: AirLimits): RuleMeasure {
  const limit = followed(measure, limits);
  if (limit === null) return measure;
  const { threshold, clearThreshold } = measure;
  const clear = clearThreshold === null ? null : rounded(limit + (clearThreshold - threshold));
  return { ...measure, threshold: limit, clearThreshold: clear };
}

function followed({ metric, followsLimit }: RuleMeasure, limits: AirLimits): number | null {
  if (followsLimit === undefined || !isComfortMetric(metric)) return null;
  return limits[metric satisfies ComfortMetric][followsLimit - 1] ?? null;
}

/** A difference of decimals is not exact. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
