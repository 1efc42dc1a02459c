import "server-only";
import type { PoolClient } from "pg";
import { localHours, startOfLocalHour } from "@/lib/core/local-hours";
import { codesSaying } from "@/lib/core/metric";
import type { Span } from "@/lib/core/moment-or-day";
import type { Database } from "@/lib/db/database";
import { claimDirtySpans, type DirtySpan, markDirty } from "@/lib/db/dirty-span-repository";
import { type FigureSpace, readFigureSpaces } from "@/lib/db/figure-space-repository";
import { inTransaction } from "@/lib/db/in-transaction";
import { firstKnown, lockClosedUntil, readMoment, spacesFedSince, writeClosedUntil } from "@/lib/db/rollup-clock";
import { joined, portion } from "./portion";
import { rollHours } from "./roll-hours";

/**
 * How long after its end an hour is closed, ms. Readings that come later than two minutes are marked by the write path
 * (MARK_LATE), so a transaction of it has three minutes to commit before the hour is read without it.
 */
const CLOSE_AFTER_MS = 5 * 60_000;

const MARKS_AT_ONCE = 500;
const SPACES_AT_ONCE = 50;
/** First key of the advisory lock of a space whose rollups are being written. */
const ROLLUP_LOCK = 7_305_003;

/**
 * Brings all rollups up to date: closes the hours that are over, then works off every mark. Safe on several instances
 * at once, and may end anywhere: what was not committed is still marked. Answers the hours of spaces it worked out.
 */
export async function rollUp(db: Database, now: number, isStopped: () => boolean = () => false): Promise<number> {
  await inTransaction(db.read, (client) => closeHours(client, now));
  let hours = 0;
  for (;;) {
    const done = isStopped() ? null : await inTransaction(db.read, (client) => rollSome(client, now));
    if (done === null) return hours;
    hours += done;
  }
}

/** Marks the hours that ended since the last time, of every space that is fed: also silence is something known. */
async function closeHours(client: PoolClient, now: number): Promise<void> {
  const before = await lockClosedUntil(client);
  const until = now - CLOSE_AFTER_MS;
  if (before !== null && before >= until) return;
  const spaces = await spacesFedSince(client, before ?? 0);
  const closed = spaces.map(({ id, timeZone }) => ({
    spaceId: id,
    from: before === null ? 0 : startOfLocalHour(before, timeZone),
    to: startOfLocalHour(until, timeZone),
  }));
  await markDirty(
    client,
    closed.filter(({ from, to }) => from < to),
  );
  await writeClosedUntil(client, until);
}

/** One transaction's worth of marks; null when there is none. */
async function rollSome(client: PoolClient, now: number): Promise<number | null> {
  const marks = await claimDirtySpans(client, MARKS_AT_ONCE);
  if (marks.length === 0) {
    const left = await client.query("SELECT 1 FROM dirty_span LIMIT 1 FOR UPDATE SKIP LOCKED");
    return left.rowCount === 0 ? null : 0;
  }
  const ids = [...new Set(marks.map(({ spaceId }) => spaceId))].sort((a, b) => a - b);
  // From here on nobody else writes these rollups, and what is read below was committed before.
  await client.query("SELECT pg_advisory_xact_lock($1, id) FROM unnest($2::int[]) AS t(id)", [ROLLUP_LOCK, ids]);
  const spaces = new Map((await readFigureSpaces(ids, { read: client })).map((space) => [space.id, space]));
  const known = await firstKnown(client, ids, codesSaying("count", "presence"));
  const kept = (await readMoment("readingsFrom", client)) ?? 0;
  const due = marks.flatMap((mark) => {
    const space = spaces.get(mark.spaceId);
    const first = known.get(mark.spaceId);
    if (!space || first === undefined) return [];
    return wholeHours({ ...mark, from: Math.max(mark.from, first, kept) }, space, now);
  });
  const { now: taken, later } = portion(joined(due));
  await markDirty(client, later);
  let hours = 0;
  for (const { span, members } of alike(taken, spaces)) hours += await rollHours(client, members, span);
  return hours;
}

/** The closed hours that a mark touches; the hour that is running will be worked out when it closes. */
function wholeHours({ spaceId, from, to }: DirtySpan, { timeZone }: FigureSpace, now: number): DirtySpan[] {
  const closed = startOfLocalHour(now - CLOSE_AFTER_MS, timeZone);
  const end = Math.min(to, closed);
  if (!Number.isFinite(from) || from >= end) return [];
  const last = localHours({ from: end - 1, to: end }, timeZone)[0];
  return [{ spaceId, from: startOfLocalHour(from, timeZone), to: Math.min(last?.to ?? end, closed) }];
}

interface Alike {
  readonly span: Span;
  readonly members: readonly FigureSpace[];
}

/** Spaces whose same hours are due, to be read together. */
function alike(spans: readonly DirtySpan[], spaces: ReadonlyMap<number, FigureSpace>): Alike[] {
  const groups = Map.groupBy(spans, ({ spaceId, from, to }) => `${from}/${to}/${spaces.get(spaceId)?.timeZone}`);
  return [...groups.values()].flatMap((group) => {
    const members = group.flatMap(({ spaceId }) => spaces.get(spaceId) ?? []);
    const [{ from, to }] = group as [DirtySpan, ...DirtySpan[]];
    const chunks = Math.ceil(members.length / SPACES_AT_ONCE);
    return Array.from({ length: chunks }, (_, i) => ({
      span: { from, to },
      members: members.slice(i * SPACES_AT_ONCE, (i + 1) * SPACES_AT_ONCE),
    }));
  });
}
