import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { PastEvents } from "@/lib/core/past-events";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { serverNow } from "./server-clock";

const HOUR_MS = 60 * 60_000;
/** What is fetched in one piece is an hour; the next is asked for this long before it is needed, as it plays. */
const AHEAD_MS = 20 * 60_000;
/** Corrections of the past are news of minutes; of the running hour there is always more. */
const OLD_MS = 10 * 60_000;
const RUNNING_MS = 10_000;
/** Pieces are large: what nobody looked at for a while is let go. */
const KEPT_MS = 3 * 60_000;

const hourOf = (at: number) => Math.floor(at / HOUR_MS) * HOUR_MS;
const iso = (ms: number) => encodeURIComponent(new Date(ms).toISOString());

const piece = (floorId: string, from: number) =>
  queryOptions({
    queryKey: queryKeys.past(floorId, from),
    queryFn: async ({ signal }) => {
      // What folds the past comes with the first look at it.
      const { FloorPast, pastReader } = await import("@/lib/core/floor-past");
      const url = `/api/floors/${floorId}/past?from=${iso(from)}&to=${iso(from + HOUR_MS)}`;
      const past = await fetchJson(FloorPast, url, { signal });
      return { readAt: past.readAt, read: pastReader(past) };
    },
    staleTime: ({ state }) => (state.data && state.data.readAt < from + HOUR_MS ? RUNNING_MS : OLD_MS),
    gcTime: KEPT_MS,
    structuralSharing: false,
    refetchOnWindowFocus: false,
  });

interface Then {
  readonly floorId: string;
  readonly spaces: SpaceSnapshot[];
}

export interface PastFloor {
  /** What the floor showed; while a piece is on its way what it showed before, at first nothing. */
  readonly spaces: SpaceSnapshot[];
  /** Is that of the moment asked for? */
  readonly isReady: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

const NOTHING: SpaceSnapshot[] = [];

/** A floor as it was at a moment (ms); null asks for nothing. No request per moment: an hour is fetched at once. */
export function usePastFloor(floorId: string, at: number | null): PastFloor {
  const queryClient = useQueryClient();
  const from = at === null ? null : hourOf(at);
  const { data, error, refetch } = useQuery({ ...piece(floorId, from ?? 0), enabled: from !== null });
  const spaces = useMemo(() => (at === null || !data ? null : data.read(at)), [at, data]);
  const [last, setLast] = useState<Then | null>(null);
  if (spaces && last?.spaces !== spaces) setLast({ floorId, spaces });
  if (at === null && last !== null) setLast(null);

  const next = at === null || from === null || at < from + HOUR_MS - AHEAD_MS ? null : from + HOUR_MS;
  useEffect(() => {
    if (next !== null && next < serverNow()) void queryClient.prefetchQuery(piece(floorId, next));
  }, [queryClient, floorId, next]);

  return {
    spaces: spaces ?? (last?.floorId === floorId ? last.spaces : NOTHING),
    isReady: spaces !== null,
    error: spaces === null ? error : null,
    retry: () => void refetch(),
  };
}

/** A day that is not over gets new marks. */
const NEWS_MS = 2 * 60_000;

/** What happened on a floor in a day (ms to ms). */
export function usePastEvents(floorId: string, from: number, to: number): PastEvents | null {
  const { data } = useQuery({
    queryKey: queryKeys.pastEvents(floorId, from),
    queryFn: ({ signal }) =>
      fetchJson(PastEvents, `/api/floors/${floorId}/past/events?from=${iso(from)}&to=${iso(to)}`, { signal }),
    staleTime: OLD_MS,
    refetchInterval: () => (to > serverNow() ? NEWS_MS : OLD_MS),
  });
  return data ?? null;
}
