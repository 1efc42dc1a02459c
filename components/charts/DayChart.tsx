import { type PointerEvent, type ReactNode, useId, useState } from "react";
import { ComposedChart, ReferenceArea, ReferenceLine, XAxis, YAxis } from "recharts";
import { AxisTick } from "./AxisTick";
import type { ChartHint } from "./chart-words";
import classes from "./DayChart.module.css";
import type { DayAxis, Stretch } from "./day-axis";

interface DayChartProps {
  readonly axis: DayAxis;
  readonly gaps: readonly Stretch[];
  /** What the series inside are drawn from. */
  readonly rows: readonly object[];
  readonly yRange: readonly [number, number];
  readonly height: number;
  /** The chart as one sentence. */
  readonly summary: string;
  readonly hintAt: (at: number) => ChartHint | null;
  readonly children: ReactNode;
}

/** The frame of every chart of a day: hours, what is not known, now, and a hint where the pointer is. */
export function DayChart({ axis, gaps, rows, yRange, height, summary, hintAt, children }: DayChartProps) {
  const hatch = `chart-gap-${useId()}`;
  const [hint, setHint] = useState<ChartHint | null>(null);
  const { from, to, now, working } = axis;
  const isNowInside = now >= from && now <= to;
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setHint(hintAt(from + ((event.clientX - box.left) / box.width) * (to - from)));
  };
  return (
    <div
      className={classes.chart}
      role="img"
      aria-label={summary}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setHint(null)}
    >
      <ComposedChart
        responsive
        style={{ width: "100%", height }}
        data={[...rows]}
        margin={{ top: 0, right: 0, bottom: 1, left: 0 }}
        accessibilityLayer={false}
      >
        <defs>
          <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width={6} height={6} className={classes.hatchGround} />
            <rect width={1.3} height={6} className={classes.hatchLine} />
          </pattern>
        </defs>
        <XAxis
          dataKey="at"
          type="number"
          domain={[from, to]}
          allowDataOverflow
          orientation="top"
          height={20}
          interval={0}
          axisLine={false}
          tickLine={false}
          ticks={axis.ticks.map((tick) => tick.at)}
          tick={(props) => <AxisTick {...props} axis={axis} />}
        />
        <YAxis type="number" domain={[...yRange]} allowDataOverflow hide width={0} />
        {working && (
          <ReferenceArea x1={working.from} x2={working.to} fill="var(--hours)" fillOpacity={1} zIndex={-50} />
        )}
        {axis.ticks.map(
          ({ at }) => at > from && at < to && <ReferenceLine key={at} x={at} stroke="var(--chart-grid)" zIndex={-40} />,
        )}
        {gaps.map((gap) => (
          <ReferenceArea key={gap.from} x1={gap.from} x2={gap.to} fill={`url(#${hatch})`} fillOpacity={0.8} />
        ))}
        {children}
        {isNowInside && now < to && (
          <ReferenceArea x1={now} x2={to} fill="var(--surface)" fillOpacity={0.55} zIndex={450} />
        )}
        {hint && <ReferenceLine x={hint.at} stroke="var(--border-strong)" zIndex={470} />}
        {isNowInside && <ReferenceLine x={now} stroke="var(--text)" strokeWidth={1.5} zIndex={480} />}
      </ComposedChart>
      {hint && (
        <div className={classes.hint} style={hintPlace((hint.at - from) / (to - from))} aria-hidden>
          {hint.lines.map((words) => (
            <div key={words}>{words}</div>
          ))}
        </div>
      )}
    </div>
  );
}

/** Beside the cursor, on the side with more room. */
function hintPlace(share: number) {
  return share < 0.5 ? { left: `calc(${share * 100}% + 8px)` } : { right: `calc(${(1 - share) * 100}% + 8px)` };
}
