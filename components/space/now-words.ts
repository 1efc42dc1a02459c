import { ageWords, clockTime, spaceWords } from "@/components/state/state-words";
import { vendorShort } from "@/components/vendor/vendor-words";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceVerdict } from "@/lib/core/space-state";
import { speakingMetric } from "./why-words";

export interface NowWords {
  /** The big one: "7", "Free", "1 ?", "–". */
  readonly figure: string;
  /** Small beside it: "of 10". */
  readonly unit: string;
  readonly since: string;
  /** Who said so, and when. */
  readonly source: string;
  /** The state and count as a sentence that changes only when they do. */
  readonly announcement: string;
}

/** What is known of a space now, for the top of its panel. A count that is not known is never written as a number. */
export function nowWords(space: SpaceSnapshot, verdict: SpaceVerdict, now: number, timeZone: string): NowWords {
  const metric = speakingMetric(space, now);
  const value = metric && space.metrics[metric];
  const observedAt = value ? Date.parse(value.observedAt) : null;
  const words = spaceWords(space, verdict, now, timeZone, observedAt);
  const isUncertain = verdict.state === "stale";
  const vendor = space.sources.find((source) => source.id === value?.source)?.vendor;
  return {
    ...figureWords(space.capacity, verdict, words.headline),
    since: sinceWords(verdict, words.detail),
    source:
      value && observedAt !== null
        ? [
            `${vendor ? vendorShort(vendor) : "Former source"} ${Math.round(value.value)}`,
            isUncertain ? `at ${clockTime(observedAt, timeZone, now)}` : ageWords(now - observedAt),
          ].join(" · ")
        : "",
    announcement: spaceWords(space, { ...verdict, since: null }, now, timeZone, null).sentence,
  };
}

function figureWords(capacity: number | null, { state, count }: SpaceVerdict, headline: string) {
  if (state === "unknown" || state === "unmonitored") return { figure: "–", unit: "" };
  if (state === "free") return { figure: headline, unit: capacity ? seats(capacity) : "" };
  if (state !== "occupied" && state !== "over") return { figure: headline, unit: "" };
  if (capacity !== null) return { figure: String(count), unit: `of ${capacity}` };
  return { figure: String(count), unit: count === 1 ? "person" : "people" };
}

function sinceWords({ state }: SpaceVerdict, detail: string): string {
  if (state === "unknown") return "Waiting for the first reading";
  if (state === "unmonitored") return "Not monitored: no sensor mapped";
  return detail;
}

const seats = (capacity: number) => (capacity === 1 ? "1 seat" : `${capacity} seats`);
