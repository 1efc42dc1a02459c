import { DateTime } from "luxon";
import { durationWords } from "@/components/space/source-words";
import type { DeliveryOutcome, DeliveryReading, ReplayResult } from "@/lib/core/delivery";
import { METRICS } from "@/lib/core/metric";

export const OUTCOME_WORD: Record<DeliveryOutcome, string> = {
  stored: "Stored",
  unhandled: "Unhandled",
  quarantined: "Quarantined",
};

export const OUTCOME_MEANING: Record<DeliveryOutcome, string> = {
  stored: "Read and stored.",
  unhandled: "Kept, but its type is not handled.",
  quarantined: "Kept whole, but it could not be read.",
};

/** What an event that does not say its type is listed as. */
export const typeWord = (eventType: string): string => eventType || "No type";

/** A moment to the second on the clock of whoever looks; with its day when that is not today. */
export function secondsTime(at: string, now: number): string {
  const time = DateTime.fromISO(at).setLocale("en-GB");
  return time.toFormat(time.hasSame(DateTime.fromMillis(now), "day") ? "HH:mm:ss" : "ccc d LLL HH:mm:ss");
}

/** How much later than the event a delivery came: "0.4 s", "3 min"; "−2 s" when the sender's clock is ahead. */
export function exactLag(ms: number | null): string {
  if (ms === null) return "–";
  if (ms < 0) return `−${exactLag(-ms)}`;
  return ms < 9_950 ? `${(ms / 1_000).toFixed(1)} s` : durationWords(ms);
}

/** JSON set out to be read; as it is when it is none. */
export function prettyJson(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** What is stored for a reading's moment now. */
export function fateWords({ fate, standing, metric }: DeliveryReading, now: number): string {
  if (fate === "stored") return "stored";
  if (standing === null) return "not stored";
  return `known better: ${valueWords(standing.value, metric)}, received ${secondsTime(standing.receivedAt, now)}`;
}

/** A value with its unit, as far as it has one. */
export function valueWords(value: number, metric: DeliveryReading["metric"]): string {
  const { unit } = METRICS[metric];
  const number = String(Math.round(value * 100) / 100);
  return unit === "" || unit === "people" ? number : `${number} ${unit}`;
}

const ENDINGS = [
  ["stored", "stored"],
  ["unchanged", "unchanged"],
  ["quarantined", "still quarantined"],
  ["unhandled", "unhandled"],
  ["skipped", "left as it was"],
] as const satisfies readonly (readonly [keyof ReplayResult, string])[];

/** "Replayed 3: 2 stored, 1 unchanged." */
export function replayWords(result: ReplayResult): string {
  const parts = ENDINGS.filter(([key]) => result[key] > 0).map(([key, word]) => `${result[key]} ${word}`);
  return `Replayed ${result.replayed}: ${parts.join(", ")}.`;
}

const OTHERS: Record<string, readonly [one: string, many: string]> = {
  fact: ["word about a source", "words about sources"],
  booking: ["word about a booking", "words about bookings"],
  visit: ["word about a visit", "words about visits"],
  signal: ["signal of trouble or of its end", "signals of trouble or of its end"],
};

/** What a delivery says besides readings: "1 word about a booking". */
export function otherWords({ kind, count }: { kind: string; count: number }): string {
  const [one, many] = OTHERS[kind] ?? [kind, `${kind}s`];
  return `${count} ${count === 1 ? one : many}`;
}
