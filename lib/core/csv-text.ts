import { safeCell } from "./imports/csv-cell";

/** Rows as CSV (RFC 4180); no cell is calculated by a spreadsheet. Numbers stay numbers, also below zero. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");

function cellText(text: string): string {
  const cell = /^-?\d+(\.\d+)?$/.test(text) ? text : safeCell(text);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
