// Reads one spreadsheet in a thread of its own: slow or hostile files end this thread and nothing else.
import { parentPort, workerData } from "node:worker_threads";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";

const { kind, bytes, text, delimiter, mostRows, mostColumns } = workerData;

const cellText = (cell) => {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

const readCsv = () =>
  parse(text, { delimiter, bom: true, relax_quotes: true, relax_column_count: true, to: mostRows + 1 });

// As written: what Excel shows as 007 may be 7, but a long id does not become 1.2e19 here.
const readXlsx = () => readSheet(Buffer.from(bytes), 1, { parseNumber: (number) => number });

const rows = kind === "csv" ? readCsv() : await readXlsx();
parentPort.postMessage(rows.slice(0, mostRows + 1).map((row) => row.slice(0, mostColumns + 1).map(cellText)));
