import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readSheet } from "@/lib/core/imports/read-sheet";
import { sheetXml, workbook, workbookParts, zipOf } from "@/lib/testing/workbook";
import { readSpreadsheet } from "./read-spreadsheet";

const csv = (text: string) => readSpreadsheet(Buffer.from(text));
const refusal = async (bytes: Buffer): Promise<string> => {
  const read = readSpreadsheet(bytes).then(readSheet);
  const error = await read.then(
    () => null,
    (failure: unknown) => failure,
  );
  expect(error).toMatchObject({ code: "invalid" });
  return (error as Error).message;
};
const ROWS = [
  ["Site", "Desk"],
  ["Oslo", "D1"],
];

describe("what people save", () => {
  test.each([
    ["commas", "Site,Desk\nOslo,D1\n"],
    ["semicolons and a comma inside", "Site;Desk\r\nOslo;D1\r\n"],
    ["tabs", "Site\tDesk\nOslo\tD1"],
    ["a byte order mark", "\ufeffSite,Desk\nOslo,D1"],
    ["old line ends", "Site,Desk\rOslo,D1"],
    ["quotes", '"Site","Desk"\n"Oslo","D1"'],
  ])("CSV with %s", async (_, text) => {
    expect((await csv(text)).filter((row) => row.length > 1)).toEqual(ROWS);
  });
  test("CSV in UTF-16, both ways, and as old Windows writes it", async () => {
    const text = "Site;Desk\nTromsø;D1";
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    const files = [little, Buffer.from(text, "utf16le"), Buffer.from(little).swap16(), Buffer.from(text, "latin1")];
    for (const file of files) expect((await readSpreadsheet(file))[1]?.[0]).toBe("Tromsø");
  });
  test("Excel's line about the separator keeps the numbers of the rows", async () => {
    const sheet = readSheet(await csv("sep=;\r\nSite;Desk\r\nOslo;D1"));
    expect(sheet.rows).toEqual([{ row: 3, cells: { site: "Oslo", desk: "D1" } }]);
  });
  test("a workbook: numbers as written, nothing calculated", async () => {
    expect(
      await readSpreadsheet(
        workbook([
          ["Site", "Capacity"],
          ["=1+1", 12],
          ["A & <b>", 0.5],
        ]),
      ),
    ).toEqual([
      ["Site", "Capacity"],
      ["=1+1", "12"],
      ["A & <b>", "0.5"],
    ]);
  });
  test("a formula counts as the value it last had; one that failed is empty", async () => {
    const sheet = sheetXml([["Site", "Room"]]).replace(
      "</sheetData>",
      `<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://evil")</f><v>Oslo</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>`,
    );
    expect((await readSpreadsheet(zipOf(workbookParts(sheet))))[1]?.[0]).toBe("Oslo");
  });
});

