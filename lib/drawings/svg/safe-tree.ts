import { isHarmlessGeometry, isHarmlessStyle, isProperty, localTarget } from "./harmless.ts";
import { readDeclarations, type StyleSheet } from "./read-styles.ts";

/** An element of the drawing we write: only what is known to be harmless is in it. */
export interface SafeNode {
  readonly name: string;
  readonly id: string | null;
  readonly geometry: ReadonlyMap<string, string>;
  readonly styles: ReadonlyMap<string, string>;
  /** Id of the part of the drawing it repeats. */
  readonly target: string | null;
  /** `data:` address of a picture. */
  readonly picture: string | null;
  readonly children: readonly (SafeNode | string)[];
}

/** Elements that may stay. A link becomes a group, and so does a choice, of which we take everything we know. */
const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ...(
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient " +
    "stop clipPath mask pattern image"
  )
    .split(" ")
    .map((name) => [name, name] as const),
  ["a", "g"],
  ["switch", "g"],
]);

export const ELEMENT_NAMES: readonly string[] = [...ELEMENTS.keys()];
const WITH_TEXT: ReadonlySet<string> = new Set(["text", "tspan"]);
const WITH_TARGET: ReadonlySet<string> = new Set(["use", "linearGradient", "radialGradient", "pattern"]);
const SVG = "http://www.w3.org/2000/svg";
const PICTURE = /^data:image\/(png|jpe?g);base64,[A-Za-z0-9+/=\s]+$/i;

/** The harmless part of an element; null when it may not be in a drawing. The tree must not be deep: it is walked by calls. */
export function safeTree(element: Element, sheet: StyleSheet): SafeNode | null {
  const name = element.namespaceURI === SVG ? ELEMENTS.get(element.localName) : undefined;
  if (name === undefined) return null;
  const id = /^[\w.:-]{1,200}$/.exec(element.getAttribute("id") ?? "")?.[0] ?? null;
  const geometry = new Map<string, string>();
  const said = new Map<string, string>();
  for (const { name: attribute, value } of element.attributes) {
    if (isHarmlessGeometry(attribute, value)) geometry.set(attribute, value.trim());
    else if (isProperty(attribute) && isHarmlessStyle(attribute, value.trim())) said.set(attribute, value.trim());
  }
  const classes = (element.getAttribute("class") ?? "").split(/\s+/).slice(0, 20);
  const sheetStyles = sheet.stylesOf(element.localName, id, classes);
  const styles = new Map([...said, ...sheetStyles, ...readDeclarations(element.getAttribute("style") ?? "")]);
  const link = hrefOf(element);
  return {
    name,
    id,
    geometry,
    styles,
    target: WITH_TARGET.has(name) ? localTarget(link) : null,
    picture: name === "image" && PICTURE.test(link) ? link.replace(/\s/g, "") : null,
    children: childrenOf(element, name, sheet),
  };
}

const hrefOf = (element: Element): string =>
  [...element.attributes].find(({ localName }) => localName === "href")?.value.trim() ?? "";

function childrenOf(element: Element, name: string, sheet: StyleSheet): (SafeNode | string)[] {
  const children: (SafeNode | string)[] = [];
  for (const child of element.childNodes) {
    if (child.nodeType === 1) {
      const node = safeTree(child as Element, sheet);
      if (node && isUseful(node)) children.push(node);
    } else if ((child.nodeType === 3 || child.nodeType === 4) && WITH_TEXT.has(name)) {
      children.push(child.nodeValue ?? "");
    }
  }
  return children;
}

/** A copy of nothing and a picture of nothing are nothing. */
const isUseful = ({ name, target, picture }: SafeNode) =>
  name === "use" ? target !== null : name === "image" ? picture !== null : true;
