import type { BookingTimes } from "./booking";
import type { Metric } from "./metric";
import { bandOf, judgeReadings, type SpaceFacts, type SpaceStateName, spaceState } from "./space-state";

/** A source's stay in the space. Moments are ms since the epoch. */
export interface PastStay {
  readonly source: string;
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  readonly expectedIntervalMs: number | null;
  readonly senses: boolean;
  /** Does it send signs of life, so that its silence means something? */
  readonly hasHeartbeat: boolean;
}

/** One reading of a source, as it is known today. */
export interface PastReading {
  readonly at: number;
  readonly source: string;
  readonly metric: Metric;
  readonly value: number;
  readonly firstValue: number;
  /** When a changed value came in; null when it was never corrected. */
  readonly correctedAt: number | null;
}

/** What besides readings decides a state. */
export type StateRules = Pick<SpaceFacts, "speakers" | "closings" | "breaks">;

export interface PastFacts extends StateRules {
  readonly capacity: number | null;
  readonly holdMs: number | null;
  readonly stays: readonly PastStay[];
  /** Oldest first. */
  readonly readings: readonly PastReading[];
  readonly bookings: readonly BookingTimes[];
}

/** What a space was from a moment on. */
export interface StatePoint {
  readonly at: number;
  readonly state: SpaceStateName;
  /** Whole people; null while nobody who counts spoke. */
  readonly count: number | null;
  /** The reading that spoke, where it was corrected later. */
  readonly corrected: PastReading | null;
}

/** The state of a space through a span (ms), by the same `spaceState` that says what it is now: only its changes. */
export function stateLine(facts: PastFacts, span: { readonly from: number; readonly to: number }): StatePoint[] {
  const moments = momentsOf(facts, span);
  const known = new Known(facts);
  const points: StatePoint[] = [];
  let at = span.from;
  let next = 0;
  while (at < span.to) {
    known.learnUntil(at);
    const { point, changesAt } = known.pointAt(at);
    const last = points.at(-1);
    if (!last || !isSame(last, point)) points.push(point);
    while ((moments[next] ?? span.to) <= at && next < moments.length) next++;
    at = Math.min(moments[next] ?? span.to, changesAt !== null && changesAt > at ? changesAt : span.to);
  }
  return points;
}

const isSame = (a: StatePoint, b: StatePoint) =>
  a.state === b.state && a.count === b.count && a.corrected === b.corrected;

/** When anything is heard, in order; what happens by time alone `spaceState` says itself. */
function momentsOf({ stays, readings, bookings }: PastFacts, span: { from: number; to: number }): number[] {
  const all = [
    ...readings.map((reading) => reading.at),
    ...stays.flatMap((stay) => [stay.from, stay.to]),
    ...bookings.flatMap((one) => [one.checkedInAt, one.checkedOutAt, one.cancelledAt]),
  ];
  const inside = all.filter((at): at is number => at !== null && at > span.from && at < span.to);
  return [...new Set(inside)].sort((a, b) => a - b);
}

interface Heard {
  readonly reading: PastReading;
  readonly bandSince: number;
}

/** What was known at a moment that moves on. */
class Known {
  readonly #facts: PastFacts;
  readonly #latest = new Map<string, Map<Metric, Heard>>();
  readonly #offlineAt = new Map<string, number | null>();
  readonly #heardAt = new Map<string, number>();
  #next = 0;

  constructor(facts: PastFacts) {
    this.#facts = facts;
  }

  learnUntil(at: number): void {
    const { readings } = this.#facts;
    for (let reading = readings[this.#next]; reading && reading.at <= at; reading = readings[++this.#next])
      this.#learn(reading);
  }

  #learn(reading: PastReading): void {
    const { source, metric, at, value } = reading;
    if (metric === "online") {
      this.#offlineAt.set(source, value > 0 ? null : at);
      return;
    }
    this.#heardAt.set(source, at);
    const ofSource = this.#latest.get(source) ?? new Map<Metric, Heard>();
    const last = ofSource.get(metric);
    const isSameBand = last !== undefined && this.#band(last.reading) === this.#band(reading);
    ofSource.set(metric, { reading, bandSince: isSameBand ? last.bandSince : at });
    this.#latest.set(source, ofSource);
  }

  #band({ value }: PastReading): number {
    return bandOf(value, this.#facts.capacity);
  }

  pointAt(at: number): { point: StatePoint; changesAt: number | null } {
    const heard = this.#heardIn(this.#staysAt(at));
    const facts = this.#factsAt(at, heard);
    const verdict = spaceState(facts, at);
    const best = judgeReadings(facts, at)[0];
    const spoke = best?.vote === "speaks" && verdict.count !== null ? best.reading : null;
    const said = heard.find(({ reading }) => reading.source === spoke?.source && reading.metric === spoke.metric);
    return {
      point: {
        at,
        state: verdict.state,
        count: spoke === null ? null : verdict.count,
        corrected: said && said.reading.correctedAt !== null ? said.reading : null,
      },
      changesAt: verdict.changesAt,
    };
  }

  #staysAt(at: number): PastStay[] {
    return this.#facts.stays.filter(({ from, to }) => from <= at && (to === null || at < to));
  }

  /** A source's words of before its stay are of another place. */
  #heardIn(stays: readonly PastStay[]): Heard[] {
    return stays.flatMap(({ source, from }) =>
      [...(this.#latest.get(source)?.values() ?? [])].filter(({ reading }) => reading.at >= from),
    );
  }

  #factsAt(at: number, heard: readonly Heard[]): SpaceFacts {
    const { capacity, holdMs, bookings, speakers, closings, breaks } = this.#facts;
    const said = (moment: number | null) => (moment !== null && moment <= at ? moment : null);
    return {
      capacity,
      holdMs,
      ...(speakers ? { speakers } : {}),
      ...(closings ? { closings } : {}),
      ...(breaks ? { breaks } : {}),
      sources: this.#staysAt(at).map((stay) => ({
        id: stay.source,
        assignedAt: stay.from,
        expectedIntervalMs: stay.expectedIntervalMs,
        senses: stay.senses,
        offlineAt: this.#offlineAt.get(stay.source) ?? null,
        heardAt: stay.hasHeartbeat ? (this.#heardAt.get(stay.source) ?? null) : null,
      })),
      readings: heard.map(({ reading, bandSince }) => ({
        metric: reading.metric,
        source: reading.source,
        value: reading.value,
        observedAt: reading.at,
        bandSince,
        uncertain: false,
      })),
      bookings: bookings.map((one) => ({
        ...one,
        checkedInAt: said(one.checkedInAt),
        checkedOutAt: said(one.checkedOutAt),
        cancelledAt: said(one.cancelledAt),
      })),
    };
  }
}
