import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";

export interface HintHandlers {
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What is pointed at for a while or has the focus of the keyboard; null when nothing is. Escape ends it. */
export function useHint(delayMs: number): { readonly about: Element | null; readonly handlers: HintHandlers } {
  const [about, setAbout] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const end = () => {
    clearTimeout(timer.current);
    setAbout(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const handlers: HintHandlers = {
    onPointerEnter: ({ currentTarget, pointerType }) => {
      if (pointerType === "touch") return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setAbout(currentTarget), delayMs);
    },
    onPointerLeave: end,
    onFocus: ({ currentTarget }) => setAbout(currentTarget),
    onBlur: end,
    onKeyDown: ({ key }) => {
      if (key === "Escape") end();
    },
  };
  return { about, handlers };
}
