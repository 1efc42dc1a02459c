import { memo } from "react";
import type { DrawingPlacement } from "@/lib/core/floor-plan";
import { PLAN_WIDTH, planHeight } from "@/lib/core/plan-geometry";

interface PlanDrawingProps {
  readonly floorId: string;
  readonly drawing: DrawingPlacement;
  readonly aspect: number;
}

/** The uploaded drawing: its ink lies over the fills of rooms, its paper lets them through. */
export const PlanDrawing = memo(function PlanDrawing({ floorId, drawing, aspect }: PlanDrawingProps) {
  const high = planHeight(aspect);
  const [x, y] = [drawing.x * PLAN_WIDTH, drawing.y * high];
  const [width, height] = [drawing.width * PLAN_WIDTH, drawing.height * high];
  return (
    <image
      href={`/api/floors/${floorId}/drawings/${drawing.id}`}
      x={x}
      y={y}
      width={width}
      height={height}
      opacity={drawing.opacity}
      preserveAspectRatio="none"
      transform={drawing.rotation === 0 ? undefined : `rotate(${drawing.rotation} ${x + width / 2} ${y + height / 2})`}
      aria-hidden
    />
  );
});
