import type { Text } from "../text";
import { safeCell } from "./csv-cell";
import { COLUMN_TITLES } from "./import-columns";
import type { ReportRow } from "./import-report";

const quoted = (cell: string) => `"${safeCell(cell).replaceAll('"', '""')}"`;

/** What is wrong with a file, a line for each problem, as CSV. No cell begins as a formula. */
export function problemsCsv(rows: readonly ReportRow[], t: Text): string {
  const lines = rows.flatMap(({ row, way, problems }) =>
    problems.map(({ column, words }) => [
      String(row),
      way.join(" > "),
      column === null ? "" : t(COLUMN_TITLES[column]),
      t(words.text, words.values),
    ]),
  );
  return [[t("Row"), t("Space"), t("Column"), t("Problem")], ...lines]
    .map((line) => `${line.map(quoted).join(",")}\r\n`)
    .join("");
}
