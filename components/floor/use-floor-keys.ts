import { useEffect, useEffectEvent } from "react";
import { isTyping } from "@/components/frame/is-typing";
import { isArrow, nearest } from "./move-between-spaces";

interface FloorKeys {
  readonly onClose: () => void;
  /** -1 the floor below in the switcher, 1 the one above. */
  readonly onFloor: (step: -1 | 1) => void;
  /** Back to what all see now: nothing filtered, nothing opened. */
  readonly onLive: () => void;
}

function focusNearest(event: KeyboardEvent) {
  const from = event.target instanceof Element ? event.target.closest("[data-space]") : null;
  if (!from || !isArrow(event.key)) return;
  const others = [...document.querySelectorAll<HTMLElement>("[data-space]")]
    .filter((element) => element !== from)
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  const next = nearest(from.getBoundingClientRect(), others, event.key);
  if (!next) return;
  event.preventDefault();
  next.element.focus();
}

/** Arrow keys from card to card, Esc closes the panel, [ and ] change the floor, L goes back to live. */
export function useFloorKeys({ onClose, onFloor, onLive }: FloorKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "Escape") onClose();
    else if (event.key === "[") onFloor(-1);
    else if (event.key === "]") onFloor(1);
    else if (event.key === "l" || event.key === "L") onLive();
    else focusNearest(event);
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
