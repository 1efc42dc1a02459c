import "server-only";
import { type BucketKind, bucketKey, bucketLengths, type ChartHours, chartHours } from "@/lib/core/chart-buckets";
import { type ChartSum, chartFigure } from "@/lib/core/chart-value";
import { localDays } from "@/lib/core/local-hours";
import type { Span } from "@/lib/core/moment-or-day";
import type { ChartMetric, Figure } from "@/lib/core/space-metrics";
import { totalsWithin } from "@/lib/core/use-totals";
import { type LiveHour, readChartSums } from "@/lib/db/chart-repository";
import type { FigureSpace } from "@/lib/db/figure-space-repository";
import type { Readable } from "@/lib/db/place-of";
import type { HistoryRequest } from "./history-request";
import { liveLines } from "./period-totals";
import { mostTogether } from "./together";

export interface ChartAsked {
  readonly kind: BucketKind;
  readonly metric: ChartMetric;
  /** A line of each space, or one of all. */
  readonly perSpace: boolean;
  /** Only this cell (weekday × 24 + hour). */
  readonly cell?: number;
}

export interface ChartPoint extends Figure {
  readonly key: number;
  /** Start of the bucket, ms. */
  readonly start: number;
  readonly days: number;
}

/** Buckets of a period in order, of each space or of all together (id 0). Those without any time are left out. */
export async function readChart(
  request: HistoryRequest,
  asked: ChartAsked,
  db: Readable,
): Promise<Map<number, ChartPoint[]>> {
  const grid = chartHours(asked.kind, request.period, request.timeZone);
  const hours = onlyCell(grid, asked.cell);
  const sums = await readSums(request, asked, grid, db);
  const peaks = asked.metric === "peak" ? await peaksTogether(request, asked, hours, db) : null;
  const lines = asked.perSpace ? request.spaces.map((space) => [space]) : [request.spaces];
  return new Map(
    lines.map((spaces) => {
      const id = asked.perSpace ? (spaces[0]?.id ?? 0) : 0;
      const lengths = lengthsOf(request, asked.kind, hours, spaces);
      const points = [...lengths].map(([key, length]): ChartPoint => {
        const sum = sums.get(`${id}/${key}`);
        const peak = peaks ? (peaks.get(String(key)) ?? null) : (sum?.maxPeople ?? null);
        const figure = chartFigure(asked.metric, sum, length, peak);
        return { key, start: grid.starts.get(key) ?? 0, days: sum?.days ?? 0, ...figure };
      });
      return [id, points.sort((a, b) => a.start - b.start)];
    }),
  );
}

const onlyCell = ({ hours }: ChartHours, cell: number | undefined) =>
  cell === undefined ? hours : hours.filter((hour) => bucketKey("cell", hour) === cell);

async function readSums(
  request: HistoryRequest,
  { kind, perSpace, cell }: ChartAsked,
  grid: ChartHours,
  db: Readable,
): Promise<Map<string, ChartSum>> {
  const { period, liveFrom, timeZone, spaces, scope } = request;
  const stored = { from: period.from, to: Math.min(period.to, liveFrom) };
  const isByDay = (kind === "day" || kind === "week") && cell === undefined;
  const whole = isByDay
    ? localDays(stored, timeZone).filter((day) => day.from >= stored.from && day.to <= stored.to)
    : [];
  const [first, last] = [whole[0], whole.at(-1)];
  const rest =
    first && last
      ? [
          { from: stored.from, to: first.from },
          { from: last.to, to: stored.to },
        ]
      : [stored];
  const rows = await readChartSums(
    {
      spaces,
      scope,
      key: kind,
      hours: rest.filter(({ from, to }) => from < to),
      days: first && last ? [first.date, last.date] : null,
      live: await liveHours(request, kind, { ...grid, hours: onlyCell(grid, cell) }, db),
      repeated: grid.repeated,
      cell: cell ?? null,
      perSpace,
    },
    db,
  );
  return new Map(rows.map((row) => [`${row.spaceId}/${row.key}`, row]));
}

/** What has no rollups yet, in the same buckets. */
async function liveHours(
  request: HistoryRequest,
  kind: BucketKind,
  { hours, repeated }: ChartHours,
  db: Readable,
): Promise<LiveHour[]> {
  const span: Span = { from: Math.max(request.period.from, request.liveFrom), to: request.period.to };
  const due = hours.filter(({ from }) => from >= span.from);
  if (due.length === 0) return [];
  const lines = await liveLines(request, span, db);
  return request.spaces.flatMap((space) =>
    due.map((hour): LiveHour => {
      const totals = totalsWithin(lines.get(space.id) ?? [], request.scopeOf(space), hour);
      const { validMs, usedMs, countedMs, peopleMs, maxPeople } = totals;
      const sums = { validMs, usedMs, countedMs, peopleMs, maxPeople };
      return { spaceId: space.id, key: bucketKey(kind, hour), ...sums, isAgain: repeated.includes(hour.from) };
    }),
  );
}

/** Time asked about per bucket, of these spaces together, ms. */
function lengthsOf(
  { scopeOf }: HistoryRequest,
  kind: BucketKind,
  hours: ChartHours["hours"],
  spaces: readonly FigureSpace[],
): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const [scope, members] of Map.groupBy(spaces, scopeOf)) {
    for (const [key, length] of bucketLengths(kind, hours, scope))
      lengths.set(key, (lengths.get(key) ?? 0) + length * members.length);
  }
  return lengths;
}

/** Of several spaces the peak is what they had at the same moment; of one its own maximum says it. */
async function peaksTogether(
  request: HistoryRequest,
  { kind, perSpace }: ChartAsked,
  hours: ChartHours["hours"],
  db: Readable,
): Promise<Map<string, number | null> | null> {
  if (perSpace || request.spaces.length < 2) return null;
  const keys = new Map(hours.map((hour) => [hour.from, String(bucketKey(kind, hour))]));
  const most = await mostTogether(request, (start) => keys.get(start) ?? null, { people: true, inUse: false }, db);
  return new Map([...most].map(([key, { people }]) => [key, people?.value ?? null]));
}
