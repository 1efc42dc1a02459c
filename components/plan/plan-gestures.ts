import { movedBy, type Place, type PlanTransform, type Room, scaledAt, wheelFactor } from "./plan-transform";

interface Moved {
  readonly get: () => PlanTransform;
  readonly set: (next: PlanTransform) => void;
  readonly room: () => Room;
}

/** A hand is never quite still: below this a press is a click, px. */
const CLICK_PX = 5;

/** Lets wheel, pointer and fingers move a drawing inside an element; answers how to stop that. */
export function followGestures(element: HTMLElement, moved: Moved): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const fingers = new Map<number, Place>();
  let start: Place | null = null;
  let isDragged = false;
  const placeOf = ({ clientX, clientY }: MouseEvent): Place => {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  const onWheel = (event: WheelEvent) => {
    const before = moved.get();
    const next = scaledAt(before, wheelFactor(event), placeOf(event), moved.room());
    if (next.k === before.k) return; // nothing left to zoom: the page may scroll
    event.preventDefault();
    moved.set(next);
  };
  const onDown = (event: PointerEvent) => {
    // A second button is never for the plan, and with Shift a frame is drawn on it.
    if (event.button !== 0 || event.ctrlKey || event.shiftKey) return;
    if (fingers.size === 0) {
      start = placeOf(event);
      isDragged = false;
    }
    fingers.set(event.pointerId, placeOf(event));
  };
  const onMove = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const at = placeOf(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!isDragged) {
      // One finger scrolls the page until the plan is larger than its stage.
      if (!other && (moved.get().k <= 1 || distance(at, start ?? at) <= CLICK_PX)) return;
      isDragged = true;
      element.setPointerCapture?.(event.pointerId);
    }
    fingers.set(event.pointerId, at);
    moved.set(other ? pinched(moved.get(), before, at, other, moved.room()) : dragged(before, at));
  };
  const dragged = (before: Place, at: Place) => movedBy(moved.get(), at.x - before.x, at.y - before.y, moved.room());
  const onEnd = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId) || fingers.size > 0 || !isDragged) return;
    isDragged = false;
    swallowClick();
  };
  element.addEventListener("wheel", onWheel, { signal, passive: false });
  element.addEventListener("pointerdown", onDown, { signal });
  element.addEventListener("pointermove", onMove, { signal });
  element.addEventListener("pointerup", onEnd, { signal });
  element.addEventListener("pointercancel", onEnd, { signal });
  return () => stop.abort();
}

const distance = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y);

/** One of two fingers went from one place to another. */
function pinched(from: PlanTransform, before: Place, at: Place, other: Place, room: Room): PlanTransform {
  const middle = { x: (before.x + other.x) / 2, y: (before.y + other.y) / 2 };
  const factor = distance(at, other) / Math.max(1, distance(before, other));
  return movedBy(scaledAt(from, factor, middle, room), (at.x - before.x) / 2, (at.y - before.y) / 2, room);
}

/** The click that ends a drag means nothing. */
export function swallowClick(): void {
  const once = new AbortController();
  const swallow = (event: Event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, signal: once.signal });
  setTimeout(() => once.abort(), 0);
}
