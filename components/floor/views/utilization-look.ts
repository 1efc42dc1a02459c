import { ENOUGH_COVERAGE } from "@/lib/core/enough-coverage";
import type { Text } from "@/lib/core/text";
import type { SpaceFace } from "../space-face";
import { type LegendLine, type Look, NO_SENSOR_PAINT, solidPaint } from "./look";

const STEPS = [
  { key: "0", from: 0, to: 0, tone: 1 },
  { key: "1", from: 1, to: 19, tone: 2 },
  { key: "20", from: 20, to: 39, tone: 3 },
  { key: "40", from: 40, to: 59, tone: 4 },
  { key: "60", from: 60, to: 79, tone: 5 },
  { key: "80", from: 80, to: 100, tone: 6 },
] as const;
type Step = (typeof STEPS)[number];

const LITTLE = "little";
const NONE = "none";
/** Of text: the seven blues go from pale to dark in light, and the other way round in dark. */
const ink = (tone: number) => `light-dark(${tone < 6 ? "#14181f" : "#ffffff"}, ${tone < 5 ? "#eef1f5" : "#0d1014"})`;
const paintOf = ({ tone }: Step) => solidPaint(`var(--seq-${tone})`, ink(tone));
const GAP_PAINT = {
  ...NO_SENSOR_PAINT,
  fill: "var(--surface-2)",
  text: "var(--text-2)",
  borderStyle: "dashed",
  dash: "5 3",
  pattern: "url(#gap)",
} as const;

/** Utilization today. What was seen for too little of the time is hatched, never coloured. */
export function utilizationLook(face: SpaceFace, t: Text): Look {
  const { use, space } = face;
  const base = { air: [], trouble: null, icon: undefined };
  if (use === null || use.percent === null) {
    const none = t("Nothing seen today");
    const words = { headline: none, detail: "", value: "", note: none, sentence: `${space.name}, ${none}` };
    return { ...base, ...words, key: NONE, rank: null, paint: NO_SENSOR_PAINT };
  }
  const percent = Math.round(use.percent);
  const headline = `${percent}\u2009%`;
  const seen = Math.round(use.coverage * 100);
  const isEnough = use.coverage >= ENOUGH_COVERAGE;
  const coverage = t("seen {seen} % of the time", { seen });
  const sentence = `${space.name}, ${t("in use {percent} % of today's working hours so far", { percent })}, ${coverage}`;
  const words = { headline, detail: coverage, value: headline, note: isEnough ? "" : coverage, sentence };
  if (!isEnough) return { ...base, ...words, key: LITTLE, rank: percent, paint: GAP_PAINT };
  const step = STEPS.findLast(({ from }) => percent >= from) ?? STEPS[0];
  return { ...base, ...words, key: step.key, rank: percent, paint: paintOf(step) };
}

export const utilizationLegend = (t: Text): LegendLine[] => [
  ...STEPS.map((step) => ({
    key: step.key,
    word: step.to === 0 ? "0 %" : `${step.from}–${step.to} %`,
    paint: paintOf(step),
    icon: undefined,
  })),
  { key: LITTLE, word: t("Seen too little"), paint: GAP_PAINT, icon: undefined },
  { key: NONE, word: t("Nothing seen"), paint: NO_SENSOR_PAINT, icon: undefined },
];
