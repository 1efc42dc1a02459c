import "server-only";
import type { PoolClient } from "pg";
import { packLine } from "@/lib/core/line-code";
import { type LocalHour, localDays, localHours } from "@/lib/core/local-hours";
import type { Span } from "@/lib/core/moment-or-day";
import { type LineStep, UNKNOWN } from "@/lib/core/space-line";
import { piecesOf, pieceTotals, stepsWithin, sumTotals } from "@/lib/core/use-totals";
import { workingSpans } from "@/lib/core/working-spans";
import type { FigureSpace } from "@/lib/db/figure-space-repository";
import { readSpaceLines } from "@/lib/db/line-repository";
import {
  type DayRollup,
  type HourRollup,
  readHours,
  replaceDays,
  replaceHours,
  SCOPES,
} from "@/lib/db/rollup-repository";

/** Works out the hours of a span, and their days, for spaces of one zone. Answers how many hours that was. */
export async function rollHours(client: PoolClient, spaces: readonly FigureSpace[], span: Span): Promise<number> {
  const timeZone = spaces[0]?.timeZone ?? "UTC";
  const ids = spaces.map(({ id }) => id);
  const hours = localHours(span, timeZone);
  const [first, last] = [hours[0], hours.at(-1)];
  if (!first || !last) return 0;
  const whole = { from: first.from, to: last.to };
  const lines = await readSpaceLines(spaces, whole, { read: client });
  const rows = spaces.flatMap((space) => hourRollups(space, lines.get(space.id) ?? [], hours, whole));
  await replaceHours(client, ids, whole, rows);
  await rollDays(client, ids, whole, timeZone);
  return hours.length * ids.length;
}

/** The rollups of a space's hours from its line, which begins 1 ms before them. Nothing known: no row. */
function hourRollups(
  space: Pick<FigureSpace, "id" | "workingHours" | "holidays" | "timeZone">,
  line: readonly LineStep[],
  hours: readonly LocalHour[],
  span: Span,
): HourRollup[] {
  const { workingHours, holidays, timeZone } = space;
  // A session can come in with the first hour if the millisecond before it was working time, too.
  const working = workingSpans(workingHours, holidays, timeZone, { from: span.from - 1, to: span.to });
  const always = [{ from: span.from - 1, to: span.to }];
  return hours.flatMap((hour) => [
    ...rollup(space.id, SCOPES.all, line, always, hour),
    ...rollup(space.id, SCOPES.working, line, working, hour),
  ]);
}

function rollup(
  spaceId: number,
  scope: number,
  line: readonly LineStep[],
  spans: readonly Span[],
  hour: LocalHour,
): HourRollup[] {
  const pieces = piecesOf(spans, hour);
  const totals = sumTotals(pieces.map((piece) => pieceTotals(line, piece)));
  if (totals.validMs === 0) return [];
  const steps = pieces.flatMap((piece) => [
    ...stepsWithin(line, piece),
    ...(piece.to < hour.to ? [{ at: piece.to, code: UNKNOWN }] : []),
  ]);
  const { from, to, date } = hour;
  return [{ spaceId, scope, from, to, date, hour: hour.hour, ...totals, line: packLine(steps, from) }];
}

/** Adds up the days that a span touches. */
async function rollDays(client: PoolClient, ids: readonly number[], span: Span, timeZone: string): Promise<void> {
  const days = localDays(span, timeZone);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return;
  const hours = await readHours(ids, null, { from: first.from, to: last.to }, client);
  const groups = Map.groupBy(hours, ({ spaceId, scope, date }) => `${spaceId}/${scope}/${date}`);
  const rows = [...groups.values()].flatMap((group): DayRollup[] => {
    const [one, other] = [group[0], group.at(-1)];
    if (!one || !other) return [];
    return [{ ...one, ...sumTotals(group), to: other.to }];
  });
  await replaceDays(client, ids, [first.date, last.date], rows);
}
