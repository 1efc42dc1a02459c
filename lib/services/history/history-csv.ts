import "server-only";
import { stringify } from "csv-stringify/sync";
import { safeCell } from "@/lib/core/imports/csv-cell";
import {
  type Heatmap,
  type HistoryFigures,
  type HistoryHead,
  type HistorySeries,
  SPACE_METRICS,
  type SpaceFigures,
  type SpaceMetric,
  type Usual,
} from "@/lib/core/space-metrics";

export type Cell = string | number | null;

/** What nobody knows is an empty cell. No text begins as a formula; numbers are numbers. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? safeCell(cell) : cell))),
    { record_delimiter: "windows" },
  )}`;

const METRICS = Object.keys(SPACE_METRICS) as SpaceMetric[];
const PERIOD = ["from", "to", "timeZone", "hours"];
const period = ({ from, to, timeZone, hours }: HistoryHead): Cell[] => [from, to, timeZone, hours];

/** A line for each space, the last one for all of them together. */
export function figuresCsv(answer: HistoryFigures): string {
  const titles = METRICS.flatMap((metric) => [
    `${metric} (${SPACE_METRICS[metric].unit})`,
    `${metric} coverage`,
    `${metric} at`,
  ]);
  const values = ({ figures }: Pick<SpaceFigures, "figures">): Cell[] =>
    METRICS.flatMap((metric) => {
      const figure = figures[metric];
      return figure ? [figure.value, figure.coverage, figure.at ?? null] : [null, null, null];
    });
  const line = (about: Cell[], item: Pick<SpaceFigures, "capacity" | "coverage" | "minutes" | "figures">) => [
    ...about,
    item.capacity,
    item.coverage,
    item.minutes,
    ...values(item),
    ...period(answer),
  ];
  return csv([
    ["id", "name", "kind", "type", "floor", "capacity", "coverage", "minutes", ...titles, ...PERIOD],
    ...answer.items.map((item) => line([item.id, item.name, item.kind, item.type, item.floor?.name ?? null], item)),
    line([null, "All together", null, null, null], answer.group),
  ]);
}

/** A line for each cell; with the days of one cell, those instead. */
export function heatmapCsv(answer: Heatmap): string {
  const title = `${answer.metric} (${answer.unit})`;
  if (answer.days) {
    return csv([
      ["date", title, "coverage", ...PERIOD],
      ...answer.days.map(({ date, value, coverage }) => [date, value, coverage, ...period(answer)]),
    ]);
  }
  return csv([
    ["weekday", "hour", title, "coverage", "days", ...PERIOD],
    ...answer.cells.map((cell) => [cell.weekday, cell.hour, cell.value, cell.coverage, cell.days, ...period(answer)]),
  ]);
}

/** A line for each point; moments carry the site's offset. */
export function seriesCsv(answer: HistorySeries): string {
  return csv([
    ["id", "name", "period", "at", `${answer.metric} (${answer.unit})`, "coverage"],
    ...answer.lines.flatMap(({ space, period: which, points }) =>
      points.map(({ at, value, coverage }) => [
        space?.id ?? null,
        space?.name ?? "All together",
        which,
        at,
        value,
        coverage,
      ]),
    ),
  ]);
}

export function usualCsv(answer: Usual): string {
  const names = ["weekday", "hour", "timeZone", "unit", "value", "weeks", "busier", "level"] as const;
  return csv([names, names.map((name) => answer[name])]);
}
