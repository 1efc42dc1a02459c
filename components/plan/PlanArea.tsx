import { memo } from "react";
import { isDrawnAlike } from "./drawn-alike";
import { PlanEdge } from "./PlanEdge";
import classes from "./PlanView.module.css";
import type { PlanItem } from "./plan-items";
import type { PlanShapeProps } from "./plan-shape-props";

interface PlanAreaProps {
  readonly face: PlanShapeProps;
  readonly item: PlanItem;
  /** Tab leads here. */
  readonly isTabStop: boolean;
}

/** The ground of a room, zone or desk, and the button it is. Its edge and words are drawn above the drawing's lines. */
export const PlanArea = memo(function PlanArea({ item, isTabStop, face }: PlanAreaProps) {
  const { shape, path, innerPath } = item;
  const isDesk = shape.kind === "desk";
  const ground = shape.kind === "room" ? path : innerPath;
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand in SVG
    <g
      className={classes.area}
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={face.sentence}
      aria-pressed={face.selected || face.picked || false}
      data-shape={shape.id}
      data-space={shape.spaceId ?? undefined}
      data-kind={shape.kind}
      data-state={face.state}
      data-picked={face.picked || undefined}
      data-dimmed={face.dimmed || undefined}
    >
      <path className={classes.ground} d={ground} fill={face.fill} />
      {face.pattern && shape.kind !== "zone" ? <path d={ground} fill={face.pattern} /> : null}
      {isDesk ? <PlanEdge item={item} face={face} /> : null}
    </g>
  );
}, isDrawnAlike);
