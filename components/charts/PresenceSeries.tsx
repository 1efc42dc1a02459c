import { ReferenceArea } from "recharts";
import type { PresenceChartData } from "./prepare-presence";

const IN_USE = { y1: 0, y2: 1, fill: "var(--st-occupied-fill)" } as const;
/** Lower as well as paler: never colour alone. */
const FREE = { y1: 0, y2: 0.3, fill: "var(--band-free)" } as const;

/** When a motion or desk sensor saw somebody, as a band. */
export function PresenceSeries({ chart }: { chart: PresenceChartData }) {
  return chart.spans.map(({ from, to, value }) =>
    value === null ? null : (
      <ReferenceArea key={from} x1={from} x2={to} {...(value > 0 ? IN_USE : FREE)} fillOpacity={1} zIndex={100} />
    ),
  );
}
