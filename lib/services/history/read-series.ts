import "server-only";
import { DateTime } from "luxon";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { localDays, localHours, localIso } from "@/lib/core/local-hours";
import type { Span } from "@/lib/core/moment-or-day";
import { CHART_UNITS, type HistorySeries, type SeriesLine, type SeriesQuery } from "@/lib/core/space-metrics";
import { say } from "@/lib/core/words";
import { database } from "@/lib/db/client";
import type { Readable } from "@/lib/db/place-of";
import { readChart } from "./chart";
import { type HistoryRequest, historyRequest, requestOver } from "./history-request";

/** Points of all lines together. */
const MOST_POINTS = 500;
type Bucket = HistorySeries["bucket"];

/** One line of the group or one per space, and the same of a period before. */
export async function readSeries(
  query: SeriesQuery,
  actor: Actor,
  db: Readable = database(),
  now: number = Date.now(),
): Promise<HistorySeries> {
  const { metric, by, compare } = query;
  const request = await historyRequest(query, actor, db, now);
  const lineCount = (by === "space" ? request.spaces.length : 1) * (compare === "none" ? 1 : 2);
  const bucket = bucketFor(query.bucket, request, lineCount);
  const lines = await linesOf(request, query, bucket, "asked", db);
  if (compare !== "none" && request.spaces.length > 0) {
    const before = earlier(request.period, request.timeZone, compare);
    const other = await requestOver(request.spaces, before, request.hours, db, now);
    lines.push(...(await linesOf(other, query, bucket, "before", db)));
  }
  return { ...request.head, metric, unit: CHART_UNITS[metric], bucket, lines };
}

async function linesOf(
  request: HistoryRequest,
  { metric, by }: SeriesQuery,
  bucket: Bucket,
  period: SeriesLine["period"],
  db: Readable,
): Promise<SeriesLine[]> {
  const chart = await readChart(request, { kind: bucket, metric, perSpace: by === "space" }, db);
  const names = new Map(request.spaces.map(({ id, name }) => [id, { id: String(id), name }]));
  return [...chart].map(([id, points]) => ({
    space: names.get(id) ?? null,
    period,
    points: points.map(({ start, value, coverage }) => ({ at: localIso(start, request.timeZone), value, coverage })),
  }));
}

/** The finest bucket that is asked for and fits. */
function bucketFor(asked: SeriesQuery["bucket"], { period, timeZone }: HistoryRequest, lines: number): Bucket {
  const days = localDays(period, timeZone).length;
  const counts = {
    hour: days > 60 ? days * 24 : localHours(period, timeZone).length,
    day: days,
    week: Math.ceil(days / 7) + 1,
  };
  const fits = (bucket: Bucket) => counts[bucket] * lines <= MOST_POINTS;
  const candidates: readonly Bucket[] = asked === "auto" ? ["hour", "day", "week"] : [asked];
  const found = candidates.find(fits);
  if (found) return found;
  throw new AppError(
    "invalid",
    say("This is more than {most} points. Ask for fewer spaces or larger steps.", { most: String(MOST_POINTS) }),
  );
}

/** The same length of days just before, or the same weekdays four weeks earlier. */
function earlier({ from, to }: Span, timeZone: string, compare: "previous" | "four-weeks"): Span {
  const days = localDays({ from, to }, timeZone).length;
  const by = compare === "previous" ? { days } : { weeks: 4 };
  const back = (at: number) => DateTime.fromMillis(at, { zone: timeZone }).minus(by).toMillis();
  return { from: back(from), to: back(to) };
}
