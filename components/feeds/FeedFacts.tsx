import { useText } from "@/components/text/TextProvider";
import type { FeedHealth } from "@/lib/core/feed-health";
import classes from "./FeedFacts.module.css";
import { feedFacts } from "./feed-words";

/** Rate, lag and what was not new, believed or readable: of the last hour where nothing else is said. */
export function FeedFacts({ feed }: { readonly feed: FeedHealth }) {
  const t = useText();
  return (
    <dl className={classes.facts}>
      {feedFacts(feed, t).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
