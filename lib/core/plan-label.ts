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
/** Advances of the product's typeface at weight 500, space to tilde, hundredths of its size. */
const ADVANCES = (
  "27 30 49 64 65 99 65 31 37 37 52 67 30 46 30 37 65 42 62 63 66 60 63 57 63 63 30 32 67 67 67 53 " +
  "98 71 66 73 72 60 59 75 74 27 58 69 57 91 76 77 64 77 65 65 65 74 71 100 70 70 64 37 37 37 48 46 " +
  "34 57 62 58 62 59 38 62 60 25 25 56 25 89 60 60 62 62 39 54 34 60 57 83 56 58 56 44 35 44 67"
)
  .split(" ")
  .map((hundredths) => Number(hundredths) / 100);
const OTHER_LETTER = 0.7;
/** From here on letters are as wide as high: Chinese, Japanese, Korean, emoji. */
const FULL_WIDTH_FROM = 0x2e80;
const BOLD = 1.03;

/** Width of a text in the product's typeface, never less than it will be. Same unit as `size`. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    width += ADVANCES[code - 32] ?? (code >= FULL_WIDTH_FROM ? 1.05 : OTHER_LETTER);
  }
  return width * size * (isBold ? BOLD : 1);
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
  const isNameAll = words.value === "" && !words.hasIcon;
  const signs = (isNameAll ? [oneLine(true)] : [oneLine(true), oneLine(false)]).map((label) => ({
    label,
    width: label.width + 18 * scale,
    height: Math.max(22, 24 * scale),
  }));
  const side = iconOnly.height + 6;
  return words.hasIcon ? [...signs, { label: iconOnly, width: side, height: side }] : signs;
}

function signLine(words: LabelWords, isNamed: boolean, size: number): Label {
  const name = isNamed ? words.name : "";
  const isNameAll = words.value === "" && !words.hasIcon;
  const gap = name === "" || isNameAll ? 0 : size * 0.7;
  const iconSize = words.hasIcon ? size : 0;
  const valueWidth = textWidth(words.value, size, true) + (iconSize ? iconSize + size * 0.3 : 0);
  const nameWidth = name === "" ? 0 : textWidth(name, size);
  const value: LabelLine = { part: "value", text: words.value, size, iconSize, width: valueWidth, y: 0 };
  const lines = isNameAll ? [] : [value];
  if (name !== "") lines.unshift({ part: "name", text: name, size, iconSize: 0, width: nameWidth, y: 0 });
  return { lines, width: nameWidth + gap + valueWidth, height: size * 1.25 };
}
