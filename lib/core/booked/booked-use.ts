import type { LocalHour } from "../local-hours";
import type { Span } from "../moment-or-day";
import { commonSpans, lengthOf, spansWithin } from "../working-spans";
import { type BookedOutcome, type BookedTime, bookedTime, outcomeOf, type TimedBooking } from "./booked-time";
import type { SeenStretch } from "./seen-time";
import { joinSpans } from "./spans";

/** What is known of one space; moments and lengths in ms. */
export interface BookedFacts<B extends TimedBooking> {
  /** Those whose time touches the period, in any order. */
  readonly bookings: readonly B[];
  /** What sensors saw around the bookings, in order. */
  readonly seen: readonly SeenStretch[];
  /** All of the period in which sensors could tell, and in which somebody was in: of the time that counts. */
  readonly validMs: number;
  readonly usedMs: number;
  /** The time that counts, in order. */
  readonly scope: readonly Span[];
  readonly holdMs: number | null;
}

/** Lengths, ms. */
export interface BookedLengths {
  readonly scope: number;
  readonly valid: number;
  readonly used: number;
  readonly booked: number;
  readonly bookedUsed: number;
  readonly bookedEmpty: number;
  readonly ghost: number;
  readonly recovered: number;
}

export interface BookedAs<B> {
  readonly booking: B;
  readonly time: BookedTime;
  readonly outcome: BookedOutcome;
}

/** Where in the period booked time lies, for the hours of the week. */
export interface BookedSpans {
  readonly booked: readonly Span[];
  readonly bookedUsed: readonly Span[];
  readonly bookedEmpty: readonly Span[];
  readonly ghost: readonly Span[];
}

export interface SpaceBooked<B> {
  readonly lengths: BookedLengths;
  readonly spans: BookedSpans;
  /** Bookings that began in the period and hold some of the time that counts. */
  readonly began: readonly BookedAs<B>[];
}

/** How the booked time of a space was used. Bookings that overlap hold their common time once. */
export function bookedUse<B extends TimedBooking>(facts: BookedFacts<B>, period: Span, now: number): SpaceBooked<B> {
  const scope = spansWithin(facts.scope, period);
  const used = facts.seen.filter(({ isUsed }) => isUsed);
  const empty = facts.seen.filter(({ isUsed }) => !isUsed);
  const all = facts.bookings.flatMap((booking): BookedAs<B>[] => {
    const time = bookedTime(booking);
    if (!time || time.from >= now) return [];
    const outcome = outcomeOf(booking, time, facts.seen, facts.holdMs, now);
    return [{ booking, time, outcome }];
  });
  const held = (some: readonly BookedAs<B>[]) => commonSpans(joinSpans(some.map(({ time }) => time)), scope);
  const booked = held(all);
  const spans: BookedSpans = {
    booked,
    bookedUsed: commonSpans(booked, used),
    bookedEmpty: commonSpans(booked, empty),
    ghost: commonSpans(held(all.filter(({ outcome }) => outcome === "no-show")), empty),
  };
  const recovered = commonSpans(joinSpans(all.flatMap(({ time }) => time.recovered ?? [])), scope);
  return {
    spans,
    lengths: {
      scope: lengthOf(scope),
      valid: facts.validMs,
      used: facts.usedMs,
      booked: lengthOf(booked),
      bookedUsed: lengthOf(spans.bookedUsed),
      bookedEmpty: lengthOf(spans.bookedEmpty),
      ghost: lengthOf(spans.ghost),
      recovered: lengthOf(recovered),
    },
    began: all.filter(({ time }) => isWithin(time, period) && commonSpans([reach(time)], scope).length > 0),
  };
}

const isWithin = ({ from }: Span, period: Span) => from >= period.from && from < period.to;
/** A booking that was given back as it began still held its first moment. */
const reach = ({ from, to }: Span): Span => ({ from, to: Math.max(to, from + 1) });

const hourLengths = (
  hours: readonly LocalHour[],
  spans: readonly Span[],
  add: (hour: number, length: number) => void,
) => {
  let hour = 0;
  for (const { from, to } of spans) {
    while ((hours[hour]?.to ?? Number.POSITIVE_INFINITY) <= from) hour++;
    for (let i = hour; i < hours.length && (hours[i] as LocalHour).from < to; i++) {
      const { from: start, to: end } = hours[i] as LocalHour;
      add(i, Math.min(to, end) - Math.max(from, start));
    }
  }
};

/** Booked time of many spaces, hour by hour of a period. */
export class BookedHours {
  private readonly lengths: Record<keyof BookedSpans, Float64Array>;

  constructor(private readonly hours: readonly LocalHour[]) {
    const zeros = () => new Float64Array(hours.length);
    this.lengths = { booked: zeros(), bookedUsed: zeros(), bookedEmpty: zeros(), ghost: zeros() };
  }

  add(spans: BookedSpans): void {
    for (const [name, lengths] of Object.entries(this.lengths))
      hourLengths(this.hours, spans[name as keyof BookedSpans], (hour, length) => {
        lengths[hour] = (lengths[hour] ?? 0) + length;
      });
  }

  /** The hours in which anything was booked. */
  *booked(): Generator<LocalHour & { readonly lengths: Record<keyof BookedSpans, number> }> {
    for (const [i, hour] of this.hours.entries()) {
      const at = (name: keyof BookedSpans) => this.lengths[name][i] ?? 0;
      if (at("booked") === 0) continue;
      const lengths = {
        booked: at("booked"),
        bookedUsed: at("bookedUsed"),
        bookedEmpty: at("bookedEmpty"),
        ghost: at("ghost"),
      };
      yield { ...hour, lengths };
    }
  }
}
