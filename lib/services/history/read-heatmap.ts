import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { dateOf } from "@/lib/core/chart-buckets";
import { CHART_UNITS, type Heatmap, type HeatmapCell, type HeatmapQuery } from "@/lib/core/space-metrics";
import { database } from "@/lib/db/client";
import type { Readable } from "@/lib/db/place-of";
import { readChart } from "./chart";
import { historyRequest } from "./history-request";

/** The hours of the week as they were over a period; with a weekday and an hour also the days behind that cell. */
export async function readHeatmap(
  query: HeatmapQuery,
  actor: Actor,
  db: Readable = database(),
  now: number = Date.now(),
): Promise<Heatmap> {
  const { metric, weekday, hour } = query;
  const request = await historyRequest(query, actor, db, now);
  const chart = await readChart(request, { kind: "cell", metric, perSpace: false }, db);
  const cells = (chart.get(0) ?? []).map(
    ({ key, value, coverage, days }): HeatmapCell => ({
      weekday: Math.floor(key / 24),
      hour: key % 24,
      value,
      coverage,
      days,
    }),
  );
  cells.sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
  const answer = { ...request.head, metric, unit: CHART_UNITS[metric], cells };
  if (weekday === undefined || hour === undefined) return answer;
  const cell = weekday * 24 + hour;
  const days = (await readChart(request, { kind: "day", metric, perSpace: false, cell }, db)).get(0) ?? [];
  return { ...answer, days: days.map(({ key, value, coverage }) => ({ date: dateOf(key), value, coverage })) };
}
