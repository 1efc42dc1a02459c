/** What may stand in a value: no escapes, no comments, no schemes, no markup. */
const PLAIN = /^[\w\s.,+\-%()#'"]*$/;
const FUNCTION = /([\w-]*)\(/g;
const FUNCTIONS: ReadonlySet<string> = new Set(
  "rgb rgba hsl hsla url matrix translate scale rotate skewX skewY".split(" "),
);
const LOCAL_URL = /url\(\s*(['"]?)#([\w.:-]+)\1\s*\)/g;

/** Style properties that only say how a shape looks. */
const PROPERTIES: ReadonlySet<string> = new Set(
  (
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit " +
    "stroke-dasharray stroke-dashoffset opacity color display visibility font-family font-size font-style font-weight " +
    "font-variant font-stretch text-anchor text-decoration letter-spacing word-spacing dominant-baseline " +
    "alignment-baseline baseline-shift clip-path clip-rule mask stop-color stop-opacity overflow paint-order " +
    "vector-effect transform shape-rendering text-rendering writing-mode"
  ).split(" "),
);

/** Those a shape hands on to what is inside it. */
const INHERITED: ReadonlySet<string> = new Set(["fill", "stroke"]);

/** Attributes that only say where a shape is. */
const GEOMETRY: ReadonlySet<string> = new Set(
  (
    "d points x y x1 x2 y1 y2 cx cy r rx ry fx fy fr dx dy width height rotate offset viewBox preserveAspectRatio " +
    "gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits " +
    "maskUnits maskContentUnits textLength lengthAdjust pathLength transform"
  ).split(" "),
);
const GEOMETRIC = /^[\w\s.,+\-%()]*$/;

/** Every attribute that is looked at. */
export const ATTRIBUTE_NAMES: readonly string[] = [
  ...GEOMETRY,
  ...PROPERTIES,
  "id",
  "class",
  "style",
  "href",
  "xlink:href",
];

export const isProperty = (name: string): boolean => PROPERTIES.has(name);
export const isInherited = (property: string): boolean => INHERITED.has(property);

/** May the attribute stay with this value? */
export const isHarmlessGeometry = (name: string, value: string): boolean => GEOMETRY.has(name) && GEOMETRIC.test(value);

/** May the property stay with this value? It may refer to parts of its own document, and to nothing else. */
export function isHarmlessStyle(property: string, value: string): boolean {
  if (!PROPERTIES.has(property) || value.length > 500 || !PLAIN.test(value)) return false;
  const functions = [...value.matchAll(FUNCTION)].map(([, name]) => name ?? "");
  return functions.every((name) => FUNCTIONS.has(name)) && !value.replace(LOCAL_URL, "").includes("url(");
}

/** Ids of the parts of its own document a value refers to. */
export const referencesIn = (value: string): string[] => [...value.matchAll(LOCAL_URL)].map(([, , id]) => id ?? "");

/** The id a link names inside its own document; null for a link to anything else. */
export const localTarget = (href: string): string | null => /^#([\w.:-]{1,200})$/.exec(href.trim())?.[1] ?? null;
