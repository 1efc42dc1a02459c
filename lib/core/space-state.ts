import type { Metric } from "./metric";
import { staleAfterMs } from "./space";

/** The states a space can be in, strongest first. */
export const SPACE_STATES = [
  "maintenance",
  "unmonitored",
  "offline",
  "stale",
  "unknown",
  "over",
  "occupied",
  "away",
  "ghost",
  "held",
  "free",
] as const;
export type SpaceStateName = (typeof SPACE_STATES)[number];

/** What the state is decided from. Times are ms since the epoch. */
export interface SpaceFacts {
  readonly capacity: number | null;
  readonly sources: readonly { readonly assignedAt: number; readonly expectedIntervalMs: number | null }[];
  readonly readings: readonly {
    readonly metric: Metric;
    readonly value: number;
    readonly observedAt: number;
    /** Since when the reading has said nobody, somebody, or more than the capacity. */
    readonly bandSince: number;
    readonly expectedIntervalMs: number | null;
  }[];
}

export interface SpaceVerdict {
  readonly state: SpaceStateName;
  /** Since when, ms; null when there is nothing to count from. */
  readonly since: number | null;
  /** Whole people as shown; null when no count is known. */
  readonly count: number | null;
  /** What it was before it went stale, so that the screen can show the last colour. */
  readonly lastState: SpaceStateName | null;
  /** When time alone will change the state, ms; null when only news can. */
  readonly changesAt: number | null;
}

/** 0 nobody, 1 somebody, 2 more than the capacity: stored so that "since" survives. */
export function bandOf(value: number, capacity: number | null): 0 | 1 | 2 {
  const count = Math.round(value);
  if (count <= 0) return 0;
  return capacity !== null && count > capacity ? 2 : 1;
}

const COUNT_METRICS: readonly Metric[] = ["occupancy", "occupancySmoothed"];
const BAND_STATES = ["free", "occupied", "over"] as const;

type Reading = SpaceFacts["readings"][number];

function expiresAt(reading: Reading): number {
  const limit = staleAfterMs(reading.expectedIntervalMs);
  return limit === null ? Number.POSITIVE_INFINITY : reading.observedAt + limit;
}

/** The count that speaks for the space: a plain count before a smoothed one, a fresh one before a stale one, then the newest. */
export function speakingReading(readings: SpaceFacts["readings"], now: number): Reading | null {
  const rank = (r: Reading) => (expiresAt(r) > now ? 0 : COUNT_METRICS.length) + COUNT_METRICS.indexOf(r.metric);
  const counts = readings.filter((r) => COUNT_METRICS.includes(r.metric));
  return counts.sort((a, b) => rank(a) - rank(b) || b.observedAt - a.observedAt)[0] ?? null;
}

/** The one answer for a space at a moment. Server and browser both ask this function. */
export function spaceState(facts: SpaceFacts, now: number): SpaceVerdict {
  const silent = { count: null, lastState: null, changesAt: null };
  if (facts.sources.length === 0) return { ...silent, state: "unmonitored", since: null };

  const reading = speakingReading(facts.readings, now);
  if (!reading) {
    return { ...silent, state: "unknown", since: Math.min(...facts.sources.map((s) => s.assignedAt)) };
  }

  const count = Math.round(reading.value);
  const state = BAND_STATES[bandOf(reading.value, facts.capacity)];
  const expires = expiresAt(reading);
  if (expires <= now) return { state: "stale", since: expires, count, lastState: state, changesAt: null };
  const changesAt = Number.isFinite(expires) ? expires : null;
  return { state, since: Math.min(reading.bandSince, now), count, lastState: null, changesAt };
}
