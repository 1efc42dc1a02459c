import "server-only";
import { causeOf } from "@/lib/core/alerts/cause";
import type { Condition } from "@/lib/core/alerts/condition";
import { coverageOf } from "@/lib/core/alerts/coverage";
import type { VendorId } from "@/lib/core/observation";
import { NO_SHOW_AFTER_MS } from "@/lib/core/space-state";
import { readAlertStates } from "@/lib/db/alerts/alert-states";
import { type BookedSpace, readBooked, readSensing, type Sensing } from "@/lib/db/alerts/ghost-rows";
import { type LiveSpace, readLiveSpaces } from "@/lib/db/alerts/live-spaces";
import type { Way } from "@/lib/db/alerts/way-up";
import { earliest, type Judging, placeOf, ruleAt } from "./judge-sources";
import { type Looked, look } from "./looked";

/** How much of the time since the booking began must have been sensed. */
const HEALTHY = 0.9;
/** A count stands for this many of its intervals. */
const INTERVALS = 3;

/** Looks for bookings that nobody came to. Where sensing was not healthy, nothing is said. */
export async function judgeGhost(
  judging: Judging,
  ways: ReadonlyMap<number, Way>,
  looked: Looked,
  timers: Map<string, number | null>,
): Promise<void> {
  const { client, rules, now } = judging;
  const ghost = rules.find(({ template }) => template === "ghost");
  if (!ghost) return;
  const booked = new Map((await readBooked(client, [...ways.keys()], new Date(now))).map((one) => [one.spaceId, one]));
  const states = await readAlertStates(client, {
    sourceIds: [],
    spaceIds: [],
    causes: [...ways.keys()].map((spaceId) => causeOf.rule(ghost.id, spaceId)),
  });
  const open = [...states.values()].filter(({ resolvedAt }) => resolvedAt === null);
  const waitMs = Math.max(NO_SHOW_AFTER_MS, ghost.forMinutes * 60_000);
  const due = [...booked.values()].filter(({ startsAt }) => now >= startsAt + waitMs).map(({ spaceId }) => spaceId);
  const suspects = [...new Set([...due, ...open.flatMap(({ place }) => place.spaceId ?? [])])];
  const live = await readLiveSpaces(client, suspects, now);
  for (const spaceId of suspects) {
    const way = ways.get(spaceId);
    const space = live.get(spaceId);
    if (!way || !space) continue;
    const known = states.get(causeOf.rule(ghost.id, spaceId));
    const condition = await unusedAt(judging, way, space, booked.get(spaceId), waitMs);
    if (condition) look(known, condition, now, looked);
    else if (known && !isUnknown(space, booked.get(spaceId), now))
      look(known, { ended: "cleared", at: now }, now, looked);
  }
  for (const { spaceId, startsAt, endsAt } of booked.values()) {
    const key = `space:${spaceId}`;
    timers.set(key, earliest(now, timers.get(key) ?? null, startsAt + waitMs, endsAt));
  }
}

const SILENT = ["stale", "offline", "unknown"];

/** While nobody can tell, an alert neither begins nor ends, until the booking is over. */
const isUnknown = (space: LiveSpace, booking: BookedSpace | undefined, now: number) =>
  SILENT.includes(space.state) && booking !== undefined && (booking.endsAt ?? now) > now;

async function unusedAt(
  { client, rules, suppressionOf, now }: Judging,
  way: Way,
  { state, unused }: LiveSpace,
  booking: BookedSpace | undefined,
  waitMs: number,
): Promise<Condition | null> {
  const rule = ruleAt(rules, "ghost", way, now);
  if (!rule || state !== "ghost" || !unused || !booking || unused.startsAt !== booking.startsAt) return null;
  const sensing = await readSensing(client, way.spaceId, new Date(booking.startsAt));
  const coverage = Math.max(0, ...sensing.map((one) => sensedShare(one, booking.startsAt, now)));
  const best = sensing.find((one) => sensedShare(one, booking.startsAt, now) === coverage);
  if (coverage < HEALTHY || !best) return null;
  return {
    cause: causeOf.rule(rule.id, way.spaceId),
    kind: "ghost",
    code: "ghost",
    severity: rule.severity,
    since: booking.startsAt,
    lastAt: booking.startsAt,
    count: 1,
    firesAt: booking.startsAt + waitMs,
    text: null,
    // The evidence as of when it was opened; a share that creeps is no news.
    value: Math.round(coverage * 10) * 10,
    threshold: null,
    ruleId: rule.id,
    sourceId: best.sourceId,
    vendor: best.vendor as VendorId, // the column holds nothing else
    place: placeOf(way),
    suppression: suppressionOf(way, best.sourceId, "ghost"),
  };
}

/** Who reports every so often covers as much as was heard; who speaks only of changes covers what it was connected for. */
function sensedShare({ intervalMs, moments, online }: Sensing, from: number, to: number): number {
  if (online && !online.isOn) return 0;
  if (intervalMs !== null) return coverageOf(moments, INTERVALS * intervalMs, from, to);
  if (!online) return 0;
  return Math.min(1, Math.max(0, (to - Math.max(from, online.since)) / (to - from)));
}
