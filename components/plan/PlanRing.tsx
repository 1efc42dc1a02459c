import classes from "./PlanView.module.css";
import type { PlanItem } from "./plan-items";

/** Around the shape that is opened, that is picked with others, or that the keyboard is at; above everything, so that no neighbour hides it. */
export function PlanRing({ item, isPick = false }: { item: PlanItem | undefined; isPick?: boolean }) {
  if (!item) return null;
  const d = item.outerPath;
  return (
    <g className={classes.ring} data-pick={isPick || undefined} aria-hidden>
      <path d={d} stroke="var(--plan-floor)" strokeWidth={6.5} />
      <path d={d} stroke="var(--focus)" strokeWidth={3} />
    </g>
  );
}
