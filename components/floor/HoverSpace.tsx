import {
  type FocusEvent,
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  type ReactNode,
  Suspense,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import { HintBox } from "@/components/hint/HintBox";
import type { DrawnSpace } from "./drawn-space";
import classes from "./HoverSpace.module.css";

interface HoverSpaceProps {
  readonly drawn: readonly DrawnSpace[];
  readonly now: number;
  readonly timeZone: string;
  /** Holds what has `data-space`. */
  readonly children: ReactNode;
}

const SpaceInShort = lazy(() => import("./SpaceInShort").then(({ SpaceInShort }) => ({ default: SpaceInShort })));
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
        // Around the box: one without words yet would be an empty tooltip.
        <Suspense>
          <HintBox id="space-hint" about={about} side="top" isCard>
            <SpaceInShort drawn={one} now={now} timeZone={timeZone} />
          </HintBox>
        </Suspense>
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
