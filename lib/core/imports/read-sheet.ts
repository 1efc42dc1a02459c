import { AppError } from "../errors";
import { say, type Words } from "../words";
import { plainCell, visibleText } from "./csv-cell";
import { COLUMN_TITLES, type Column, columnOf, LEVELS } from "./import-columns";

export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;
/** A title or a note may stand above the headers. */
export const HEADER_WITHIN = 10;

/** One row of the file: its number as a spreadsheet counts, and what its known columns say. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

export interface Sheet {
  /** Headers as they stand in the file, with the column each was read as. */
  readonly columns: readonly { readonly header: string; readonly column: Column }[];
  /** Headers that mean nothing to us. */
  readonly ignored: readonly string[];
  readonly rows: readonly SheetRow[];
}

const SAYS_WHICH: readonly Column[] = ["spaceId", "path", "name", "customId", ...LEVELS];

const clean = (cell: string) => visibleText(plainCell(cell.trim()).replace(/[\t\r\n]+/g, " "));

/** Finds the headers of a sheet and reads its rows by them. Throws `invalid` with one plain sentence. */
export function readSheet(lines: readonly (readonly string[])[]): Sheet {
  const at = lines.slice(0, HEADER_WITHIN).findIndex((line) => line.some((cell) => isOurs(cell)));
  const header = lines[at];
  if (!header) throw new AppError("invalid", noHeaders(lines));
  if (widthOf(header) > MOST_COLUMNS)
    throw new AppError(
      "invalid",
      say("The file has more than {most} columns. Leave out what is not needed.", { most: String(MOST_COLUMNS) }),
    );
  const { columns, ignored } = readHeaders(header);
  const rows = lines.slice(at + 1).flatMap((line, i) => readRow(line, at + i + 2, columns));
  if (rows.length === 0) throw new AppError("invalid", "The file has headers but no rows below them.");
  if (rows.length > MOST_ROWS)
    throw new AppError(
      "invalid",
      say("The file has more than {most} rows. Import it in parts.", { most: String(MOST_ROWS) }),
    );
  return { columns: columns.map(({ header, column }) => ({ header, column })), ignored, rows };
}

const isOurs = (cell: string) => {
  const column = columnOf(cell);
  return column !== null && SAYS_WHICH.includes(column);
};

const widthOf = (line: readonly string[]) => line.findLastIndex((cell) => cell.trim() !== "") + 1;

function noHeaders(lines: readonly (readonly string[])[]): Words {
  const first = lines.find((line) => widthOf(line) > 0);
  if (!first) return say("The file is empty.");
  const found = first
    .slice(0, 8)
    .map((cell) => clean(cell).slice(0, 40))
    .filter((cell) => cell !== "");
  return found.length === 0
    ? say(
        "No column says which space a row is about: Site, Building, Floor, Room, Zone, Desk, Path, Space id or Custom id.",
      )
    : say(
        "No column says which space a row is about: Site, Building, Floor, Room, Zone, Desk, Path, Space id or Custom id. Found: {found}.",
        { found: found.join(", ") },
      );
}

function readHeaders(line: readonly string[]) {
  const columns: { header: string; column: Column; index: number }[] = [];
  const ignored: string[] = [];
  for (const [index, cell] of line.entries()) {
    const header = clean(cell).slice(0, 80);
    if (header === "") continue;
    const column = columnOf(header);
    if (column === null) {
      ignored.push(header);
      continue;
    }
    const twin = columns.find((one) => one.column === column);
    if (twin)
      throw new AppError(
        "invalid",
        say('Two columns, "{one}" and "{other}", are both read as {column}. Rename or remove one.', {
          ...{ one: twin.header, other: header, column: COLUMN_TITLES[column] },
        }),
      );
    columns.push({ header, column, index });
  }
  return { columns, ignored };
}

function readRow(
  line: readonly string[],
  row: number,
  columns: readonly { column: Column; index: number }[],
): SheetRow[] {
  const cells: Partial<Record<Column, string>> = {};
  for (const { column, index } of columns) {
    const cell = clean(line[index] ?? "");
    if (cell !== "") cells[column] = cell;
  }
  return Object.keys(cells).length > 0 ? [{ row, cells }] : [];
}
