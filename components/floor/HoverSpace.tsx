import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import { HintBox } from "@/components/hint/HintBox";
import { PaintMark } from "@/components/state/PaintMark";
import { ageWords, clockTime, STATE_WORD } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import { vendorName } from "@/components/vendors/vendor-name";
import type { DrawnSpace } from "./drawn-space";
import classes from "./HoverSpace.module.css";
import { newestOf } from "./newest-of";

interface HoverSpaceProps {
  readonly drawn: readonly DrawnSpace[];
  readonly now: number;
  readonly timeZone: string;
  /** Holds what has `data-space`. */
  readonly children: ReactNode;
}

const DELAY_MS = 350;

/** What can be read of a space without opening it, while it is pointed at or has the focus of the keyboard. */
export function HoverSpace({ drawn, now, timeZone, children }: HoverSpaceProps) {
  const { about, handlers } = useSpaceUnder();
  const id = about?.getAttribute("data-space");
  const one = about?.isConnected ? drawn.find(({ space }) => space.id === id) : undefined;
  return (
    <div className={classes.around} {...handlers}>
      {children}
      {about && one ? (
        <HintBox id="space-hint" about={about} side="top" isCard>
          <SpaceInShort drawn={one} now={now} timeZone={timeZone} />
        </HintBox>
      ) : null}
    </div>
  );
}

/** The element of a space under the pointer or focus; null while there is none, and always for fingers. */
function useSpaceUnder() {
  const [about, setAbout] = useState<Element | null>(null);
  const next = useRef<{ readonly element: Element; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const end = () => {
    clearTimeout(next.current?.timer);
    next.current = null;
    setAbout(null);
  };
  useEffect(() => () => clearTimeout(next.current?.timer), []);
  const spaceOf = ({ target }: SyntheticEvent) => (target instanceof Element ? target.closest("[data-space]") : null);
  const handlers = {
    onPointerOver: (event: PointerEvent) => {
      const element = event.pointerType === "touch" ? null : spaceOf(event);
      if (element !== null && element === next.current?.element) return;
      end();
      if (element) next.current = { element, timer: setTimeout(() => setAbout(element), DELAY_MS) };
    },
    onPointerLeave: end,
    onPointerDown: end,
    onWheel: end,
    onFocus: (event: FocusEvent) => {
      if (event.target.matches(":focus-visible")) setAbout(spaceOf(event));
    },
    onBlur: end,
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (key === "Escape" || key === "Enter") end();
    },
  };
  return { about, handlers };
}

interface SpaceInShortProps {
  readonly drawn: DrawnSpace;
  readonly now: number;
  readonly timeZone: string;
}

function SpaceInShort({ drawn: { space, look, verdict }, now, timeZone }: SpaceInShortProps) {
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
