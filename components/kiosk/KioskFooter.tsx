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
  /** Nothing is heard of the server. */
  readonly isLost: boolean;
}

/** What the colours mean, whose turn it is, and whether this is now. */
export function KioskFooter({ picture, board, at, onGo, isLost }: KioskFooterProps) {
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
      {isLost ? null : <p className={classes.live}>{t("Live")}</p>}
    </footer>
  );
}
