import classes from "@/components/history/History.module.css";
import { useText } from "@/components/text/TextProvider";
import type { VisitorDay } from "@/lib/core/visitor-day";
import styles from "./Visitors.module.css";

/** How many are expected, in, overdue and gone; of a day that is over, who did not come. */
export function VisitorTiles({ day }: { day: VisitorDay }) {
  const t = useText();
  const { counts, now, to } = day;
  const isOver = Date.parse(now) >= Date.parse(to);
  const tiles = [
    isOver
      ? { name: t("Did not come"), value: counts.missed, note: t("invited, and not checked in") }
      : { name: t("Expected"), value: counts.expected, note: t("invited, and not here yet") },
    isOver
      ? { name: t("Not checked out"), value: counts.in, note: t("checked in that day") }
      : { name: t("In the building"), value: counts.in, note: t("checked in today, and not out") },
    { name: t("Checked out"), value: counts.out, note: isOver ? t("left that day") : t("left today") },
    { name: t("Overdue check-outs"), value: counts.overdue, note: t("still in after the end of their visit") },
  ];
  return (
    <ul className={classes.tiles} aria-label={t("Visitors")} aria-live="polite">
      {tiles.map(({ name, value, note }, i) => (
        <li key={name} className={`${classes.card} ${classes.tile}`}>
          <div className={classes.tileName}>{name}</div>
          <p className={`${classes.figure} ${i === 3 && value > 0 ? styles.overdue : ""}`}>{value}</p>
          <p className={classes.foot}>
            <span>{note}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
