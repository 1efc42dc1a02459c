import { useEffect, useRef } from "react";

/** When the opened space is closed and focus went with it, its card gets it back. */
export function useFocusBack(selectedId: string | null): void {
  const opened = useRef(selectedId);
  useEffect(() => {
    const left = opened.current;
    opened.current = selectedId;
    if (selectedId !== null || left === null || document.activeElement !== document.body) return;
    const cards = [...document.querySelectorAll<HTMLElement>("[data-space]")];
    cards.find((card) => card.dataset.space === left)?.focus();
  }, [selectedId]);
}
