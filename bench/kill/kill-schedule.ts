import { seededInteger, seededRandom } from "@/lib/simulator/seeded-random";

export interface PlannedKill {
  /** When this many deliveries are acknowledged. */
  readonly after: number;
  /** And a little later still, ms, so that it hits any point of a commit. */
  readonly delayMs: number;
  readonly victim: "app" | "database";
  /** How far into the next start the app is killed once more, ms; null when it may come up. */
  readonly againMs: number | null;
}

const AGAIN_EVERY = 5;

/** Kills spread over the run in a seeded order; some hit the app again while it is starting, and count as two. */
export function killSchedule(seed: number, deliveries: number, appKills: number, dbKills: number): PlannedKill[] {
  const doubles = Math.floor(appKills / AGAIN_EVERY);
  const singles = appKills - 2 * doubles;
  const kinds = [
    ...Array.from({ length: doubles }, () => "twice" as const),
    ...Array.from({ length: singles }, () => "app" as const),
    ...Array.from({ length: dbKills }, () => "database" as const),
  ];
  const order = kinds.map((kind, i) => ({ kind, at: seededRandom(`${seed}`, "order", i) })).sort((a, b) => a.at - b.at);
  const step = deliveries / (order.length + 1);
  return order.map(({ kind }, i) => ({
    after: Math.floor(step * (i + 0.5 + seededRandom(`${seed}`, "after", i) / 2)),
    delayMs: seededInteger(0, 40, `${seed}`, "delay", i),
    victim: kind === "database" ? "database" : "app",
    againMs: kind === "twice" ? seededInteger(100, 2_500, `${seed}`, "again", i) : null,
  }));
}
