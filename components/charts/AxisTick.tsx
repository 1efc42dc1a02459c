import type { XAxisTickContentProps } from "recharts";
import classes from "./OccupancyChart.module.css";
import type { OccupancyChartData } from "./prepare-occupancy";

interface AxisTickProps extends Pick<XAxisTickContentProps, "x" | "payload"> {
  chart: Pick<OccupancyChartData, "from" | "to" | "ticks">;
}

/** An hour above the chart; the outermost two stay inside its edges. */
export function AxisTick({ x, payload, chart }: AxisTickProps) {
  const at: unknown = payload.value;
  const anchor = at === chart.from ? "start" : at === chart.to ? "end" : "middle";
  return (
    <text x={x} y={10} textAnchor={anchor} className={classes.tick}>
      {chart.ticks.find((tick) => tick.at === at)?.label}
    </text>
  );
}
