import { datedAt } from "@/lib/core/dated";
import type { SpaceBooking, SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceStateName, SpaceVerdict } from "@/lib/core/space-state";
import { english, inSentence, type Text, text } from "@/lib/core/text";
import { wallDate, wallTime } from "@/lib/core/wall-clock";

/** A state in a word, in English: said by `t(STATE_WORD[state])`. */
export const STATE_WORD: Record<SpaceStateName, string> = {
  free: text("Free"),
  held: text("Booked"),
  occupied: text("In use"),
  away: text("Away"),
  ghost: text("No show"),
  over: text("Over capacity"),
  stale: text("Stale"),
  offline: text("Offline"),
  unknown: text("Waiting"),
  unmonitored: text("No sensor"),
  maintenance: text("Closed"),
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in the largest unit that says it: "20 s ago", "38 min ago", "2 h ago", "3 days ago". */
export function ageWords(ms: number, t: Text = english): string {
  if (ms < 10 * SECOND) return t("just now");
  if (ms < MINUTE) return t("{count} s ago", { count: Math.floor(ms / SECOND) });
  if (ms < HOUR) return t("{count} min ago", { count: Math.floor(ms / MINUTE) });
  if (ms < DAY) return t("{count} h ago", { count: Math.floor(ms / HOUR) });
  return t("{count, plural, one {# day ago} other {# days ago}}", { count: Math.floor(ms / DAY) });
}

/** A length of time, exact to the minute: "14 min", "1 h 20 min". */
function minuteWords(ms: number, t: Text): string {
  const total = Math.floor(ms / MINUTE);
  const [hours, minutes] = [Math.floor(total / 60), total % 60];
  if (hours === 0) return t("{count} min", { count: minutes });
  return minutes === 0 ? t("{count} h", { count: hours }) : t("{hours} h {minutes} min", { hours, minutes });
}

/** A floor says the same few minutes over and over, and a zone's clock is slow to read. */
const knownTimes = new Map<string, string>();
const MOST_KNOWN = 5_000;

/** A moment (ms) on the site's clock; with its day when that is not today there. */
export function clockTime(at: number, timeZone: string, now: number, t: Text = english): string {
  const key = `${Math.floor(at / MINUTE)} ${Math.floor(now / MINUTE)} ${timeZone} ${t.locale}`;
  const known = knownTimes.get(key);
  if (known !== undefined) return known;
  if (knownTimes.size >= MOST_KNOWN) knownTimes.clear();
  const words = clockWords(at, timeZone, now, t);
  knownTimes.set(key, words);
  return words;
}

function clockWords(at: number, timeZone: string, now: number, t: Text): string {
  const isToday = wallDate(at, timeZone) === wallDate(now, timeZone);
  return isToday ? wallTime(at, timeZone) : datedAt(at, timeZone, "ccc d LLL HH:mm", t);
}

/** "7 of 10" where the capacity is known, else "7 people". */
function countWords(count: number, capacity: number | null, t: Text): string {
  if (capacity !== null) return t("{count} of {capacity}", { count, capacity });
  return t("{count, plural, one {# person} other {# people}}", { count });
}

/** Why a sensor is not sure: the only reason any vendor gives. In English: said by `t(DOUBT)`. */
export const DOUBT = text("not sure: the sensor has incomplete data");

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
  t: Text = english,
): SpaceWords {
  const { headline, detail, spoken } = shortWords(space, verdict, { ...moment, observedAt, t });
  const said = spoken ?? listed(inSentence(headline, t), detail.replaceAll(" · ", ", "));
  return {
    headline,
    detail: verdict.uncertain ? [detail, t("not sure")].filter(Boolean).join(" · ") : detail,
    sentence: listed(space.name, said, verdict.uncertain ? t(DOUBT) : ""),
  };
}

const listed = (...parts: string[]) => parts.filter(Boolean).join(", ");

interface Telling extends Moment {
  readonly observedAt: number | null;
  readonly t: Text;
}

