import type { AirLimits } from "@/lib/core/air-limits";
import { isComfort } from "@/lib/core/environment";
import type { BookingOutcome, SpaceDay } from "@/lib/core/space-day";
import type { SpaceStateName } from "@/lib/core/space-state";
import type { Text } from "@/lib/core/text";
import { clip, type DayAxis, type DayWindow, dayAxis, type Stretch } from "./day-axis";
import { type AirChartData, prepareAir } from "./prepare-air";
import { type OccupancyChartData, prepareOccupancy } from "./prepare-occupancy";

interface StateSpan extends Stretch {
  readonly state: SpaceStateName;
}

interface BookingSpan extends Stretch {
  readonly outcome: BookingOutcome;
}

/** One device took over from another, ms. */
interface SwapMark {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** A day of a space, ready to be drawn: every row on one axis. */
export interface Timeline {
  readonly day: SpaceDay;
  readonly axis: DayAxis;
  readonly states: readonly StateSpan[];
  readonly bookings: readonly BookingSpan[];
  readonly people: OccupancyChartData | null;
  readonly air: readonly AirChartData[];
  readonly swaps: readonly SwapMark[];
  /** Was anything known of the day? */
  readonly isKnown: boolean;
}

export interface TimelineSettings {
  /** ms. */
  readonly now: number;
  readonly window: DayWindow;
  readonly limits: AirLimits;
  /** How long the vendor may still restate a minute. */
  readonly paleMs: number;
  readonly t: Text;
}

/** States that say nothing about people. */
const UNKNOWN: readonly SpaceStateName[] = ["unknown", "unmonitored", "stale", "offline"];
const BUSY: readonly SpaceStateName[] = ["occupied", "over", "away"];
/** Where nobody said when a booking ends. */
const OPEN_END_MS = 60 * 60_000;

export const isUnknownState = (state: SpaceStateName): boolean => UNKNOWN.includes(state);

/** Decides everything the day shows, so that drawing decides nothing. */
export function prepareTimeline(day: SpaceDay, { now, window, limits, paleMs, t }: TimelineSettings): Timeline {
  const end = Math.min(now, Date.parse(day.to));
  const all = day.states.map(({ at, state }, i): StateSpan => {
    const next = day.states[i + 1];
    return { from: Date.parse(at), to: next ? Math.min(Date.parse(next.at), end) : end, state };
  });
  const bookings = day.bookings.map(bookingSpan);
  const busy = all.filter(({ state, from, to }) => BUSY.includes(state) && to > from);
  const axis = dayAxis(day, [...busy, ...bookings], now, window);
  const people = day.people && prepareOccupancy(day.people.points, axis, { capacity: day.capacity, paleMs, t });
  const air = day.air.flatMap(({ metric, points }) =>
    isComfort(metric) ? [prepareAir(points, axis, { metric, limits, t })] : [],
  );
  return {
    day,
    axis,
    states: all.flatMap((span) => clip(span, axis)),
    bookings: bookings.flatMap((span) => clip(span, axis)),
    people,
    air,
    swaps: day.swaps
      .map(({ at, ...names }) => ({ ...names, at: Date.parse(at) }))
      .filter(({ at }) => at >= axis.from && at < axis.to),
    isKnown: all.some(({ state }) => !UNKNOWN.includes(state)) || day.air.length > 0,
  };
}

function bookingSpan({ startsAt, endsAt, outcome }: SpaceDay["bookings"][number]): BookingSpan {
  const from = Date.parse(startsAt);
  return { from, to: endsAt === null ? from + OPEN_END_MS : Date.parse(endsAt), outcome };
}

/** The same day, as far as a span of it goes. */
export const timelineWithin = (timeline: Timeline, { from, to }: Stretch): Timeline => ({
  ...timeline,
  axis: { ...timeline.axis, from, to },
});
