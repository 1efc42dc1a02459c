/** Words for a shape, most telling first: the icon and the value stay longest. */
export interface LabelWords {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  readonly hasIcon: boolean;
}

/** One line of a label. Sizes are px on the screen; `y` is the line's middle, counted from the label's middle. */
export interface LabelLine {
  readonly part: "name" | "value" | "detail" | "icon";
  readonly text: string;
  readonly size: number;
  /** Stands before the text of this line; 0 for none. */
  readonly iconSize: number;
  readonly width: number;
  readonly y: number;
}

export interface Label {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
}

const SMALLEST = 11;
const ICON_ALONE = 18;
const SMALLEST_ICON = 9;
const SHRINK = [1, 0.92, 0.84, 0.76];
const NARROW = /[iljtfrI1.,:;'’|!·() ]/;
const WIDE = /[mwMW@%–—]/;
const CAPITAL = /[A-Z0-9?&]/;

/** Width of a text in the product's typeface, a little more than it will be. Same unit as `size`. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const letter of text) {
    if (letter > "\u2e80")
      width += 1.05; // Chinese, Japanese, Korean, emoji: full width
    else if (NARROW.test(letter)) width += 0.34;
    else if (WIDE.test(letter)) width += 0.9;
    else width += CAPITAL.test(letter) ? 0.68 : 0.59;
  }
  return width * size * (isBold ? 1.06 : 1.01);
}

type Part = LabelLine["part"];
type Plan = readonly { readonly part: Part; readonly hasIcon: boolean }[];

const line = (part: Part, hasIcon = false) => ({ part, hasIcon });

/** From everything to the icon alone. */
function plansFor(words: LabelWords): Plan[] {
  const { hasIcon } = words;
  const all: Plan[] = [
    [line("name"), line("value", hasIcon), line("detail")],
    [line("icon"), line("name"), line("value"), line("detail")],
    [line("name"), line("value", hasIcon)],
    [line("icon"), line("name"), line("value")],
    [line("value", hasIcon)],
    [line("icon"), line("value")],
    [line("icon")],
  ];
  const has = (part: Part) => (part === "icon" ? hasIcon : words[part] !== "");
  return all.map((plan) => plan.filter(({ part }) => has(part))).filter((plan) => plan.length > 0);
}

const BASE: Record<Part, number> = { name: 12.5, value: 15.5, detail: 11, icon: ICON_ALONE };
const LEADING: Record<Part, number> = { name: 1.25, value: 1.25, detail: 1.35, icon: 1.2 };

function layOut(plan: Plan, words: LabelWords, scale: number): Label {
  const lines = plan.map(({ part, hasIcon }) => {
    const size = Math.max(part === "icon" ? SMALLEST_ICON : SMALLEST, BASE[part] * scale);
    const text = part === "icon" ? "" : words[part];
    const iconSize = part === "icon" ? size : hasIcon ? size * 0.92 : 0;
    const width = text === "" ? size : textWidth(text, size, part === "value") + (iconSize ? iconSize + size * 0.3 : 0);
    return { part, text, size, iconSize, width, height: size * LEADING[part] };
  });
  const height = lines.reduce((sum, one) => sum + one.height, 0);
  let top = -height / 2;
  const placed = lines.map(({ height: own, ...rest }) => {
    const y = top + own / 2;
    top += own;
    return { ...rest, y };
  });
  return { lines: placed, height, width: Math.max(...lines.map((one) => one.width)) };
}

/**
 * As much of a label as a box has room for (px). Letters shrink first, then the detail goes, then the name, then the
 * value; null when not even the icon has room. `scale` is how much larger than usual everything is drawn.
 */
export function fitLabel(
  words: LabelWords,
  room: { readonly width: number; readonly height: number },
  scale = 1,
): Label | null {
  const isFitting = (label: Label) => label.width <= room.width && label.height <= room.height;
  for (const plan of plansFor(words)) {
    const isIcon = plan.length === 1 && plan[0]?.part === "icon";
    for (const shrink of isIcon ? [1, 0.8, 0.65, 0.5] : SHRINK) {
      const label = layOut(plan, words, scale * shrink);
      if (isFitting(label)) return label;
    }
  }
  return null;
}

/** The signs a zone can carry, px: name, icon and value in one line, then less and less. */
export function signSizes(words: LabelWords, scale = 1): { label: Label; width: number; height: number }[] {
  const oneLine = (named: boolean) => signLine(words, named, Math.max(SMALLEST, 12.5 * scale));
  const iconOnly = layOut([line("icon")], words, scale * 0.9);
  const signs = [oneLine(true), oneLine(false)].map((label) => ({
    label,
    width: label.width + 18 * scale,
    height: Math.max(22, 24 * scale),
  }));
  const side = iconOnly.height + 6;
  return words.hasIcon ? [...signs, { label: iconOnly, width: side, height: side }] : signs;
}

function signLine(words: LabelWords, isNamed: boolean, size: number): Label {
  const name = isNamed ? words.name : "";
  const gap = name === "" ? 0 : size * 0.7;
  const iconSize = words.hasIcon ? size : 0;
  const valueWidth = textWidth(words.value, size, true) + (iconSize ? iconSize + size * 0.3 : 0);
  const nameWidth = name === "" ? 0 : textWidth(name, size);
  const lines: LabelLine[] = [{ part: "value", text: words.value, size, iconSize, width: valueWidth, y: 0 }];
  if (name !== "") lines.unshift({ part: "name", text: name, size, iconSize: 0, width: nameWidth, y: 0 });
  return { lines, width: nameWidth + gap + valueWidth, height: size * 1.25 };
}
