import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { makeShown } from "./make-shown.ts";
import { joined, type PdfParts, pdf, png } from "./testing/files.ts";

const read = (bytes: Uint8Array | string, page = 1) =>
  makeShown({ bytes: joined(bytes), page, pdfAssetsDir: `${process.cwd()}/node_modules/pdfjs-dist` });
const shown = async (bytes: Uint8Array | string, page?: number) => {
  const answer = await read(bytes, page);
  if (answer.kind === "refused") throw new Error(answer.message);
  return answer.shown;
};
const why = async (bytes: Uint8Array | string, page?: number) => {
  const answer = await read(bytes, page);
  return answer.kind === "refused" ? answer.message : "shown";
};
const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: "teal" } });
const jpeg = async () => joined(await picture.clone().jpeg().toBuffer());
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const SECRET = "<script>alert(1)</script>";

describe("pictures", () => {
  test("are decoded and written anew, in their size", async () => {
    expect(await shown(png(64, 32))).toMatchObject({ type: "image/png", width: 64, height: 32, pages: null });
    expect(await shown(await jpeg())).toMatchObject({ type: "image/jpeg", width: 60, height: 40 });
  });

  test("what was hidden in them or behind them is gone", async () => {
    const inside = await shown(png(64, 32, [["tEXt", `Comment\0${SECRET}`]]));
    const behind = await shown(joined(await jpeg(), SECRET));
    for (const { bytes } of [inside, behind]) expect(text(bytes)).not.toContain("script");
  });

  test("a camera's turn is taken, its place is not told", async () => {
    const turned = joined(
      await picture
        .clone()
        .withExif({ IFD3: { GPSLatitudeRef: "N" } })
        .jpeg()
        .withMetadata({ orientation: 6 })
        .toBuffer(),
    );
    const { width, height, bytes } = await shown(turned);
    expect([width, height]).toEqual([40, 60]);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  test("large ones get smaller", async () => {
    expect(await shown(png(8_000, 4_000))).toMatchObject({ width: 4_096, height: 2_048 });
  });

  test.each<[string, () => Uint8Array | string | Promise<Uint8Array>, RegExp]>([
    ["a hundred megapixels in a few bytes", () => png(10_000, 10_000), /too large/],
    [
      "a picture that says it is endless",
      () => png(10, 10).map((byte, i) => (i > 15 && i < 24 ? 0x7f : byte)),
      /too large|damaged|readable/,
    ],
    ["half a PNG", () => png(640, 480).slice(0, 60), /damaged/],
    ["half a JPEG", async () => (await jpeg()).slice(0, 200), /damaged/],
    ["an archive called a picture", () => "PK\x03\x04rest", /ZIP archive/],
    [
      "an archive behind the first bytes of a picture",
      () => joined(png(4, 4).slice(0, 8), "PK\x03\x04rest"),
      /damaged/,
    ],
    ["a web page behind the first bytes of a picture", () => joined(png(4, 4).slice(0, 8), SECRET), /damaged/],
    ["a JPEG of three bytes", () => new Uint8Array([0xff, 0xd8, 0xff]), /damaged/],
    ["a GIF", () => "GIF89a;;;;", /GIF/],
    ["a WebP", () => "RIFF\0\0\0\0WEBPVP8 ", /WebP/],
    ["a drawing of AutoCAD", () => "AC1032......", /DWG/],
    ["a web page", () => "<!doctype html><html><svg></svg></html>", /a web page/],
    ["words", () => "hello there", /no file we know/],
    ["a comment without end", () => `<!--${" ".repeat(70_000)}`, /no file we know/],
    ["brackets without end", () => `<${"![".repeat(40_000)}`, /no file we know/],
  ])("%s: a clear answer", async (_, bytes, expected) => {
    expect(await why(await bytes())).toMatch(expected);
  });
});

describe("pages of a PDF", () => {
  const center = async (bytes: Uint8Array, x: number, y: number) => [
    ...(await sharp(bytes).extract({ left: x, top: y, width: 1, height: 1 }).removeAlpha().raw().toBuffer()),
  ];

  test("are drawn, large enough to read door numbers", async () => {
    const page = await shown(pdf());
    expect(page).toMatchObject({ type: "image/png", width: 3_600, height: 2_400, pages: 1 });
    expect(await center(page.bytes, 600, 2_000)).toEqual([255, 0, 0]);
    expect(await center(page.bytes, 3_000, 200)).toEqual([255, 255, 255]);
  });

  test.each<[string, PdfParts]>([
    ["JavaScript when opened", { catalog: "/OpenAction<</S/JavaScript/JS(app.alert(1))>>" }],
    ["a program to launch", { catalog: "/OpenAction<</S/Launch/F(calc.exe)>>" }],
    ["an address to open", { catalog: "/OpenAction<</S/URI/URI(http://canary.invalid/)>>" }],
    ["JavaScript by name", { catalog: "/Names<</JavaScript<</Names[(x)<</S/JavaScript/JS(app.alert(1))>>]>>>>" }],
    [
      "a form with scripts",
      { page: "/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(x)/Rect[0 0 9 9]/AA<</K<</S/JavaScript/JS(1)>>>>>>]" },
    ],
    ["a page as large as a country", { box: "0 0 1e7 1e7" }],
    ["a page that begins below zero", { box: "-100 -100 200 100" }],
  ])("%s: drawn, nothing of it done", async (_, parts) => {
    const page = await shown(pdf(parts));
    expect(Math.max(page.width, page.height)).toBe(3_600);
  });

  test.each<[string, Uint8Array | string, RegExp]>([
    ["a page that is not there", pdf(), /one page only/],
    ["a password", pdf({ trailer: "/Encrypt 5 0 R/ID[<41><41>]" }), /password/],
    ["no page size", pdf({ box: "0 0 100 0.001" }), /no usable size|one page/],
    ["a head and nothing else", "%PDF-1.7\n", /damaged/],
    ["a head and noise", `%PDF-1.7\n${"\x07noise".repeat(500)}`, /damaged/],
    ["pages in a circle", pdf({ kids: "2 0 R" }), /damaged|page/],
  ])("%s: a clear answer", async (_, bytes, expected) => {
    expect(await why(bytes, 2)).toMatch(expected);
    if (_ !== "a page that is not there") expect(await why(bytes)).toMatch(expected);
  });
});

describe("SVG", () => {
  const svg = (inside: string, attributes = 'viewBox="0 0 200 100"') =>
    `<?xml version="1.0"?><!-- plan --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
  const written = async (inside: string, attributes?: string) =>
    Buffer.from((await shown(svg(inside, attributes))).bytes).toString();

  test("what drawing programs write stays: classes, gradients, copies, clips, text", async () => {
    const out = await written(
      `<defs><style>.a,.b{fill:#abc;clip-path:url(#c)} #one{stroke:red!important} rect.a{stroke-width:2}</style>
       <linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><clipPath id="c"><path d="M0 0h9v9z"/></clipPath></defs>
       <symbol id="s"><circle r="3"/></symbol>
       <rect id="one" class="a x" width="5" height="5" style="opacity:.5" fill="url(#g)" transform="rotate(45 1,2)"/>
       <use xlink:href="#s" x="4"/><a href="http://x.test/"><text x="1" font-family="'Open Sans', Arial">Caf&#233; &lt;1&gt;</text></a>`,
    );
    expect(out).toContain('style="fill:#abc;clip-path:url(#c);stroke-width:2;stroke:red;opacity:.5"');
    expect(out).toContain('transform="rotate(45 1,2)"');
    expect(out).toContain('<use x="4" href="#s"/>');
    expect(out).toContain('<g><text x="1" style="font-family:\'Open Sans\', Arial">Café &lt;1&gt;</text></g>');
    expect(out).not.toContain("<style");
  });

  test.each([
    ['viewBox="0 0 200 100"', 600, 300],
    ['viewBox="0 0 9000 4500"', 4_096, 2_048],
    ['viewBox="0,0,297,210" width="297mm" height="210mm"', 1_123, 794],
    ['width="800" height="600px"', 800, 600],
  ])("%s is %i × %i pixels", async (attributes, width, height) => {
    expect(await shown(svg("<rect width='1' height='1'/>", attributes))).toMatchObject({ width, height });
  });

  test("what is written can be read again and comes out the same", async () => {
    const once = await written(`<g style="fill:red"><path d="M0 0L1 1"/><text>a&amp;b</text></g>`);
    expect(Buffer.from((await shown(once)).bytes).toString()).toBe(once);
  });
});
