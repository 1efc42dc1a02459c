import { IconArrowDown, IconArrowUp, IconHourglassEmpty } from "@tabler/icons-react";
import { ageWords } from "@/components/state/state-words";
import { type AirBandNumber, type BandLimits, bandNumber, type ComfortMetric } from "@/lib/core/air-limits";
import { airFigure, airOf, airText, rounded, shownValue } from "@/lib/core/environment";
import type { Text } from "@/lib/core/text";
import { cardWords } from "../card-words";
import type { SpaceFace } from "../space-face";
import { hatchedPaint, type LegendLine, type Look, type Mark, NO_SENSOR_PAINT, solidPaint } from "./look";

const BANDS: readonly AirBandNumber[] = [1, 2, 3, 4, 5];
const PREFIX: Record<ComfortMetric, string> = { co2: "co2", temperature: "temp", humidity: "hum" };
const OLD = "old";
const NONE = "none";

interface AirWords {
  readonly bands: readonly [string, string, string, string, string];
  readonly none: string;
}

function airWords(metric: ComfortMetric, t: Text): AirWords {
  const words: Record<ComfortMetric, AirWords> = {
    co2: { bands: [t("Fresh"), t("Good"), t("Elevated"), t("Act"), t("Act now")], none: t("No CO₂ sensor") },
    temperature: {
      bands: [t("Cold"), t("Cool"), t("In range"), t("Warm"), t("Hot")],
      none: t("No temperature sensor"),
    },
    humidity: {
      bands: [t("Very dry"), t("Dry"), t("In range"), t("Humid"), t("Very humid")],
      none: t("No humidity sensor"),
    },
  };
  return words[metric];
}

/** CO₂, temperature or humidity: the band of the newest value, by the limits that count in the space. */
export function airLook(face: SpaceFace, metric: ComfortMetric, t: Text): Look {
  const reading = airOf(face.space, face.minute, face.limits).find((one) => one.metric === metric);
  const words = airWords(metric, t);
  const { trouble } = cardWords(face, t);
  const base = { air: [], trouble: trouble?.severity === "critical" ? trouble : null };
  const { name } = face.space;
  if (!reading) {
    const mark = { paint: NO_SENSOR_PAINT, icon: undefined };
    const none = { headline: words.none, detail: "", value: "", note: words.none, sentence: `${name}, ${words.none}` };
    return { ...base, ...mark, ...none, key: NONE, rank: null };
  }
  const { value, ageMs, isFresh } = reading;
  const band = bandNumber(metric, rounded(metric, value), face.limits[metric]);
  const word = words.bands[band - 1] ?? "";
  const [headline, figure] = [airText(metric, value, t), airFigure(metric, value, t)];
  if (!isFresh) {
    const age = ageWords(ageMs, t);
    const spoken = `${name}, ${t("last {value}, {age}", { value: headline, age })}`;
    const old = { headline, detail: age, value: figure, note: age, sentence: spoken };
    return {
      ...base,
      ...old,
      key: OLD,
      rank: null,
      paint: hatchedPaint(fillOf(metric, band)),
      icon: IconHourglassEmpty,
    };
  }
  const said = { headline, detail: word, value: figure, note: "", sentence: `${name}, ${headline}, ${word}` };
  return { ...base, ...said, ...bandMark(metric, band), key: String(band), rank: value };
}

const fillOf = (metric: ComfortMetric, band: AirBandNumber) => `var(--${PREFIX[metric]}-${band})`;

/** Both ends of a diverging scale are equally dark: an arrow says which it is. */
function bandMark(metric: ComfortMetric, band: AirBandNumber): Mark {
  const arrow = metric === "co2" || band === 3 ? undefined : band < 3 ? IconArrowDown : IconArrowUp;
  return { paint: solidPaint(fillOf(metric, band), `var(--${PREFIX[metric]}-${band}-text)`), icon: arrow };
}

/** The bands with the limits of the floor; a room may have others. */
export function airLegend(metric: ComfortMetric, limits: BandLimits, t: Text): LegendLine[] {
  const words = airWords(metric, t);
  return [
    ...BANDS.map((band) => ({
      key: String(band),
      word: words.bands[band - 1] ?? "",
      range: rangeOf(
        metric,
        band,
        limits.map((limit) => shownValue(metric, limit, t)),
      ),
      number: band,
      ...bandMark(metric, band),
      icon: undefined,
    })),
    { key: OLD, word: t("Old"), paint: hatchedPaint(fillOf(metric, 2)), icon: IconHourglassEmpty },
    { key: NONE, word: words.none, paint: NO_SENSOR_PAINT, icon: undefined },
  ];
}

/** "< 600", "600–899", "≥ 1600"; where a limit belongs to the band below it "> 28". */
function rangeOf(metric: ComfortMetric, band: AirBandNumber, limits: readonly number[]): string {
  const [from, to] = [limits[band - 2], limits[band - 1]];
  if (from === undefined) return `< ${to}`;
  if (to === undefined) return metric === "co2" ? `≥ ${from}` : `> ${from}`;
  return `${from}–${metric === "co2" ? to - 1 : to}`;
}
