import { useText } from "@/components/text/TextProvider";
import { useFeeds } from "@/lib/client/use-feeds";
import { useNow } from "@/lib/client/use-now";
import { FeedItem } from "./FeedItem";
import classes from "./FeedStrip.module.css";

interface FeedStripProps {
  /** The server's time when the page was made, ms. */
  readonly started: number;
  readonly timeZone: string;
}

/** The age of each connected vendor's last event, beside the legend: is what the floor shows still being told? */
export function FeedStrip({ started, timeZone }: FeedStripProps) {
  const t = useText();
  const now = useNow(1_000, started);
  const feeds = useFeeds()?.filter(({ configured }) => configured) ?? [];
  if (feeds.length === 0) return null;
  return (
    <ul className={classes.strip} aria-label={t("Feeds")}>
      {feeds.map((feed) => (
        <li key={feed.vendor}>
          <FeedItem feed={feed} now={now} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}
