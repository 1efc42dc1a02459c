import { STATE_WORD } from "@/components/state/state-words";
import { vendorShort } from "@/components/vendor/vendor-words";
import type { MetricValue, SpaceSnapshot } from "@/lib/core/floor";
import type { Metric } from "@/lib/core/metric";
import { staleAfterMs } from "@/lib/core/space";
import { type SpaceVerdict, speakingReading } from "@/lib/core/space-state";
import { METRIC_WORDS } from "./metric-words";
import { durationWords } from "./source-words";

interface WhyReading {
  readonly metric: Metric;
  readonly isUsed: boolean;
  readonly label: string;
  readonly count: number;
  readonly observedAt: number;
  /** "arrived 3 s later", and why it is not used. */
  readonly note: string;
}

export interface Why {
  readonly question: string;
  /** The rule that decided, as a sentence. */
  readonly rule: string;
  /** The one in use first. */
  readonly readings: readonly WhyReading[];
}

/** Why a space is in the state it is in. */
export function whyWords(space: SpaceSnapshot, verdict: SpaceVerdict, now: number): Why {
  const speaking = speakingMetric(space, now);
  const readings = Object.entries(space.metrics).map(([name, value]): WhyReading => {
    const metric = name as Metric;
    const isUsed = metric === speaking;
    return {
      metric,
      isUsed,
      label: `${vendorShort(vendorOf(space, value))} ${METRIC_WORDS[metric]}`,
      count: Math.round(value.value),
      observedAt: Date.parse(value.observedAt),
      note: [arrivalWords(value), isUsed ? "" : ignoredWords(space, value, now)].filter(Boolean).join(" · "),
    };
  });
  return {
    question: `Why “${STATE_WORD[verdict.state]}”?`,
    rule: ruleWords(space, verdict, speaking),
    readings: readings.sort((a, b) => Number(b.isUsed) - Number(a.isUsed)),
  };
}

/** The metric whose reading decides; null when none has ever been read. */
export function speakingMetric(space: SpaceSnapshot, now: number): Metric | null {
  const readings = Object.entries(space.metrics).map(([metric, value]) => ({
    metric: metric as Metric,
    value: value.value,
    observedAt: Math.min(Date.parse(value.observedAt), Date.parse(value.receivedAt)),
    bandSince: Date.parse(value.since),
    expectedIntervalMs: intervalOf(space, value),
  }));
  return speakingReading(readings, now)?.metric ?? null;
}

function ruleWords({ capacity, ...space }: SpaceSnapshot, verdict: SpaceVerdict, speaking: Metric | null): string {
  const value = speaking && space.metrics[speaking];
  const limit = value ? staleAfterMs(intervalOf(space, value)) : null;
  switch (verdict.state) {
    case "unmonitored":
      return "No source is mapped to this space.";
    case "unknown":
      return "A source is mapped, but it has not sent a reading yet.";
    case "stale":
      return limit === null ? "No reading for too long." : `No reading for longer than ${durationWords(limit)}.`;
    case "over":
      return `Count above the capacity of ${capacity}.`;
    case "occupied":
      return capacity === null ? "Count above 0. No capacity is set." : "Count above 0 and within capacity.";
    case "free":
      return "Count is 0.";
    default:
      return `The server says “${STATE_WORD[verdict.state]}”.`;
  }
}

function arrivalWords({ observedAt, receivedAt }: MetricValue): string {
  const late = Date.parse(receivedAt) - Date.parse(observedAt);
  return late < 1_000 ? "arrived at once" : `arrived ${durationWords(late)} later`;
}

function ignoredWords(space: SpaceSnapshot, value: MetricValue, now: number): string {
  const limit = staleAfterMs(intervalOf(space, value));
  const isStale = limit !== null && now - Date.parse(value.observedAt) >= limit;
  return isStale ? "too old" : "the plain count ranks higher";
}

const intervalOf = (space: Pick<SpaceSnapshot, "sources">, value: MetricValue) =>
  space.sources.find((source) => source.id === value.source)?.expectedIntervalMs ?? null;

const vendorOf = (space: SpaceSnapshot, value: MetricValue) =>
  space.sources.find((source) => source.id === value.source)?.vendor ?? "former source";
