import { type PointerEvent, useId, useState } from "react";
import { Area, ComposedChart, Label, Line, ReferenceArea, ReferenceDot, ReferenceLine, XAxis, YAxis } from "recharts";
import { AxisTick } from "./AxisTick";
import { CorrectionMark } from "./CorrectionMark";
import classes from "./OccupancyChart.module.css";
import { hintAt, type OccupancyHint, summaryWords } from "./occupancy-words";
import type { OccupancyChartData } from "./prepare-occupancy";

const STEP = {
  type: "stepAfter",
  isAnimationActive: false,
  dot: false,
  activeDot: false,
  connectNulls: false,
} as const;
const PEOPLE = { ...STEP, strokeWidth: 1.75, strokeLinejoin: "round" } as const;
const LABEL = { fill: "var(--muted)", fontSize: 11, fontWeight: 500 };

/** Draws a prepared day: the line and what it does not know. */
export function OccupancyChart({ chart, height }: { chart: OccupancyChartData; height: number }) {
  const hatch = `chart-gap-${useId()}`;
  const [hint, setHint] = useState<OccupancyHint | null>(null);
  const { from, to, now, level } = chart;
  const isNowInside = now >= from && now <= to;
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setHint(hintAt(chart, from + ((event.clientX - box.left) / box.width) * (to - from)));
  };
  return (
    <div
      className={classes.chart}
      role="img"
      aria-label={summaryWords(chart)}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setHint(null)}
    >
      <ComposedChart
        responsive
        style={{ width: "100%", height }}
        data={[...chart.rows]}
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
          ticks={chart.ticks.map((tick) => tick.at)}
          tick={(props) => <AxisTick {...props} chart={chart} />}
        />
        <YAxis type="number" domain={[0, chart.yMax]} allowDataOverflow hide width={0} />
        {chart.working && (
          <ReferenceArea
            x1={chart.working.from}
            x2={chart.working.to}
            fill="var(--hours)"
            fillOpacity={1}
            zIndex={-50}
          />
        )}
        {chart.ticks.map(
          ({ at }) => at > from && at < to && <ReferenceLine key={at} x={at} stroke="var(--chart-grid)" zIndex={-40} />,
        )}
        {chart.gaps.map((gap) => (
          <ReferenceArea key={gap.from} x1={gap.from} x2={gap.to} fill={`url(#${hatch})`} fillOpacity={0.8} />
        ))}
        <Area {...PEOPLE} dataKey="final" stroke="var(--chart-line)" fill="var(--chart-area)" fillOpacity={1} />
        <Area {...PEOPLE} dataKey="recent" stroke="var(--chart-paler)" fill="var(--chart-area)" fillOpacity={0.5} />
        <Line
          {...STEP}
          dataKey="firstSeen"
          stroke="var(--chart-line)"
          strokeOpacity={0.45}
          strokeWidth={1.75}
          zIndex={90}
        />
        <ReferenceLine y={0} stroke="var(--border-2)" />
        {level && <ReferenceLine y={level.value} stroke="var(--muted)" strokeDasharray="3 3" />}
        {isNowInside && now < to && (
          <ReferenceArea x1={now} x2={to} fill="var(--surface)" fillOpacity={0.55} zIndex={450} />
        )}
        {level && (
          <ReferenceLine
            y={level.value}
            stroke="none"
            label={<Label value={level.label} position="insideBottomRight" offset={4} {...LABEL} />}
            zIndex={460}
          />
        )}
        {hint && <ReferenceLine x={hint.at} stroke="var(--border-strong)" zIndex={470} />}
        {isNowInside && <ReferenceLine x={now} stroke="var(--text)" strokeWidth={1.5} zIndex={480} />}
        {chart.marks.map((mark) => (
          <ReferenceDot
            key={mark.at}
            x={mark.at}
            y={Math.max(mark.from, mark.to)}
            shape={CorrectionMark}
            zIndex={600}
          />
        ))}
        {chart.current !== null && (
          <ReferenceDot
            x={now}
            y={chart.current}
            r={3.5}
            fill="var(--chart-line)"
            stroke="var(--surface)"
            strokeWidth={1.5}
            zIndex={610}
          />
        )}
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
