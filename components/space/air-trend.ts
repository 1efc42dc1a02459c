import type { ComfortMetric } from "@/lib/core/air-limits";
import type { DayLine } from "@/lib/core/space-day";

export type AirTrend = "rising" | "falling" | "steady";

const HALF_HOUR_MS = 30 * 60_000;
/** A change within half an hour that is more than the noise of a sensor, in the unit that is stored. */
const NOTICEABLE: Record<ComfortMetric, number> = { co2: 50, temperature: 0.5, humidity: 3 };

/** Which way a value went in the last half hour before `now` (ms); null while that is not known. */
export function airTrend(metric: ComfortMetric, air: readonly DayLine[], now: number): AirTrend | null {
  const points = air.find((line) => line.metric === metric)?.points ?? [];
  const at = (moment: number) => points.findLast((point) => Date.parse(point.at) <= moment)?.value ?? null;
  const [current, before] = [at(now), at(now - HALF_HOUR_MS)];
  if (current === null || before === null) return null;
  if (Math.abs(current - before) < NOTICEABLE[metric]) return "steady";
  return current > before ? "rising" : "falling";
}
