import type { Moment } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { useOwnTime } from "@/components/text/use-own-time";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { bookingWords, tellsBookings } from "./booking-words";
import classes from "./SpaceBookings.module.css";
import panel from "./SpacePanel.module.css";

interface SpaceBookingsProps extends Moment {
  readonly space: SpaceSnapshot;
}

/** Who has it now and next, without saying who. */
export function SpaceBookings({ space, now, timeZone }: SpaceBookingsProps) {
  const t = useText();
  const own = useOwnTime(timeZone);
  const bookings = bookingWords(space.bookings, { now, timeZone }, t);
  if (bookings.length === 0 && !tellsBookings(space)) return null;
  return (
    <section className={panel.section} aria-label={t("Bookings")}>
      <h3 className={panel.title}>{t("Bookings")}</h3>
      {bookings.length === 0 && <p className={panel.quiet}>{t("None in the next 24 hours.")}</p>}
      <ul className={classes.bookings}>
        {bookings.map(({ key, startsAt, when, time, status }) => (
          <li key={key}>
            <span className={classes.when}>{when}</span> <b title={own(startsAt)}>{time}</b>{" "}
            <span className={classes.status}>{status}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
