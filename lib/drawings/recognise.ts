/** What a file is by its bytes; its name and what the browser called it count for nothing. */
export type Recognised =
  | { readonly kind: "png" | "jpeg" | "pdf" | "svg" }
  /** `what`: how people call it, where we know. */
  | { readonly kind: "other"; readonly what: string | null };

const SIGNATURES: readonly (readonly [string, Recognised])[] = [
  ["\x89PNG\r\n\x1a\n", { kind: "png" }],
  ["\xff\xd8\xff", { kind: "jpeg" }],
  ["%PDF-", { kind: "pdf" }],
  ["GIF8", { kind: "other", what: "a GIF" }],
  ["BM", { kind: "other", what: "a bitmap (BMP)" }],
  ["II*\0", { kind: "other", what: "a TIFF" }],
  ["MM\0*", { kind: "other", what: "a TIFF" }],
  ["PK\x03\x04", { kind: "other", what: "a ZIP archive or an Office file" }],
  ["\x1f\x8b", { kind: "other", what: "a compressed file" }],
  ["AC10", { kind: "other", what: "a DWG drawing" }],
  ["\xd0\xcf\x11\xe0", { kind: "other", what: "an old Office file" }],
  ["%!PS", { kind: "other", what: "a PostScript file" }],
  ["MZ", { kind: "other", what: "a program" }],
];

/** Looks at the first bytes, and for SVG at the first element. */
export function recognise(bytes: Uint8Array): Recognised {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (known) return known[1];
  if (head.startsWith("RIFF") && head.endsWith("WEBP", 12)) return { kind: "other", what: "a WebP" };
  if (/^....ftyp/s.test(head)) return { kind: "other", what: "a HEIC or a film" };
  return recogniseText(bytes);
}

function recogniseText(bytes: Uint8Array): Recognised {
  const first = firstElement(new TextDecoder("utf-8").decode(bytes.subarray(0, 64 << 10)));
  if (first === "svg" || first?.endsWith(":svg")) return { kind: "svg" };
  return { kind: "other", what: /^html$/i.test(first ?? "") ? "a web page" : null };
}

/** How what may stand before the first element ends. */
const PREAMBLE: readonly (readonly [string, string])[] = [
  ["<?", "?>"],
  ["<!--", "-->"],
  ["<!", ">"],
];

/** The name of the first element; null when this is no markup. A DOCTYPE with brackets is somebody else's to refuse. */
function firstElement(text: string): string | null {
  let rest = text.trimStart();
  for (;;) {
    const known = PREAMBLE.find(([start]) => rest.startsWith(start));
    if (!known) return /^<([\w:.-]+)/.exec(rest)?.[1] ?? null;
    const declares = /^<!DOCTYPE[^>[]*\[/i.test(rest) ? rest.indexOf("]") : 0;
    const end = declares < 0 ? -1 : rest.indexOf(known[1], declares);
    if (end < 0) return null;
    rest = rest.slice(end + known[1].length).trimStart();
  }
}
