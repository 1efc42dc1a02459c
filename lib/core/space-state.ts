import { type BookingTimes, bookingState } from "./booking";
import { type Speaker, speakingMetrics } from "./fusion";
import type { Metric } from "./metric";
import { holdsForMs } from "./space";
import { nextSpanChange, type Span, spanAt } from "./span";

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

/** A source that is mapped to the space. Times are ms since the epoch. */
export interface SourceFacts {
  readonly id: string;
  readonly assignedAt: number;
  readonly expectedIntervalMs: number | null;
  /** Could it tell whether somebody is here? A booking panel or a thermometer cannot. */
  readonly senses: boolean;
  /** Since when its vendor says it is disconnected; null while it does not say so. */
  readonly offlineAt: number | null;
  /** When a device that has a heartbeat was last heard of at all; null for one without. */
  readonly heardAt: number | null;
}

/** The newest value of one metric from one source. Times are ms since the epoch. */
export interface ReadingFacts {
  readonly metric: Metric;
  readonly source: string;
  readonly value: number;
  readonly observedAt: number;
  /** Since when the reading has said nobody, somebody, or more than the capacity. */
  readonly bandSince: number;
  readonly uncertain: boolean;
}

/** What the state is decided from. */
export interface SpaceFacts {
  readonly capacity: number | null;
  /** How long a space is "away" after its motion ended, ms; null for not at all. */
  readonly holdMs: number | null;
  readonly sources: readonly SourceFacts[];
  readonly readings: readonly ReadingFacts[];
  readonly bookings: readonly BookingTimes[];
  /** Who speaks, best first; left out for the usual order. */
  readonly speakers?: readonly Speaker[] | null;
  /** When maintenance closes it. */
  readonly closings?: readonly Span[];
  /** Lunches: who leaves in one, and does not count heads, is away until it ends. */
  readonly breaks?: readonly Span[];
}

export interface SpaceVerdict {
  readonly state: SpaceStateName;
  /** Since when, ms; null when there is nothing to count from. */
  readonly since: number | null;
  /** Whole people as shown; null when no count is known: motion and desk sensors do not count. */
  readonly count: number | null;
  /** What it was before it went stale or offline, so that the screen can show the last colour. */
  readonly lastState: SpaceStateName | null;
  /** When time alone will change the state, ms; null when only news can. */
  readonly changesAt: number | null;
  /** The sensor that decided is not sure itself. */
  readonly uncertain: boolean;
  /** Which of the bookings holds it, or is not used; null when none does. */
  readonly heldBy: number | null;
}

/** How long before it starts a booking holds a space, ms. */
export const HELD_BEFORE_MS = 10 * 60_000;
/** How long after its start an unused booking is a no-show, ms. */
export const NO_SHOW_AFTER_MS = 10 * 60_000;

/** A device with a heartbeat that is silent for so long is not believed any more, ms: three times the slowest. */
const HEARTBEAT_LIMIT_MS = 3 * 60 * 60_000;

/** 0 nobody, 1 somebody, 2 more than the capacity: stored so that "since" survives. */
export function bandOf(value: number, capacity: number | null): 0 | 1 | 2 {
  const count = Math.round(value);
  if (count <= 0) return 0;
  return capacity !== null && count > capacity ? 2 : 1;
}

const COUNTS: readonly Metric[] = ["occupancy", "occupancySmoothed"];
const BAND_STATES = ["free", "occupied", "over"] as const;

/** Why a reading decides, or why it does not. */
export type Vote = "speaks" | "outranked" | "stale" | "offline";

export interface JudgedReading {
  readonly reading: ReadingFacts;
  readonly vote: Vote;
  /** When it stops counting, ms; infinity when only news can end it. */
  readonly expiresAt: number;
}

/** Every reading that could say whether somebody is here, the one that speaks first. */
export function judgeReadings({ sources, readings, speakers = null }: SpaceFacts, now: number): JudgedReading[] {
  const metrics = speakingMetrics(speakers);
  const rank = ({ reading, vote }: JudgedReading) =>
    VOTES.indexOf(vote) * metrics.length + metrics.indexOf(reading.metric);
  const judged = readings
    .filter((reading) => metrics.includes(reading.metric))
    .map((reading) =>
      judge(
        reading,
        sources.find(({ id }) => id === reading.source),
        now,
      ),
    )
    .sort((a, b) => rank(a) - rank(b) || b.reading.observedAt - a.reading.observedAt);
  const [first, ...others] = judged;
  if (!first) return [];
  const outrank = (other: JudgedReading) =>
    other.vote === "speaks" ? { ...other, vote: "outranked" as const } : other;
  return [first, ...others.map(outrank)];
}

const VOTES: readonly Vote[] = ["speaks", "outranked", "stale", "offline"];

function judge(reading: ReadingFacts, source: SourceFacts | undefined, now: number): JudgedReading {
  // Whatever a device said after it was reported offline proves that it is back.
  if (source && source.offlineAt !== null && source.offlineAt >= reading.observedAt) {
    return { reading, vote: "offline", expiresAt: source.offlineAt };
  }
  const limit = holdsForMs(reading.metric, source?.expectedIntervalMs ?? null);
  const expiresAt = limit === null ? silentAt(reading, source) : reading.observedAt + limit;
  return { reading, vote: expiresAt <= now ? "stale" : "speaks", expiresAt };
}

