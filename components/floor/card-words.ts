import { AIR_NAMES, bandWord } from "@/components/air/air-words";
import { ageWords } from "@/components/state/state-words";
import { type AirReading, airOf, airText, isComfort } from "@/lib/core/environment";
import type { SpaceTrouble } from "@/lib/core/floor";
import { type SpaceFace, wordsOf } from "./space-face";

export interface CardWords {
  readonly headline: string;
  readonly detail: string;
  readonly air: readonly AirReading[];
  /** The gravest of the open troubles, and how many there are; null when there are none. */
  readonly trouble: { readonly severity: SpaceTrouble["severity"]; readonly count: number } | null;
  /** Everything as one sentence. */
  readonly sentence: string;
}

/** What a card or desk says. */
export function cardWords(face: SpaceFace): CardWords {
  const { headline, detail, sentence } = wordsOf(face);
  const air = airOf(face.space, face.minute).filter(({ metric }) => isComfort(metric));
  const { alerts } = face.space;
  const [gravest] = alerts; // the wire has the gravest first
  return {
    headline,
    detail,
    air,
    trouble: gravest ? { severity: gravest.severity, count: alerts.length } : null,
    sentence: [sentence, ...air.map(airWords), gravest ? troubleWords(gravest, alerts.length) : ""]
      .filter(Boolean)
      .join(", "),
  };
}

function airWords({ metric, value, band, isFresh, ageMs }: AirReading): string {
  if (!isFresh) return `${AIR_NAMES[metric]} last measured ${ageWords(ageMs)}`;
  const words = `${AIR_NAMES[metric]} ${airText(metric, value)}`;
  return band === null ? words : `${words} ${bandWord(metric, band).toLowerCase()}`;
}

function troubleWords({ severity, text }: SpaceTrouble, count: number): string {
  return count === 1 ? `${severity} trouble: ${text}` : `${count} troubles, the gravest ${severity}: ${text}`;
}
