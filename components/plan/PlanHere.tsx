import { useText } from "@/components/text/TextProvider";
import type { Point } from "@/lib/core/floor-plan";
import { PLAN_WIDTH, planHeight } from "@/lib/core/plan-geometry";
import classes from "./PlanView.module.css";

interface PlanHereProps {
  /** In parts of the plan's frame. */
  readonly point: Point;
  readonly aspect: number;
  /** px per unit of what is drawn now. */
  readonly scale: number;
}

/** px of a letter, as the plan is small or fills a wall. */
const letterSize = (scale: number) => Math.min(26, Math.max(12, scale * 26));
/** From here on the words stand left of the dot. */
const FAR_RIGHT = 0.72;

/** Where whoever looks stands: a dot and its words. */
export function PlanHere({ point: [x, y], aspect, scale }: PlanHereProps) {
  const t = useText();
  const words = t("You are here");
  const size = letterSize(scale);
  const isLeft = x > FAR_RIGHT;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of SVG is not interactive
    <g
      className={classes.here}
      role="img"
      aria-label={words}
      transform={`translate(${x * PLAN_WIDTH},${y * planHeight(aspect)}) scale(${1 / scale})`}
    >
      <circle className={classes.hereHalo} r={size * 1.2} />
      <circle className={classes.hereDot} r={size * 0.5} strokeWidth={size * 0.18} />
      <text
        className={classes.hereWords}
        x={(isLeft ? -1 : 1) * size * 1.6}
        textAnchor={isLeft ? "end" : "start"}
        fontSize={size}
        strokeWidth={size * 0.3}
        dominantBaseline="central"
      >
        {words}
      </text>
    </g>
  );
}
