import { AirSeries } from "./AirSeries";
import { DayChart } from "./DayChart";
import { OccupancySeries } from "./OccupancySeries";
import { PresenceSeries } from "./PresenceSeries";
import type { TodayChart as TodayChartData } from "./today-chart";

/** As high as the line needs; a band has only two values to show. */
const LINE_HEIGHT = 132;
const BAND_HEIGHT = 64;

/** Draws a prepared day of one metric. */
export function TodayChart({ chart }: { chart: TodayChartData }) {
  const { data, summary, hintAt } = chart;
  const frame = { axis: data, gaps: data.gaps, summary, hintAt };
  switch (chart.kind) {
    case "occupancy":
      return (
        <DayChart {...frame} rows={chart.data.rows} yRange={[0, chart.data.yMax]} height={LINE_HEIGHT}>
          <OccupancySeries chart={chart.data} />
        </DayChart>
      );
    case "presence":
      return (
        <DayChart {...frame} rows={chart.data.spans} yRange={[0, 1]} height={BAND_HEIGHT}>
          <PresenceSeries chart={chart.data} />
        </DayChart>
      );
    case "air":
      return (
        <DayChart {...frame} rows={chart.data.rows} yRange={[chart.data.yMin, chart.data.yMax]} height={LINE_HEIGHT}>
          <AirSeries chart={chart.data} />
        </DayChart>
      );
  }
}
