import { coverageText, isThin, numberText } from "@/lib/core/figure-words";
import type { Heatmap, HeatmapCell } from "@/lib/core/space-metrics";
import type { Text } from "@/lib/core/text";

export interface GridCell {
  readonly weekday: number;
  readonly hour: number;
  /** The number in it; empty where nothing is known. */
  readonly text: string;
  /** Of seven blues; null where too little was seen to colour it. */
  readonly level: number | null;
  readonly isKnown: boolean;
  readonly coverage: string;
  readonly days: number;
}

export interface Grid {
  readonly hours: readonly number[];
  readonly rows: readonly { readonly weekday: number; readonly cells: readonly (GridCell | null)[] }[];
  /** The value of the darkest blue. */
  readonly most: number;
}

const LEVELS = 7;

/** Decides what the heatmap shows: every hour between the first and the last of any weekday, no colour below 80 %. */
export function prepareHeatmap({ cells, unit }: Pick<Heatmap, "cells" | "unit">, t: Text): Grid {
  const known = cells.flatMap(({ value }) => value ?? []);
  const most = unit === "percent" ? 100 : Math.max(1, ...known);
  const hours = range(cells.map(({ hour }) => hour));
  const weekdays = [...new Set(cells.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  const find = (weekday: number, hour: number) => cells.find((cell) => cell.weekday === weekday && cell.hour === hour);
  return {
    hours,
    most,
    rows: weekdays.map((weekday) => ({
      weekday,
      cells: hours.map((hour) => {
        const cell = find(weekday, hour);
        return cell ? gridCell(cell, unit, most, t) : null;
      }),
    })),
  };
}

function gridCell(
  { weekday, hour, value, coverage, days }: HeatmapCell,
  unit: string,
  most: number,
  t: Text,
): GridCell {
  return {
    weekday,
    hour,
    text: value === null ? "" : numberText(unit === "percent" ? Math.round(value) : value, t),
    level: value === null || isThin(coverage) ? null : levelOf(value, most),
    isKnown: value !== null,
    coverage: coverageText(coverage),
    days,
  };
}

const levelOf = (value: number, most: number) =>
  Math.max(1, Math.min(LEVELS, Math.ceil((Math.max(0, value) / most) * LEVELS)));

function range(numbers: readonly number[]): number[] {
  if (numbers.length === 0) return [];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
