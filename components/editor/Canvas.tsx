import { VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useText } from "@/components/text/TextProvider";
import { onlySelected, planOf, selectedShapes } from "@/lib/core/plan-editing/editor-state";
import { frameOf, gridOf } from "@/lib/core/plan-editing/frame";
import classes from "./Canvas.module.css";
import { useEditor, useEditorStore } from "./editor-store";
import { Overlay } from "./Overlay";
import { ShapesLayer } from "./ShapesLayer";
import { useCanvasPointer } from "./use-canvas-pointer";
import { DrawingUnder, GridDots, Paper, World } from "./World";

interface CanvasProps {
  readonly floorId: string;
  readonly label: string;
  /** False: only looking and selecting. */
  readonly canEdit: boolean;
  /** Enter on a selection. */
  readonly onEnter: () => void;
}

/** The plan to work on. One stop of the Tab key from outside; inside, Tab goes from shape to shape. */
export function Canvas({ floorId, label, canEdit, onEnter }: CanvasProps) {
  const t = useText();
  const store = useEditorStore();
  const canvas = useRef<HTMLDivElement>(null);
  const { isPanning, handlers } = useCanvasPointer(canvas, canEdit);
  const tool = useEditor((state) => state.tool);
  const active = useEditor((state) => onlySelected(state)?.id);
  const said = useEditor((state) => state.said);
  const grid = useEditor((state) => gridOf(frameOf(planOf(state))));
  const isLeaving = useRef(false);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const measure = () => store.dispatch({ type: "canvas", width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [store]);

  /** Is there another shape in that direction? Past the last one, and after Esc, Tab leaves the canvas. */
  const goesOn = (step: 1 | -1): boolean => {
    if (isLeaving.current || store.state().doing) return false;
    store.dispatch({ type: "select-next", step });
    return store.state().selection.length > 0;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    canvas.current?.removeAttribute("data-pointer");
    if (event.key === "Tab" && goesOn(event.shiftKey ? -1 : 1)) event.preventDefault();
    isLeaving.current = event.key === "Escape";
    if (event.key === "Enter" && store.state().tool === "select" && selectedShapes(store.state()).length > 0) {
      event.preventDefault();
      onEnter();
    }
  };

  return (
    <div
      ref={canvas}
      className={classes.canvas}
      role="application"
      aria-roledescription={t("floor plan editor")}
      aria-label={label}
      aria-describedby="canvas-help"
      aria-activedescendant={active ? `shape-${active}` : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keyboard as a whole
      tabIndex={0}
      onFocus={() => {
        isLeaving.current = false;
      }}
      onKeyDown={onKeyDown}
    >
      <p id="canvas-help" hidden>
        {t(
          "Tab goes from shape to shape, arrow keys move the selected one, Enter opens its properties, Esc leaves it. A question mark lists all keys.",
        )}
      </p>
      <VisuallyHidden component="p" role="status">
        {said}
      </VisuallyHidden>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: named by the canvas around it */}
      <svg
        className={classes.stage}
        data-tool={isPanning ? "pan" : tool}
        data-draws={(!isPanning && tool !== "select" && tool !== "pan") || undefined}
        {...handlers}
      >
        <GridDots step={grid} />
        <World>
          <Paper />
          <DrawingUnder floorId={floorId} />
          <ShapesLayer />
        </World>
        <Overlay canEdit={canEdit} />
      </svg>
    </div>
  );
}
