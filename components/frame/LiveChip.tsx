import { DateTime } from "luxon";
import type { FeedStatus } from "@/lib/client/feed-health";
import classes from "./LiveChip.module.css";

interface LiveChipProps {
  readonly status: FeedStatus;
  /** Seconds since the feed last said anything. */
  readonly ageS: number;
  /** The moment the screen stands at, ms; null while it is live. */
  readonly shownAt: number | null;
  readonly timeZone: string;
}

const SPOKEN: Record<FeedStatus, string> = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
  stale: "Stale",
};

/** Whether what is on screen is now. Only a change of the word is announced, not every second. */
export function LiveChip({ status, ageS, shownAt, timeZone }: LiveChipProps) {
  const moment = shownAt === null ? "" : DateTime.fromMillis(shownAt, { zone: timeZone }).toFormat("HH:mm:ss");
  const detail = {
    connecting: null,
    live: ["", `${ageS} s`],
    reconnecting: ["showing ", moment],
    stale: ["nothing since ", moment],
  }[status];
  return (
    <div className={classes.chip} data-status={status} data-testid="feed-status">
      <i aria-hidden />
      <span>
        <span role="status">{SPOKEN[status]}</span>
        {detail ? (
          <span suppressHydrationWarning>
            {" · "}
            <span className={classes.verb}>{detail[0]}</span>
            {detail[1]}
          </span>
        ) : null}
      </span>
    </div>
  );
}
