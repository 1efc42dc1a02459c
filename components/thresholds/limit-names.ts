import type { ComfortMetric } from "@/lib/core/air-limits";
import type { Text } from "@/lib/core/text";

/** What the four limits of a metric are called, in order. */
export function limitNames(metric: ComfortMetric, t: Text): readonly [string, string, string, string] {
  const words = {
    co2: [t("Good from"), t("Elevated from"), t("Act from"), t("Act now from")],
    temperature: [t("Cool from"), t("In range from"), t("In range up to"), t("Warm up to")],
    humidity: [t("Dry from"), t("In range from"), t("In range up to"), t("Humid up to")],
  } as const;
  return words[metric];
}
