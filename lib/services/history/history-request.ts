import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { localHours, localIso, startOfLocalHour } from "@/lib/core/local-hours";
import { type Span, spanOf } from "@/lib/core/moment-or-day";
import type { FigureQuery, HistoryHead, Hours } from "@/lib/core/space-metrics";
import { text } from "@/lib/core/text";
import { workingSpans } from "@/lib/core/working-spans";
import { type Pending, readPending } from "@/lib/db/dirty-span-repository";
import { selectFigureSpaces } from "@/lib/db/figure-selection";
import { type FigureSpace, readFigureSpaces } from "@/lib/db/figure-space-repository";
import type { Readable } from "@/lib/db/place-of";
import { readMoment } from "@/lib/db/rollup-clock";
import { SCOPES } from "@/lib/db/rollup-repository";

/** A question about history as it was understood. */
export interface HistoryRequest {
  readonly spaces: readonly FigureSpace[];
  readonly timeZone: string;
  /** What of the period is over. */
  readonly period: Span;
  /** Number of the rollups' scope. */
  readonly scope: number;
  readonly hours: Hours;
  /** From here on there are no rollups yet, ms: what is asked of it is read from the readings. */
  readonly liveFrom: number;
  /** The time that counts, per space. */
  readonly scopeOf: (space: FigureSpace) => readonly Span[];
  readonly head: HistoryHead;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 1_100;
/** Spaces × days: about two seconds of work. */
const MOST_SPACE_DAYS = 200_000;

/** Reads who and when was asked about, within what the person may see. */
export async function historyRequest(
  query: FigureQuery,
  actor: Actor,
  db: Readable,
  now: number,
): Promise<HistoryRequest> {
  const ids = await selectFigureSpaces(query, actor.sites, db);
  const spaces = await readFigureSpaces(ids, db);
  const timeZone = spaces[0]?.timeZone ?? "UTC";
  if (spaces.some((space) => space.timeZone !== timeZone))
    throw new AppError("invalid", "These spaces have different clocks. Ask for each site on its own.");
  return requestOver(spaces, spanOf(query, timeZone), query.hours, db, now);
}

/** The same spaces over another period. */
export async function requestOver(
  spaces: readonly FigureSpace[],
  asked: Span,
  hours: Hours,
  db: Readable,
  now: number,
): Promise<HistoryRequest> {
  const timeZone = spaces[0]?.timeZone ?? "UTC";
  checkLength(asked, spaces.length);
  const { from, to } = wholeHours(asked, timeZone);
  const period = { from, to: Math.max(from, Math.min(to, now)) };
  const ids = spaces.map(({ id }) => id);
  const pending = await readPending(ids, period, now, db);
  const liveFrom = startOfLocalHour(await rolledUntil(pending, period, db), timeZone);
  return {
    spaces,
    timeZone,
    period,
    scope: SCOPES[hours],
    hours,
    liveFrom,
    scopeOf: scopes(hours, timeZone, period),
    head: {
      timeZone,
      from: localIso(period.from, timeZone),
      to: localIso(period.to, timeZone),
      hours,
      spaces: spaces.length,
      pendingHours: pending.hours,
    },
  };
}

function wholeHours({ from, to }: Span, timeZone: string): Span {
  const last = localHours({ from: to - 1, to }, timeZone)[0];
  return { from: startOfLocalHour(from, timeZone), to: last?.to ?? to };
}

function checkLength({ from, to }: Span, spaces: number): void {
  const days = (to - from) / DAY_MS;
  const problem = (message: string) => new AppError("invalid", message, { issues: [{ path: "to", message }] });
  if (!(from < to)) throw problem(text("The period must end after it begins."));
  if (days > MOST_DAYS) throw problem(text("The period may be three years at most."));
  if (days * spaces > MOST_SPACE_DAYS)
    throw problem(text("This is too much at once. Ask for fewer spaces, or fewer days."));
}

/** Up to when rollups are there: hours that were closed, but for those of the last hours that are still being worked out. */
async function rolledUntil({ recentFrom }: Pending, period: Span, db: Readable): Promise<number> {
  const closed = (await readMoment("rollupsClosedUntil", db.read)) ?? period.from;
  return Math.min(closed, recentFrom ?? closed);
}

/** Working hours are mostly those of the site: they are worked out once for all spaces that share them. */
function scopes(hours: Hours, timeZone: string, period: Span): HistoryRequest["scopeOf"] {
  if (hours === "all") {
    const always = [{ from: period.from - 1, to: period.to + 1 }];
    return () => always;
  }
  const known = new Map<string, Span[]>();
  return ({ workingHours, holidays }) => {
    const key = JSON.stringify([workingHours, holidays]);
    const found =
      known.get(key) ?? workingSpans(workingHours, holidays, timeZone, { from: period.from - 1, to: period.to });
    known.set(key, found);
    return found;
  };
}
