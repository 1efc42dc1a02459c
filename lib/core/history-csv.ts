import type { RankedSpace } from "./rank-spaces";
import { metricWords } from "./space-metric-words";
import { type Heatmap, type HistorySeries, SPACE_METRICS, type SpaceMetric } from "./space-metrics";
import type { Text } from "./text";

/** A number as a spreadsheet reads it, at most to the thousandth. */
const cell = (value: number | null | undefined): string =>
  value == null ? "" : String(Math.round(value * 1_000) / 1_000);

const percent = (coverage: number): string => cell(Math.round(coverage * 1_000) / 10);

/** The figures in the table of spaces and its file, besides the names. */
export const TABLE_METRICS = [
  "timeUsedPercent",
  "averageWhenUsed",
  "peak",
  "utilization",
  "sessions",
  "dwellMean",
] as const satisfies readonly SpaceMetric[];

const head = (metric: SpaceMetric, t: Text) => `${metricWords(metric, t).name} (${SPACE_METRICS[metric].unit})`;

/** The table of spaces as it is shown, in its order. */
export function spacesCsv(rows: readonly RankedSpace[], t: Text): string[][] {
  const columns = TABLE_METRICS;
  return [
    [
      t("Id"),
      t("Space"),
      t("Type"),
      t("Floor"),
      t("Seats"),
      ...columns.map((metric) => head(metric, t)),
      t("Coverage (%)"),
      t("Ranked"),
    ],
    ...rows.map(({ space, isUnranked }) => [
      space.id,
      space.name,
      space.type ?? "",
      space.floor?.name ?? "",
      cell(space.capacity),
      ...columns.map((metric) => cell(space.figures[metric]?.value)),
      percent(space.coverage),
      isUnranked ? t("no") : t("yes"),
    ]),
  ];
}

/** The cells of the heatmap, with what stands behind them. */
export function heatmapCsv({ cells, metric }: Heatmap, weekdayName: (weekday: number) => string, t: Text): string[][] {
  return [
    [t("Weekday"), t("Hour"), head(metric, t), t("Coverage (%)"), t("Days")],
    ...cells.map(({ weekday, hour, value, coverage, days }) => [
      weekdayName(weekday),
      `${String(hour).padStart(2, "0")}:00`,
      cell(value),
      percent(coverage),
      String(days),
    ]),
  ];
}

/** The days behind one cell. */
export function cellDaysCsv({ days = [], metric }: Heatmap, t: Text): string[][] {
  return [
    [t("Day"), head(metric, t), t("Coverage (%)")],
    ...days.map(({ date, value, coverage }) => [date, cell(value), percent(coverage)]),
  ];
}

/** The lines of the chart, moments with the offset of the site. */
export function seriesCsv({ lines, metric }: HistorySeries, t: Text): string[][] {
  return [
    [t("Line"), t("From"), head(metric, t), t("Coverage (%)")],
    ...lines.flatMap(({ space, period, points }) =>
      points.map(({ at, value, coverage }) => [
        space?.name ?? (period === "asked" ? t("Period") : t("Before")),
        at,
        cell(value),
        percent(coverage),
      ]),
    ),
  ];
}
