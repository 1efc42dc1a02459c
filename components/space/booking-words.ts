import { clockTime, type Moment } from "@/components/state/state-words";
import { bookingState } from "@/lib/core/booking";
import type { SpaceBooking, SpaceSnapshot } from "@/lib/core/floor";
import type { Text } from "@/lib/core/text";

export interface BookingWords {
  readonly key: string;
  /** ms; null when nobody said. */
  readonly startsAt: number | null;
  readonly when: string;
  /** "10:00–11:00"; empty when nobody said. */
  readonly time: string;
  readonly status: string;
}

const MINUTE_MS = 60_000;

/** The bookings that run and that are to come. Who booked is not on the floor. */
export function bookingWords(bookings: readonly SpaceBooking[], moment: Moment, t: Text): BookingWords[] {
  let isNextTold = false;
  return bookings.flatMap((booking, i): BookingWords[] => {
    const state = stateOf(booking, moment.now);
    if (state !== "upcoming" && state !== "running" && state !== "checked-in") return [];
    const isAhead = booking.startsAt !== null && Date.parse(booking.startsAt) > moment.now;
    const when = isAhead ? (isNextTold ? t("Later") : t("Next")) : t("Now");
    isNextTold ||= isAhead;
    return [
      {
        startsAt: booking.startsAt === null ? null : Date.parse(booking.startsAt),
        key: `${i} ${booking.startsAt} ${booking.checkedInAt}`,
        when,
        time: bookedWords(booking, moment, t),
        status: statusWords(booking, isAhead, moment, t),
      },
    ];
  });
}

/** "10:30–12:00", "from 10:30", as far as it is known. */
export function bookedWords({ startsAt, endsAt }: SpaceBooking, { now, timeZone }: Moment, t: Text): string {
  const clock = (time: string) => clockTime(Date.parse(time), timeZone, now, t);
  if (startsAt === null) return endsAt === null ? "" : t("until {when}", { when: clock(endsAt) });
  return endsAt === null ? t("from {start}", { start: clock(startsAt) }) : `${clock(startsAt)}–${clock(endsAt)}`;
}

/** Zoom tells the reservations of desks beforehand; of rooms only that somebody checked in. */
export const tellsBookings = ({ sources }: Pick<SpaceSnapshot, "sources">): boolean =>
  sources.some(({ vendor, kind }) => vendor === "zoom" && kind === "workspace");

function stateOf(booking: SpaceBooking, now: number) {
  const ms = (time: string | null) => (time === null ? null : Date.parse(time));
  const times = {
    startsAt: ms(booking.startsAt),
    endsAt: ms(booking.endsAt),
    checkedInAt: ms(booking.checkedInAt),
    checkedOutAt: ms(booking.checkedOutAt),
    cancelledAt: null,
  };
  return bookingState(times, now);
}

function statusWords(
  { startsAt, checkedInAt }: SpaceBooking,
  isAhead: boolean,
  { now, timeZone }: Moment,
  t: Text,
): string {
  if (checkedInAt !== null)
    return t("checked in {time}", { time: clockTime(Date.parse(checkedInAt), timeZone, now, t) });
  if (!isAhead || startsAt === null) return t("not checked in");
  const minutes = Math.ceil((Date.parse(startsAt) - now) / MINUTE_MS);
  return minutes < 60
    ? t("in {count} min", { count: minutes })
    : t("in {count} h", { count: Math.round(minutes / 60) });
}
