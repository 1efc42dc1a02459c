import type { SpaceSource } from "@/lib/core/floor";
import { staleAfterMs } from "@/lib/core/space";

const MINUTE_MS = 60_000;

/** How often a source speaks: silence means something only where it reports at an interval. */
export function rhythmWords(expectedIntervalMs: number | null): string {
  if (expectedIntervalMs === null) return "reports changes only";
  if (expectedIntervalMs === MINUTE_MS) return "reports every minute";
  return `reports every ${durationWords(expectedIntervalMs)}`;
}

/** A length of time in its largest whole unit: "20 s", "10 min", "2 h". */
export function durationWords(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.round(ms / 1_000)} s`;
  if (ms < 60 * MINUTE_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  return `${Math.round(ms / (60 * MINUTE_MS))} h`;
}

/** That a source is silent for longer than it may be; null when it is not. */
export function lateWords(
  source: Pick<SpaceSource, "expectedIntervalMs" | "lastReadingAt">,
  now: number,
): string | null {
  const limit = staleAfterMs(source.expectedIntervalMs);
  if (limit === null || source.lastReadingAt === null) return null;
  return now - Date.parse(source.lastReadingAt) >= limit
    ? `Late: silent for longer than ${durationWords(limit)}`
    : null;
}
