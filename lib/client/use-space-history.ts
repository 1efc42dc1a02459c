import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { DateTime } from "luxon";
import { readingsOf, type SpaceSnapshot, verdictAt } from "@/lib/core/floor";
import { SpaceHistory } from "@/lib/core/history";
import { METRICS, type Metric } from "@/lib/core/metric";
import { AIR_FRESH_MS } from "@/lib/core/space";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const CATCH_UP_MS = 3_000;
const TRY_AGAIN_MS = 10_000;

/** Today's line of a metric, kept true while it is on screen. Today is the site's, so 23 or 25 hours twice a year. */
export function useSpaceHistory(
  space: SpaceSnapshot,
  metric: Metric,
  timeZone: string,
  now: number,
): UseQueryResult<SpaceHistory> {
  const day = DateTime.fromMillis(now, { zone: timeZone }).startOf("day");
  const from = new Date(day.toMillis()).toISOString();
  const to = new Date(day.plus({ days: 1 }).toMillis()).toISOString();
  const seen = readingSeen(space, metric, now);
  return useQuery({
    queryKey: queryKeys.history(space.id, metric, from, to),
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ metric, from, to });
      return { seen, history: await fetchJson(SpaceHistory, `/api/spaces/${space.id}/history?${query}`, { signal }) };
    },
    select: (answer) => answer.history,
    staleTime: CATCH_UP_MS,
    retry: false,
    // Not in the key: a new reading asks again a little later, so a burst of readings is one request.
    refetchInterval: ({ state }) => {
      if (state.status === "error") return TRY_AGAIN_MS;
      return state.data && state.data.seen !== seen ? CATCH_UP_MS : false;
    },
  });
}

/** What makes the line out of date: a reading, or the silence after one. */
function readingSeen(space: SpaceSnapshot, metric: Metric, now: number): string {
  const readings = readingsOf(space).filter((reading) => reading.metric === metric);
  const told = readings.map(({ source, observedAt, receivedAt, value }) => [source, observedAt, receivedAt, value]);
  const isOld = METRICS[metric].says === "environment" && readings.every((one) => isTooOld(one.observedAt, now));
  const online = space.sources.map((source) => source.online);
  return JSON.stringify([told, isOld, online, verdictAt(space, now).state === "stale"]);
}

const isTooOld = (observedAt: string, now: number) => now - Date.parse(observedAt) >= AIR_FRESH_MS;
