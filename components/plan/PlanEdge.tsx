import type { CSSProperties } from "react";
import classes from "./PlanView.module.css";
import type { PlanItem } from "./plan-items";
import type { PlanShapeProps } from "./plan-shape-props";

const DASH = { solid: undefined, dashed: "6 4", dotted: "2 4" } as const;
const EDGE_PX = 1.5;

/** The edge of a shape: broken where nobody is sure, and around zones. */
export function PlanEdge({ item: { shape, innerPath }, face }: { item: PlanItem; face: PlanShapeProps }) {
  const edge = shape.kind === "zone" ? "dashed" : (face.edge ?? "solid");
  return (
    <path
      className={classes.edge}
      data-kind={shape.kind}
      d={innerPath}
      stroke={face.marked ? "var(--accent)" : face.stroke}
      style={{ "--edge": face.marked ? 3 : (face.edgeWidth ?? EDGE_PX) } as CSSProperties}
      strokeDasharray={DASH[edge]}
    />
  );
}
