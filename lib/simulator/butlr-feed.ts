import { type ButlrEvent, butlrEvent, sensedAt } from "./butlr-events";
import type { ButlrPlace } from "./butlr-places";
import type { CountAt } from "./occupancy-model";
import type { LiveFeed, PlannedPost } from "./planned-post";
import { seededInteger, seededRandom } from "./seeded-random";

/** Places whose counts come from one truth. */
export interface ButlrCounts {
  readonly places: readonly ButlrPlace[];
  readonly countAt: CountAt;
  /** Measured counts are sent as they are; simulated ones are sometimes wrong at first. */
  readonly measured: boolean;
}

const MINUTE_MS = 60_000;
const RESTATED_MINUTES = 5;
/** How often the first count of a minute is off by one, by how many minutes later it is computed again. */
const ERROR_CHANCES = [0.1, 0.04];
/** Somebody seen in an empty place, or a desk misread, is rarer. */
const RARE_ERROR_CHANCES = [0.01];
const LATE_CHANCE = 0.03;
const DUPLICATE_CHANCE = 0.02;

/** What Butlr first says about a moment, and how it corrects itself when it computes that moment again. */
export function reportedCount(place: ButlrPlace, observedAt: number, recomputed: number, truth: number): number {
  const isSimple = truth === 0 || place.kind === "desk";
  const chances = isSimple ? RARE_ERROR_CHANCES : ERROR_CHANCES;
  if (seededRandom("error", place.spaceId, observedAt, recomputed) >= (chances[recomputed] ?? 0)) return truth;
  const more = isSimple ? truth === 0 : seededRandom("more", place.spaceId, observedAt, recomputed) < 0.5;
  return more ? truth + 1 : truth - 1;
}

/** Everything Butlr counts for one minute: each place's count, and its four minutes before computed again. */
export function planCounts(counts: ButlrCounts, minuteStart: number): PlannedPost[] {
  return counts.places.flatMap((place) => {
    const sensed = sensedAt(place, minuteStart);
    const computedAt = sensed + seededInteger(1, 3, "computes", place.spaceId, sensed) * 1000;
    return Array.from({ length: RESTATED_MINUTES }, (_, back) => back).flatMap((back) => {
      const event = restated(counts, place, sensed - back * MINUTE_MS, computedAt, back);
      return event ? deliveries(event, computedAt) : [];
    });
  });
}

function restated(
  { countAt, measured }: ButlrCounts,
  place: ButlrPlace,
  observedAt: number,
  computedAt: number,
  back: number,
): ButlrEvent | null {
  const truth = countAt(place.spaceId, observedAt);
  if (truth === null) return null;
  const count = measured ? truth : reportedCount(place, observedAt, back, truth);
  return butlrEvent(place, observedAt, computedAt, count);
}

/** Most events travel at once; some are held up, and some arrive twice. */
function deliveries(event: ButlrEvent, computedAt: number): PlannedPost[] {
  const post = { vendor: "butlr", body: JSON.stringify(event) } as const;
  const chance = (what: string) => seededRandom(what, event.id);
  const isLate = chance("late") < LATE_CHANCE;
  const delay = isLate ? seededInteger(20, 100, "delay", event.id) * 1000 : chance("delay") * 900;
  const first = { ...post, dueAt: computedAt + delay };
  if (chance("twice") >= DUPLICATE_CHANCE) return [first];
  return [first, { ...post, dueAt: first.dueAt + seededInteger(1, 9, "again", event.id) * 1000 }];
}

export const liveCounts = (counts: ButlrCounts): LiveFeed => ({ planMinute: (minute) => planCounts(counts, minute) });
