import type { Box } from "./geometry";

export interface DeskGrid {
  readonly columns: number;
  readonly rows: number;
  /** Between two columns and two rows, units. */
  readonly gap: { readonly x: number; readonly y: number };
}

/** The most desks one stroke draws. */
const MOST_DESKS = 400;

/** Desks that fill a box, row by row; none when the gaps leave no room for them. */
export function deskBoxes(box: Box, { columns, rows, gap }: DeskGrid): readonly Box[] {
  const width = (box.width - gap.x * (columns - 1)) / columns;
  const height = (box.height - gap.y * (rows - 1)) / rows;
  if (columns < 1 || rows < 1 || columns * rows > MOST_DESKS || width <= 0 || height <= 0) return [];
  return Array.from({ length: rows * columns }, (_, index) => ({
    x: box.x + (index % columns) * (width + gap.x),
    y: box.y + Math.floor(index / columns) * (height + gap.y),
    width,
    height,
  }));
}
