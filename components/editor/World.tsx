import type { CSSProperties, ReactNode } from "react";
import { planOf } from "@/lib/core/plan-editing/editor-state";
import { frameOf } from "@/lib/core/plan-editing/frame";
import classes from "./Canvas.module.css";
import { useEditor, usePlan } from "./editor-store";

/** Everything that lies on the plan moves and grows with the view, without being drawn again. */
export function World({ children }: { children: ReactNode }) {
  const { x, y, scale, width } = useEditor((state) => state.view);
  // Before the canvas was measured nobody knows where the plan belongs.
  const style = { "--k": 1 / scale, visibility: width === 0 ? "hidden" : undefined } as CSSProperties;
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} style={style}>
      {children}
    </g>
  );
}

/** The sheet the plan is drawn on. */
export function Paper() {
  const aspect = useEditor((state) => planOf(state).aspect);
  const { width, height } = frameOf({ aspect, widthM: null });
  return <rect data-testid="paper" className={classes.paper} width={width} height={height} />;
}

/** The uploaded drawing, under the shapes. */
export function DrawingUnder({ floorId }: { floorId: string }) {
  const { drawing, aspect } = usePlan();
  const layer = useEditor((state) => state.layers.drawing);
  if (!drawing || !layer.isShown) return null;
  const frame = frameOf({ aspect, widthM: null });
  const [x, y] = [drawing.x * frame.width, drawing.y * frame.height];
  const [width, height] = [drawing.width * frame.width, drawing.height * frame.height];
  return (
    <image
      className={classes.drawing}
      href={`/api/floors/${floorId}/drawings/${drawing.id}`}
      x={x}
      y={y}
      width={width}
      height={height}
      opacity={drawing.opacity}
      preserveAspectRatio="none"
      transform={`rotate(${drawing.rotation} ${x + width / 2} ${y + height / 2})`}
      aria-hidden
    />
  );
}

const LEAST_GAP_PX = 16;

/** The dots of the grid; at a distance every second, fourth … of them. */
export function GridDots({ step }: { step: number }) {
  const { x, y, scale } = useEditor((state) => state.view);
  let gap = step * scale;
  while (gap < LEAST_GAP_PX) gap *= 2;
  return (
    <>
      <defs>
        <pattern id="plan-grid" width={gap} height={gap} patternUnits="userSpaceOnUse" x={x - 1} y={y - 1}>
          <circle cx={1} cy={1} r={1} className={classes.dot} />
        </pattern>
      </defs>
      <rect className={classes.grid} width="100%" height="100%" fill="url(#plan-grid)" />
    </>
  );
}
