import { type ReactNode, useId } from "react";
import { ComposedChart, ReferenceArea, XAxis, YAxis } from "recharts";
import type { DayAxis, Stretch } from "./day-axis";
import classes from "./Timeline.module.css";

interface LineRowProps {
  readonly axis: DayAxis;
  readonly gaps: readonly Stretch[];
  /** What the series inside are drawn from. */
  readonly rows: readonly object[];
  readonly yRange: readonly [number, number];
  readonly height: number;
  readonly children: ReactNode;
}

/** A row of the day that is a line: what is not known of it is hatched. */
export function LineRow({ axis, gaps, rows, yRange, height, children }: LineRowProps) {
  const hatch = `chart-gap-${useId()}`;
  return (
    <ComposedChart
      responsive
      style={{ width: "100%", height }}
      data={[...rows]}
      margin={{ top: 0, right: 0, bottom: 1, left: 0 }}
      accessibilityLayer={false}
    >
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={1.3} height={6} className={classes.hatchLine} />
        </pattern>
      </defs>
      <XAxis dataKey="at" type="number" domain={[axis.from, axis.to]} allowDataOverflow hide height={0} />
      <YAxis type="number" domain={[...yRange]} allowDataOverflow hide width={0} />
      {gaps.map((gap) => (
        <ReferenceArea key={gap.from} x1={gap.from} x2={gap.to} fill={`url(#${hatch})`} fillOpacity={0.8} />
      ))}
      {children}
    </ComposedChart>
  );
}
