/** One measured number. `limit` is what it is held against, in the same unit; `ratio` is value ÷ limit. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number | null;
  readonly ratio: number | null;
}

export function figure(name: string, value: number, unit: string, limit: number | null = null): Figure {
  const ratio = limit === null || limit === 0 ? null : rounded(value / limit);
  return { figure: name, value: rounded(value), unit, limit: limit === null ? null : rounded(limit), ratio };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
}

const rounded = (value: number) => Number(value.toPrecision(4));

/** A table for people, then one JSON line per figure for machines. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  const cell = (value: number | null) =>
    value === null ? "" : value.toLocaleString("en", { maximumFractionDigits: 3 });
  const rows = figures.map((f) => [f.figure, cell(f.value), f.unit, cell(f.limit), cell(f.ratio)]);
  const table = [["figure", "value", "unit", "limit", "ratio"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row.map((text, i) => (i === 0 || i === 2 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join("  ");
  console.log(`\n${title}\n${table.map(line).join("\n")}\n`);
  for (const f of figures) console.log(JSON.stringify(f));
}
