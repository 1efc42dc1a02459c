import { durationWords } from "@/components/space/source-words";
import type { FeedHealth } from "@/lib/core/feed-health";
import type { FloorSnapshot } from "@/lib/core/floor";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An age in as few words as a strip has room for: "3 s", "6 min", "2 h", "3 days". */
export function shortAge(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.floor(ms / SECOND_MS))} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} days`;
}

/** "about 4 s": lags are counted in buckets. */
export function lagWords(ms: number | null): string {
  if (ms === null) return "–";
  if (ms < SECOND_MS) return "under 1 s";
  if (ms >= 6 * HOUR_MS) return "6 h or more";
  return `about ${durationWords(ms)}`;
}

/** A share (0–1): "0 %" is said only when there was none. */
export function shareWords(share: number | null): string {
  if (share === null) return "–";
  if (share > 0 && share < 0.01) return "under 1 %";
  if (share < 1 && share > 0.99) return "over 99 %";
  return `${Math.round(share * 100)} %`;
}

/** A rate per minute: "16", "2.4", "under 0.1". */
export function rateWords(perMinute: number): string {
  if (perMinute > 0 && perMinute < 0.1) return "under 0.1";
  return perMinute < 10 ? String(Math.round(perMinute * 10) / 10) : String(Math.round(perMinute));
}

/** What there is to say about a feed, name by name. */
export function feedFacts(feed: FeedHealth): readonly (readonly [name: string, value: string])[] {
  return [
    ["Per minute", rateWords(feed.perMinute)],
    ["Lag, half within", lagWords(feed.lagP50Ms)],
    ["Lag, 95 % within", lagWords(feed.lagP95Ms)],
    ["Duplicates", shareWords(feed.duplicatesShare)],
    ["Rejected", shareWords(feed.refusedShare)],
    ["Quarantined, 24 h", String(feed.quarantined)],
  ];
}

/** How many spaces of a floor rely on a vendor, in words; null when none does. */
export function outOfDateWords(spaces: FloorSnapshot["spaces"], vendor: string): string | null {
  const affected = spaces.filter(({ sources }) => sources.some((source) => source.vendor === vendor));
  if (affected.length === 0) return null;
  const areRooms = affected.every(({ kind }) => kind === "room");
  const [one, many] = areRooms ? ["room", "rooms"] : ["space", "spaces"];
  return `${affected.length} ${affected.length === 1 ? one : many} may be out of date.`;
}
