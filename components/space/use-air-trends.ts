import { useSpaceDay } from "@/lib/client/use-space-day";
import { dateIn } from "@/lib/core/calendar-day";
import { isComfort } from "@/lib/core/environment";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { Metric } from "@/lib/core/metric";
import { type AirTrend, airTrend } from "./air-trend";

/** Which way each value of the air went in the last half hour; today's line is asked for once for the whole panel. */
export function useAirTrends(
  space: SpaceSnapshot,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): (metric: Metric) => AirTrend | null {
  const { data } = useSpaceDay(space, dateIn(now, timeZone), now);
  return (metric) => (data && isComfort(metric) ? airTrend(metric, data.air, now) : null);
}
