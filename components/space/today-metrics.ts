import { AIR_NAMES } from "@/components/air/air-words";
import { COMFORT_METRICS } from "@/lib/core/air-limits";
import { readingsOf, type SpaceSnapshot } from "@/lib/core/floor";
import { METRICS, type Metric } from "@/lib/core/metric";

/** What says most about people, first. */
const PEOPLE: readonly Metric[] = ["occupancy", "occupancySmoothed", "deskOccupied", "motion"];

export interface TodayMetric {
  readonly metric: Metric;
  readonly label: string;
}

/** What today can be looked at by: people by their best measure, and what is known of the air. Never empty. */
export function todayMetrics(space: Pick<SpaceSnapshot, "metrics" | "others" | "sources">): TodayMetric[] {
  const measured = new Set(readingsOf(space).map(({ metric }) => metric));
  const air = COMFORT_METRICS.filter((metric) => measured.has(metric));
  const people = PEOPLE.find((metric) => measured.has(metric));
  const isForPeople = people !== undefined || air.length === 0 || space.sources.some((source) => source.senses);
  return [
    ...(isForPeople ? [peopleMetric(people ?? "occupancy")] : []),
    ...air.map((metric) => ({ metric, label: AIR_NAMES[metric] })),
  ];
}

const peopleMetric = (metric: Metric): TodayMetric => ({
  metric,
  label: METRICS[metric].says === "count" ? "People" : "In use",
});
