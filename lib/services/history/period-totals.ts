import "server-only";
import { type LocalDay, localDays } from "@/lib/core/local-hours";
import type { Span } from "@/lib/core/moment-or-day";
import type { LineStep } from "@/lib/core/space-line";
import { totalsWithin, type UseTotals } from "@/lib/core/use-totals";
import { readSpaceLines } from "@/lib/db/line-repository";
import type { Readable } from "@/lib/db/place-of";
import { readDays, readHours } from "@/lib/db/rollup-repository";
import type { HistoryRequest } from "./history-request";

/** Totals of one space in one stretch of the period. */
export interface Part {
  readonly spaceId: number;
  readonly from: number;
  /** Day on the site's calendar. */
  readonly date: string;
  readonly totals: UseTotals;
}

/** Everything of a period, per space in order of time: whole days, and hours before and after them. */
export async function periodParts(request: HistoryRequest, db: Readable): Promise<Part[]> {
  const { period, liveFrom, timeZone } = request;
  const stored = { from: period.from, to: Math.min(period.to, liveFrom) };
  const days = stored.from < stored.to ? localDays(stored, timeZone) : [];
  const whole = days.filter((day) => day.from >= stored.from && day.to <= stored.to);
  const [first, last] = [whole[0], whole.at(-1)];
  const rest =
    first && last
      ? [
          { from: stored.from, to: first.from },
          { from: last.to, to: stored.to },
        ]
      : [stored];
  const parts = await Promise.all([
    ...rest.filter(({ from, to }) => from < to).map((span) => hourParts(request, span, db)),
    first && last ? dayParts(request, first, last, db) : [],
    liveParts(request, { from: Math.max(period.from, liveFrom), to: period.to }, db),
  ]);
  return parts.flat().sort((a, b) => a.from - b.from);
}

const idsOf = ({ spaces }: HistoryRequest) => spaces.map(({ id }) => id);

async function dayParts(request: HistoryRequest, first: LocalDay, last: LocalDay, db: Readable): Promise<Part[]> {
  const rows = await readDays(idsOf(request), request.scope, [first.date, last.date], db.read);
  return rows.map((row) => ({ spaceId: row.spaceId, from: row.from, date: row.date, totals: row }));
}

async function hourParts(request: HistoryRequest, span: Span, db: Readable): Promise<Part[]> {
  const rows = await readHours(idsOf(request), request.scope, span, db.read);
  return rows.map((row) => ({ spaceId: row.spaceId, from: row.from, date: row.date, totals: row }));
}

/** What has no rollups yet, from the readings: one part per space and day. */
async function liveParts(request: HistoryRequest, span: Span, db: Readable): Promise<Part[]> {
  if (span.from >= span.to) return [];
  const lines = await liveLines(request, span, db);
  const days = localDays(span, request.timeZone);
  return request.spaces.flatMap((space) =>
    days.map((day): Part => {
      const clip = { from: Math.max(day.from, span.from), to: Math.min(day.to, span.to) };
      const totals = totalsWithin(lines.get(space.id) ?? [], request.scopeOf(space), clip);
      return { spaceId: space.id, from: clip.from, date: day.date, totals };
    }),
  );
}

/** Lines of the part of a stretch that has no rollups yet. */
export async function liveLines(request: HistoryRequest, span: Span, db: Readable): Promise<Map<number, LineStep[]>> {
  return span.from < span.to ? readSpaceLines(request.spaces, span, db) : new Map();
}
