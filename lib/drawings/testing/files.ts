import { crc32, deflateSync } from "node:zlib";

const bytesOf = (text: string) => new TextEncoder().encode(text);
export const joined = (...parts: (Uint8Array | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? bytesOf(part) : part))));

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined(type, data);
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, data.length);
  new DataView(sum.buffer).setUint32(0, crc32(body));
  return joined(length, body, sum);
}

/** A black picture of one bit per pixel: small, however large it is. `more` goes between its head and its pixels. */
export function png(width: number, height: number, more: readonly (readonly [string, string])[] = []): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head[8] = 1;
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  const extra = more.map(([type, text]) => chunk(type, bytesOf(text)));
  return joined(
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    ...extra,
    chunk("IDAT", pixels),
    chunk("IEND", new Uint8Array()),
  );
}

/** What a PDF of a test has besides its one page with a rectangle on it. */
export interface PdfParts {
  /** Entries of its catalog. */
  readonly catalog?: string;
  /** Entries of its page. */
  readonly page?: string;
  readonly box?: string;
  readonly kids?: string;
  readonly trailer?: string;
  readonly content?: string;
}

export function pdf({
  catalog = "",
  page = "",
  box = "0 0 300 200",
  kids = "3 0 R",
  trailer = "",
  content,
}: PdfParts = {}) {
  const stream = content ?? "1 0 0 rg 10 10 100 50 re f";
  return bytesOf(`%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R ${catalog}>>endobj
2 0 obj<</Type/Pages/Kids[${kids}]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R ${page}>>endobj
4 0 obj<</Length ${stream.length}>>stream
${stream}
endstream endobj
5 0 obj<</Filter/Standard/V 1/R 2/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>/P -4>>endobj
trailer<</Root 1 0 R ${trailer}>>
`);
}

/** A PDF whose pages have these sizes, points. */
export function pdfOf(pages: readonly (readonly [width: number, height: number])[]): Uint8Array {
  const kids = pages.map((_, index) => `${3 + index} 0 R`).join(" ");
  const bodies = pages.map(
    ([width, height], index) =>
      `${3 + index} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 90 0 R>>endobj`,
  );
  const stream = "1 0 0 rg 10 10 60 40 re f";
  return bytesOf(`%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj
${bodies.join("\n")}
90 0 obj<</Length ${stream.length}>>stream
${stream}
endstream endobj
trailer<</Root 1 0 R>>
%%EOF`);
}
