import { PaintMark } from "@/components/state/PaintMark";
import { ageWords, clockTime, STATE_WORD } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { vendorName } from "@/components/vendors/vendor-name";
import type { DrawnSpace } from "./drawn-space";
import classes from "./HoverSpace.module.css";
import { newestOf } from "./newest-of";

interface SpaceInShortProps {
  readonly drawn: DrawnSpace;
  readonly now: number;
  readonly timeZone: string;
}

/** What can be read of a space without opening it. */
export function SpaceInShort({ drawn: { space, look, verdict }, now, timeZone }: SpaceInShortProps) {
  const t = useText();
  const word = look.key === verdict.state ? t(STATE_WORD[verdict.state]) : "";
  const heard = newestOf(space);
  const next = space.bookings.find(({ startsAt }) => startsAt !== null && Date.parse(startsAt) > now)?.startsAt;
  const lines = [
    look.detail,
    heard ? t("{vendor} {age}", { vendor: vendorName(heard.vendor), age: ageWords(now - heard.at, t) }) : "",
    next ? t("Next booking {time}", { time: clockTime(Date.parse(next), timeZone, now, t) }) : "",
  ];
  return (
    <div className={classes.card}>
      <p className={classes.name}>{space.name}</p>
      <p className={classes.state}>
        <PaintMark paint={look.paint} icon={look.icon} />
        <b>
          {[word, look.headline].filter((part, i) => part && !(i === 0 && look.headline.startsWith(part))).join(" · ")}
        </b>
      </p>
      {lines.filter(Boolean).map((line) => (
        <p key={line} className={classes.line}>
          {line}
        </p>
      ))}
    </div>
  );
}
