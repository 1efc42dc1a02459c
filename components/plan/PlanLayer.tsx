import type { ReactNode, RefCallback } from "react";
import classes from "./PlanView.module.css";

/** What all layers of a plan share: one frame, moved and scaled together. */
export interface PlanFrame {
  readonly viewBox: string;
  /** Of whatever moves with the plan. */
  readonly world: RefCallback<SVGGElement>;
}

interface PlanLayerProps {
  readonly frame: PlanFrame;
  /** Draws nothing that somebody listens to, or presses. */
  readonly isMute?: boolean | undefined;
  /** Is painted for itself: what changes in it leaves the other layers as they are. */
  readonly isOwn?: boolean | undefined;
  /** Lets the ground through its paper. */
  readonly isInk?: boolean | undefined;
  readonly children: ReactNode;
}

/** One sheet of a plan; those that come later lie above. */
export function PlanLayer({ frame: { viewBox, world }, isMute, isOwn, isInk, children }: PlanLayerProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the plan has the name, each shape its own
    <svg
      className={classes.layer}
      data-own={isOwn || undefined}
      data-ink={isInk || undefined}
      viewBox={viewBox}
      aria-hidden={isMute || undefined}
    >
      <g ref={world}>{children}</g>
    </svg>
  );
}
