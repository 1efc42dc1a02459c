import { rounded, share } from "./figures-of";
import type { ChartMetric, Figure } from "./space-metrics";

/** Sums of one space, or of several, in one bucket or cell of a chart. */
export interface ChartSum {
  /** 0 for several. */
  readonly spaceId: number;
  readonly key: number;
  readonly validMs: number;
  readonly usedMs: number;
  readonly countedMs: number;
  /** Average people, each space over the time it was counted; null where nobody counts. */
  readonly people: number | null;
  /** Capacity × ms counted. */
  readonly seatMs: number | null;
  /** People × ms of the spaces with a capacity. */
  readonly seatedMs: number | null;
  /** The most of a single space. */
  readonly maxPeople: number | null;
  /** Days of which something is known. */
  readonly days: number;
}

/** A point of a chart. `peak` is what all had at the same moment at most; `lengthMs` the time it is about. */
export function chartFigure(
  metric: ChartMetric,
  sum: ChartSum | undefined,
  lengthMs: number,
  peak: number | null,
): Figure {
  if (!sum) return { value: null, coverage: 0 };
  const counted = share(sum.countedMs, lengthMs);
  switch (metric) {
    case "timeUsedPercent":
      return { value: over(100 * sum.usedMs, sum.validMs), coverage: share(sum.validMs, lengthMs) };
    case "average":
      return { value: sum.people === null ? null : rounded(sum.people), coverage: counted };
    case "utilization":
      return { value: over(100 * (sum.seatedMs ?? 0), sum.seatMs ?? 0), coverage: counted };
    case "peak":
      return { value: peak, coverage: counted };
  }
}

const over = (sum: number, by: number) => (by > 0 ? rounded(sum / by) : null);
