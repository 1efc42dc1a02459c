import { DateTime } from "luxon";
import { useText } from "@/components/text/TextProvider";
import classes from "./Kiosk.module.css";

interface KioskLostProps {
  /** When the server was last heard, ms; 0 while it is. */
  readonly lostAt: number;
  readonly timeZone: string;
}

/** Over a board that is not live any more: since when. */
export function KioskLost({ lostAt, timeZone }: KioskLostProps) {
  const t = useText();
  return (
    <div className={classes.lost} role="status">
      {lostAt > 0 ? (
        <p>{t("Not live since {time}", { time: DateTime.fromMillis(lostAt, { zone: timeZone }).toFormat("HH:mm") })}</p>
      ) : null}
    </div>
  );
}
