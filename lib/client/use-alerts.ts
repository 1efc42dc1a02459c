import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Alert, type AlertFacets, AlertPage } from "@/lib/core/alert";
import { AlertDetail } from "@/lib/core/alert-detail";
import { type AlertFilter, alertSearch } from "@/lib/core/alert-filter";
import { liveAlerts } from "./alert-overlay";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { learnServerTime } from "./server-clock";
import { useAlertOverlay } from "./use-alert-feed";

const PAGE = 100;

export interface AlertList {
  /** Null until the first page is there. */
  readonly alerts: readonly Alert[] | null;
  readonly total: number;
  readonly facets: AlertFacets | null;
  /** Loads further down; null at the end. */
  readonly more: (() => void) | null;
  readonly isLoadingMore: boolean;
  readonly failed: { readonly message: string; readonly retry: () => void } | null;
  /** What is shown is of another filter, until the answer is there. */
  readonly isOutdated: boolean;
  /** All of it as CSV to `Accept: text/csv`. */
  readonly csvUrl: string;
}

/** The alerts of a filter, as they are now. `me` is the id of who looks. */
export function useAlerts(filter: AlertFilter, me: string): AlertList {
  const search = alertSearch(filter).toString();
  const overlay = useAlertOverlay();
  const list = useInfiniteQuery({
    queryKey: queryKeys.alertList(search),
    queryFn: ({ pageParam, signal }) => fetchPage(search, { cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY, // the feed says what changes
    placeholderData: keepPreviousData,
  });
  const counted = useQuery({
    queryKey: queryKeys.alertFacets(search),
    queryFn: ({ signal }) => fetchPage(search, { limit: 1 }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const alerts = useMemo(
    () =>
      data &&
      liveAlerts({ items: data.pages.flatMap(({ items }) => items), hasMore: hasNextPage }, overlay, filter, me),
    [data, hasNextPage, overlay, filter, me],
  );
  const first = data?.pages[0];
  return {
    alerts: alerts ?? null,
    total: Math.max(counted.data?.total ?? first?.total ?? 0, alerts?.length ?? 0),
    facets: counted.data?.facets ?? first?.facets ?? null,
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null,
    isLoadingMore: isFetchingNextPage,
    failed: list.error && !data ? { message: list.error.message, retry: () => void list.refetch() } : null,
    isOutdated: list.isPlaceholderData,
    csvUrl: `/api/alerts?${search}`,
  };
}

async function fetchPage(
  search: string,
  { cursor = null, limit }: { readonly cursor?: string | null; readonly limit: number },
  signal: AbortSignal,
): Promise<AlertPage> {
  const query = new URLSearchParams(search);
  query.set("limit", String(limit));
  if (cursor) query.set("cursor", cursor);
  const page = await fetchJson(AlertPage, `/api/alerts?${query}`, { signal });
  learnServerTime(page.now);
  return page;
}

/** What belongs to an incident. */
export const childrenQuery = (id: string) => ({
  queryKey: queryKeys.alertChildren(id),
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchPage(`parent=${id}`, { limit: 200 }, signal),
  staleTime: 60_000,
});

/** One alert with everything about it. */
export function useAlert(id: string) {
  return useQuery({
    queryKey: queryKeys.alert(id),
    queryFn: ({ signal }) => fetchJson(AlertDetail, `/api/alerts/${id}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
