import { crc32, deflateRawSync } from "node:zlib";

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the headers say instead of the truth. */
  readonly lies?: { readonly unpacked?: number; readonly crc?: number; readonly flags?: number };
}

/** A zip archive that packs its parts, and says of them what it is told to say. */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, lies = {} } of parts) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(lies.flags ?? 0, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(lies.crc ?? crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(lies.unpacked ?? bytes.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    bodies.push(Buffer.from("PK\u0003\u0004", "latin1"), facts, Buffer.from(name), packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), facts, rest, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listing, end]);
}

const part = (name: string, text: string): Part => ({ name, bytes: Buffer.from(text) });
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/** The sheet part of these rows; numbers as numbers. */
export const sheetXml = (rows: readonly (readonly (string | number)[])[]): string =>
  `${XML}<worksheet ${MAIN}><sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map((cell, column) => {
            const at = `r="${letters(column)}${row + 1}"`;
            return typeof cell === "number"
              ? `<c ${at}><v>${cell}</v></c>`
              : `<c ${at} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
          })
          .join("")}</row>`,
    )
    .join("")}</sheetData></worksheet>`;

/** The parts of an .xlsx file with this sheet. */
export const workbookParts = (sheet: string, more: readonly Part[] = []): Part[] => [
  part(
    "[Content_Types].xml",
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  ),
  part(
    "xl/workbook.xml",
    `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="Spaces" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  part(
    "xl/_rels/workbook.xml.rels",
    `${XML}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ),
  part("xl/styles.xml", `${XML}<styleSheet ${MAIN}><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`),
  part("xl/worksheets/sheet1.xml", sheet),
  ...more,
];

/** An .xlsx file of these rows. */
export const workbook = (rows: readonly (readonly (string | number)[])[]): Buffer =>
  zipOf(workbookParts(sheetXml(rows)));
