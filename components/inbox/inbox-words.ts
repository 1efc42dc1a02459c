import { DateTime } from "luxon";
import { durationWords } from "@/components/space/source-words";
import { dated } from "@/lib/core/dated";
import type { DeliveryOutcome, DeliveryReading, ReplayResult } from "@/lib/core/delivery";
import { intlLocale } from "@/lib/core/locale";
import { METRICS } from "@/lib/core/metric";
import { type Text, text } from "@/lib/core/text";

/** Said by `t`. */
export const OUTCOME_WORD: Record<DeliveryOutcome, string> = {
  stored: text("Stored"),
  unhandled: text("Unhandled"),
  quarantined: text("Quarantined"),
};

/** Said by `t`. */
export const OUTCOME_MEANING: Record<DeliveryOutcome, string> = {
  stored: text("Read and stored."),
  unhandled: text("Kept, but its type is not handled."),
  quarantined: text("Kept whole, but it could not be read."),
};

/** What an event that does not say its type is listed as. */
export const typeWord = (eventType: string, t: Text): string => eventType || t("No type");

/** A moment to the second on the clock of whoever looks; with its day when that is not today. */
export function secondsTime(at: string, now: number, t: Text): string {
  const time = DateTime.fromISO(at);
  const isToday = time.hasSame(DateTime.fromMillis(now), "day");
  return isToday ? time.toFormat("HH:mm:ss") : dated(time, "ccc d LLL HH:mm:ss", t);
}

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** How much later than the event a delivery came: "0.4 s", "3 min"; "−2 s" when the sender's clock is ahead. */
export function exactLag(ms: number | null, t: Text): string {
  if (ms === null) return "–";
  if (ms < 0) return `−${exactLag(-ms, t)}`;
  if (ms >= 9_950) return durationWords(ms, t);
  const seconds = (ms / 1_000).toLocaleString(intlLocale(t.locale), ONE_DIGIT);
  return t("{seconds} s", { seconds });
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
export function fateWords({ fate, standing, metric }: DeliveryReading, now: number, t: Text): string {
  if (fate === "stored") return t("stored");
  if (standing === null) return t("not stored");
  return t("known better: {value}, received {time}", {
    value: valueWords(standing.value, metric),
    time: secondsTime(standing.receivedAt, now, t),
  });
}

/** A value with its unit, as far as it has one. */
export function valueWords(value: number, metric: DeliveryReading["metric"]): string {
  const { unit } = METRICS[metric];
  const number = String(Math.round(value * 100) / 100);
  return unit === "" || unit === "people" ? number : `${number} ${unit}`;
}

const ENDINGS = [
  ["stored", text("{count} stored")],
  ["unchanged", text("{count} unchanged")],
  ["quarantined", text("{count} still quarantined")],
  ["unhandled", text("{count} unhandled")],
  ["skipped", text("{count} left as it was")],
] as const satisfies readonly (readonly [keyof ReplayResult, string])[];

/** "Replayed 3: 2 stored, 1 unchanged." */
export function replayWords(result: ReplayResult, t: Text): string {
  const parts = ENDINGS.filter(([key]) => result[key] > 0).map(([key, words]) => t(words, { count: result[key] }));
  return t("Replayed {count}: {list}.", { count: result.replayed, list: parts.join(", ") });
}

const OTHERS: Record<string, string> = {
  fact: text("{count, plural, one {# word about a source} other {# words about sources}}"),
  booking: text("{count, plural, one {# word about a booking} other {# words about bookings}}"),
  visit: text("{count, plural, one {# word about a visit} other {# words about visits}}"),
  signal: text("{count, plural, one {# signal of trouble or of its end} other {# signals of trouble or of its end}}"),
};

/** What a delivery says besides readings: "1 word about a booking". */
export function otherWords({ kind, count }: { kind: string; count: number }, t: Text): string {
  const words = OTHERS[kind];
  return words ? t(words, { count }) : `${count} ${kind}`;
}
