import createDOMPurify from "dompurify";
import { JSDOM } from "jsdom";
import sharp from "sharp";
import { MOST_PIXELS, Refusal, type Shown } from "../refusal.ts";
import { frameOf } from "./frame.ts";
import { ATTRIBUTE_NAMES } from "./harmless.ts";
import { readStyleSheet } from "./read-styles.ts";
import { ELEMENT_NAMES, type SafeNode, safeTree } from "./safe-tree.ts";
import { weigh } from "./weigh.ts";
import { writeSvg } from "./write-svg.ts";

const MOST_BYTES = 2 << 20;
const MOST_ELEMENTS = 20_000;
const DEEPEST = 100;
const SVG = "http://www.w3.org/2000/svg";

/** Reads a drawing, keeps what is harmless of it and writes that anew. Nothing of the upload is passed on. Throws `Refusal`. */
export async function shownSvg(bytes: Uint8Array): Promise<Shown> {
  if (bytes.byteLength > MOST_BYTES) throw new Refusal("This SVG is larger than 2 MB.");
  const text = withoutDoctype(decoded(bytes));
  if ((text.match(/<[^\s!?/<>]/g)?.length ?? 0) > MOST_ELEMENTS) throw tooMany();
  const { window } = new JSDOM("");
  try {
    const root = parsed(window, text);
    const sheet = readStyleSheet([...root.getElementsByTagNameNS(SVG, "style")].map((s) => s.textContent).join("\n"));
    purify(window, root);
    const tree = safeTree(root, sheet);
    if (!tree || !drawsAnything(tree)) throw new Refusal("There is nothing in this SVG that we can draw.");
    weigh(tree);
    await checkPictures(tree);
    const frame = frameOf(tree.geometry);
    const written = new TextEncoder().encode(writeSvg(tree, frame));
    return { type: "image/svg+xml", bytes: written, width: frame.width, height: frame.height, pages: null };
  } finally {
    window.close();
  }
}

const tooMany = () => new Refusal("This SVG has more than 20,000 elements.");

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("This SVG is not written in UTF-8. Save it again as UTF-8.");
  }
}

/** The usual one names a DTD and is of no use; one that declares something, or a second one, is not for us. */
function withoutDoctype(text: string): string {
  const plain = text.replace(
    /<!DOCTYPE\s+svg(?:\s+(?:PUBLIC|SYSTEM)(?:\s+"[^"<>[\]]*"|\s+'[^'<>[\]]*'){1,2})?\s*>/,
    "",
  );
  if (/<!(DOCTYPE|ENTITY)/i.test(plain)) {
    throw new Refusal("This SVG declares entities of its own. Save it again as plain SVG.");
  }
  return plain;
}

function parsed(window: JSDOM["window"], text: string): Element {
  let root: Element | null = null;
  try {
    root = new window.DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  } catch {
    root = null;
  }
  if (!root || root.localName === "parsererror" || root.getElementsByTagName("parsererror").length > 0) {
    throw new Refusal("This SVG is damaged: it is not well-formed.");
  }
  if (root.localName !== "svg" || root.namespaceURI !== SVG) throw new Refusal("This file is not an SVG drawing.");
  checkDepth(root);
  return root;
}

function checkDepth(root: Element) {
  let level = [root];
  for (let depth = 1, count = 1; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new Refusal(`This SVG is nested more than ${DEEPEST} levels deep.`);
    level = level.flatMap((element) => [...element.children]);
    count += level.length;
    if (count > MOST_ELEMENTS) throw tooMany();
  }
}

/** A second, independent judge before our own list: neither lets through what the other would not. */
function purify(window: JSDOM["window"], root: Element) {
  createDOMPurify(window).sanitize(root, {
    IN_PLACE: true,
    PARSER_MEDIA_TYPE: "application/xhtml+xml",
    NAMESPACE: SVG,
    ALLOWED_NAMESPACES: [SVG],
    ALLOWED_TAGS: [...ELEMENT_NAMES, "#text"],
    ALLOWED_ATTR: [...ATTRIBUTE_NAMES],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    FORBID_TAGS: ["script", "style", "foreignObject"],
    KEEP_CONTENT: false,
    SANITIZE_DOM: false,
  });
}

const SHAPES = new Set("use path rect circle ellipse line polyline polygon text image".split(" "));

const drawsAnything = (node: SafeNode): boolean =>
  SHAPES.has(node.name) || node.children.some((child) => typeof child !== "string" && drawsAnything(child));

/** Pictures inside the drawing are pictures, and small enough together. */
async function checkPictures(root: SafeNode) {
  let pixels = 0;
  for (const address of picturesIn(root)) {
    const bytes = Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
    const found = await sharp(bytes)
      .metadata()
      .catch(() => null);
    if (found?.format !== "png" && found?.format !== "jpeg") {
      throw new Refusal("This SVG holds a picture that is neither PNG nor JPEG.");
    }
    pixels += found.width * found.height;
    if (pixels > MOST_PIXELS) throw new Refusal("The pictures inside this SVG are too large together.");
  }
}

function picturesIn(node: SafeNode): string[] {
  const inside = node.children.flatMap((child) => (typeof child === "string" ? [] : picturesIn(child)));
  return node.picture === null ? inside : [node.picture, ...inside];
}
