import { isHarmlessStyle } from "./harmless.ts";

/** Declarations of a style, as far as they are harmless. */
export type Styles = ReadonlyMap<string, string>;

interface Rule {
  readonly rank: number;
  readonly styles: Styles;
}

/** What the style sheets of a drawing say about its elements. */
export interface StyleSheet {
  /** In the order in which they count: the last one wins. */
  stylesOf(tag: string, id: string | null, classes: readonly string[]): Styles;
}

const MOST_RULES = 2_000;
/** `tag`, `.class`, `#id` or `tag.class`: what drawing programs write. */
const SELECTOR = /^([a-zA-Z]+|\*)?(?:([.#])([\w-]+))?$/;

/** `fill: red; x: url(//evil)` → fill. */
export function readDeclarations(css: string): Styles {
  const styles = new Map<string, string>();
  for (const declaration of css.split(";")) {
    const colon = declaration.indexOf(":");
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!important\s*$/i, "")
      .trim();
    if (colon > 0 && isHarmlessStyle(property, value)) styles.set(property, value);
  }
  return styles;
}

/** Reads the rules it understands; at-rules and every other selector are left out. */
export function readStyleSheet(css: string): StyleSheet {
  const rules = new Map<string, Rule[]>();
  let count = 0;
  // Without its comments, in one go: what is left between two comments must not become a new one.
  const plain = css.replace(/\/\*[\s\S]*?(\*\/|$)/g, " ").replace(/<!--|-->/g, " ");
  for (const piece of plain.split("}")) {
    const [selectors = "", body, more] = piece.split("{");
    if (body === undefined || more !== undefined || selectors.includes("@")) continue;
    const styles = readDeclarations(body);
    for (const selector of selectors.split(",")) {
      if (++count > MOST_RULES) break;
      const key = keyOf(selector.trim());
      if (key) rules.set(key.key, [...(rules.get(key.key) ?? []), { rank: key.rank * MOST_RULES + count, styles }]);
    }
  }
  return { stylesOf: (tag, id, classes) => merged(rules, keysFor(tag, id, classes)) };
}

function keyOf(selector: string): { key: string; rank: number } | null {
  const [whole, tag = "", mark, name] = SELECTOR.exec(selector) ?? [];
  if (!whole) return null;
  const rank = mark === "#" ? 4 : mark === "." ? 2 : 0;
  return { key: `${tag === "*" ? "" : tag}${mark ?? ""}${name ?? ""}`, rank: rank + (tag && tag !== "*" ? 1 : 0) };
}

function keysFor(tag: string, id: string | null, classes: readonly string[]): string[] {
  const marks = [...classes.map((name) => `.${name}`), ...(id === null ? [] : [`#${id}`])];
  return ["", tag, ...marks, ...marks.map((mark) => tag + mark)];
}

function merged(rules: ReadonlyMap<string, readonly Rule[]>, keys: readonly string[]): Styles {
  const found = keys.flatMap((key) => rules.get(key) ?? []).sort((a, b) => a.rank - b.rank);
  return new Map(found.flatMap(({ styles }) => [...styles]));
}
