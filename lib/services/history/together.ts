import "server-only";
import { packLine } from "@/lib/core/line-code";
import { localHours } from "@/lib/core/local-hours";
import type { Span } from "@/lib/core/moment-or-day";
import { type LineStep, UNKNOWN } from "@/lib/core/space-line";
import { higher, type KeptLine, type SweepResult, sweep } from "@/lib/core/sweep";
import { piecesOf, stepsWithin } from "@/lib/core/use-totals";
import type { Readable } from "@/lib/db/place-of";
import { readHourBounds, readLinesAt } from "@/lib/db/together-repository";
import type { HistoryRequest } from "./history-request";
import { liveLines } from "./period-totals";

/** What spaces did at the same moment in one hour, at most. */
interface Bound {
  readonly from: number;
  readonly people: number;
  readonly inUse: number;
}

const HOURS_AT_ONCE = 24;
const NOTHING: SweepResult = { people: null, inUse: null };

/** Which maximum is wanted. */
export interface Wanted {
  readonly people: boolean;
  readonly inUse: boolean;
}

/**
 * The most at one moment in each group of hours. Exact, and yet seldom reads all: the sum of what each space had at
 * most bounds what they had together, so hours are taken from the highest bound down until no bound is higher than
 * what was found.
 */
export async function mostTogether(
  request: HistoryRequest,
  groupOf: (hourStart: number) => string | null,
  wanted: Wanted,
  db: Readable,
): Promise<Map<string, SweepResult>> {
  const { spaces, scope, period, liveFrom } = request;
  const ids = spaces.map(({ id }) => id);
  const stored = { from: period.from, to: Math.min(period.to, liveFrom) };
  const found = new Map<string, SweepResult>();
  const take = (group: string, result: SweepResult) => {
    const before = found.get(group) ?? NOTHING;
    found.set(group, { people: higher(before.people, result.people), inUse: higher(before.inUse, result.inUse) });
  };
  const bounds = stored.from < stored.to ? await readHourBounds(ids, scope, stored, db) : [];
  const waiting = Map.groupBy(bounds, ({ from }) => groupOf(from));
  waiting.delete(null);
  for (const hours of waiting.values()) hours.sort((a, b) => (wanted.people ? a.people - b.people : a.inUse - b.inUse));
  while (waiting.size > 0) {
    const batch = nextHours(waiting, found, wanted);
    if (batch.length === 0) break;
    const lines = await readLinesAt(ids, scope, batch, db);
    for (const [from, members] of Map.groupBy(lines, (line) => line.from)) {
      const group = groupOf(from);
      if (group !== null) take(group, sweep(members));
    }
  }
  for (const { from, lines } of await liveHours(request, db)) {
    const group = groupOf(from);
    if (group !== null) take(group, sweep(lines));
  }
  return found;
}

/** Takes the next hours that could still be higher; groups that are done leave. */
function nextHours(
  waiting: Map<string | null, Bound[]>,
  found: ReadonlyMap<string, SweepResult>,
  { people, inUse }: Wanted,
): number[] {
  const perGroup = Math.max(1, Math.floor(HOURS_AT_ONCE / waiting.size));
  const batch: number[] = [];
  for (const [group, hours] of waiting) {
    const best = found.get(group ?? "") ?? NOTHING;
    const canBeHigher = (hour: Bound) =>
      (people && hour.people > (best.people?.value ?? -1)) || (inUse && hour.inUse > (best.inUse?.value ?? -1));
    const left = hours.filter(canBeHigher);
    batch.push(...left.splice(-perGroup).map(({ from }) => from));
    if (left.length === 0) waiting.delete(group);
    else waiting.set(group, left);
  }
  return batch;
}

/** Hours that have no rollups yet, as the same kind of lines. */
async function liveHours(request: HistoryRequest, db: Readable): Promise<{ from: number; lines: KeptLine[] }[]> {
  const span: Span = { from: Math.max(request.period.from, request.liveFrom), to: request.period.to };
  if (span.from >= span.to) return [];
  const lines = await liveLines(request, span, db);
  return localHours(span, request.timeZone).map((hour) => {
    const clip = { from: Math.max(hour.from, span.from), to: Math.min(hour.to, span.to) };
    return {
      from: hour.from,
      lines: request.spaces.map((space) => ({
        spaceId: space.id,
        from: clip.from,
        line: packLine(stepsInScope(lines.get(space.id) ?? [], request.scopeOf(space), clip), clip.from),
      })),
    };
  });
}

function stepsInScope(line: readonly LineStep[], scope: readonly Span[], clip: Span): LineStep[] {
  return piecesOf(scope, clip).flatMap((piece) => [
    ...stepsWithin(line, piece),
    ...(piece.to < clip.to ? [{ at: piece.to, code: UNKNOWN }] : []),
  ]);
}
