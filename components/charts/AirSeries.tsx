import { Label, Line, ReferenceLine } from "recharts";
import { CurrentDot } from "./CurrentDot";
import { CHART_LABEL, STEP } from "./chart-style";
import type { AirChartData } from "./prepare-air";

/** The air of a day: the line, its axis, and the limits it should keep. */
export function AirSeries({ chart }: { chart: AirChartData }) {
  return (
    <>
      {chart.limits.map(({ value }) => (
        <ReferenceLine key={value} y={value} stroke="var(--threshold)" strokeDasharray="4 3" strokeOpacity={0.7} />
      ))}
      <Line {...STEP} dataKey="value" stroke="var(--chart-co2)" strokeWidth={1.75} strokeLinejoin="round" />
      {chart.limits.map(({ value, label }) => (
        <ReferenceLine
          key={value}
          y={value}
          stroke="none"
          label={
            <Label value={label} position="insideBottomRight" offset={4} {...CHART_LABEL} fill="var(--threshold)" />
          }
          zIndex={460}
        />
      ))}
      {chart.yTicks.map(({ value, label }) => (
        <ReferenceLine
          key={value}
          y={value}
          stroke="none"
          label={<Label value={label} position="insideLeft" offset={2} {...CHART_LABEL} />}
          zIndex={460}
        />
      ))}
      <CurrentDot chart={chart} fill="var(--chart-co2)" />
    </>
  );
}
