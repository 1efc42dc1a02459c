import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { readingsOf, type SpaceSnapshot, verdictAt } from "@/lib/core/floor";
import { METRICS } from "@/lib/core/metric";
import { AIR_FRESH_MS } from "@/lib/core/space";
import { SpaceDay } from "@/lib/core/space-day";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const CATCH_UP_MS = 3_000;
const TRY_AGAIN_MS = 10_000;

/**
 * A day (yyyy-mm-dd on the site's calendar) of a space, kept true while it is on screen. `now`: the server's clock, ms.
 * What is not live is asked for once.
 */
export function useSpaceDay(space: SpaceSnapshot, date: string, now: number, isLive = true): UseQueryResult<SpaceDay> {
  const seen = isLive ? evidenceSeen(space, now) : "";
  return useQuery({
    queryKey: queryKeys.spaceDay(space.id, date),
    queryFn: async ({ signal }) => ({
      seen,
      day: await fetchJson(SpaceDay, `/api/spaces/${space.id}/day?date=${date}`, { signal }),
    }),
    select: (answer) => answer.day,
    placeholderData: keepPreviousData,
    staleTime: CATCH_UP_MS,
    retry: false,
    // Not in the key: a new reading asks again a little later, so a burst of readings is one request.
    refetchInterval: ({ state }) => {
      if (state.status === "error") return TRY_AGAIN_MS;
      return isLive && state.data && state.data.seen !== seen ? CATCH_UP_MS : false;
    },
  });
}

/** What makes the day out of date: a reading, the silence after one, a booking, a device. */
function evidenceSeen(space: SpaceSnapshot, now: number): string {
  const readings = readingsOf(space);
  const told = readings.map(({ metric, source, observedAt, receivedAt, value }) => [
    metric,
    source,
    observedAt,
    receivedAt,
    value,
    METRICS[metric].says === "environment" && now - Date.parse(observedAt) >= AIR_FRESH_MS,
  ]);
  const sources = space.sources.map(({ id, online }) => [id, online]);
  return JSON.stringify([told, sources, space.bookings, space.capacity, verdictAt(space, now).state]);
}
