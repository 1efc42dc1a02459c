import { seededInteger, seededRandom } from "./seeded-random";

/** One person in one space, in minutes since some midnight: there from `from` until just before `to`. */
export interface Presence {
  readonly from: number;
  readonly to: number;
}

export const presentAt = (presences: readonly Presence[], minute: number): number =>
  presences.reduce((count, { from, to }) => (from <= minute && minute < to ? count + 1 : count), 0);

/** People who came for the same thing: nobody arrives or leaves on the dot. */
export function gathering(from: number, to: number, people: number, slackMinutes: number, seed: string): Presence[] {
  return Array.from({ length: people }, (_, person) => ({
    from: from + seededInteger(-slackMinutes, slackMinutes, seed, "in", person),
    to: to + seededInteger(-slackMinutes, slackMinutes, seed, "out", person),
  }));
}

/** A time of day around which people drop in. */
export interface Rush {
  readonly at: number;
  readonly spread: number;
  readonly visits: number;
}

/** People who drop in on their own, most of them near the middle of a rush. */
export function visits(rushes: readonly Rush[], stay: readonly [number, number], seed: string): Presence[] {
  return rushes.flatMap((rush, index) =>
    Array.from({ length: Math.round(rush.visits) }, (_, visit) => {
      const early = seededRandom(seed, index, visit, "a");
      const late = seededRandom(seed, index, visit, "b");
      const from = Math.round(rush.at + (early + late - 1) * rush.spread);
      return { from, to: from + seededInteger(stay[0], stay[1], seed, index, visit, "stay") };
    }),
  );
}
