import "server-only";
import { DateTime } from "luxon";
import type { Actor } from "@/lib/auth/actor";
import { dateOf } from "@/lib/core/chart-buckets";
import { localHours, startOfLocalHour } from "@/lib/core/local-hours";
import { peopleOf } from "@/lib/core/space-line";
import type { ChartMetric, Usual, UsualQuery } from "@/lib/core/space-metrics";
import { busierThan, levelOf, usualOf } from "@/lib/core/usual";
import { weekdayOf } from "@/lib/core/wall-clock";
import { database } from "@/lib/db/client";
import { selectFigureSpaces } from "@/lib/db/figure-selection";
import { type FigureSpace, readFigureSpaces } from "@/lib/db/figure-space-repository";
import { readSpaceLines } from "@/lib/db/line-repository";
import type { Readable } from "@/lib/db/place-of";
import { readChart } from "./chart";
import { requestOver } from "./history-request";

/** Some of the weeks before may not compare: a holiday, or a sensor that was silent. */
const WEEKS_BACK = 8;

/** What is usual in a space in this hour of the week, and how now compares with it. */
export async function readUsual(
  { space: id, at }: UsualQuery,
  actor: Actor,
  db: Readable = database(),
  now: number = Date.now(),
): Promise<Usual> {
  const ids = await selectFigureSpaces({ spaces: [id], kind: "room" }, actor.sites, db);
  const [space] = (await readFigureSpaces(ids, db)) as [FigureSpace];
  const { timeZone } = space;
  const moment = at === undefined ? now : Date.parse(at);
  const start = startOfLocalHour(moment, timeZone);
  const hour = localHours({ from: start, to: start + 1 }, timeZone)[0] ?? { date: "", hour: 0 };
  const cell = weekdayOf(hour.date) * 24 + hour.hour;
  const from = DateTime.fromMillis(start, { zone: timeZone }).minus({ weeks: WEEKS_BACK }).toMillis();
  const request = await requestOver([space], { from, to: start }, "all", db, now);
  const hoursOf = async (metric: ChartMetric) => {
    const points = (await readChart(request, { kind: "day", metric, perSpace: false, cell }, db)).get(0) ?? [];
    return points.map(({ key, value, coverage }) => ({ date: dateOf(key), value, coverage }));
  };
  const holidays = (space.holidays ?? []).map(({ date }) => date);
  const counted = await hoursOf("average");
  const isCounted = counted.some(({ value }) => value !== null);
  const usual = usualOf(isCounted ? counted : await hoursOf("timeUsedPercent"), holidays);
  const people = await peopleAt(space, moment, db);
  return {
    weekday: weekdayOf(hour.date),
    hour: hour.hour,
    timeZone,
    unit: isCounted ? "people" : "percent",
    ...usual,
    busier: isCounted && usual.value !== null && people !== null ? busierThan(people, usual.value) : null,
    level: people === null || !space.capacity ? null : levelOf(people, space.capacity),
  };
}

/** People counted at a moment; null when nobody counts, or what was counted is too old. */
async function peopleAt(space: FigureSpace, at: number, db: Readable): Promise<number | null> {
  const line = (await readSpaceLines([space], { from: at, to: at + 1 }, db)).get(space.id) ?? [];
  return peopleOf(line.at(-1)?.code ?? 0);
}
