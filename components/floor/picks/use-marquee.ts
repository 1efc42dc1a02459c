import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { swallowClick } from "@/components/plan/plan-gestures";
import { type Frame, frameBetween, framed } from "./marquee";

/** A hand is never quite still: below this a press is a click, px. */
const CLICK_PX = 5;

/** With Shift held a frame is drawn on the plan that stands around `inside`; answers it while it is drawn, px of the screen. */
export function useMarquee(inside: RefObject<HTMLElement | null>, onFramed: (ids: string[]) => void): Frame | null {
  const [frame, setFrame] = useState<Frame | null>(null);
  const done = useEffectEvent(onFramed);
  useEffect(() => {
    const stage = inside.current?.parentElement;
    if (!stage) return;
    const stop = new AbortController();
    const { signal } = stop;
    let start: PointerEvent | null = null;
    let drawn: Frame | null = null;
    const draw = (next: Frame | null) => {
      drawn = next;
      setFrame(next);
    };
    const onDown = (event: PointerEvent) => {
      const isFree = event.target instanceof Element && event.target.closest("[data-stage]") !== null;
      start = event.button === 0 && event.shiftKey && isFree ? event : null;
    };
    const onMove = (event: PointerEvent) => {
      if (!start || event.pointerId !== start.pointerId) return;
      const next = frameBetween(start, event);
      if (!drawn && Math.hypot(next.right - next.left, next.bottom - next.top) <= CLICK_PX) return;
      if (!drawn) stage.setPointerCapture(event.pointerId);
      draw(next);
    };
    const onUp = () => {
      start = null;
      if (!drawn) return;
      swallowClick();
      done(framed(drawn, boxesOn(stage)));
      draw(null);
    };
    const onCancel = () => {
      start = null;
      draw(null);
    };
    stage.addEventListener("pointerdown", onDown, { signal });
    stage.addEventListener("pointermove", onMove, { signal });
    stage.addEventListener("pointerup", onUp, { signal });
    stage.addEventListener("pointercancel", onCancel, { signal });
    return () => stop.abort();
  }, [inside]);
  return frame;
}

function boxesOn(stage: Element) {
  return [...stage.querySelectorAll<SVGGElement>("[data-shape][data-space]")].map((shape) => {
    const { left, top, right, bottom } = shape.getBoundingClientRect();
    return { id: shape.dataset.space ?? "", left, top, right, bottom };
  });
}
