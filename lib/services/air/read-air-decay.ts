import "server-only";
import { type AirDecayAnswer, isSlow, OUTSIDE_PPM, usualMinutes } from "@/lib/core/air-decay";
import { readSpaceDecay } from "@/lib/db/air-decay-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";

/** How the air of a space clears once nobody is in. */
export async function readAirDecay(
  spaceId: string,
  { db = database(), now = Date.now() }: { db?: Database; now?: number } = {},
): Promise<AirDecayAnswer> {
  const { last, recent } = await readSpaceDecay(Number(spaceId), now, db);
  const usual = usualMinutes(recent, now);
  return {
    outsidePpm: OUTSIDE_PPM,
    last: last && { ...last, leftAt: new Date(last.leftAt).toISOString(), isSlow: isSlow(last) },
    usual: usual === null ? null : { minutes: usual, count: recent.length },
  };
}
