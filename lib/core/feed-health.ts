import { z } from "zod";
import { VENDORS } from "./observation";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** Upper bounds of the lag buckets, ms; one more bucket holds what is later than the last. Stored by position: only append. */
export const LAG_BOUNDS_MS = [
  SECOND_MS,
  2 * SECOND_MS,
  5 * SECOND_MS,
  10 * SECOND_MS,
  30 * SECOND_MS,
  MINUTE_MS,
  2 * MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
] as const;

export const LAG_BUCKETS = LAG_BOUNDS_MS.length + 1;

/** The bucket a lag is counted in. A sender whose clock is ahead of ours counts as no lag. */
export function lagBucket(lagMs: number): number {
  const bucket = LAG_BOUNDS_MS.findIndex((bound) => lagMs <= bound);
  return bucket === -1 ? LAG_BOUNDS_MS.length : bucket;
}

/**
 * About the lag (ms) that `share` (0–1) of the counted deliveries stayed below: between the bounds of its bucket by
 * rank; for the open last bucket its lower bound. Null when nothing was counted.
 */
export function lagPercentile(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = share * total;
  let below = 0;
  for (const [bucket, count] of counts.entries()) {
    if (count > 0 && below + count >= rank) {
      const from = LAG_BOUNDS_MS[bucket - 1] ?? 0;
      const to = LAG_BOUNDS_MS[bucket] ?? from;
      return Math.round(from + ((to - from) * (rank - below)) / count);
    }
    below += count;
  }
  return LAG_BOUNDS_MS.at(-1) ?? null;
}

/** Weeks that are looked back upon; the minutes of one more are kept, so that all of them are whole. */
const USUAL_WEEKS = 4;
export const KEPT_MS = (USUAL_WEEKS + 1) * WEEK_MS;

/** Starts (ms) of the hours that say what is usual at a moment. Hours of the UTC week: a clock change moves what is usual by an hour, twice a year, for four weeks. */
export function usualHours(now: number): { readonly weeks: readonly number[]; readonly yesterday: number } {
  const hour = Math.floor(now / HOUR_MS) * HOUR_MS;
  return {
    weeks: Array.from({ length: USUAL_WEEKS }, (_, i) => hour - (i + 1) * WEEK_MS),
    yesterday: hour - DAY_MS,
  };
}

/** What came in during the hours of `usualHours`; null for an hour before the first event. */
export interface UsualCounts {
  readonly weeks: readonly (number | null)[];
  readonly yesterday: number | null;
  /** In the 60 minutes up to the last event: all that a new feed knows of itself, and it stays while the feed is silent. */
  readonly lastHour: number;
}

/** Events that are usual in this hour of the week: the mean of the past weeks, else yesterday's, else the last hour's. */
export function usualPerHour({ weeks, yesterday, lastHour }: UsualCounts): number {
  const known = weeks.filter((count) => count !== null);
  if (known.length > 0) return known.reduce((sum, count) => sum + count, 0) / known.length;
  return yesterday ?? lastHour;
}

export interface Silence {
  readonly now: number;
  readonly lastEventAt: number | null;
  readonly usualPerHour: number;
  /** When it began to be usual that something comes; before that nothing was due. */
  readonly usualSince?: number;
}

const SHORTEST_SILENCE_MS = 2 * MINUTE_MS;
const USUAL_GAPS = 5;

/** Whether a feed has been quiet for longer than it ever is at this hour. Never where nothing is usual, or nothing ever came. */
export function isSilent({ now, lastEventAt, usualPerHour: usual, usualSince = 0 }: Silence): boolean {
  if (lastEventAt === null || usual <= 0) return false;
  const quietMs = now - Math.max(lastEventAt, usualSince);
  return quietMs > Math.max(SHORTEST_SILENCE_MS, (USUAL_GAPS * HOUR_MS) / usual);
}

/** How one vendor's feed does. Shares (0–1) and lags are of the last hour; null when nothing came in it. */
export const FeedHealth = z.object({
  vendor: z.enum(VENDORS),
  /** It has something to prove itself with; without, nothing of it is believed. */
  configured: z.boolean(),
  lastEventAt: z.iso.datetime().nullable(),
  /** Mean of the last 5 minutes. */
  perMinute: z.number(),
  /** Received minus observed; about, because it is counted in buckets. */
  lagP50Ms: z.number().nullable(),
  lagP95Ms: z.number().nullable(),
  /** Of what was received: the same POST again, or nothing new in it. */
  duplicatesShare: z.number().nullable(),
  /** Of all that came: senders that were not believed. */
  refusedShare: z.number().nullable(),
  /** In quarantine now, of the last 24 h. */
  quarantined: z.number(),
  /** Kept but not handled, of the last 24 h: the 20 most frequent types. */
  unhandled: z.array(z.object({ type: z.string(), count: z.number() })),
  /** When it last sent something, if it is silent for longer than usual. */
  silentSince: z.iso.datetime().nullable(),
  usualPerHour: z.number(),
});
export type FeedHealth = z.infer<typeof FeedHealth>;

/** `GET /api/feeds`. */
export const Feeds = z.object({ now: z.iso.datetime(), items: z.array(FeedHealth) });
export type Feeds = z.infer<typeof Feeds>;
