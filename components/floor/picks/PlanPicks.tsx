import { useEffect, useEffectEvent, useRef } from "react";
import { isTyping } from "@/components/frame/is-typing";
import type { JudgedSpace } from "../group-spaces";
import { joined } from "./marquee";
import { PicksBar } from "./PicksBar";
import classes from "./PlanPicks.module.css";
import { pickFigures } from "./pick-figures";
import { useMarquee } from "./use-marquee";
import type { Picks } from "./use-picks";

export interface PlanPicksProps {
  readonly judged: readonly JudgedSpace[];
  readonly picks: Picks;
  /** May the reader change spaces? */
  readonly mayEdit: boolean;
}

/** Drawing a frame on the plan with Shift held, and what is picked there, in words. Stands inside the plan's stage. */
export function PlanPicks({ judged, picks, mayEdit }: PlanPicksProps) {
  const root = useRef<HTMLElement>(null);
  const frame = useMarquee(root, (ids) => picks.pick(joined(picks.ids, ids)));
  const clear = () => picks.pick([]);
  useEscape(picks.ids.length > 0, clear);
  const figures = pickFigures(judged, new Set(picks.ids));
  return (
    <aside ref={root} className={classes.picks}>
      {frame ? (
        <i
          className={classes.frame}
          style={{
            ...{ left: frame.left, top: frame.top },
            ...{ width: frame.right - frame.left, height: frame.bottom - frame.top },
          }}
        />
      ) : null}
      <PicksBar
        figures={figures}
        ids={judged.flatMap(({ space }) => (picks.ids.includes(space.id) ? space.id : []))}
        mayEdit={mayEdit}
        onClear={clear}
      />
    </aside>
  );
}

/** Escape lets go of what is picked before it closes anything else, but what lies above the page closes first. */
function useEscape(isOn: boolean, onEscape: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isElsewhere = event.target instanceof Element && event.target.closest("[role=dialog], [role=menu]") !== null;
    if (event.key !== "Escape" || isElsewhere || isTyping(event.target)) return;
    event.preventDefault();
    onEscape();
  });
  useEffect(() => {
    if (!isOn) return;
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [isOn]);
}
