import { useText } from "@/components/text/TextProvider";
import type { FeedStatus } from "@/lib/client/feed-health";
import { text } from "@/lib/core/text";
import { wallSeconds } from "@/lib/core/wall-clock";
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
  connecting: text("Connecting"),
  live: text("Live"),
  reconnecting: text("Reconnecting"),
  stale: text("Stale"),
};

/** Whether what is on screen is now. Only a change of the word is announced, not every second. */
export function LiveChip({ status, ageS, shownAt, timeZone }: LiveChipProps) {
  const t = useText();
  const moment = shownAt === null ? "" : wallSeconds(shownAt, timeZone);
  const detail = {
    connecting: null,
    live: ["", t("{count} s", { count: ageS })],
    reconnecting: [t("showing"), ` ${moment}`],
    stale: [t("nothing since"), ` ${moment}`],
  }[status];
  return (
    <div className={classes.chip} data-status={status} data-testid="feed-status">
      <i aria-hidden />
      <span>
        <span role="status">{t(SPOKEN[status])}</span>
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
