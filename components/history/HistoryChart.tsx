import { useId } from "react";
import { Area, Bar, ComposedChart, Line, ReferenceArea, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useText } from "@/components/text/TextProvider";
import { coverageText, numberText } from "@/lib/core/figure-words";
import classes from "./History.module.css";
import type { SeriesChart, SeriesRow } from "./prepare-series";

const HEIGHT = 220;
const TICK = { fill: "var(--muted)", fontSize: 11, fontWeight: 500 } as const;
const LINE = { isAnimationActive: false, dot: false, activeDot: false, connectNulls: false } as const;

interface HistoryChartProps {
  readonly chart: SeriesChart;
  /** The chart as one sentence. */
  readonly summary: string;
  /** What the second line is. */
  readonly otherName: string;
}

/** Over time: hours as a step line, days and weeks as bars; hatched where little or nothing is known. */
export function HistoryChart({ chart, summary, otherName }: HistoryChartProps) {
  const t = useText();
  const hatch = `history-hatch-${useId()}`;
  const { rows, bucket } = chart;
  const isLine = bucket === "hour";
  const labelOf = (index: number) => rows[index]?.tick ?? "";
  // An hour is drawn as its two ends, so that it keeps its width beside a gap or another look.
  const drawn = isLine ? rows.flatMap((row) => [row, { ...row, index: row.index + 1 }]) : [...rows];
  return (
    <div role="img" aria-label={summary} className={classes.chart}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ComposedChart
          data={drawn}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          barCategoryGap="18%"
          accessibilityLayer={false}
        >
          <defs>
            <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width={6} height={6} fill="var(--surface)" />
              <rect width={1.3} height={6} fill="var(--chart-hatch)" />
            </pattern>
          </defs>
          <XAxis
            dataKey="index"
            type="number"
            domain={isLine ? [0, Math.max(1, rows.length)] : [-0.5, rows.length - 0.5]}
            ticks={[...chart.ticks]}
            tickFormatter={labelOf}
            tick={TICK}
            tickLine={false}
            axisLine={{ stroke: "var(--border-2)" }}
            interval="preserveStartEnd"
            minTickGap={24}
          />
          <YAxis
            domain={[0, chart.yMax]}
            width={44}
            ticks={[...chart.yTicks]}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            tickFormatter={(value: number) => `${numberText(value, t)}${chart.unit === "percent" ? "\u2009%" : ""}`}
          />
          {chart.gaps.map(({ from, to }) => (
            <ReferenceArea
              key={from}
              x1={isLine ? from : from - 0.5}
              x2={isLine ? to : to - 0.5}
              fill={`url(#${hatch})`}
              fillOpacity={0.55}
            />
          ))}
          {isLine ? <HourSeries hatch={hatch} hasOther={chart.hasOther} /> : null}
          {isLine ? null : (
            <Bar dataKey="value" stackId="first" fill="var(--chart-line)" radius={[3, 3, 0, 0]} {...LINE} />
          )}
          {isLine ? null : (
            <Bar
              dataKey="thin"
              stackId="first"
              fill={`url(#${hatch})`}
              stroke="var(--chart-hatch)"
              radius={[3, 3, 0, 0]}
              {...LINE}
            />
          )}
          {chart.hasOther && (
            <Line
              {...LINE}
              type="linear"
              dataKey="other"
              stroke="var(--text-2)"
              strokeWidth={1.5}
              strokeDasharray="4 3"
              dot={isLine ? false : { r: 2.5, fill: "var(--surface)", strokeDasharray: "none" }}
            />
          )}
          <Tooltip
            cursor={{ stroke: "var(--border-strong)", fill: "var(--surface-3)", fillOpacity: 0.5 }}
            isAnimationActive={false}
            content={({ payload }) => (
              <Hint row={payload?.[0]?.payload as SeriesRow | undefined} chart={chart} otherName={otherName} />
            )}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function HourSeries({ hatch }: { hatch: string; hasOther: boolean }) {
  return (
    <>
      <Area
        {...LINE}
        type="linear"
        dataKey="value"
        stroke="var(--chart-line)"
        strokeWidth={1.75}
        fill="var(--chart-area)"
        fillOpacity={1}
      />
      <Area
        {...LINE}
        type="linear"
        dataKey="thin"
        stroke="var(--chart-hatch)"
        strokeWidth={1.75}
        fill={`url(#${hatch})`}
        fillOpacity={0.8}
      />
    </>
  );
}

function Hint({ row, chart, otherName }: { row: SeriesRow | undefined; chart: SeriesChart; otherName: string }) {
  const t = useText();
  if (!row) return null;
  const unit = chart.unit === "percent" ? "\u2009%" : "";
  const value = row.value ?? row.thin;
  return (
    <div className={classes.hint}>
      <p className={classes.quiet}>{row.label}</p>
      <p>
        {value === null
          ? t("No reading")
          : `${chart.names.first ? `${chart.names.first} ` : ""}${numberText(value, t)}${unit}`}
      </p>
      <p className={classes.quiet}>{t("coverage {coverage}", { coverage: coverageText(row.coverage) })}</p>
      {row.other !== null && (
        <p>
          {chart.names.other ?? otherName}: {numberText(row.other, t)}
          {unit}
        </p>
      )}
    </div>
  );
}
