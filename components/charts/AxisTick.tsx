import type { XAxisTickContentProps } from "recharts";
import classes from "./DayChart.module.css";
import type { DayAxis } from "./day-axis";

interface AxisTickProps extends Pick<XAxisTickContentProps, "x" | "payload"> {
  axis: DayAxis;
}

/** An hour above the chart; the outermost two stay inside its edges. */
export function AxisTick({ x, payload, axis }: AxisTickProps) {
  const at: unknown = payload.value;
  const anchor = at === axis.from ? "start" : at === axis.to ? "end" : "middle";
  return (
    <text x={x} y={10} textAnchor={anchor} className={classes.tick}>
      {axis.ticks.find((tick) => tick.at === at)?.label}
    </text>
  );
}
