import { HoverCard } from "@mantine/core";
import { clockTime } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { vendorName, vendorShort } from "@/components/vendors/vendor-name";
import type { FeedHealth } from "@/lib/core/feed-health";
import { FeedFacts } from "./FeedFacts";
import classes from "./FeedStrip.module.css";
import { shortAge } from "./feed-words";

interface FeedItemProps {
  readonly feed: FeedHealth;
  /** The server's clock, ms. */
  readonly now: number;
  readonly timeZone: string;
}

/** One feed in a few words; the rest by pointer, touch or keyboard. */
export function FeedItem({ feed, now, timeZone }: FeedItemProps) {
  const t = useText();
  const { vendor, lastEventAt, silentSince } = feed;
  const isSilent = silentSince !== null;
  const age = lastEventAt === null ? t("waiting") : shortAge(now - Date.parse(lastEventAt), t);
  return (
    <HoverCard
      role="tooltip"
      events={{ hover: true, focus: true, touch: true }}
      openDelay={200}
      position="top-end"
      width={280}
      shadow="md"
    >
      <HoverCard.Target>
        <button
          type="button"
          className={classes.item}
          data-silent={isSilent || undefined}
          data-waiting={lastEventAt === null || undefined}
        >
          <i aria-hidden />
          {vendorShort(vendor)}{" "}
          <em>
            {isSilent ? t("silent since {time}", { time: clockTime(Date.parse(silentSince), timeZone, now, t) }) : age}
          </em>
        </button>
      </HoverCard.Target>
      <HoverCard.Dropdown className={classes.card}>
        <p className={classes.name}>{vendorName(vendor)}</p>
        <p className={classes.last}>
          {lastEventAt === null ? t("Connected. Nothing has come yet.") : t("Last event {age} ago", { age })}
        </p>
        <FeedFacts feed={feed} />
      </HoverCard.Dropdown>
    </HoverCard>
  );
}
