import { type AirLimits, BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import { airLimits, airText, isComfort } from "@/lib/core/environment";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { Metric } from "@/lib/core/metric";
import type { Text } from "@/lib/core/text";

/** Between which limits a value should stay, and whose limits those are; empty where there are none. */
export function limitWords(metric: Metric, space: Pick<SpaceSnapshot, "limits">, limits: AirLimits, t: Text): string {
  if (!isComfort(metric)) return "";
  const [low, high] = airLimits(metric, limits).map((limit) => airText(metric, limit, t));
  const values = { low: low ?? "", high: high ?? "" };
  const said =
    metric === "co2" ? t("Good below {low}, act from {high}", values) : t("In range from {low} to {high}", values);
  if (space.limits?.[metric]) return t("{said} · its own limits", { said });
  const isBuiltIn = limits[metric].every((limit, i) => limit === BUILT_IN_LIMITS[metric][i]);
  return isBuiltIn ? t("{said} · built-in limits", { said }) : t("{said} · inherited limits", { said });
}
