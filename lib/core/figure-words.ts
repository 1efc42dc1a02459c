import { DateTime } from "luxon";
import { dated } from "./dated";
import { ENOUGH_COVERAGE } from "./enough-coverage";
import { decimalSign } from "./locale";
import { metricWords, unitWord } from "./space-metric-words";
import { type Figure, SPACE_METRICS, type SpaceMetric } from "./space-metrics";
import type { Text } from "./text";

/** A number as it is read: "52", "5.2", "−3", "1 384" from ten thousand on. */
export function numberText(value: number, t: Text): string {
  const isWhole = Math.abs(value) >= 100 || Math.abs(value - Math.round(value)) < 0.05;
  const text = Math.abs(isWhole ? Math.round(value) : value).toFixed(isWhole ? 0 : 1);
  const grouped = Math.abs(value) < 10_000 ? text : text.replace(/\B(?=(\d{3})+(?!\d))/g, "\u2009");
  const said = grouped.replace(".", decimalSign(t.locale));
  return value < 0 && Number(text) !== 0 ? `−${said}` : said;
}

/** Minutes as "54 min", "1 h 12 min". */
export function minutesText(minutes: number, t: Text): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return t("{rest} min", { rest });
  return rest === 0 ? t("{hours} h", { hours }) : t("{hours} h {rest} min", { hours, rest });
}

/** Percentages are whole numbers where they are read, exact where they are computed. */
function figureText(metric: SpaceMetric, value: number, t: Text): string {
  const { unit } = SPACE_METRICS[metric];
  if (unit === "minutes") return minutesText(value, t);
  return unit === "percent" ? numberText(Math.round(value), t) : numberText(value, t);
}

/** A figure in one piece, for tables: "52 %", "5.2", "54 min"; a dash where nothing is known. */
export function figureCell(metric: SpaceMetric, figure: Figure | undefined, t: Text): string {
  if (figure?.value == null) return "–";
  const text = figureText(metric, figure.value, t);
  return SPACE_METRICS[metric].unit === "percent" ? `${text}\u2009%` : text;
}

export const coverageText = (coverage: number): string => `${Math.floor(coverage * 100 + 1e-9)}\u2009%`;

export const isThin = (coverage: number): boolean => coverage < ENOUGH_COVERAGE;

/** A figure as a tile tells it. */
export interface FigureTile {
  readonly key: string;
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
  readonly figure: string;
  readonly unit: string;
  /** When it was so, or how it was before; empty for neither. */
  readonly note: string;
  /** Empty where it needs no sensor. */
  readonly coverage: string;
  readonly isThin: boolean;
}

interface TileQuestion {
  readonly figures: Partial<Record<SpaceMetric, Figure>>;
  /** The same of the period it is compared with. */
  readonly before: Partial<Record<SpaceMetric, Figure>> | null;
  readonly isGroup: boolean;
  readonly timeZone: string;
}

const OF_GROUP: readonly SpaceMetric[] = ["peak", "averageWhenUsed", "timeUsedPercent", "utilization", "fewestFree"];
const OF_ONE: readonly SpaceMetric[] = [
  "peak",
  "averageWhenUsed",
  "timeUsedPercent",
  "sessions",
  "dwellMean",
  "minimumSurplus",
];

/** The figures worth a tile; what means nothing here has none. */
export function figureTiles({ figures, before, isGroup, timeZone }: TileQuestion, t: Text): FigureTile[] {
  return (isGroup ? OF_GROUP : OF_ONE).flatMap((metric): FigureTile[] => {
    const figure = figures[metric];
    if (!figure) return [];
    const { value, coverage, at } = figure;
    const { unit } = SPACE_METRICS[metric];
    return [
      {
        key: metric,
        ...metricWords(metric, t),
        figure: value === null ? "–" : figureText(metric, value, t),
        unit: value === null || unit === "minutes" ? "" : unitWord(unit, Math.round(value), t),
        note: changeWords(metric, figure, before?.[metric], t) || (at ? whenWords(at, timeZone, t) : ""),
        coverage: coverageText(coverage),
        isThin: isThin(coverage),
      },
    ];
  });
}

function changeWords(metric: SpaceMetric, now: Figure, before: Figure | undefined, t: Text): string {
  if (now.value === null || before?.value == null) return "";
  const { unit } = SPACE_METRICS[metric];
  const difference = unit === "percent" ? Math.round(now.value) - Math.round(before.value) : now.value - before.value;
  const size = unit === "minutes" ? minutesText(Math.abs(difference), t) : numberText(Math.abs(difference), t);
  if (Math.abs(difference) < 0.05) return t("as before");
  const change = `${difference > 0 ? "+" : "−"}\u2009${size}`;
  return unit === "percent" ? t("{change} points on before", { change }) : t("{change} on before", { change });
}

/** "Tue 11 Nov 11:20". */
const whenWords = (at: string, timeZone: string, t: Text): string =>
  dated(DateTime.fromISO(at, { zone: timeZone }), "ccc d LLL HH:mm", t);
