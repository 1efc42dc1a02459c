import { type ReactNode, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import classes from "./HintBox.module.css";
import { placeBeside, type Side } from "./place-beside";

interface HintBoxProps {
  readonly id: string;
  readonly about: Element;
  readonly side: Side;
  /** A card on the page's own ground, for more than a line of words. */
  readonly isCard?: boolean;
  readonly children: ReactNode;
}

/** Floats beside what it is about, above everything. Takes no part in pointing. */
export function HintBox({ id, about, side, isCard = false, children }: HintBoxProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const view = { width: window.innerWidth, height: window.innerHeight };
    const { left, top } = placeBeside(about.getBoundingClientRect(), box.getBoundingClientRect(), view, side);
    box.style.transform = `translate(${left}px, ${top}px)`;
  });
  return createPortal(
    <div ref={ref} id={id} role="tooltip" className={classes.box} data-card={isCard || undefined}>
      {children}
    </div>,
    document.body,
  );
}
