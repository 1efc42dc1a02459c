import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Keys, Target } from "@/lib/core/plan-editing/editor-events";
import type { XY } from "@/lib/core/plan-editing/frame";
import { distance, minus } from "@/lib/core/plan-editing/geometry";
import { HANDLES } from "@/lib/core/plan-editing/resizing";
import { toPlanUnits } from "@/lib/core/plan-editing/view";
import { useEditorStore } from "./editor-store";

const TAP_PX = 6;
const WHEEL_STEP = 0.0016;

/** What of ours is under the pointer. */
function targetOf(element: EventTarget | null): Target | null {
  if (!(element instanceof Element)) return null;
  const part = element.closest<SVGElement>("[data-handle],[data-turn],[data-corner],[data-edge],[data-shape]");
  if (!part) return null;
  const { handle, turn, corner, edge, shape } = part.dataset;
  if (handle !== undefined) {
    const found = HANDLES.find(({ u, v }) => `${u},${v}` === handle);
    return found ? { kind: "handle", handle: found } : null;
  }
  if (turn !== undefined) return { kind: "turn" };
  if (corner !== undefined) return { kind: "corner", index: Number(corner) };
  if (edge !== undefined) return { kind: "edge", index: Number(edge) };
  return shape === undefined ? null : { kind: "shape", id: shape };
}

const keysOf = ({ shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }): Keys => ({
  shift: shiftKey,
  alt: altKey,
});

interface Finger {
  readonly start: XY;
  readonly at: XY;
  readonly target: Target | null;
}

/** Mouse, pen and fingers over the canvas, told to the editor as presses and moves in units, or as moves of the view. */
export function useCanvasPointer(canvas: RefObject<HTMLElement | null>, canEdit: boolean) {
  const store = useEditorStore();
  const fingers = useRef(new Map<number, Finger>());
  /** Only the view moves until the pointer is let go. */
  const pans = useRef(false);
  /** What the last press met: events of a captured pointer do not tell. */
  const pressed = useRef<Target | null>(null);
  const spaceHeld = useRef(false);
  const [isPanning, setIsPanning] = useState(false);

  const onCanvas = ({ clientX, clientY }: { clientX: number; clientY: number }): XY => {
    const { left = 0, top = 0 } = canvas.current?.getBoundingClientRect() ?? {};
    return [clientX - left, clientY - top];
  };
  const inUnits = (at: XY) => toPlanUnits(store.state().view, at);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const lines = event.deltaMode === 1 ? 16 : 1;
      if (event.shiftKey) {
        store.dispatch({ type: "pan", by: [-(event.deltaX || event.deltaY) * lines, 0] });
        return;
      }
      const speed = event.ctrlKey ? 6 : 1; // a pinch on a touchpad comes as a small wheel with Ctrl
      const factor = Math.exp(-event.deltaY * lines * WHEEL_STEP * speed);
      store.dispatch({ type: "zoom", at: [event.clientX - left, event.clientY - top], factor });
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, [canvas, store]);

  useEffect(() => {
    const isTyping = (target: EventTarget | null) =>
      target instanceof HTMLElement && target.closest("input, textarea, [role=dialog], button, a") !== null;
    const down = (event: KeyboardEvent) => {
      if (event.code !== "Space" || isTyping(event.target)) return;
      event.preventDefault();
      spaceHeld.current = true;
      setIsPanning(true);
    };
    const up = (event: KeyboardEvent) => {
      if (event.code !== "Space") return;
      spaceHeld.current = false;
      setIsPanning(false);
    };
    window.addEventListener("keydown", down);
    window.addEventListener("keyup", up);
    return () => {
      window.removeEventListener("keydown", down);
      window.removeEventListener("keyup", up);
    };
  }, []);

  const pinch = (id: number, at: XY) => {
    const before = fingers.current.get(id);
    const other = [...fingers.current.entries()].find(([one]) => one !== id)?.[1];
    if (!before || !other) return;
    const factor = distance(at, other.at) / Math.max(1, distance(before.at, other.at));
    store.dispatch({ type: "zoom", at: other.at, factor });
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button > 1) return;
    event.preventDefault();
    canvas.current?.setAttribute("data-pointer", ""); // no focus ring around what was clicked into
    canvas.current?.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = onCanvas(event);
    const target = targetOf(event.target);
    fingers.current.set(event.pointerId, { start: at, at, target });
    pressed.current = target;
    const { tool } = store.state();
    const isBareTouch = event.pointerType === "touch" && tool === "select" && target === null;
    pans.current =
      !canEdit || event.button === 1 || spaceHeld.current || tool === "pan" || isBareTouch || fingers.current.size > 1;
    if (fingers.current.size > 1) store.dispatch({ type: "cancel" });
    if (!pans.current) store.dispatch({ type: "press", at: inUnits(at), on: target, keys: keysOf(event) });
  };

  const onPointerMove = (event: PointerEvent) => {
    const at = onCanvas(event);
    const finger = fingers.current.get(event.pointerId);
    if (finger && fingers.current.size > 1) pinch(event.pointerId, at);
    else if (finger && pans.current) store.dispatch({ type: "pan", by: minus(at, finger.at) });
    else store.dispatch({ type: "move", at: inUnits(at), keys: keysOf(event), isHeld: finger !== undefined });
    if (finger) fingers.current.set(event.pointerId, { ...finger, at });
  };

  const end = (event: PointerEvent, isDropped: boolean) => {
    const finger = fingers.current.get(event.pointerId);
    if (!finger) return;
    fingers.current.delete(event.pointerId);
    if (!pans.current) {
      store.dispatch(isDropped ? { type: "cancel" } : { type: "release" });
      return;
    }
    const isTap = !isDropped && event.button === 0 && distance(finger.start, finger.at) < TAP_PX;
    const isLooking = store.state().tool === "select" && !spaceHeld.current;
    if (isTap && isLooking)
      store.dispatch({ type: "select", ids: finger.target?.kind === "shape" ? [finger.target.id] : [] });
  };

  const onDoubleClick = () => {
    const { tool, doing } = store.state();
    if (doing?.kind === "path") store.dispatch({ type: "finish" });
    else if (canEdit && tool === "select" && pressed.current?.kind === "shape")
      store.dispatch({ type: "corners", isOn: true });
  };

  return {
    isPanning,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: (event: PointerEvent) => end(event, false),
      onPointerCancel: (event: PointerEvent) => end(event, true),
      onPointerLeave: () => store.dispatch({ type: "leave" }),
      onDoubleClick,
    },
  };
}
