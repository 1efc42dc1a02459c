import { METRICS, type Metric, type MetricKind } from "./metric";

/** What a source is mostly asked for, first things first. */
const ORDER: readonly MetricKind[] = ["count", "presence", "flow", "switch", "environment", "total", "event", "health"];

/** Of what a source measures, what says most about its place; null when it measures nothing. */
export function mainMetric(measures: readonly Metric[]): Metric | null {
  const rank = (metric: Metric) =>
    (metric === "online" ? ORDER.length : ORDER.indexOf(METRICS[metric].says)) * 100 + METRICS[metric].code;
  const air: readonly Metric[] = measures.includes("co2") ? ["co2"] : [];
  const candidates = air.length > 0 && !measures.some((metric) => rank(metric) < rank("temperature")) ? air : measures;
  return [...candidates].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}
