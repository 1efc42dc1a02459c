import type { ComfortMetric } from "@/lib/core/air-limits";
import { isComfort } from "@/lib/core/environment";
import type { SpaceHistory } from "@/lib/core/history";
import { METRICS, type Metric } from "@/lib/core/metric";
import { airHint, airSummary, airTable } from "./air-chart-words";
import type { ChartHint, ChartTableData } from "./chart-words";
import { occupancyHint, occupancySummary, occupancyTable } from "./occupancy-words";
import { type AirChartData, prepareAir } from "./prepare-air";
import { type OccupancyChartData, type OccupancySettings, prepareOccupancy } from "./prepare-occupancy";
import { type PresenceChartData, preparePresence } from "./prepare-presence";
import { presenceHint, presenceSummary, presenceTable } from "./presence-words";

type Drawing =
  | { readonly kind: "occupancy"; readonly data: OccupancyChartData }
  | { readonly kind: "presence"; readonly data: PresenceChartData }
  | { readonly kind: "air"; readonly data: AirChartData };

/** A metric's day, ready to be drawn, and in words. */
export type TodayChart = Drawing & {
  readonly summary: string;
  readonly hintAt: (at: number) => ChartHint | null;
  readonly table: ChartTableData;
};

/** Counts are a line of steps, motion and desks a band, the air a line with its limits. */
export function prepareToday(metric: Metric, history: SpaceHistory, settings: OccupancySettings): TodayChart {
  if (isComfort(metric)) return airChart(metric, history, settings);
  if (METRICS[metric].says === "presence") {
    const data = preparePresence(history, settings);
    const hintAt = (at: number) => presenceHint(data, at);
    return { kind: "presence", data, hintAt, summary: presenceSummary(data), table: presenceTable(data) };
  }
  const data = prepareOccupancy(history, settings);
  const hintAt = (at: number) => occupancyHint(data, at);
  return { kind: "occupancy", data, hintAt, summary: occupancySummary(data), table: occupancyTable(data) };
}

function airChart(metric: ComfortMetric, history: SpaceHistory, settings: OccupancySettings): TodayChart {
  const data = prepareAir(history, { ...settings, metric });
  return {
    kind: "air",
    data,
    hintAt: (at) => airHint(data, at),
    summary: airSummary(data),
    table: airTable(data),
  };
}
