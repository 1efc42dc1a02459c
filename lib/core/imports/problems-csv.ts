import { safeCell } from "./csv-cell";
import { COLUMN_TITLES } from "./import-columns";
import type { ReportRow } from "./import-report";

const quoted = (cell: string) => `"${safeCell(cell).replaceAll('"', '""')}"`;

/** What is wrong with a file, a line for each problem, as CSV. No cell begins as a formula. */
export function problemsCsv(rows: readonly ReportRow[]): string {
  const lines = rows.flatMap(({ row, way, problems }) =>
    problems.map(({ column, message }) => [
      String(row),
      way.join(" > "),
      column === null ? "" : COLUMN_TITLES[column],
      message,
    ]),
  );
  return [["Row", "Space", "Column", "Problem"], ...lines].map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}
