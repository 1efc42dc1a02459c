import type { PlannedPost } from "./butlr-feed";
import { seededInteger, seededRandom } from "./seeded-random";

export const FAULTS = ["duplicates", "reorder", "late", "bad-signature", "malformed"] as const;
export type Fault = (typeof FAULTS)[number];

type Change = (post: PlannedPost, chance: number) => PlannedPost[];

const DUPLICATE_SHARE = 0.3;
const LATE_SHARE = 0.1;
const FORGED_SHARE = 0.05;
const MALFORMED_SHARE = 0.05;

/** Turns ordinary posts into what a bad day looks like. Same posts, same faults. */
export function withFaults(faults: ReadonlySet<Fault>, planned: readonly PlannedPost[]): PlannedPost[] {
  return FAULTS.filter((fault) => faults.has(fault)).reduce<PlannedPost[]>(
    (posts, fault) => posts.flatMap((post, index) => CHANGES[fault](post, seededRandom(fault, index, post.body))),
    [...planned],
  );
}

const CHANGES: Record<Fault, Change> = {
  duplicates: (post, chance) => (chance < DUPLICATE_SHARE ? [post, delayed(post, 1, 30)] : [post]),
  reorder: (post) => [delayed(post, 0, 120)],
  late: (post, chance) => [chance < LATE_SHARE ? delayed(post, 120, 900) : post],
  "bad-signature": (post, chance) => (chance < FORGED_SHARE ? [post, { ...post, forged: true }] : [post]),
  malformed: (post, chance) => (chance < MALFORMED_SHARE ? [post, { ...post, body: spoil(post.body) }] : [post]),
};

function delayed(post: PlannedPost, fromSeconds: number, toSeconds: number): PlannedPost {
  return { ...post, dueAt: post.dueAt + seededInteger(fromSeconds * 1000, toSeconds * 1000, "delay", post.body) };
}

const SPOILERS: readonly ((body: string) => string)[] = [
  (body) => body.slice(0, -20),
  (body) => body.replace(/"data":\d+/, '"data":"4"'),
  (body) => body.replace(/"timestamp":\d+,/, ""),
  (body) => body.replace(/"timestamp":\d+/, '"timestamp":4102444800000'),
  (body) => body.replace(/"data":\d+/, '"data":-3'),
  (body) => body.replace(/"type":"\w+"/, '"type":"DOOR_OPENED"'),
];

/** One of the ways a body can be wrong: not JSON, a wrong type, a missing field, the year 2100, fewer than nobody, a new type. */
export function spoil(body: string): string {
  return SPOILERS[seededInteger(0, SPOILERS.length - 1, "spoil", body)]?.(body) ?? body;
}
