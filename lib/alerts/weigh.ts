import "server-only";
import { BOOKING_AHEAD_MS, impactChangesAt, impactRank } from "@/lib/core/alerts/impact";
import { readWeighed, type Weighed, writeWeighed } from "@/lib/db/alerts/impact-rows";
import { type LiveSpace, readLiveSpaces } from "@/lib/db/alerts/live-spaces";
import { earliest, type Judging } from "./judge-sources";

/** Says anew what the open alerts about these spaces, and these alerts, mean for people. Answers the ids that changed. */
export async function weigh(
  { client, now }: Judging,
  spaceIds: readonly number[],
  ids: readonly string[],
  timers: Map<string, number | null>,
): Promise<string[]> {
  const weighed = await readWeighed(client, spaceIds, ids);
  const live = await readLiveSpaces(client, [...new Set(weighed.flatMap((alert) => alert.spaceIds))], now);
  const changed: (Weighed & { readonly next: Weighed })[] = [];
  for (const alert of weighed) {
    const next = weighedNow(alert, live, now);
    if (isOther(alert, next)) changed.push({ ...alert, next });
    const booking = next.startsAt === null ? null : { startsAt: next.startsAt, endsAt: next.endsAt };
    const at = impactChangesAt({ booking }, now);
    if (at !== null)
      for (const id of alert.spaceIds) timers.set(`space:${id}`, earliest(now, timers.get(`space:${id}`) ?? null, at));
  }
  await writeWeighed(
    client,
    changed.map(({ next }) => next),
  );
  return changed.map(({ id }) => id);
}

function weighedNow(alert: Weighed, live: ReadonlyMap<number, LiveSpace>, now: number): Weighed {
  const spaces = alert.spaceIds.flatMap((id) => live.get(id) ?? []);
  const counts = spaces.flatMap(({ people }) => people ?? []);
  const people = counts.length === 0 ? null : counts.reduce((sum, n) => sum + n, 0);
  const booking = spaces
    .flatMap(({ bookings }) => bookings)
    .filter(({ startsAt, endsAt }) => startsAt <= now + BOOKING_AHEAD_MS && (endsAt === null || endsAt > now))
    .sort((a, b) => a.startsAt - b.startsAt)
    .at(0);
  const impact = { people, booking: booking ?? null, spaces: alert.spaceIds.length };
  return {
    ...alert,
    people,
    startsAt: booking?.startsAt ?? null,
    endsAt: booking?.endsAt ?? null,
    spaces: impact.spaces,
    rank: impactRank(impact, alert.severity, now),
  };
}

const isOther = (a: Weighed, b: Weighed) =>
  a.people !== b.people ||
  a.startsAt !== b.startsAt ||
  a.endsAt !== b.endsAt ||
  a.spaces !== b.spaces ||
  a.rank !== b.rank;
