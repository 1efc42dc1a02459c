import { useEffect, useEffectEvent } from "react";
import { isArrow, nearest } from "./move-between-spaces";

interface FloorKeys {
  readonly onClose: () => void;
  /** -1 the floor below in the switcher, 1 the one above. */
  readonly onFloor: (step: -1 | 1) => void;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

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

/** Arrow keys from card to card, Esc closes the panel, [ and ] change the floor. */
export function useFloorKeys({ onClose, onFloor }: FloorKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "Escape") onClose();
    else if (event.key === "[") onFloor(-1);
    else if (event.key === "]") onFloor(1);
    else focusNearest(event);
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
