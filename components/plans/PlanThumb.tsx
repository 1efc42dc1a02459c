import type { PlanThumbnail } from "@/lib/core/plan-overview";
import classes from "./PlanThumb.module.css";

/** A plan as small as a stamp; decoration beside the name of its floor. */
export function PlanThumb({ thumbnail }: { readonly thumbnail: PlanThumbnail | null }) {
  if (!thumbnail) return <div className={classes.empty} aria-hidden />;
  const { aspect, areas, desks, lines } = thumbnail;
  return (
    <svg className={classes.thumb} viewBox={`-2 -2 104 ${100 / aspect + 4}`} aria-hidden>
      <path className={classes.areas} d={areas} />
      <path className={classes.desks} d={desks} />
      <path className={classes.lines} d={lines} />
    </svg>
  );
}
