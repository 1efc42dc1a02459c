import classes from "./PlanView.module.css";
import type { PlanItem } from "./plan-items";

/** Around the shape that is opened, or that the keyboard is at; above everything, so that no neighbour hides it. */
export function PlanRing({ item }: { item: PlanItem | undefined }) {
  if (!item) return null;
  const d = item.outerPath;
  return (
    <g className={classes.ring} aria-hidden>
      <path d={d} stroke="var(--plan-floor)" strokeWidth={6.5} />
      <path d={d} stroke="var(--focus)" strokeWidth={3} />
    </g>
  );
}
