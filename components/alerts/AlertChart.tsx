import { ComposedChart, Label, Line, ReferenceArea, ReferenceLine, XAxis, YAxis } from "recharts";
import { CHART_LABEL, STEP } from "@/components/charts/chart-style";
import { intlLocale } from "@/lib/core/locale";
import type { Text } from "@/lib/core/text";
import { clockWords, type Says } from "./alert-words";
import type { AlertChartData } from "./prepare-alert-chart";

interface AlertChartProps {
  readonly data: AlertChartData;
  readonly zone: string;
  readonly says: Says;
}

const HEIGHT = 112;
function withUnit(value: number, unit: string, { locale }: Text): string {
  const number = new Intl.NumberFormat(intlLocale(locale), { useGrouping: false }).format(value);
  return unit === "" ? number : `${number}\u202f${unit}`;
}

/** The value that opened an alert, the line it crossed, and since when. */
export function AlertChart({ data, zone, says }: AlertChartProps) {
  const { t } = says;
  const clock = (at: number) => clockWords(new Date(at).toISOString(), zone, says);
  const { from, to, since, until, threshold, clear, unit } = data;
  const summary = t("From {from} to {to} between {least} and {most}, last {last}", {
    from: clock(from),
    to: clock(to),
    least: withUnit(data.least, unit, t),
    most: withUnit(data.most, unit, t),
    last: withUnit(data.last, unit, t),
  });
  const ticks = [from, since, to].filter((at, i, all) => all.indexOf(at) === i);
  return (
    <div role="img" aria-label={summary}>
      <ComposedChart
        responsive
        style={{ width: "100%", height: HEIGHT }}
        data={[...data.rows]}
        margin={{ top: 6, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="at"
          type="number"
          domain={[from, to]}
          allowDataOverflow
          height={20}
          axisLine={{ stroke: "var(--border-2)" }}
          tickLine={false}
          ticks={ticks}
          interval={0}
          tick={({ x, y, payload }) => (
            <text
              x={x}
              y={Number(y) + 10}
              fontSize={11}
              fill={payload.value === since ? "var(--crit)" : "var(--muted)"}
              textAnchor={anchorOf(Number(payload.value), from, to)}
            >
              {isCrowded(Number(payload.value), since, from, to) ? "" : clock(Number(payload.value))}
            </text>
          )}
        />
        <YAxis type="number" domain={[data.yMin, data.yMax]} allowDataOverflow hide width={0} />
        <ReferenceArea x1={since} x2={until} fill="var(--crit-soft)" fillOpacity={1} zIndex={-50} />
        {threshold === null ? null : (
          <ReferenceLine y={threshold} stroke="var(--threshold)" strokeDasharray="4 3">
            <Label
              value={withUnit(threshold, unit, t)}
              position="insideBottomLeft"
              {...CHART_LABEL}
              fill="var(--threshold)"
            />
          </ReferenceLine>
        )}
        {clear === null ? null : <ReferenceLine y={clear} stroke="var(--muted)" strokeDasharray="1 3" />}
        <ReferenceLine x={since} stroke="var(--crit)" strokeDasharray="3 3" />
        <Line {...STEP} dataKey="value" stroke="var(--chart-line)" strokeWidth={1.75} strokeLinejoin="round" />
      </ComposedChart>
    </div>
  );
}

const anchorOf = (at: number, from: number, to: number) => (at === from ? "start" : at === to ? "end" : "middle");

/** The outer ends give way to the moment it began. */
const isCrowded = (at: number, since: number, from: number, to: number) =>
  at !== since && Math.abs(at - since) < (to - from) * 0.2;