/** What holds until the next word holds only as long as its device is known to be alive, where that can be known. */
function silentAt(reading: ReadingFacts, source: SourceFacts | undefined): number {
  if (!source || source.heardAt === null) return Number.POSITIVE_INFINITY;
  return Math.max(reading.observedAt, source.heardAt) + HEARTBEAT_LIMIT_MS;
}

const NOTHING = { count: null, lastState: null, changesAt: null, uncertain: false, heldBy: null } as const;

/** The one answer for a space at a moment. Server and browser both ask this function. */
export function spaceState(facts: SpaceFacts, now: number): SpaceVerdict {
  const { closings = [] } = facts;
  if (closings.length === 0) return sensedState(facts, now);
  const closed = spanAt(closings, now);
  if (closed) return { ...NOTHING, state: "maintenance", since: closed.from, changesAt: closed.until };
  const verdict = sensedState(facts, now);
  return { ...verdict, changesAt: earliest(verdict.changesAt, nextSpanChange(closings, now)) };
}

function sensedState(facts: SpaceFacts, now: number): SpaceVerdict {
  const nothing = NOTHING;
  const sensing = facts.sources.filter((source) => source.senses);
  if (sensing.length === 0) return { ...nothing, state: "unmonitored", since: null };

  const [best] = judgeReadings(facts, now);
  const offlineSince = sensing.every(({ offlineAt }) => offlineAt !== null)
    ? Math.max(...sensing.map(({ offlineAt }) => offlineAt ?? 0))
    : null;
  if (!best) {
    if (offlineSince !== null) return { ...nothing, state: "offline", since: offlineSince };
    return { ...nothing, state: "unknown", since: Math.min(...sensing.map((source) => source.assignedAt)) };
  }

  const { reading, vote, expiresAt } = best;
  const isCount = COUNTS.includes(reading.metric);
  const count = isCount ? Math.round(reading.value) : null;
  const state = BAND_STATES[isCount ? bandOf(reading.value, facts.capacity) : reading.value > 0 ? 1 : 0];
  const { uncertain } = reading;
  if (vote === "speaks") {
    const since = Math.min(reading.bandSince, now);
    const changesAt = Number.isFinite(expiresAt) ? expiresAt : null;
    const sensed = { state, since, count, lastState: null, changesAt, uncertain, heldBy: null };
    return withBookings(withHold(sensed, reading, facts, now), facts.bookings, now);
  }
  const silent = { count, lastState: state, changesAt: null, uncertain, heldBy: null };
  if (offlineSince !== null) return { ...silent, state: "offline", since: offlineSince };
  return { ...silent, state: "stale", since: expiresAt };
}

/**
 * Whoever stood still or fetched a coffee is still in here: right after its motion a space is not free, but away, and
 * whoever left in a lunch break comes back. A count knows that nobody is here.
 */
function withHold(sensed: SpaceVerdict, reading: ReadingFacts, facts: SpaceFacts, now: number): SpaceVerdict {
  if (sensed.state !== "free" || COUNTS.includes(reading.metric)) return sensed;
  const leftAt = Math.min(reading.bandSince, now);
  const held = reading.metric === "motion" && facts.holdMs !== null ? leftAt + facts.holdMs : leftAt;
  const lunch = spanAt(facts.breaks ?? [], leftAt);
  const until = Math.max(held, lunch?.until ?? leftAt);
  return until <= now ? sensed : { ...sensed, state: "away", changesAt: earliest(sensed.changesAt, until) };
}

/** A booking says nothing of who is here; of an empty space it says whether it may be taken. */
function withBookings(sensed: SpaceVerdict, bookings: readonly BookingTimes[], now: number): SpaceVerdict {
  const verdict = { ...sensed, changesAt: earliest(sensed.changesAt, ...bookings.map((b) => nextChange(b, now))) };
  if (sensed.state !== "free" || sensed.since === null) return verdict;
  for (const [heldBy, booking] of bookings.entries()) {
    const state = bookingState(booking, now);
    const startsAt = booking.startsAt ?? booking.checkedInAt;
    if (startsAt === null || !["upcoming", "running", "checked-in"].includes(state)) continue;
    if (now < startsAt - HELD_BEFORE_MS || sensed.since > startsAt) continue; // too early, or used and left
    if (state === "running" && now >= startsAt + NO_SHOW_AFTER_MS) {
      return { ...verdict, state: "ghost", since: startsAt + NO_SHOW_AFTER_MS, heldBy };
    }
    return { ...verdict, state: "held", since: Math.max(sensed.since, startsAt - HELD_BEFORE_MS), heldBy };
  }
  return verdict;
}

function nextChange({ startsAt, endsAt }: BookingTimes, now: number): number | null {
  const moments = startsAt === null ? [] : [startsAt - HELD_BEFORE_MS, startsAt, startsAt + NO_SHOW_AFTER_MS];
  return earliest(...[...moments, endsAt].map((at) => (at !== null && at > now ? at : null)));
}

function earliest(...moments: (number | null)[]): number | null {
  const known = moments.filter((at) => at !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
