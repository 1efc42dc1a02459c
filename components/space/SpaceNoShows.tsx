import Link from "next/link";
import { judged, percentOf, percentText } from "@/components/booked/booked-words";
import { useText } from "@/components/text/TextProvider";
import { useBookedHistory } from "@/lib/client/use-history";
import { dateIn, daysAfter } from "@/lib/core/calendar-day";
import { coverageText, isThin, minutesText } from "@/lib/core/figure-words";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { tellsBookings } from "./booking-words";
import classes from "./SpacePanel.module.css";

interface SpaceNoShowsProps {
  readonly space: SpaceSnapshot;
  readonly timeZone: string;
  /** The server's clock, ms. */
  readonly now: number;
}

const DAYS = 28;

/** How many bookings of the last weeks nobody came to; nothing where bookings are not told. */
export function SpaceNoShows({ space, timeZone, now }: SpaceNoShowsProps) {
  const t = useText();
  const isBookable = tellsBookings(space);
  const to = dateIn(now, timeZone);
  const { data } = useBookedHistory(
    isBookable ? { spaces: space.id, from: daysAfter(to, 1 - DAYS), to, hours: "all" } : null,
  );
  if (!isBookable || !data || data.group.bookings === 0) return null;
  const use = data.group;
  const count = judged(use);
  return (
    <section className={classes.section} aria-label={t("No-shows")}>
      <div className={classes.row}>
        <h3 className={classes.title}>{t("No-shows")}</h3>
        <span className={classes.quiet}>{t("last 28 days")}</span>
        <Link className={classes.full} href={`/history/bookings?spaces=${space.id}&hours=all`}>
          {t("See bookings")}
        </Link>
      </div>
      <p>
        {t("{noShows} of {count, plural, one {# booking} other {# bookings}} ({percent}), {time} lost", {
          ...{ noShows: use.noShows, count, percent: percentText(percentOf(use.noShows, count)) },
          time: minutesText(use.ghost, t),
        })}
      </p>
      {isThin(use.bookedCoverage) && (
        <p className={classes.quiet}>
          {t("Sensors saw {coverage} of the booked time.", { coverage: coverageText(use.bookedCoverage) })}
        </p>
      )}
    </section>
  );
}
