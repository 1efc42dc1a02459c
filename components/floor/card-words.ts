import { AIR_NAMES, bandWord } from "@/components/air/air-words";
import { ageWords } from "@/components/state/state-words";
import type { ComfortMetric } from "@/lib/core/air-limits";
import { type AirBand, type AirReading, airOf, airText, isComfort } from "@/lib/core/environment";
import type { SpaceTrouble } from "@/lib/core/floor";
import { inSentence, type Text, text } from "@/lib/core/text";
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
export function cardWords(face: SpaceFace, t: Text): CardWords {
  const { headline, detail, sentence } = wordsOf(face, t);
  const air = airOf(face.space, face.minute, face.limits).filter(isOnCards);
  const { alerts } = face.space;
  const [gravest] = alerts; // the wire has the gravest first
  return {
    headline,
    detail,
    air: [...air.filter((one) => one.isFresh).map((one) => nowWords(one, t)), ...oldWords(air, t)],
    trouble: gravest ? { severity: gravest.severity, count: alerts.length } : null,
    sentence: [
      sentence,
      ...air.map((one) => spokenWords(one, t)),
      gravest ? troubleWords(gravest, alerts.length, t) : "",
    ]
      .filter(Boolean)
      .join(", "),
  };
}

type ComfortReading = AirReading & { readonly metric: ComfortMetric };

/** What a card has room for. */
const isOnCards = (reading: AirReading): reading is ComfortReading => isComfort(reading.metric);

const nowWords = ({ metric, value, band }: ComfortReading, t: Text): CardAirWords => ({
  metric,
  band,
  text: airText(metric, value, t),
});

/** One word for all that is too old, with the age of the youngest. */
function oldWords(air: readonly ComfortReading[], t: Text): CardAirWords[] {
  const old = air.filter((one) => !one.isFresh);
  if (old.length === 0) return [];
  const name = old.length === air.length ? t("Air") : old.map(({ metric }) => t(AIR_NAMES[metric])).join(", ");
  const age = ageWords(Math.min(...old.map(({ ageMs }) => ageMs)), t);
  return [{ metric: "old", band: null, text: `${name} ${age}` }];
}

function spokenWords({ metric, value, band, isFresh, ageMs }: ComfortReading, t: Text): string {
  const name = t(AIR_NAMES[metric]);
  if (!isFresh) return t("{name} last measured {age}", { name, age: ageWords(ageMs, t) });
  const words = `${name} ${airText(metric, value, t)}`;
  return band === null ? words : `${words} ${inSentence(t(bandWord(metric, band)), t)}`;
}

const SEVERITY = {
  critical: text("critical"),
  major: text("major"),
  minor: text("minor"),
  info: text("info"),
} as const;

function troubleWords(trouble: SpaceTrouble, count: number, t: Text): string {
  const values = { severity: t(SEVERITY[trouble.severity]), text: trouble.text, count };
  return count === 1
    ? t("{severity} trouble: {text}", values)
    : t("{count} troubles, the gravest {severity}: {text}", values);
}
