import { lazy, Suspense, useId } from "react";
import { HintBox } from "@/components/hint/HintBox";
import { useHint } from "@/components/hint/use-hint";
import { clockTime } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { vendorName, vendorShort } from "@/components/vendors/vendor-name";
import type { FeedHealth } from "@/lib/core/feed-health";
import classes from "./FeedStrip.module.css";
import { shortAge } from "./feed-strip-words";

interface FeedItemProps {
  readonly feed: FeedHealth;
  /** The server's clock, ms. */
  readonly now: number;
  readonly timeZone: string;
}

const FeedFacts = lazy(() => import("./FeedFacts").then(({ FeedFacts }) => ({ default: FeedFacts })));
const DELAY_MS = 200;

/** One feed in a few words; the rest by pointer, touch or keyboard. */
export function FeedItem({ feed, now, timeZone }: FeedItemProps) {
  const t = useText();
  const { vendor, lastEventAt, silentSince } = feed;
  const id = useId();
  const { about, handlers } = useHint(DELAY_MS);
  const isSilent = silentSince !== null;
  const age = lastEventAt === null ? t("waiting") : shortAge(now - Date.parse(lastEventAt), t);
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
        <em>
          {isSilent ? t("silent since {time}", { time: clockTime(Date.parse(silentSince), timeZone, now, t) }) : age}
        </em>
      </button>
      {about ? (
        <HintBox id={id} about={about} side="top" isCard>
          <p className={classes.name}>{vendorName(vendor)}</p>
          <p className={classes.last}>
            {lastEventAt === null ? t("Connected. Nothing has come yet.") : t("Last event {age} ago", { age })}
          </p>
          <Suspense>
            <FeedFacts feed={feed} />
          </Suspense>
        </HintBox>
      ) : null}
    </>
  );
}
