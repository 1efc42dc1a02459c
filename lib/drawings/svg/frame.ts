import { LONGEST_SIDE, Refusal } from "../refusal.ts";

/** What part of its own coordinates a drawing shows, and how large that is. */
export interface Frame {
  readonly viewBox: string;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
}

const PX: Record<string, number> = { "": 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };
const MOST_RATIO = 50;

function lengthPx(text: string | undefined): number | null {
  const [, number, unit = ""] = /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text ?? "") ?? [];
  const perUnit = PX[unit.toLowerCase()];
  return number === undefined || perUnit === undefined ? null : Number(number) * perUnit;
}

/** From its viewBox, else from its size. Throws `Refusal` when neither makes sense. */
export function frameOf(attributes: ReadonlyMap<string, string>): Frame {
  const said = (attributes.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const hasBox = said.length === 4 && said.every(Number.isFinite);
  const [x = 0, y = 0, width = 0, height = 0] = hasBox
    ? said
    : [0, 0, lengthPx(attributes.get("width")) ?? 0, lengthPx(attributes.get("height")) ?? 0];
  const isUsable = width > 0 && height > 0 && Math.max(width, height, Math.abs(x), Math.abs(y)) < 1e9;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (!isUsable || ratio > MOST_RATIO) {
    throw new Refusal("This SVG has no usable size. It needs a viewBox, or a width and a height.");
  }
  const natural = lengthPx(attributes.get("width")) ?? width;
  const longest = Math.min(LONGEST_SIDE, Math.max(natural * (Math.max(width, height) / width), 600));
  const scale = longest / Math.max(width, height);
  return {
    viewBox: [x, y, width, height].join(" "),
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
