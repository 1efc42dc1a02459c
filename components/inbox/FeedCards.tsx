import { Skeleton } from "@mantine/core";
import { FeedFacts } from "@/components/feeds/FeedFacts";
import { shortAge } from "@/components/feeds/feed-strip-words";
import { clockTime } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { useRich } from "@/components/text/use-rich";
import { vendorName } from "@/components/vendors/vendor-name";
import { useFeeds } from "@/lib/client/use-feeds";
import { useNow } from "@/lib/client/use-now";
import type { FeedHealth } from "@/lib/core/feed-health";
import { VENDORS } from "@/lib/core/observation";
import type { Text } from "@/lib/core/text";
import classes from "./FeedCards.module.css";

/** How each vendor's feed does. */
export function FeedCards({ started }: { readonly started: number }) {
  const t = useText();
  const now = useNow(1_000, started);
  const feeds = useFeeds();
  return (
    <section className={classes.cards} aria-label={t("Feed health")}>
      {feeds === null
        ? VENDORS.map((vendor) => <Skeleton key={vendor} height={130} radius={12} />)
        : feeds.map((feed) => <FeedCard key={feed.vendor} feed={feed} now={now} />)}
    </section>
  );
}

function FeedCard({ feed, now }: { readonly feed: FeedHealth; readonly now: number }) {
  const t = useText();
  const rich = useRich();
  const { tone, word } = stateOf(feed, now, t);
  const { lastEventAt } = feed;
  return (
    <article className={classes.card} data-tone={tone} aria-label={vendorName(feed.vendor)}>
      <header className={classes.head}>
        <h2>{vendorName(feed.vendor)}</h2>
        <span className={classes.state}>
          <i aria-hidden />
          {word}
        </span>
      </header>
      {lastEventAt === null ? (
        <p className={classes.last}>{t("No event yet")}</p>
      ) : (
        <>
          <p className={classes.last}>
            {rich("Last event {age} ago", { age: <b>{shortAge(now - Date.parse(lastEventAt), t)}</b> })}
          </p>
          <FeedFacts feed={feed} />
        </>
      )}
    </article>
  );
}

function stateOf({ configured, lastEventAt, silentSince }: FeedHealth, now: number, t: Text) {
  if (!configured) return { tone: "off", word: t("Not connected") };
  if (silentSince !== null) {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return {
      tone: "silent",
      word: t("Silent since {time}", { time: clockTime(Date.parse(silentSince), timeZone, now, t) }),
    };
  }
  return lastEventAt === null
    ? { tone: "waiting", word: t("Waiting for the first event") }
    : { tone: "ok", word: t("Receiving") };
}
