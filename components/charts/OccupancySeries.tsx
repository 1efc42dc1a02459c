import { Area, Label, Line, ReferenceDot, ReferenceLine } from "recharts";
import { CorrectionMark } from "./CorrectionMark";
import { CurrentDot } from "./CurrentDot";
import { CHART_LABEL, labelPlace, STEP } from "./chart-style";
import type { DayAxis } from "./day-axis";
import type { OccupancyChartData } from "./prepare-occupancy";

const PEOPLE = { ...STEP, strokeWidth: 1.75, strokeLinejoin: "round" } as const;

/** People of a day: the line, its capacity, and what was restated. */
export function OccupancySeries({ chart, axis }: { chart: OccupancyChartData; axis: DayAxis }) {
  const { level } = chart;
  return (
    <>
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
      {level && (
        <ReferenceLine
          y={level.value}
          stroke="none"
          label={<Label value={level.label} position={labelPlace(axis, "above")} offset={4} {...CHART_LABEL} />}
          zIndex={460}
        />
      )}
      {chart.marks.map((mark) => (
        <ReferenceDot key={mark.at} x={mark.at} y={Math.max(mark.from, mark.to)} shape={CorrectionMark} zIndex={600} />
      ))}
      <CurrentDot now={axis.now} current={chart.current} fill="var(--chart-line)" />
    </>
  );
}
