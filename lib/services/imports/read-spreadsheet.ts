import "server-only";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/core/errors";
import { HEADER_WITHIN, MOST_COLUMNS, MOST_ROWS } from "@/lib/core/imports/read-sheet";
import { text } from "@/lib/core/text";
import { plainZip, zipEntries } from "./zip-entries";

/** Bytes of an uploaded spreadsheet. */
const MOST_FILE_BYTES = 10 * 1024 * 1024;

const TIMEOUT_MS = 20_000;
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/**
 * The cells of a CSV file or of the first sheet of an .xlsx file, as text, row by row as a spreadsheet counts them.
 * What the file is, its bytes say, not its name. Formulas are never calculated. Throws `invalid` in plain words.
 */
export async function readSpreadsheet(bytes: Buffer): Promise<string[][]> {
  if (bytes.length === 0) throw new AppError("invalid", "The file is empty.");
  if (bytes.length > MOST_FILE_BYTES) throw new AppError("invalid", "The file is larger than 10 MB.");
  const begins = (signature: string) => bytes.subarray(0, signature.length).equals(Buffer.from(signature, "latin1"));
  if (begins("PK")) return inThread({ kind: "xlsx", bytes: await cleanWorkbook(bytes) });
  if (begins("\u00d0\u00cf\u0011\u00e0"))
    throw new AppError(
      "invalid",
      "This is an old or protected Excel file. Save it as .xlsx without a password, or as CSV.",
    );
  if (begins("%PDF") || begins("\u0089PNG") || begins("\u00ff\u00d8\u00ff") || begins("GIF8"))
    throw new AppError("invalid", "This is no spreadsheet. Choose a .csv or .xlsx file.");
  const text = decode(bytes);
  return inThread({ kind: "csv", ...delimited(text) });
}

/** Only the parts that hold cells, in an archive of our own making; nothing else of the upload is read. */
async function cleanWorkbook(bytes: Buffer): Promise<Uint8Array> {
  const entries = await zipEntries(bytes, (name) => /^xl\/[\w./ -]+\.xml(\.rels)?$/.test(name));
  if (!entries.some(({ name }) => name === "xl/workbook.xml"))
    throw new AppError("invalid", "This is no Excel file. Choose a .csv or .xlsx file.");
  for (const { bytes: part } of entries) checkPart(Buffer.from(part).toString("latin1"));
  return plainZip(entries);
}

/** Excel ends at row 1048576 and column XFD; a parser would fill everything up to a cell beyond. */
const BEYOND = /<row\s[^>]*\br="\d{8,}"|<c\s[^>]*\br="(?:[A-Z]{4,}|[A-Z]+\d{8,})/;

function checkPart(xml: string) {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    throw new AppError("invalid", "The file holds instructions that no spreadsheet needs. Save it again as .xlsx.");
  if (BEYOND.test(xml))
    throw new AppError("invalid", "The file has cells far outside of any list. Save it again as .xlsx.");
}

function decode(bytes: Buffer): string {
  const [a, b] = bytes;
  const isUtf16 = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && bytes[3] === 0);
  if (isUtf16) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes); // Excel's plain "CSV"
  }
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Excel's own "sep=;" line, else the sign that stands most often, outside quotes, in the first lines. */
function delimited(text: string): { text: string; delimiter: string } {
  const said = /^sep=([^\r\n])\r?\n/i.exec(text);
  if (said?.[1]) return { text: `\n${text.slice(said[0].length)}`, delimiter: said[1] };
  const bare = text.slice(0, 20_000).replace(/"[^"]*"/g, "");
  const lines = bare.split(/\r?\n|\r/).slice(0, HEADER_WITHIN);
  const count = (sign: string) => Math.max(...lines.map((line) => line.split(sign).length));
  const delimiter = [...DELIMITERS].sort((x, y) => count(y) - count(x))[0] ?? ",";
  return { text, delimiter };
}

type Job = { kind: "csv"; text: string; delimiter: string } | { kind: "xlsx"; bytes: Uint8Array };

let queue: Promise<unknown> = Promise.resolve();

/** One file at a time: webhooks need the other core. */
function inThread(job: Job): Promise<string[][]> {
  const mine = queue.then(() => runThread(job));
  queue = mine.catch(() => undefined);
  return mine;
}

const WORKER = path.join("lib", "services", "imports", "sheet-worker.mjs");

function runThread(job: Job): Promise<string[][]> {
  const limits = { mostRows: MOST_ROWS + HEADER_WITHIN, mostColumns: MOST_COLUMNS };
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(/* turbopackIgnore: true */ process.cwd(), WORKER), {
      workerData: { ...job, ...limits },
      resourceLimits: MEMORY,
      execArgv: [],
      env: {},
    });
    const refuse = (message: string) => {
      clearTimeout(timer);
      void worker.terminate();
      reject(new AppError("invalid", message));
    };
    const timer = setTimeout(() => refuse(text("The file takes too long to read. Import it in parts.")), TIMEOUT_MS);
    worker.once("message", (rows: string[][]) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(rows);
    });
    worker.once("error", (error: NodeJS.ErrnoException) => refuse(wordsFor(error)));
    worker.once("exit", () => refuse(text("The file cannot be read as a spreadsheet.")));
  });
}

function wordsFor({ code }: NodeJS.ErrnoException): string {
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return "The file unpacks to far more than a list of spaces needs.";
  if (code?.startsWith("CSV_")) return "The file cannot be read as CSV: a quotation mark is not closed.";
  return "The file cannot be read as a spreadsheet.";
}
