import type { ReactNode } from "react";
import type { NowWords } from "./now-words";
import classes from "./SpacePanel.module.css";

interface SpaceNowProps {
  readonly words: NowWords;
  /** Since when on the reader's clock, where that is another. */
  readonly sinceTitle?: string | undefined;
  readonly children?: ReactNode;
}

/** The one big figure, since when, and who says so. */
export function SpaceNow({ words, sinceTitle, children }: SpaceNowProps) {
  return (
    <div className={classes.now}>
      <p className={classes.figure}>
        {words.figure}
        {words.unit && <small> {words.unit}</small>}
      </p>
      <div className={classes.facts}>
        {words.since && <p title={sinceTitle}>{words.since}</p>}
        {words.source && <p className={classes.quiet}>{words.source}</p>}
        {words.doubt && <p className={classes.quiet}>{words.doubt}</p>}
        {children}
      </div>
    </div>
  );
}
