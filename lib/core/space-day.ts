import { z } from "zod";
import { HistoryPoint } from "./history";
import { METRICS, type Metric } from "./metric";
import { SPACE_STATES } from "./space-state";

const Stretch = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });

/** What became of a booking: `used` without a check-in, `unknown` where nobody could have seen it. */
const BOOKING_OUTCOMES = ["to-come", "running", "checked-in", "used", "no-show", "unknown"] as const;
export type BookingOutcome = (typeof BOOKING_OUTCOMES)[number];

/** A line of the day; its points hold until the next one, `value: null` is a gap, never zero. */
export const DayLine = z.object({
  metric: z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]),
  unit: z.string(),
  points: z.array(HistoryPoint),
});
export type DayLine = z.infer<typeof DayLine>;

export const DayBooking = z.object({
  startsAt: z.iso.datetime(),
  /** Null: nobody said. */
  endsAt: z.iso.datetime().nullable(),
  outcome: z.enum(BOOKING_OUTCOMES),
});
export type DayBooking = z.infer<typeof DayBooking>;

/** `GET /api/spaces/{id}/day`: everything that is known of one day of a space, on the site's calendar. */
export const SpaceDay = z.object({
  spaceId: z.string(),
  /** On the site's calendar. */
  date: z.iso.date(),
  timeZone: z.string(),
  /** Midnight to midnight there: 23 or 25 hours twice a year. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** The server's clock when it answered. */
  now: z.iso.datetime(),
  /** People, as it is set today. */
  capacity: z.number().nullable(),
  /** When people are meant to be in that day; null when nobody said. */
  working: z.array(Stretch).nullable(),
  /** The name of the day off; null on other days. */
  holiday: z.string().nullable(),
  /** Each holds until the next, the last until now or the end of the day. */
  states: z.array(z.object({ at: z.iso.datetime(), state: z.enum(SPACE_STATES) })),
  /** People by whoever spoke for the space; null when nobody counted. */
  people: DayLine.nullable(),
  air: z.array(DayLine),
  bookings: z.array(DayBooking),
  /** One device took over from another. */
  swaps: z.array(z.object({ at: z.iso.datetime(), from: z.string(), to: z.string() })),
});
export type SpaceDay = z.infer<typeof SpaceDay>;

/** Today without a date. */
export const SpaceDayQuery = z.object({ date: z.iso.date().optional() });
