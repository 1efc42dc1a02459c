import "server-only";
import { airDecays, DECAY_GAP_MS, DECAY_WATCHED_MS, USUAL_DAYS, usualMinutes } from "@/lib/core/air-decay";
import type { Sample } from "@/lib/core/alerts/rule-step";
import type { Span } from "@/lib/core/moment-or-day";
import { forgetDecays, type NotedDecay, readDecays, readStuffy, replaceDecays } from "@/lib/db/air-decay-repository";
import type { Database } from "@/lib/db/database";
import { readFigureSpaces } from "@/lib/db/figure-space-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { readSpaceLines } from "@/lib/db/line-repository";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** As long as a decay is watched, and a little for a job that ran late. */
const LOOKED_MS = DECAY_WATCHED_MS + 2 * HOUR_MS;
const SPACES_AT_ONCE = 50;
const KEPT_DAYS = 90;

/**
 * Notes how long the air of spaces took to clear, as far as that is finished. What was noted of the last eight hours is
 * worked out anew, so late readings count and running twice changes nothing. Answers how many spaces were looked at.
 */
export async function noteDecays(db: Database, now: number, isStopped: () => boolean = () => false): Promise<number> {
  const span = { from: now - LOOKED_MS, to: now };
  let looked = 0;
  for (let after = 0; !isStopped(); ) {
    const some = await readStuffy(db, { ...span, from: span.from - DECAY_GAP_MS }, { after, most: SPACES_AT_ONCE });
    await noteSome(db, some, span);
    looked += some.length;
    after = some.at(-1)?.spaceId ?? 0;
    if (some.length < SPACES_AT_ONCE) break;
  }
  await forgetDecays(db, new Date(now - KEPT_DAYS * DAY_MS));
  return looked;
}

type Stuffy = { readonly spaceId: number; readonly samples: readonly Sample[] };

async function noteSome(db: Database, some: readonly Stuffy[], span: Span): Promise<void> {
  if (some.length === 0) return;
  const ids = some.map(({ spaceId }) => spaceId);
  const lines = await readSpaceLines(await readFigureSpaces(ids, db), span, db);
  await inTransaction(db.read, async (client) => {
    const before = await readDecays(client, ids, { from: span.from - USUAL_DAYS * DAY_MS, to: span.from });
    const earlier = Map.groupBy(before, ({ spaceId }) => spaceId);
    const noted = some.flatMap(({ spaceId, samples }): NotedDecay[] => {
      const known = [...(earlier.get(spaceId) ?? [])];
      return airDecays(lines.get(spaceId) ?? [], samples, span.to).map((decay) => {
        const usual = usualMinutes(known, decay.leftAt);
        known.push({ ...decay, spaceId });
        return { ...decay, spaceId, usual };
      });
    });
    await replaceDecays(client, ids, span, noted);
  });
}
