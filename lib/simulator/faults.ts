import type { VendorId } from "@/lib/core/observation";
import { MINUTE_MS } from "./minutes";
import type { LiveFeed, PlannedPost, ProofFlaw } from "./planned-post";
import { seededInteger, seededRandom } from "./seeded-random";
import { spoil } from "./spoil";
import type { Outages } from "./world";

export const FAULTS = [
  "duplicates",
  "reorder",
  "late",
  "backfill",
  "offline",
  "bad-signature",
  "malformed",
  "wrong-clock",
] as const;
export type Fault = (typeof FAULTS)[number];

type Change = (post: PlannedPost, chance: number) => PlannedPost[];

const DUPLICATE_SHARE = 0.3;
const LATE_SHARE = 0.1;
/** Zoom's last retry: 5, 20 and 60 minutes after one another. */
const LATE_MINUTES = 85;
/** What is forged, malformed or mistimed: the rarer a vendor's events, the more of them, so that each fault is soon seen. */
const BAD_SHARE: Readonly<Record<VendorId, number>> = { butlr: 0.05, disruptive: 0.2, zoom: 0.2 };
const AHEAD_MS = 12 * MINUTE_MS;

/** A bad day of a feed: it sends what the good one sends and more, or at other times. The same minute, the same faults. */
export function withFaults(faults: ReadonlySet<Fault>, feed: LiveFeed): LiveFeed {
  const changes = CHANGES.filter(([fault]) => faults.has(fault));
  const source = faults.has("late") ? late(feed) : feed;
  const changed = (posts: readonly PlannedPost[], [fault, change]: (typeof CHANGES)[number]) =>
    posts.flatMap((post, index) => change(post, seededRandom(fault, index, post.body)));
  return { planMinute: (minute) => changes.reduce<PlannedPost[]>(changed, source.planMinute(minute)) };
}

const CHANGES: readonly (readonly [Fault, Change])[] = [
  ["duplicates", (post, chance) => (chance < DUPLICATE_SHARE ? [post, delayed(post, 1, 30)] : [post])],
  ["reorder", (post) => [delayed(post, 0, 120)]],
  ["bad-signature", withBad((post) => ({ ...post, flaw: forgery(post) }))],
  ["malformed", withBad((post) => ({ ...post, body: spoil(post.vendor, post.body) }))],
  ["wrong-clock", withBad(ofAnotherTime)],
];

/** Now and then a bad one beside the good one. */
function withBad(bad: (post: PlannedPost) => PlannedPost): Change {
  return (post, chance) => (chance < BAD_SHARE[post.vendor] ? [post, bad(post)] : [post]);
}

/** A tenth of every minute comes 85 minutes late; the first minute already brings what was held up before it. */
function late(feed: LiveFeed): LiveFeed {
  const isHeldUp = ({ body }: PlannedPost) => seededRandom("late", body) < LATE_SHARE;
  return {
    planMinute: (minute) => {
      const now = feed.planMinute(minute).filter((post) => !isHeldUp(post));
      const heldUp = feed.planMinute(minute - LATE_MINUTES * MINUTE_MS).filter(isHeldUp);
      return [...now, ...heldUp.map((post) => ({ ...post, dueAt: post.dueAt + LATE_MINUTES * MINUTE_MS }))];
    },
  };
}

function delayed(post: PlannedPost, fromSeconds: number, toSeconds: number): PlannedPost {
  return { ...post, dueAt: post.dueAt + seededInteger(fromSeconds * 1000, toSeconds * 1000, "delay", post.body) };
}

/** Butlr's key proves no body: of another one nothing would be noticed. */
const FORGERIES: Readonly<Record<VendorId, readonly ProofFlaw[]>> = {
  butlr: ["missing", "wrong-secret"],
  disruptive: ["missing", "wrong-secret", "other-body"],
  zoom: ["missing", "wrong-secret", "other-body"],
};

function forgery({ vendor, body }: PlannedPost): ProofFlaw {
  const flaws = FORGERIES[vendor];
  return flaws[seededInteger(0, flaws.length - 1, "forgery", body)] ?? "missing";
}

/** Where nothing signed tells the time, the event itself is from the future. */
function ofAnotherTime(post: PlannedPost): PlannedPost {
  if (post.vendor !== "butlr") return { ...post, flaw: "wrong-clock" };
  const body = post.body.replace(/"timestamp":(\d+)/, (_, timestamp) => `"timestamp":${Number(timestamp) + AHEAD_MS}`);
  return { ...post, body };
}

const OFFLINE_SHARE = 0.2;
const OFFLINE = { everyMinutes: 30, forMinutes: 15 };
/** Long enough for a burst, and so that with a dozen devices one of them comes back every few minutes. */
const CUT_OFF = { everyMinutes: 60, forMinutes: 55 };
const FILLS_IN = /^disruptive\/(temperature|humidity|co2)\//;

/** Who cannot be heard because of these faults. DT tells that a device is gone, and has it catch up when it is back. */
export function outagesOf(faults: ReadonlySet<Fault>): Outages {
  const isIn = ({ everyMinutes, forMinutes }: typeof OFFLINE, sender: string, at: number) =>
    (Math.floor(at / MINUTE_MS) + seededInteger(0, everyMinutes - 1, "outage", sender)) % everyMinutes < forMinutes;
  return (sender, at) => {
    if (faults.has("backfill") && FILLS_IN.test(sender)) return isIn(CUT_OFF, sender, at);
    return faults.has("offline") && seededRandom("offline", sender) < OFFLINE_SHARE && isIn(OFFLINE, sender, at);
  };
}