function shortWords(space: NamedSpace, verdict: SpaceVerdict, telling: Telling): Short {
  const { state, count } = verdict;
  const { now, timeZone, t } = telling;
  const since = verdict.since === null ? "" : t("since {time}", { time: clockTime(verdict.since, timeZone, now, t) });
  const booking = verdict.heldBy === null ? undefined : space.bookings[verdict.heldBy];
  const word = t(STATE_WORD[state]);
  switch (state) {
    case "occupied":
    case "over": {
      if (count === null) return { headline: word, detail: since };
      const headline = countWords(count, space.capacity, t);
      return { headline, detail: since, spoken: listed(inSentence(word, t), headline, since) };
    }
    case "stale":
    case "offline":
      return silentWords(verdict, since, telling);
    case "held":
      return booking ? heldWords(booking, telling) : { headline: word, detail: since };
    case "ghost": {
      if (!booking?.startsAt) return { headline: word, detail: t("booked") };
      return {
        headline: word,
        detail: t("booked, empty {long}", { long: minuteWords(now - Date.parse(booking.startsAt), t) }),
      };
    }
    case "away":
      return awayWords(verdict.since, since, telling);
    case "unknown":
      return { headline: word, detail: t("for the first reading") };
    case "unmonitored":
      return {
        headline: t("Not monitored"),
        detail: space.sources.length === 0 ? t("no sensor mapped") : t("no people sensor"),
      };
    case "maintenance":
      return { headline: word, detail: untilWords(verdict.changesAt, telling) };
    default:
      return { headline: word, detail: since };
  }
}

function silentWords({ state, count, lastState }: SpaceVerdict, since: string, { now, observedAt, t }: Telling): Short {
  if (state === "offline") {
    const last = lastState === null ? "" : t("last: {state}", { state: inSentence(t(STATE_WORD[lastState]), t) });
    return { headline: t(STATE_WORD.offline), detail: [since, last].filter(Boolean).join(" · ") };
  }
  const age = observedAt === null ? "" : ageWords(now - observedAt, t);
  const word = t(STATE_WORD.stale);
  if (count === null) return { headline: word, detail: age };
  return {
    headline: `${count} ?`,
    detail: age,
    spoken: listed(inSentence(word, t), t("last count {count}", { count }), age),
  };
}

const SIX_DAYS = 6 * DAY;

/** Until when something lasts, ms, in as few words as say it: "until 14:00", "until Fri", "until 4 Dec"; "" for no end. */
function untilWords(until: number | null, { now, timeZone, t }: Telling): string {
  if (until === null) return "";
  if (wallDate(until, timeZone) === wallDate(now, timeZone))
    return t("until {when}", { when: wallTime(until, timeZone) });
  return t("until {when}", { when: datedAt(until, timeZone, until - now < SIX_DAYS ? "ccc" : "d LLL", t) });
}

/** "Away 6 min" since the last motion; in the first minute, and for those who only hear of changes, "Away". */
function awayWords(leftAt: number | null, since: string, { now, t }: Telling): Short {
  if (leftAt === null || now - leftAt < MINUTE) return { headline: t(STATE_WORD.away), detail: since };
  const away = minuteWords(now - leftAt, t);
  return {
    headline: t("Away {long}", { long: away }),
    detail: since,
    spoken: t("away, left {long} ago", { long: away }),
  };
}

/** "Booked 11:00" before it starts, "Booked until 12:00" from then on. */
function heldWords({ startsAt, endsAt, checkedInAt }: SpaceBooking, { now, timeZone, t }: Telling): Short {
  const clock = (time: string) => clockTime(Date.parse(time), timeZone, now, t);
  const until = endsAt === null ? "" : t("until {when}", { when: clock(endsAt) });
  if (startsAt !== null && Date.parse(startsAt) > now)
    return { headline: t("Booked {time}", { time: clock(startsAt) }), detail: until };
  const headline = t(STATE_WORD.held);
  if (endsAt !== null) return { headline, detail: until, spoken: t("booked until {time}", { time: clock(endsAt) }) };
  if (checkedInAt === null) return { headline, detail: "" };
  return { headline, detail: t("checked in {time}", { time: clock(checkedInAt) }) };
}
