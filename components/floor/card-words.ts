import { AIR_NAMES, bandWord } from "@/components/air/air-words";
import { ageWords } from "@/components/state/state-words";
import type { ComfortMetric } from "@/lib/core/air-limits";
import { type AirBand, type AirReading, airOf, airText, isComfort } from "@/lib/core/environment";
import type { SpaceTrouble } from "@/lib/core/floor";
import { type SpaceFace, wordsOf } from "./space-face";

/** What a card says of one thing about the air, or of all that is too old to be said. */
export interface CardAirWords {
  readonly metric: ComfortMetric | "old";
  readonly band: AirBand | null;
  readonly text: string;
}

export interface CardWords {
  readonly headline: string;
  readonly detail: string;
  readonly air: readonly CardAirWords[];
  /** The gravest of the open troubles, and how many there are; null when there are none. */
  readonly trouble: { readonly severity: SpaceTrouble["severity"]; readonly count: number } | null;
  /** Everything as one sentence. */
  readonly sentence: string;
}

/** What a card or desk says. */
export function cardWords(face: SpaceFace): CardWords {
  const { headline, detail, sentence } = wordsOf(face);
  const air = airOf(face.space, face.minute, face.limits).filter(isOnCards);
  const { alerts } = face.space;
  const [gravest] = alerts; // the wire has the gravest first
  return {
    headline,
    detail,
    air: [...air.filter((one) => one.isFresh).map(nowWords), ...oldWords(air)],
    trouble: gravest ? { severity: gravest.severity, count: alerts.length } : null,
    sentence: [sentence, ...air.map(spokenWords), gravest ? troubleWords(gravest, alerts.length) : ""]
      .filter(Boolean)
      .join(", "),
  };
}

type ComfortReading = AirReading & { readonly metric: ComfortMetric };

/** What a card has room for. */
const isOnCards = (reading: AirReading): reading is ComfortReading => isComfort(reading.metric);

const nowWords = ({ metric, value, band }: ComfortReading): CardAirWords => ({
  metric,
  band,
  text: airText(metric, value),
});

/** One word for all that is too old, with the age of the youngest. */
function oldWords(air: readonly ComfortReading[]): CardAirWords[] {
  const old = air.filter((one) => !one.isFresh);
  if (old.length === 0) return [];
  const name = old.length === air.length ? "Air" : old.map(({ metric }) => AIR_NAMES[metric]).join(", ");
  return [{ metric: "old", band: null, text: `${name} ${ageWords(Math.min(...old.map(({ ageMs }) => ageMs)))}` }];
}

function spokenWords({ metric, value, band, isFresh, ageMs }: ComfortReading): string {
  if (!isFresh) return `${AIR_NAMES[metric]} last measured ${ageWords(ageMs)}`;
  const words = `${AIR_NAMES[metric]} ${airText(metric, value)}`;
  return band === null ? words : `${words} ${bandWord(metric, band).toLowerCase()}`;
}

function troubleWords({ severity, text }: SpaceTrouble, count: number): string {
  return count === 1 ? `${severity} trouble: ${text}` : `${count} troubles, the gravest ${severity}: ${text}`;
}
