import { z } from "zod";
import type { Sample } from "./alerts/rule-step";
import { isUsed, type LineStep, UNKNOWN } from "./space-line";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** CO₂ of the air outside, ppm. */
export const OUTSIDE_PPM = 420;
/** With less above the outside level there is nothing to clear, ppm. */
export const LEAST_EXCESS_PPM = 200;
/** After so long it is not waited for any more, ms. */
export const DECAY_WATCHED_MS = 6 * 60 * MINUTE_MS;
/** Between readings that are further apart nobody knows; the slowest sensors report every hour, ms. */
export const DECAY_GAP_MS = 65 * MINUTE_MS;
/** What is usual is the median of so many days. */
export const USUAL_DAYS = 30;
const FEWEST = 5;
const SLOW_FACTOR = 2;
/** A difference that people would notice, min. */
const SLOW_MINUTES = 10;

/** How long the air of a space took, once nobody was in, to lose half of its CO₂ above the outside level. */
export interface AirDecay {
  /** When the last person left, ms. */
  readonly leftAt: number;
  /** Where half was not reached, how long it was watched. */
  readonly minutes: number;
  readonly isHalved: boolean;
  /** CO₂ when the last person left. */
  readonly ppm: number;
}

/**
 * The finished decays of a space: from who was in (`line`), its CO₂ (in order) and until when both are known (ms). A
 * decay in which somebody came back, or of which too little is known, is none.
 */
export function airDecays(line: readonly LineStep[], samples: readonly Sample[], until: number): AirDecay[] {
  return line.flatMap((step, i) => {
    const before = line[i - 1];
    if (!before || !isUsed(before.code) || isUsed(step.code) || step.code === UNKNOWN) return [];
    const end = line.slice(i).find(({ code }) => isUsed(code) || code === UNKNOWN);
    return decayFrom(step.at, samples, Math.min(end?.at ?? until, until)) ?? [];
  });
}

function decayFrom(leftAt: number, samples: readonly Sample[], end: number): AirDecay | null {
  const ppm = valueAt(samples, leftAt);
  if (ppm === null || ppm - OUTSIDE_PPM < LEAST_EXCESS_PPM) return null;
  const half = OUTSIDE_PPM + (ppm - OUTSIDE_PPM) / 2;
  let last: Sample = { at: leftAt, value: ppm };
  for (const sample of samples) {
    if (sample.at <= leftAt) continue;
    if (sample.at > end || sample.at - last.at > DECAY_GAP_MS) break;
    const reached = sample.value <= half ? crossing(last, sample, half) : null;
    if ((reached ?? sample.at) - leftAt >= DECAY_WATCHED_MS) break;
    if (reached !== null) return { leftAt, ppm, isHalved: true, minutes: minutesOf(reached - leftAt) };
    last = sample;
  }
  const isOver = Math.min(end, last.at + DECAY_GAP_MS) - leftAt >= DECAY_WATCHED_MS;
  return isOver ? { leftAt, ppm, isHalved: false, minutes: minutesOf(DECAY_WATCHED_MS) } : null;
}

/** On a straight line between its neighbours; null when they are too far apart, or when there is one only. */
function valueAt(samples: readonly Sample[], at: number): number | null {
  const next = samples.findIndex((sample) => sample.at >= at);
  const after = samples[next];
  if (after?.at === at) return after.value;
  const before = samples[next - 1];
  if (!after || !before || after.at - before.at > DECAY_GAP_MS) return null;
  return before.value + ((after.value - before.value) * (at - before.at)) / (after.at - before.at);
}

const crossing = (from: Sample, to: Sample, value: number) =>
  from.at + ((to.at - from.at) * (from.value - value)) / (from.value - to.value);

const minutesOf = (ms: number) => Math.round((10 * ms) / MINUTE_MS) / 10;

/** The median of the 30 days before a moment (ms), min; null when fewer than five are known. */
export function usualMinutes(decays: readonly Pick<AirDecay, "leftAt" | "minutes">[], before: number): number | null {
  const known = decays
    .filter(({ leftAt }) => leftAt < before && leftAt >= before - USUAL_DAYS * DAY_MS)
    .map(({ minutes }) => minutes)
    .sort((a, b) => a - b);
  if (known.length < FEWEST) return null;
  const middle = (known.length - 1) / 2;
  return ((known[Math.floor(middle)] ?? 0) + (known[Math.ceil(middle)] ?? 0)) / 2;
}

/** Twice what is usual, and so much more that people would notice. */
export const isSlow = ({ minutes, usual }: { readonly minutes: number; readonly usual: number | null }): boolean =>
  usual !== null && minutes >= SLOW_FACTOR * usual && minutes - usual >= SLOW_MINUTES;

/** `GET /api/spaces/{id}/air-decay`. Minutes until half of the CO₂ above `outsidePpm` was gone once nobody was in. */
export const AirDecayAnswer = z.object({
  outsidePpm: z.number(),
  /** The latest that is finished; null when none is known of the last 90 days. */
  last: z
    .object({
      leftAt: z.iso.datetime(),
      minutes: z.number(),
      /** False: it was not half gone after `minutes`. */
      isHalved: z.boolean(),
      /** CO₂ when the last person left. */
      ppm: z.number(),
      /** What was usual then; null when too few were known. */
      usual: z.number().nullable(),
      isSlow: z.boolean(),
    })
    .nullable(),
  /** The median of the last 30 days, and of how many; null with fewer than five. */
  usual: z.object({ minutes: z.number(), count: z.number() }).nullable(),
});
export type AirDecayAnswer = z.infer<typeof AirDecayAnswer>;