describe("hostile and broken files: one clear sentence each", () => {
  const sheet = sheetXml(ROWS);
  const bomb = { name: "xl/worksheets/sheet2.xml", bytes: Buffer.alloc(60 << 20, 32) };
  const padded = (xml: string) => Buffer.concat([Buffer.from(xml.slice(0, -12)), Buffer.alloc(40 << 20, 32)]);
  const DAMAGED = /damaged/;
  const TOO_MUCH = /unpacks to far more/;
  const OUTSIDE = /cells far outside/;
  const UNREADABLE = /cannot be read as a spreadsheet/;
  const cell = (at: string) => sheet.replace("</sheetData>", `<row r="9"><c r="${at}"><v>1</v></c></row></sheetData>`);
  const files: [string, () => Buffer, RegExp][] = [
    ["nothing", () => Buffer.alloc(0), /The file is empty/],
    ["blanks", () => Buffer.from(" \n\n "), /The file is empty/],
    ["more than 10 MB", () => Buffer.alloc(11 << 20, 65), /larger than 10 MB/],
    ["noise", () => randomBytes(50_000), /No column says|The file is empty|cannot be read/],
    ["zip noise", () => Buffer.concat([Buffer.from("PK"), randomBytes(50_000)]), DAMAGED],
    ["a PDF", () => Buffer.from("%PDF-1.7"), /no spreadsheet/],
    ["an old .xls", () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old or protected Excel/],
    ["a zip that is no workbook", () => zipOf([{ name: "a.txt", bytes: Buffer.from("x") }]), /no Excel file/],
    ["a bomb", () => zipOf(workbookParts(sheet, [bomb])), TOO_MUCH],
    [
      "a bomb that says it is small",
      () => zipOf(workbookParts(sheet, [{ ...bomb, lies: { unpacked: 900_000 } }])),
      TOO_MUCH,
    ],
    [
      "a bomb in many parts",
      () =>
        zipOf(
          workbookParts(
            sheet,
            Array.from({ length: 40 }, (_, i) => ({ name: `xl/w/s${i}.xml`, bytes: randomText(3 << 20) })),
          ),
        ),
      /larger than 10 MB|unpacks to far more/,
    ],
    [
      "a huge size in a header",
      () => zipOf(workbookParts(sheet, [{ ...bomb, bytes: Buffer.from("x"), lies: { unpacked: 0xfffffff0 } }])),
      TOO_MUCH,
    ],
    [
      "too many parts",
      () =>
        zipOf(
          workbookParts(
            sheet,
            Array.from({ length: 2100 }, (_, i) => ({ name: `n${i}`, bytes: Buffer.alloc(0) })),
          ),
        ),
      TOO_MUCH,
    ],
    ["blanks without end in the sheet", () => zipOf(workbookParts(padded(sheet).toString())), TOO_MUCH],
    ["cut off", () => workbook(ROWS).subarray(0, 700), DAMAGED],
    [
      "a wrong checksum",
      () => zipOf(workbookParts(sheet, [{ name: "xl/x.xml", bytes: Buffer.from("x"), lies: { crc: 1 } }])),
      DAMAGED,
    ],
    ["two parts of one name", () => zipOf([...workbookParts(sheet), ...workbookParts(sheet)]), DAMAGED],
    [
      "a password",
      () => zipOf(workbookParts(sheet, [{ name: "xl/x.xml", bytes: Buffer.from("x"), lies: { flags: 1 } }])),
      /protected by a password/,
    ],
    ["entities that multiply", () => zipOf(workbookParts(laughs(sheet))), /instructions that no spreadsheet needs/],
    ["broken XML", () => zipOf(workbookParts(sheet.replace("</row>", "<<<"))), UNREADABLE],
    ["no sheet", () => zipOf(workbookParts(sheet).slice(0, 4)), UNREADABLE],
    ["a cell in column 8 million", () => zipOf(workbookParts(cell("ZZZZZ9"))), OUTSIDE],
    [
      "a cell in row 4 billion",
      () =>
        zipOf(workbookParts(sheet.replace('r="2"', 'r="4000000000"').replaceAll(/r="([AB])2"/g, 'r="$14000000000"'))),
      OUTSIDE,
    ],
    ["a million columns of CSV", () => Buffer.from(`Site,Desk${",x".repeat(1_000_000)}\na`), /more than 200 columns/],
    ["a million rows of CSV", () => Buffer.from(`Site\n${"a\n".repeat(1_000_000)}`), /more than 20000 rows/],
    ["two columns that mean one", () => Buffer.from("Room,Room name\na,b"), /both read as Room/],
    ["no header", () => Buffer.from("Oslo,D1\nOslo,D2"), /No column says .* Found: Oslo, D1/],
    ["only a header", () => Buffer.from("Site,Desk\n"), /no rows below/],
  ];
  test.each(files)("%s", async (_, file, words) => {
    expect(await refusal(file())).toMatch(words);
  });
  test("a quotation mark that never closes is one cell, and no more", async () => {
    const read = csv(`Site,Desk\n"Oslo,D1\n${"x,y\n".repeat(1000)}`);
    await expect(read).rejects.toMatchObject({ code: "invalid", message: expect.stringMatching(/quotation mark/) });
  });
  test("cells keep their text; NULs, bidi and control signs go, and nothing becomes a key", async () => {
    const { rows } = readSheet(
      await csv('Site,Room\n"a\u0000b\u202ec\u200d","<img onerror=x>"\n__proto__,constructor'),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      { site: "abc", room: "<img onerror=x>" },
      { site: "__proto__", room: "constructor" },
    ]);
  });
});

const randomText = (length: number) => Buffer.from(randomBytes(length / 2).toString("hex"));

const laughs = (sheet: string) =>
  sheet.replace("?>", `?><!DOCTYPE x [<!ENTITY a "${"ha".repeat(50)}"><!ENTITY b "${"&a;".repeat(100)}">]>`);
