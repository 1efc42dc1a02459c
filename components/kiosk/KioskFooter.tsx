import { DateTime } from "luxon";
import type { FloorPicture } from "@/components/floor/use-floor-picture";
import { PaintMark } from "@/components/state/PaintMark";
import { useText } from "@/components/text/TextProvider";
import type { KioskBoard } from "@/lib/core/kiosk";
import classes from "./Kiosk.module.css";

interface KioskFooterProps {
  readonly picture: FloorPicture;
  readonly board: Extract<KioskBoard, { status: "ready" }>;
  readonly at: number;
  readonly onGo: (at: number) => void;
  /** When the server was last heard, ms; 0 while it is. */
  readonly lostAt: number;
  readonly timeZone: string;
}

/** What the colours mean, whose turn it is, and whether this is now. */
export function KioskFooter({ picture, board, at, onGo, lostAt, timeZone }: KioskFooterProps) {
  const t = useText();
  const { legend, counts } = picture;
  return (
    <footer className={classes.footer}>
      <ul className={classes.legend} aria-label={t("What the colours mean")}>
        {legend
          .filter(({ key }) => counts.has(key))
          .map(({ key, word, paint, icon, number }) => (
            <li key={key}>
              <PaintMark paint={paint} icon={icon} number={number} size="lg" />
              {word}
            </li>
          ))}
      </ul>
      {board.floors.length > 1 ? (
        <div className={classes.turns} role="toolbar" aria-label={t("Floors")}>
          {board.floors.map(({ id, name }, i) => (
            <button key={id} type="button" aria-label={name} aria-pressed={i === at} onClick={() => onGo(i)} />
          ))}
        </div>
      ) : null}
      <p className={classes.live} data-lost={lostAt > 0 || undefined} role="status">
        {lostAt > 0
          ? t("No connection. This was at {time}.", {
              time: DateTime.fromMillis(lostAt, { zone: timeZone }).toFormat("HH:mm"),
            })
          : t("Live")}
      </p>
    </footer>
  );
}
