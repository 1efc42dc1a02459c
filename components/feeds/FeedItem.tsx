import { useId } from "react";
import { HintBox } from "@/components/hint/HintBox";
import { useHint } from "@/components/hint/use-hint";
import { clockTime } from "@/components/state/state-words";
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

const DELAY_MS = 200;

/** One feed in a few words; the rest by pointer, touch or keyboard. */
export function FeedItem({ feed, now, timeZone }: FeedItemProps) {
  const { vendor, lastEventAt, silentSince } = feed;
  const id = useId();
  const { about, handlers } = useHint(DELAY_MS);
  const isSilent = silentSince !== null;
  const age = lastEventAt === null ? "waiting" : shortAge(now - Date.parse(lastEventAt));
  return (
    <>
      <button
        type="button"
        className={classes.item}
        aria-describedby={about ? id : undefined}
        {...handlers}
        data-silent={isSilent || undefined}
        data-waiting={lastEventAt === null || undefined}
      >
        <i aria-hidden />
        {vendorShort(vendor)}{" "}
        <em>{isSilent ? `silent since ${clockTime(Date.parse(silentSince), timeZone, now)}` : age}</em>
      </button>
      {about ? (
        <HintBox id={id} about={about} side="top" isCard>
          <p className={classes.name}>{vendorName(vendor)}</p>
          <p className={classes.last}>
            {lastEventAt === null ? "Connected. Nothing has come yet." : `Last event ${age} ago`}
          </p>
          <FeedFacts feed={feed} />
        </HintBox>
      ) : null}
    </>
  );
}
