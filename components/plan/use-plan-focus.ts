import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useState } from "react";
import { isArrow, nearest } from "@/components/floor/move-between-spaces";
import { ZOOM_STEP } from "./PlanControls";
import type { PlanItem } from "./plan-items";
import { shapeAt } from "./shape-at";
import type { PlanZoom } from "./use-plan-zoom";

interface PlanFocus {
  /** The one shape that Tab leads to. */
  readonly tabStop: string | null;
  /** Where the keyboard is now. */
  readonly ringed: string | null;
  readonly handlers: {
    readonly onClick: (event: MouseEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** Keys of a plan: Tab leads to one shape, arrows to the nearest, + − 0 zoom, Enter and Space open, with Shift they pick. */
export function usePlanFocus(
  stage: RefObject<HTMLElement | null>,
  items: readonly PlanItem[],
  zoom: PlanZoom,
  onOpen: (shapeId: string, isPick: boolean) => void,
): PlanFocus {
  const [at, setAt] = useState<string | null>(null);
  const [ringed, setRinged] = useState<string | null>(null);
  const itemOf = (id: string | null) => items.find(({ shape }) => shape.id === id);
  const tabStop = itemOf(at)?.shape.id ?? items[0]?.shape.id ?? null;

  const onFocus = ({ target }: FocusEvent) => {
    const id = shapeAt(target);
    const item = itemOf(id);
    if (!item) return;
    setAt(id);
    if (!target.matches(":focus-visible")) return;
    setRinged(id);
    zoom.reveal(item.bounds);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = itemOf(shapeAt(event.target));
    if (from && isArrow(event.key)) {
      const others = items.filter((item) => item !== from).map((item) => ({ item, box: item.bounds }));
      const next = nearest(from.bounds, others, event.key);
      if (!next) return; // there may be something outside the plan
      focusShape(stage.current, next.item.shape.id);
    } else if (from && (event.key === "Enter" || event.key === " ")) onOpen(from.shape.id, event.shiftKey);
    else if (event.key === "+" || event.key === "=") zoom.zoomBy(ZOOM_STEP);
    else if (event.key === "-" || event.key === "−") zoom.zoomBy(1 / ZOOM_STEP);
    else if (event.key === "0") zoom.fit();
    else return;
    event.preventDefault();
  };

  const onClick = ({ target, shiftKey }: MouseEvent) => {
    const id = shapeAt(target);
    if (id !== null) onOpen(id, shiftKey);
  };
  return { tabStop, ringed, handlers: { onClick, onFocus, onBlur: () => setRinged(null), onKeyDown } };
}

function focusShape(stage: HTMLElement | null, id: string) {
  const shapes = [...(stage?.querySelectorAll<SVGGElement>("[data-shape]") ?? [])];
  shapes.find(({ dataset }) => dataset.shape === id)?.focus({ preventScroll: true });
}
