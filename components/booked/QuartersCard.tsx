import { CsvButton } from "@/components/history/CsvButton";
import classes from "@/components/history/History.module.css";
import { useText } from "@/components/text/TextProvider";
import type { BookedUse } from "@/lib/core/booked/booked-history";
import { minutesText } from "@/lib/core/figure-words";
import styles from "./Booked.module.css";
import { quartersCsv } from "./booked-csv";
import { percentText } from "./booked-words";
import { prepareQuarters, type Quarter } from "./prepare-quarters";

interface QuartersCardProps {
  readonly use: BookedUse;
  /** Spaces it is about. */
  readonly spaces: number;
  /** Spaces that were left out: nothing says who booked them. */
  readonly notBookable: number;
  readonly fileName: string;
}

/** Booked or not, used or not; what nobody could see stands apart. */
export function QuartersCard({ use, spaces, notBookable, fileName }: QuartersCardProps) {
  const t = useText();
  const { quarters, bar, unseen } = prepareQuarters(use);
  const [bookedUsed, bookedEmpty, openUsed, openEmpty] = quarters;
  return (
    <section className={classes.card} aria-label={t("Booked and used")}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{t("Booked and used")}</h2>
        <span className={classes.quiet}>
          {t("{count, plural, one {# space} other {# spaces}}", { count: spaces })}
          {notBookable > 0 && ` · ${t("{count} without bookings left out", { count: notBookable })}`}
        </span>
        <span className={styles.push}>
          <CsvButton label={t("Save the four quarters as CSV")} name={fileName} rows={() => quartersCsv(use, t)} />
        </span>
      </div>
      <div className={styles.quarters}>
        <div className={styles.bar} aria-hidden>
          {bar.map(({ name, width }) => (
            <i key={name} data-part={name} style={{ width: `${width}%` }} />
          ))}
        </div>
        <table className={styles.square} aria-label={t("Booked and used")}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t("Somebody in")}</th>
              <th scope="col">{t("Nobody in")}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t("Booked")}</th>
              <Cell quarter={bookedUsed} />
              <Cell
                quarter={bookedEmpty}
                note={use.ghost > 0 ? t("{time} of it no-shows", { time: minutesText(use.ghost, t) }) : null}
              />
            </tr>
            <tr>
              <th scope="row">{t("Not booked")}</th>
              <Cell quarter={openUsed} />
              <Cell quarter={openEmpty} />
            </tr>
          </tbody>
        </table>
        {unseen > 0 && (
          <p className={styles.unseen}>
            <i className={classes.hatched} aria-hidden />
            {t("{time} not seen by any healthy sensor, {booked} of it booked. It counts as neither.", {
              time: minutesText(unseen, t),
              booked: minutesText(use.bookedUnseen, t),
            })}
          </p>
        )}
      </div>
    </section>
  );
}

function Cell({ quarter, note = null }: { quarter: Quarter | undefined; note?: string | null }) {
  const t = useText();
  if (!quarter) return <td />;
  return (
    <td className={styles.quarter} data-part={quarter.name}>
      <b>{minutesText(quarter.minutes, t)}</b> <span>{percentText(quarter.percent)}</span>
      {note && <small>{note}</small>}
    </td>
  );
}
