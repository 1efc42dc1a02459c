import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { SourcePage, SourceStays, SourceSummary } from "@/lib/core/source";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { serverNow } from "./server-clock";
import type { Polled } from "./use-vendors";

const REFRESH_MS = 5_000;
const SLOW_MS = 15_000;
const WAITING_URL = "/api/sources?assigned=false&ignored=false&limit=200";

/** What waits for an admin to say where it stands, at most 200, each with its suggestion. */
export function useWaiting(initial: SourcePage): Polled<SourcePage> {
  const { data, isError, dataUpdatedAt } = useQuery({
    queryKey: queryKeys.waitingSources,
    queryFn: ({ signal }) => fetchJson(SourcePage, WAITING_URL, { signal }),
    initialData: initial,
    refetchInterval: REFRESH_MS,
  });
  return { data, staleSince: isError ? dataUpdatedAt : null };
}

export function useSourceSummary(initial: SourceSummary): SourceSummary {
  const { data } = useQuery({
    queryKey: queryKeys.sourceSummary,
    queryFn: ({ signal }) => fetchJson(SourceSummary, "/api/sources/summary", { signal }),
    initialData: initial,
    refetchInterval: REFRESH_MS,
  });
  return data;
}

function startOfDay(): string {
  const today = new Date(serverNow());
  today.setHours(0, 0, 0, 0);
  return today.toISOString();
}

/** What people have mapped since midnight, by the clock of whoever looks, and still stands. */
export function useMappedToday() {
  return useQuery({
    queryKey: queryKeys.mappedToday,
    queryFn: async ({ signal }) =>
      (await fetchJson(SourceStays, `/api/assignments?since=${encodeURIComponent(startOfDay())}`, { signal })).items,
    refetchInterval: SLOW_MS,
  });
}

/** Sources that stand somewhere, or that nobody asks about, found by a part of what they are called. */
export function useSourceList(which: "assigned" | "ignored", q: string) {
  const search = new URLSearchParams(
    which === "assigned" ? { assigned: "true" } : { assigned: "false", ignored: "true" },
  );
  if (q !== "") search.set("q", q);
  return useInfiniteQuery({
    queryKey: queryKeys.sourceList(search.toString()),
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam === null ? "" : `&cursor=${pageParam}`;
      return fetchJson(SourcePage, `/api/sources?${search}${page}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: SLOW_MS,
  });
}

/** Where a source has stood, the newest first. */
export function useStays(sourceId: string) {
  return useQuery({
    queryKey: queryKeys.stays(sourceId),
    queryFn: async ({ signal }) =>
      (await fetchJson(SourceStays, `/api/sources/${sourceId}/assignments`, { signal })).items,
  });
}
