import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { DayAxis, Stretch } from "./day-axis";
import { extended, type SpanSelection, snapped, spanOf } from "./span-selection";

export interface SpanSelecting {
  /** What is selected, ms; null for nothing. */
  readonly span: Stretch | null;
  /** A selection as it is drawn, also before it has a length. */
  readonly drawn: SpanSelection | null;
  readonly clear: () => void;
  readonly area: RefObject<HTMLDivElement | null>;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    readonly onContextMenu: (event: { preventDefault: () => void }) => void;
  };
  /** Was the key meant for the selection? It begins at `at`, ms. */
  readonly onKey: (event: KeyboardEvent, at: number) => boolean;
}

/** A hand is never quite still, px. */
const STILL_PX = 5;
/** A finger that rests this long begins to select, ms. */
const LONG_PRESS_MS = 450;

/** Selects a span of the day: by dragging, by a long press and then dragging, or with Shift and the keys that move. */
export function useSpanSelection(axis: DayAxis, onChosen: () => void): SpanSelecting {
  const [drawn, setDrawn] = useState<SpanSelection | null>(null);
  // A hand may be quicker than what is drawn.
  const latest = useRef<SpanSelection | null>(null);
  const hand = useHand();
  const span = spanOf(drawn);
  const draw = (next: SpanSelection | null) => {
    latest.current = next;
    setDrawn(next);
  };
  const atOf = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>) => {
    const box = currentTarget.getBoundingClientRect();
    return snapped(axis.from + ((clientX - box.left) / box.width) * (axis.to - axis.from), axis);
  };
  const end = () => {
    const wasDrawing = hand.release();
    if (wasDrawing && spanOf(latest.current)) onChosen();
    else draw(null);
  };
  const onKey = (event: KeyboardEvent, at: number): boolean => {
    if (event.key === "Escape" && drawn !== null) {
      draw(null);
      return true;
    }
    if (event.key === "Enter" && span) {
      onChosen();
      return true;
    }
    const next = event.shiftKey ? extended(drawn, event.key, at, axis) : null;
    if (next) draw(next);
    return next !== null;
  };
  return {
    ...{ span, drawn, onKey, area: hand.area },
    clear: () => draw(null),
    handlers: {
      onPointerDown: (event) => {
        const at = atOf(event);
        hand.press(event, () => draw({ anchor: at, head: at }));
      },
      onPointerMove: (event) => {
        if (!hand.move(event) || !latest.current) return;
        draw({ ...latest.current, head: atOf(event) });
      },
      onPointerUp: end,
      onPointerCancel: () => {
        hand.release();
        draw(null);
      },
      onContextMenu: (event) => {
        if (hand.isDrawing()) event.preventDefault();
      },
    },
  };
}

interface Press {
  readonly x: number;
  readonly y: number;
  readonly begin: () => void;
}

/** Tells a drag from a click, and a finger that selects from one that scrolls. */
function useHand() {
  const area = useRef<HTMLDivElement>(null);
  const pressed = useRef<Press | null>(null);
  const isDrawing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    // React listens passively, and then the page would scroll under a finger that selects.
    const hold = (event: TouchEvent) => isDrawing.current && event.preventDefault();
    area.current?.addEventListener("touchmove", hold, { passive: false, signal: stop.signal });
    return () => {
      stop.abort();
      clearTimeout(timer.current);
    };
  }, []);
  const begin = () => {
    isDrawing.current = true;
    pressed.current?.begin();
  };
  return {
    area,
    isDrawing: () => isDrawing.current,
    press: ({ clientX: x, clientY: y, button, pointerType }: PointerEvent, onBegin: () => void) => {
      if (button !== 0) return;
      pressed.current = { x, y, begin: onBegin };
      if (pointerType === "touch") timer.current = setTimeout(begin, LONG_PRESS_MS);
    },
    /** Does this move draw? */
    move: ({ clientX, clientY, buttons, pointerId, pointerType, currentTarget }: PointerEvent): boolean => {
      if (isDrawing.current) return true;
      if (buttons === 0) pressed.current = null; // let go elsewhere
      if (!pressed.current) return false;
      const isStill = Math.hypot(clientX - pressed.current.x, clientY - pressed.current.y) <= STILL_PX;
      if (isStill) return false;
      clearTimeout(timer.current);
      if (pointerType === "touch") {
        pressed.current = null;
        return false;
      }
      currentTarget.setPointerCapture?.(pointerId);
      begin();
      return true;
    },
    /** Did it draw? */
    release: (): boolean => {
      clearTimeout(timer.current);
      const drew = isDrawing.current;
      isDrawing.current = false;
      pressed.current = null;
      return drew;
    },
  };
}
