import { Label, Line, ReferenceLine } from "recharts";
import { CurrentDot } from "./CurrentDot";
import { CHART_LABEL, labelPlace, STEP } from "./chart-style";
import type { DayAxis } from "./day-axis";
import type { AirChartData } from "./prepare-air";

/** The air of a day: the line, and the limits it should keep. */
export function AirSeries({ chart, axis }: { chart: AirChartData; axis: DayAxis }) {
  return (
    <>
      {chart.limits.map(({ value }) => (
        <ReferenceLine key={value} y={value} stroke="var(--threshold)" strokeDasharray="4 3" strokeOpacity={0.7} />
      ))}
      <Line {...STEP} dataKey="value" stroke="var(--chart-co2)" strokeWidth={1.75} strokeLinejoin="round" />
      {chart.limits.map(({ value, label }, i) => (
        <ReferenceLine
          key={value}
          y={value}
          stroke="none"
          label={
            <Label
              value={label}
              position={labelPlace(axis, i === 0 ? "above" : "below")}
              offset={3}
              {...CHART_LABEL}
              fill="var(--threshold)"
            />
          }
          zIndex={460}
        />
      ))}
      <CurrentDot now={axis.now} current={chart.current} fill="var(--chart-co2)" />
    </>
  );
}
