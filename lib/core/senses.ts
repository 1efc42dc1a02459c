import { METRICS, type Metric } from "./metric";

/** Things of a vendor that never tell whether somebody is here, whatever they report. */
const NEVER: ReadonlySet<string> = new Set(["zoom/room", "zoom/workspace", "zoom/location"]);

/**
 * Could this source tell whether somebody is in its space? A source that has reported only the air, or doors and
 * leaks, could not; one that has reported nothing yet is given the benefit of the doubt.
 */
export function sensesPeople(source: { vendor: string; kind: string }, reported: readonly Metric[]): boolean {
  if (NEVER.has(`${source.vendor}/${source.kind}`)) return false;
  const kinds = reported.filter((metric) => metric !== "online").map((metric) => METRICS[metric].says);
  const telling = kinds.filter((says) => says !== "health" && says !== "event");
  return telling.length === 0 || telling.some((says) => says === "count" || says === "presence");
}
