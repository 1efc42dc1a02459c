import { memo } from "react";
import type { FloorPlan, Shape } from "@/lib/core/floor-plan";
import { doorPath, pathOf, planHeight, spotsOf } from "@/lib/core/plan-geometry";
import classes from "./PlanView.module.css";

const TEXT_SIZE = 0.015;

/** Walls, doors and texts: they have no state and take no clicks. */
export const PlanLines = memo(function PlanLines({ plan: { shapes, aspect } }: { plan: FloorPlan }) {
  return shapes.map((shape) => <PlanLine key={shape.id} shape={shape} aspect={aspect} />);
});

function PlanLine({ shape, aspect }: { shape: Shape; aspect: number }) {
  const [first, second] = spotsOf(shape, aspect);
  if (!first) return null;
  if (shape.kind === "wall") return <path className={classes.wall} d={pathOf(spotsOf(shape, aspect), false)} />;
  if (shape.kind === "door") return second ? <path className={classes.door} d={doorPath(first, second)} /> : null;
  if (shape.kind !== "text") return null;
  return (
    <text className={classes.words} x={first[0]} y={first[1]} fontSize={(shape.size ?? TEXT_SIZE) * planHeight(aspect)}>
      {shape.text}
    </text>
  );
}
