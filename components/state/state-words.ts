import { DateTime } from "luxon";
import type { SpaceBooking, SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceStateName, SpaceVerdict } from "@/lib/core/space-state";
import { english, type Text } from "@/lib/core/text";

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

/** A length of time, exact to the minute: "14 min", "1 h 20 min". */
function minuteWords(ms: number): string {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** A floor says the same few minutes over and over, and a zone's clock is slow to read. */
const knownTimes = new Map<string, string>();
const MOST_KNOWN = 5_000;

/** A moment (ms) on the site's clock; with its day when that is not today there. */
export function clockTime(at: number, timeZone: string, now: number): string {
  const key = `${Math.floor(at / MINUTE)} ${Math.floor(now / MINUTE)} ${timeZone}`;
  const known = knownTimes.get(key);
  if (known !== undefined) return known;
  if (knownTimes.size >= MOST_KNOWN) knownTimes.clear();
  const words = clockWords(at, timeZone, now);
  knownTimes.set(key, words);
  return words;
}

function clockWords(at: number, timeZone: string, now: number): string {
  const time = DateTime.fromMillis(at, { zone: timeZone, locale: "en-GB" });
  const isToday = time.hasSame(DateTime.fromMillis(now, { zone: timeZone }), "day");
  return time.toFormat(isToday ? "HH:mm" : "ccc d LLL HH:mm");
}

/** "7 of 10" where the capacity is known, else "7 people". */
function countWords(count: number, capacity: number | null): string {
  if (capacity !== null) return `${count} of ${capacity}`;
  return count === 1 ? "1 person" : `${count} people`;
}

/** Why a sensor is not sure: the only reason any vendor gives. */
export const DOUBT = "not sure: the sensor has incomplete data";

export interface SpaceWords {
  /** The few words that say most: "7 of 10", "In use", "Booked 11:00", "1 ?". */
  readonly headline: string;
  readonly detail: string;
  /** Everything as one sentence. */
  readonly sentence: string;
}

type NamedSpace = Pick<SpaceSnapshot, "name" | "capacity" | "sources" | "bookings">;

/** When the state is looked at, and on whose clock. Moments are ms. */
export interface Moment {
  readonly now: number;
  readonly timeZone: string;
}

interface Short {
  readonly headline: string;
  readonly detail: string;
  /** Both read aloud, where one after the other would not do. */
  readonly spoken?: string;
}

/** What is known of a space, in words. `observedAt` is when its newest count was taken, ms. */
export function spaceWords(
  space: NamedSpace,
  verdict: SpaceVerdict,
  moment: Moment,
  observedAt: number | null,
): SpaceWords {
  const { headline, detail, spoken } = shortWords(space, verdict, moment, observedAt);
  const said = spoken ?? listed(headline.toLowerCase(), detail.replaceAll(" · ", ", "));
  return {
    headline,
    detail: verdict.uncertain ? [detail, "not sure"].filter(Boolean).join(" · ") : detail,
    sentence: listed(space.name, said, verdict.uncertain ? DOUBT : ""),
  };
}

const listed = (...parts: string[]) => parts.filter(Boolean).join(", ");

function shortWords(space: NamedSpace, verdict: SpaceVerdict, moment: Moment, observedAt: number | null): Short {
  const { state, count, lastState } = verdict;
  const since = verdict.since === null ? "" : `since ${clockTime(verdict.since, moment.timeZone, moment.now)}`;
  const booking = verdict.heldBy === null ? undefined : space.bookings[verdict.heldBy];
  switch (state) {
    case "occupied":
    case "over": {
      const word = STATE_WORD[state];
      if (count === null) return { headline: word, detail: since };
      const headline = countWords(count, space.capacity);
      return { headline, detail: since, spoken: listed(word.toLowerCase(), headline, since) };
    }
    case "stale": {
      const age = observedAt === null ? "" : ageWords(moment.now - observedAt);
      if (count === null) return { headline: STATE_WORD.stale, detail: age };
      return { headline: `${count} ?`, detail: age, spoken: listed("stale", `last count ${count}`, age) };
    }
    case "offline": {
      const last = lastState === null ? "" : `last: ${STATE_WORD[lastState].toLowerCase()}`;
      return { headline: STATE_WORD.offline, detail: [since, last].filter(Boolean).join(" · ") };
    }
    case "held":
      return booking ? heldWords(booking, moment) : { headline: STATE_WORD.held, detail: since };
    case "ghost": {
      const empty = booking?.startsAt ? `, empty ${minuteWords(moment.now - Date.parse(booking.startsAt))}` : "";
      return { headline: STATE_WORD.ghost, detail: `booked${empty}` };
    }
    case "away":
      return awayWords(verdict.since, since, moment.now);
    case "unknown":
      return { headline: STATE_WORD.unknown, detail: "for the first reading" };
    case "unmonitored":
      return {
        headline: "Not monitored",
        detail: space.sources.length === 0 ? "no sensor mapped" : "no people sensor",
      };
    case "maintenance":
      return { headline: STATE_WORD.maintenance, detail: untilWords(verdict.changesAt, moment) };
    default:
      return { headline: STATE_WORD[state], detail: since };
  }
}

const SIX_DAYS = 6 * DAY;

/** Until when something lasts, ms, in as few words as say it: "until 14:00", "until Fri", "until 4 Dec"; "" for no end. */
function untilWords(until: number | null, { now, timeZone }: Moment, t: Text = english): string {
  if (until === null) return "";
  const at = DateTime.fromMillis(until, { zone: timeZone, locale: "en-GB" });
  if (at.hasSame(DateTime.fromMillis(now, { zone: timeZone }), "day"))
    return t("until {when}", { when: at.toFormat("HH:mm") });
  const when = until - now < SIX_DAYS ? at.toFormat("ccc") : at.toFormat("d LLL");
  return t("until {when}", { when });
}

/** "Away 6 min" since the last motion; in the first minute, and for those who only hear of changes, "Away". */
function awayWords(leftAt: number | null, since: string, now: number): Short {
  const word = STATE_WORD.away;
  if (leftAt === null || now - leftAt < MINUTE) return { headline: word, detail: since };
  const long = minuteWords(now - leftAt);
  return { headline: `${word} ${long}`, detail: since, spoken: `away, left ${long} ago` };
}

/** "Booked 11:00" before it starts, "Booked until 12:00" from then on. */
function heldWords({ startsAt, endsAt, checkedInAt }: SpaceBooking, { now, timeZone }: Moment): Short {
  const clock = (time: string) => clockTime(Date.parse(time), timeZone, now);
  const until = endsAt === null ? "" : `until ${clock(endsAt)}`;
  if (startsAt !== null && Date.parse(startsAt) > now) return { headline: `Booked ${clock(startsAt)}`, detail: until };
  const detail = until || (checkedInAt === null ? "" : `checked in ${clock(checkedInAt)}`);
  return { headline: STATE_WORD.held, detail, spoken: ["booked", detail].filter(Boolean).join(" ") };
}
