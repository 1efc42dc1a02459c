import { DateTime } from "luxon";
import type { SpaceStateName, SpaceVerdict } from "@/lib/core/space-state";

export const STATE_WORD: Record<SpaceStateName, string> = {
  free: "Free",
  held: "Booked",
  occupied: "In use",
  away: "Away",
  ghost: "No show",
  over: "Over capacity",
  stale: "Stale",
  offline: "Offline",
  unknown: "Waiting",
  unmonitored: "No sensor",
  maintenance: "Closed",
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in the largest unit that says it: "20 s ago", "38 min ago", "2 h ago", "3 days ago". */
export function ageWords(ms: number): string {
  if (ms < 10 * SECOND) return "just now";
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s ago`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min ago`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ago`;
  const days = Math.floor(ms / DAY);
  return days === 1 ? "1 day ago" : `${days} days ago`;
}

/** A moment (ms) on the site's clock; with its day when that is not today there. */
export function clockTime(at: number, timeZone: string, now: number): string {
  const time = DateTime.fromMillis(at, { zone: timeZone, locale: "en-GB" });
  const isToday = time.hasSame(DateTime.fromMillis(now, { zone: timeZone }), "day");
  return time.toFormat(isToday ? "HH:mm" : "ccc d LLL HH:mm");
}

/** "7 of 10" where the capacity is known, else "7 people". */
function countWords(count: number, capacity: number | null): string {
  if (capacity !== null) return `${count} of ${capacity}`;
  return count === 1 ? "1 person" : `${count} people`;
}

export interface SpaceWords {
  /** The few words that say most: "7 of 10", "Free", "1 ?". */
  readonly headline: string;
  readonly detail: string;
  /** Everything as one sentence. */
  readonly sentence: string;
}

/** What is known of a space, in words. `observedAt` is when its newest count was taken, ms. */
export function spaceWords(
  space: { readonly name: string; readonly capacity: number | null },
  verdict: SpaceVerdict,
  now: number,
  timeZone: string,
  observedAt: number | null,
): SpaceWords {
  const since = verdict.since === null ? "" : `since ${clockTime(verdict.since, timeZone, now)}`;
  const { headline, detail } = shortWords(
    space.capacity,
    verdict,
    since,
    observedAt === null ? null : now - observedAt,
  );
  const state = STATE_WORD[verdict.state].toLowerCase();
  const parts = COUNTED.includes(verdict.state)
    ? [space.name, state, spoken(headline), detail]
    : [space.name, headline.toLowerCase(), detail];
  return { headline, detail, sentence: parts.filter(Boolean).join(", ") };
}

function shortWords(capacity: number | null, verdict: SpaceVerdict, since: string, age: number | null) {
  const count = verdict.count ?? 0;
  switch (verdict.state) {
    case "occupied":
    case "over":
      return { headline: countWords(count, capacity), detail: since };
    case "stale":
      return { headline: `${count} ?`, detail: age === null ? "" : ageWords(age) };
    case "unknown":
      return { headline: "Waiting", detail: "for the first reading" };
    case "unmonitored":
      return { headline: "Not monitored", detail: "no sensor mapped" };
    default:
      return { headline: STATE_WORD[verdict.state], detail: since };
  }
}

/** States whose headline is a number: only there the state has to be said as well. */
const COUNTED: readonly SpaceStateName[] = ["occupied", "over", "stale"];

const spoken = (headline: string) => headline.replace(/^(\d+) \?$/, "last count $1");
