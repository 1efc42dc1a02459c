import { Refusal } from "../refusal.ts";
import type { Frame } from "./frame.ts";
import type { SafeNode } from "./safe-tree.ts";

const MOST_CHARACTERS = 8 << 20;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? "");

/** The drawing in our own words. Throws `Refusal` when that is too long. */
export function writeSvg(root: SafeNode, { viewBox, width, height }: Frame): string {
  const parts: string[] = [];
  let length = 0;
  const write = (part: string) => {
    length += part.length;
    if (length > MOST_CHARACTERS) throw new Refusal("This SVG is too large once its styles are written out.");
    parts.push(part);
  };
  write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}" height="${height}"`);
  writeStyles(root, write);
  write(">");
  for (const child of root.children) writeNode(child, write);
  write("</svg>");
  return parts.join("");
}

function writeNode(node: SafeNode | string, write: (part: string) => void) {
  if (typeof node === "string") return write(escaped(node));
  write(`<${node.name}`);
  if (node.id !== null) write(` id="${escaped(node.id)}"`);
  for (const [name, value] of node.geometry) write(` ${name}="${escaped(value)}"`);
  writeStyles(node, write);
  if (node.target !== null) write(` href="#${escaped(node.target)}"`);
  if (node.picture !== null) write(` href="${escaped(node.picture)}"`);
  if (node.children.length === 0) return write("/>");
  write(">");
  for (const child of node.children) writeNode(child, write);
  write(`</${node.name}>`);
}

function writeStyles({ styles }: SafeNode, write: (part: string) => void) {
  if (styles.size === 0) return;
  write(` style="${escaped([...styles].map(([property, value]) => `${property}:${value}`).join(";"))}"`);
}
